import pytest

from store.library import Library
from tests.tui.driving import press, seen, send
from tui.app import ReftelApp


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        pytest.param(("f", "enter"), "level:CONFIDENTIAL", id="the first value"),
        pytest.param(("f", "tab", "j", "enter"), 'origin:"Embassy Moscow"', id="another field"),
        pytest.param(("f", "x"), "-level:CONFIDENTIAL", id="all but that"),
        pytest.param(
            ("f", "enter", "tab", "enter"),
            'level:CONFIDENTIAL origin:"Embassy Strelsau"',
            id="a value of what is left",
        ),
        pytest.param(
            ("f", "tab", "x", "enter"),
            '-origin:"Embassy Strelsau" origin:"Embassy Moscow"',
            id="the value below one that is left out",
        ),
    ],
)
async def test_keys_typed_while_the_counts_are_on_their_way_wait_for_them(
    library: Library, keys: tuple[str, ...], line: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot)
        send(app, *keys)
        await press(pilot, "ctrl+l")
        assert seen(app)[0] == f"/{line}"


@pytest.mark.parametrize("size", [(120, 24), (80, 24)], ids=["wide", "narrow"])
async def test_a_search_made_from_the_counts_leads_to_its_results(
    library: Library, size: tuple[int, int]
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "f", "slash", *"failed", "enter", "j")
        assert seen(app)[-2].endswith("2 of 3")
        assert not any(row.startswith("level") for row in seen(app))


@pytest.mark.parametrize("keys", [("slash", "escape"), ("F", "escape"), ("comma", "o")], ids=str)
async def test_the_counts_have_the_keys_again_after_what_had_them_for_a_while(
    library: Library, keys: tuple[str, ...]
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "f", *keys, "enter")
        assert seen(app)[0] == "/level:CONFIDENTIAL"


async def test_counts_are_shown_at_a_field(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "colon", *"facets", "space", *"year", "enter", "enter")
        assert seen(app)[0] == "/date:2005"
