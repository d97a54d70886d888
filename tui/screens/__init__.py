"""One module a screen; they ask the library in workers."""
