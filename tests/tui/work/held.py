"""An import that tells how far it is and goes no further until it is asked to stop."""

from tui.work.job import PROGRAM

HOLD = """
import signal, time
from store import importer

def held(paths, library, on_progress, run=importer.run, **how):
    def told(progress):
        asked = signal.getsignal(signal.SIGINT)  # which the first Ctrl-C takes away
        on_progress(progress)
        while signal.getsignal(signal.SIGINT) is asked:
            time.sleep(0.01)

    return run(paths, library, told, **how)

importer.run = held
"""
HELD = PROGRAM.replace("from tui.cli", f"{HOLD}from tui.cli")
"""In the place of `tui.work.job.PROGRAM`."""
