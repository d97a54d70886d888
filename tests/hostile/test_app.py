"""The app, on a terminal: what it sends of hostile texts is words, and it alters none of them."""

from collections.abc import Callable, Iterator

import pytest

from store.library import Library
from tests.hostile import documents
from tests.hostile.commands import UNGUARDED, Home
from tests.hostile.conftest import NUMBERED
from tests.hostile.session import Session, altered, faults, list_all, page_through, read

COUNT = f"1 of {2 * len(NUMBERED) + 1}"
PACKED = f"09STRELSAU{documents.PACKED}"
CLIPBOARD = next(each for each in NUMBERED if "]52;c;" in each[1].text)

Opened = Callable[..., Session]


@pytest.fixture
def opened() -> Iterator[Opened]:
    sessions: list[Session] = []

    def open_one(home: Home, size: tuple[int, int] = (120, 40), **environ: str) -> Session:
        sessions.append(Session(home, size, **environ))
        return sessions[-1]

    yield open_one
    for session in sessions:
        session.terminal.close()


def test_the_list_and_all_texts_are_words(home: Home, opened: Opened) -> None:
    session = opened(home)
    session.begin(COUNT)
    list_all(session)
    page_through(session, PACKED)
    assert session.leave() == 0
    assert faults(session) == []
    with Library.open(home.library) as library:
        assert altered(session, library, NUMBERED) == {}
    assert len(session.shown) == len(NUMBERED)


def test_every_screen_of_a_cable_is_words(home: Home, opened: Opened) -> None:
    session = opened(home, (80, 24))
    session.begin("1 of")
    read(session, f"09STRELSAU{CLIPBOARD[0]}", CLIPBOARD[1])
    assert session.leave() == 0
    assert faults(session) == []
    assert {"keys", "outline", "references"} <= session.seen


def test_without_the_gate_the_app_is_found_out(home: Home, opened: Opened) -> None:
    session = opened(home._replace(module=UNGUARDED))
    session.guess()
    session.settle(5)
    session.press(b" ", b" ")
    session.terminal.process.kill()
    assert faults(session)
