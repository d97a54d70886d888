"""`reftel`: the reader."""

from argparse import Namespace

from tui.commands.opening import opened


def run(args: Namespace) -> int:
    """Open the app on the library, or on the practice library where there is none."""
    library, practising = opened(args)
    with library:
        from tui.app import run as read

        return read(library, practice=practising)
