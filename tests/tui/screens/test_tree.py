from collections.abc import Iterator
from pathlib import Path

import pytest

from store.cable import Cable, Mention, Received, Reference
from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp


def named(*ids: str) -> tuple[Reference, ...]:
    return tuple(Reference(each, None, None, "cable", each) for each in ids)


CABLES = [
    Cable("09A1", "One.", "2009-01-04", subject="LAST", refs=named("09A2", "09A9")),
    Cable("09A2", "Two.", "2009-01-03", subject="MIDDLE", refs=named("09A3")),
    Cable("09A3", "Three.", "2009-01-02", subject="AROUND", refs=named("09A1")),
    Cable("09A4", "In 09A1.", "2009-01-01", subject="NAMED", mentions=(Mention(("09A3",), 3, 7),)),
]


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[Library]:
    """Three cables that refer to each other in a ring, one of them to one that is not there."""
    with Library.open(tmp_path / "library", create=True) as library:
        for cable in CABLES:
            received = Received("listing", cable.text.encode(), cable.text, "utf-8", None, 0)
            library.add([(cable, received, f"/cables/{cable.id}.txt")])
        yield library


def tree(rows: list[str]) -> list[str]:
    return [row for row in rows[:-2] if row]


async def test_a_tree_shows_both_ways_and_what_is_missing(ring: Library) -> None:
    app = ReftelApp(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "r")
        rows = seen(app)
    assert tree(rows) == [
        "- 09A1  names 2 cables",
        "   + 09A2  2009-01-03 -  MIDDLE",
        "     09A9  not in this library",
        "- 09A1  is named by one cable",
        "   + 09A3  2009-01-02 -  AROUND",
    ]
    assert rows[-2].startswith("references: 09A1")


async def test_branches_open_one_by_one_and_a_ring_ends(ring: Library) -> None:
    app = ReftelApp(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "r", "j", "l", "j", "right", "j", "l")
        rows = seen(app)
        assert tree(rows)[1:4] == [
            "   - 09A2  2009-01-03 -  MIDDLE",
            "      - 09A3  2009-01-02 -  AROUND",
            "           09A1  above already",
        ]
        assert rows[-1] == "09A1 stands above already: opening it would have no end"
        await press(pilot, "h", "left", "h")
        assert seen(app)[-2].endswith("2 of 6")
        await press(pilot, "h", "h", "h")
        assert tree(seen(app))[0] == "+ 09A1  names 2 cables"


@pytest.mark.parametrize(
    ("ways", "said"),
    [(("j", "j"), "09A9 is not in this library"), (("j", "j", "j", "j", "l", "j", "l", "j"), None)],
    ids=["missing", "cited"],
)
async def test_a_branch_that_does_not_open_says_why(
    ring: Library, ways: tuple[str, ...], said: str | None
) -> None:
    app = ReftelApp(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "r", *ways, "l")
        assert seen(app)[-1] == (said or "09A1 stands above already: opening it would have no end")


async def test_enter_reads_a_cable_of_the_tree_and_one_comes_back(ring: Library) -> None:
    app = ReftelApp(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "r", "j", "enter")
        assert seen(app)[-2].startswith("09A2 ")
        await press(pilot, "H")
        assert seen(app)[-2].startswith("09A1 ")
        await press(pilot, "r", "j", "j", "enter")
        assert seen(app)[-1] == "09A9 is not in this library"
        assert seen(app)[-2].startswith("references: 09A1")


async def test_a_cable_spoken_of_in_the_text_is_named_too(ring: Library) -> None:
    app = ReftelApp(ring)
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "G", "enter", "r")
        assert tree(seen(app)) == [
            "- 09A4  names one cable",
            "   + 09A3  (in text)  2009-01-02 -  AROU",
            "  09A4  is named by no cable",
        ]


async def test_the_list_leads_to_the_tree_and_from_it_to_a_cable(ring: Library) -> None:
    app = ReftelApp(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "r")
        assert tree(seen(app))[0] == "- 09A2  names one cable"
        await press(pilot, "q")
        assert seen(app)[-2].endswith("2 of 4")
        await press(pilot, "r", "j", "enter")
        assert seen(app)[-2].startswith("09A3 ")
        await press(pilot, "q")
        assert seen(app)[-2].endswith("2 of 4")
