"""Data: cables and tables, read through importlib.resources."""
