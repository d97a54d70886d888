"""The reader's own tags, notes and signs, as they are by now, wherever they were changed."""

from typing import Any

import pytest
from textual.events import AppFocus
from textual.pilot import Pilot

from store.library import Library
from store.marks import Marks
from tests.tui.driving import press, seen
from tui.app import ReftelApp

SEED = "09MOSCOW1869"


@pytest.fixture
def elsewhere(library: Library) -> Marks:
    """The same file of marks, as another process opens it."""
    return Marks(library.marks.path)


async def focused(app: ReftelApp, pilot: Pilot[Any]) -> None:
    """Come back to the terminal from another."""
    app.post_message(AppFocus())
    await press(pilot)


async def test_a_note_shows_at_its_paragraph_as_soon_as_it_is_made(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "2", "p", "a", *"ask", "enter")
        rows = seen(app)
        assert rows[1].startswith("¶2+(U)")
        assert "         + ask" in rows
        await press(pilot, "z", "n")
        assert "         + ask" not in seen(app)
        assert seen(app)[1].startswith("¶2+(U)")
        await press(pilot, "g")
        assert "MY NOTES    one note, folded" in seen(app)


@pytest.mark.parametrize("how", ["key", "focus"])
async def test_what_another_process_says_of_the_cable_is_shown(
    library: Library, elsewhere: Marks, how: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        assert not [row for row in seen(app) if row.startswith("MY")]
        elsewhere.tag([SEED], ["later"])
        elsewhere.star([SEED])
        if how == "key":
            await press(pilot, "equals_sign")
        else:
            await focused(app, pilot)
        assert "MY TAGS     later" in seen(app)
        await press(pilot, "j")
        assert "starred" in seen(app)[-2]


async def test_a_cable_is_unread_in_the_list_until_it_was_read(
    library: Library, elsewhere: Marks
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "k")
        assert "○ INTERNET" in seen(app)[2]
        elsewhere.read([SEED])
        await press(pilot, "j")
        assert "○" not in seen(app)[2]
        elsewhere.read([SEED], off=True)
        await press(pilot, "enter", "q")
        assert "○ INTERNET" in seen(app)[2]


async def test_the_place_stays_where_a_note_from_elsewhere_comes_in_above(
    library: Library, elsewhere: Marks
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "5", "p")
        before = seen(app)[1:-3]
        elsewhere.note(SEED, "a word\nand another", "2")
        await focused(app, pilot)
        assert seen(app)[1:-3] == before
        await press(pilot, "2", "p")
        assert "         + a word" in seen(app)


async def test_marks_are_shown_once_their_file_is_mended(library: Library) -> None:
    library.marks.path.write_text("no marks")
    app = ReftelApp(library)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot)
        assert "Mend it, or move it away" in seen(app)[-1]
        library.marks.path.unlink()
        Marks(library.marks.path).star([SEED])
        await press(pilot, "j")
        assert "○* INTERNET" in seen(app)[2]


async def test_marks_that_cannot_be_read_are_said_and_the_cable_is_read(library: Library) -> None:
    library.marks.path.write_text("no marks")
    app = ReftelApp(library)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "enter")
        rows = seen(app)
    assert "Mend it, or move it away" in rows[-1]
    assert rows[1].startswith("CABLE")
