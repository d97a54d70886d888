"""Runs of the app that are to fail, at a place of `faulty`, on a screen."""

import termios
from collections.abc import Iterator
from contextlib import suppress

from tests.hostile import documents
from tests.hostile.beside import F2
from tests.hostile.commands import Home
from tests.hostile.faulty import BY_KEY
from tests.hostile.session import Session, faults
from tui.fault import INTERNAL_ERROR

NEWEST = f"09STRELSAU{documents.PACKED}"
LEAVING = b"\x1b[?1004l"
"""The last that the app sends before it lets go of the terminal."""

WAYS: dict[str, tuple[bytes, ...]] = {
    "list": (),
    "reader": (b"\r",),
    "outline": (b"\r", b"O"),
    "references": (b"\r", b"r"),
    "versions": (b"\r", b"J", b"c"),
    "keys": (b"?",),
    "searches": (b"S",),
    "jobs": (b"w",),
    "import": (b"I", b"seeds/cables\r"),
    "home": (F2,),
    "page": (F2, b"3"),
}
REACHED = {
    "reader": NEWEST,
    "outline": "outline: ",
    "references": "references: ",
    "versions": "versions 1 and 2",
    "keys": "keys: ",
    "searches": "saved searches",
    "jobs": "no jobs yet",
    "import": "import seeds/cables",
    "home": "Your library is in",
    "page": "guide",
}
FALLS = {
    **{("handler", screen): (*way, b"G") for screen, way in WAYS.items()},
    **{(place, "list"): (b"G",) for place in BY_KEY if place != "handler"},
    ("later", "reader"): (b"\r", b"G"),
    ("compose", "keys"): (b"?",),
    ("library", "list"): (b"\r",),
    ("first", ""): (),
    ("mount", ""): (),
    ("begin", ""): (),
}


def wrong(home: Home, place: str, screen: str) -> Iterator[str]:
    """Have the app fail, and say what it did but name the fault on a sound terminal."""
    session = Session(home._replace(module="tests.hostile.faulty"), (80, 24), first=(place,))
    terminal = session.terminal
    reached = "" if place == "compose" else REACHED.get(screen, "")
    if keys := FALLS[place, screen]:
        session.begin("1 of")
    for number, key in enumerate(keys, 1):
        if number == len(keys):  # which is where it fails
            with suppress(AssertionError):
                terminal.until(lambda: any(reached in row for row in terminal.shown), 10)
            session.settle(0.05)
        session.press(key)
        session.settle(0.3)
    with suppress(AssertionError):
        terminal.until(lambda: terminal.process.poll() is not None, 10)
    session.settle(0.05)
    if terminal.process.poll() != INTERNAL_ERROR:
        yield f"code {terminal.process.poll()}"
    if termios.tcgetattr(terminal.slave) != terminal.before:
        yield "the terminal is not as it was"
    terminal.close()
    if not any(reached in row for row in session.rows):
        yield "the screen was not reached"
    yield from faults(session)
    if b"SECRETWORDS" in session.sent:
        yield "words of the cable"
    last = session.sent.rpartition(LEAVING)[2]
    if last.count(b"internal error") != 1 or len(last.split(b"\n")) > 4:
        yield f"{last!a}"
