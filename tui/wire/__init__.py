"""What goes to the terminal, and how little of it: the difference to what stands there already."""
