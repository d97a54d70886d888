"""One module a layout: bytes in, what was received out."""
