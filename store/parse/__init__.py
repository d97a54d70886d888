"""Text in, values out: no file, no clock, no database."""

from store.parse.cable import parse

__all__ = ["parse"]
