"""`reftel`: the reader."""

import os
from argparse import Namespace

from tui.commands.opening import opened


def run(args: Namespace) -> int:
    """Open the app on the library, or on the practice library where there is none."""
    # Textual reads it on import. A letter's results wait for the frame after the letter's own:
    # at its usual 60 that is 17 ms.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    library, practising = opened(args)
    with library:
        from tui.app import run as read

        return read(library, practice=practising)
