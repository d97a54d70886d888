"""What is said of a fault of the program itself, on a terminal that others may see."""

import sys
from typing import TYPE_CHECKING

from tui.render.safe import safe

if TYPE_CHECKING:
    from sys import UnraisableHookArgs
    from threading import ExceptHookArgs

INTERNAL_ERROR = 70
"""EX_SOFTWARE of sysexits.h."""


def fault(error: BaseException | None) -> str:
    """Name an error's type and the innermost line it came through, without what it says.

    What it says, and the values it came through, may be a cable's words.
    """
    error = getattr(error, "error", error)  # a worker's failure wraps what failed
    trace = error.__traceback__ if error else None
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown place"
    return f"reftel: internal error, {type(error).__name__} at {place}; please report it"


def report(error: BaseException | None) -> int:
    """Name a fault on stderr, and give the exit code that says so."""
    sys.stderr.write(f"{safe(fault(error))}\n")
    return INTERNAL_ERROR


def report_all() -> None:
    """Name faults alone also where Python would print all that an error says: in threads."""
    import threading  # those who call this have threads

    def in_thread(args: "ExceptHookArgs") -> None:
        report(args.exc_value)

    threading.excepthook = in_thread
    sys.unraisablehook = unraised


def unraised(args: "UnraisableHookArgs") -> None:
    """Name a fault that came up where none can be raised: as an object was taken down, say."""
    report(args.exc_value)
