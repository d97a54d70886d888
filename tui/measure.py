"""How long a line of text is in the reader, in cells."""

NARROWEST, USUAL, WIDEST = 40, 100, 160
"""The least and the most that a reader may choose; longer ones than usual are hard to follow."""

STEP = 10
"""By how many cells it becomes longer or shorter."""
