"""Cables without a terminal: parsed, stored, found."""
