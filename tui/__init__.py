"""The terminal, in both of its forms: the app and the `reftel` command."""
