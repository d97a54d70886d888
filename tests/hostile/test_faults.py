"""Where the program itself fails, whatever stands in a cable: no words of it, a sound terminal."""

import termios
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from tests.hostile import documents
from tests.hostile.commands import Home
from tests.hostile.faulty import BY_ITSELF, BY_KEY
from tests.hostile.session import Session, faults
from tui.fault import INTERNAL_ERROR

LEFT = b"\x1b[?1049l"
NEWEST = f"09STRELSAU{documents.PACKED}"

WAYS: dict[str, tuple[bytes, ...]] = {
    "list": (),
    "reader": (b"\r",),
    "outline": (b"\r", b"O"),
    "references": (b"\r", b"r"),
    "versions": (b"\r", b"J", b"c"),
    "keys": (b"?",),
}
REACHED = {
    "reader": NEWEST,
    "outline": "outline: ",
    "references": "references: ",
    "versions": "versions 1 and 2",
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


class Fall:
    """What became of a run that was to fail."""

    def __init__(self, home: Home, place: str, keys: tuple[bytes, ...]) -> None:
        command = home._replace(module="tests.hostile.faulty")
        session = Session(command, (80, 24), first=(place,))
        terminal = session.terminal
        if keys:
            session.begin("1 of")
        for key in keys:
            session.press(key)
            session.settle(0.3)
        with suppress(AssertionError):
            terminal.until(lambda: terminal.process.poll() is not None, 10)
        self.code = terminal.process.poll()
        while terminal.read(0.05):
            pass
        session.settle(0)
        self.restored = termios.tcgetattr(terminal.slave) == terminal.before
        terminal.close()
        self.sent = session.sent
        self.rows = session.rows
        self.foreign = faults(session)


@pytest.fixture(scope="module")
def falls(home: Home) -> dict[tuple[str, str], Fall]:
    with ThreadPoolExecutor(4) as pool:
        runs = pool.map(lambda each: Fall(home, each[0][0], each[1]), FALLS.items())
        return dict(zip(FALLS, runs, strict=True))


def test_every_way_to_fail_is_tried() -> None:
    assert {place for place, _ in FALLS} == BY_KEY.keys() | BY_ITSELF.keys()


@pytest.mark.parametrize("where", FALLS, ids="-".join)
def test_a_fault_says_its_place_alone_and_restores_the_terminal(
    falls: dict[tuple[str, str], Fall], where: tuple[str, str]
) -> None:
    fall = falls[where]
    assert fall.code == INTERNAL_ERROR
    assert fall.restored
    assert fall.foreign == []
    assert b"SECRETWORDS" not in fall.sent
    assert any(REACHED.get(where[1], "") in row for row in fall.rows)
    last = fall.sent.rpartition(b"\x1b[?1004l")[2]
    assert last.decode().split() != []
    assert last.count(b"internal error") == 1
