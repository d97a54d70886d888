"""`reftel restore`: a backup in the place of a library."""

import json
from argparse import Namespace
from pathlib import Path

from store.backup.restored import restore
from store.marks import place_beside
from tui.cli import DONE
from tui.commands import data
from tui.commands.opening import marks_place, place
from tui.commands.paper import put
from tui.commands.progress import shown
from tui.render.line import words


def run(args: Namespace) -> int:
    """Put the backup in place, and say what is where."""
    library = place(args)
    marks = marks_place() or place_beside(library)
    with shown("bytes") as on_progress:
        done = restore(Path(args.file), library, marks, on_progress, force=args.force)
    if args.json:
        told = json.loads(done.manifest.written())
        told |= {"library": str(library), "marks": str(marks), "aside": done.aside}
        data.one(told)
        return DONE
    put([words(f"{library}: {done.manifest.cables:,} cables, as of {done.manifest.made}")])
    put(words(f"what was there before is {each}") for each in done.aside)
    return DONE
