"""`reftel backup`: the library and its marks in one file."""

import json
import os
from argparse import Namespace
from pathlib import Path

from store.backup.made import back_up
from store.marks import place_beside
from tui import secure
from tui.cli import DONE, USAGE, say
from tui.commands import data
from tui.commands.opening import marks_place, place
from tui.commands.paper import put
from tui.commands.progress import shown
from tui.render.line import words


def run(args: Namespace) -> int:
    """Write the backup, and say what is in it."""
    library, file = place(args), Path(args.file)
    if denied := secure.denied_file(file, os.environ):
        say(denied)
        return USAGE
    marks = marks_place() or place_beside(library)
    with shown("bytes") as on_progress:
        made = back_up(library, marks, file, on_progress, force=args.force)
    size = file.stat().st_size
    if args.json:
        data.one(json.loads(made.written()) | {"file": str(file), "bytes": size})
    else:
        also = "and your marks" if len(made.files) > 1 else "no marks yet"
        put([words(f"{file}: {made.cables:,} cables, {also}; {size:,} bytes, read back whole")])
    return DONE
