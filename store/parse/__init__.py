"""Text in, values out: no file, no clock, no database."""
