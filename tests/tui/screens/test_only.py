"""Only the paragraphs that have a hit."""

import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp

FIND = ("slash", *"rapo", "enter")


def told(rows: list[str]) -> list[str]:
    """Give the numbers of the paragraphs that are seen."""
    return [row.split()[0] for row in rows if row.startswith("¶")]


@pytest.mark.parametrize("size", [(120, 60), (80, 60)], ids=str)
async def test_only_paragraphs_with_hits_are_shown_and_all_again(
    library: Library, size: tuple[int, int]
) -> None:
    cable = library.get("09MOSCOW1869")
    having = [
        f"¶{each.number}"
        for each in cable.paragraphs
        if "rapo" in cable.text[each.start : each.end].lower()
    ]
    assert 1 < len(having) < len(cable.paragraphs) - 1
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter", *FIND)
        before = seen(app)
        await press(pilot, "ampersand")
        only = seen(app)
        assert told(only) == having
        assert "only ¶ with hits" in only[-2]
        assert "hit 1/" in only[-2]
        assert not any("BEYRLE" in row for row in only)
        await press(pilot, "n", *"p" * (len(having) + 1))
        assert told(seen(app)) == having
        assert seen(app)[-1] == "No paragraph further on"
        await press(pilot, "P", "P", "backslash")
        assert "only" not in seen(app)[-2]
        await press(pilot, "g", *FIND)
        assert told(seen(app)) == told(before)


@pytest.mark.parametrize("way", [("escape",), ("slash", "escape"), ("J", "K"), ("q", "enter")])
async def test_what_takes_the_hits_away_shows_all(library: Library, way: tuple[str, ...]) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(100, 60)) as pilot:
        await press(pilot, "enter", *FIND, "ampersand", *way)
        assert "only" not in seen(app)[-2]
        await press(pilot, "G")
        assert "¶7" in told(seen(app))


async def test_without_hits_it_is_said(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "ampersand")
        assert seen(app)[-1] == "No paragraph has a hit: / finds in this cable"
