from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.app import App

from store.library import Library
from tui.app import ReftelApp

Seen = Callable[[App[Any]], list[str]]
Press = Callable[..., Awaitable[None]]


async def test_results_stand_there_as_one_types(library: Library, seen: Seen, press: Press) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"piracy")
        rows = seen(app)
    assert rows[0] == "/piracy"
    assert "09MOSCOW1869" in rows[1]
    assert "piracy" in rows[2].lower()
    assert rows[-2].startswith("search: piracy")
    assert rows[-2].endswith("1 of 1")


async def test_one_row_for_each_cable_found(library: Library, seen: Seen, press: Press) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed")
        rows = seen(app)
        await press(pilot, "enter", "j", "n")
        last = seen(app)
        await press(pilot, "N")
        before = seen(app)
    assert sum("05STRELSAU" in row for row in rows) == 3
    assert last[-2].endswith("3 of 3")
    assert before[-2].endswith("2 of 3")


async def test_results_beyond_the_first_block_are_fetched(
    library: Library, seen: Seen, press: Press
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"harvest", "enter", "G")
        rows = seen(app)
    assert rows[-2].endswith("120 of 120")
    assert "05STRELSAU" in rows[-4]


async def test_a_line_that_cannot_be_read_keeps_the_last_results(
    library: Library, seen: Seen, press: Press
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"piracy ", "quotation_mark", "x")
        rows = seen(app)
        await press(pilot, "enter")
        still = seen(app)
    assert rows[0] == '/piracy "x'
    assert "09MOSCOW1869" in rows[1]
    assert rows[-2].startswith("search: piracy")
    assert rows[-1].startswith("column 8:")
    assert still[-1].startswith("column 8:")
    assert still[0] == '/piracy "x'


async def test_nothing_found_is_said(library: Library, seen: Seen, press: Press) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"qqqq")
        assert seen(app)[-2].endswith("nothing found")
        await press(pilot, "enter", "x")
        assert seen(app)[0] == "/qqqqx"


async def test_a_hit_opens_in_its_place_and_n_walks_the_hits(
    library: Library, seen: Seen, press: Press
) -> None:
    app = ReftelApp(library)
    said = []
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"beyrle", "enter", "enter")
        rows = seen(app)
        await press(pilot, "q", "slash", *"piracy", "enter", "enter")
        for key in ("", "n", "n", "N", "N", "N"):
            await press(pilot, key)
            said.append(seen(app)[-2].split("hit ")[1].split()[0])
    assert any("BEYRLE" in row for row in rows[1:-3])
    assert "hit 1/1" in rows[-2]
    total = said[0].split("/")[1]
    assert said == [f"{hit}/{total}" for hit in (1, 2, 3, 2, 1, total)]


async def test_every_hit_is_brought_into_view(library: Library, seen: Seen, press: Press) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(60, 12)) as pilot:
        await press(pilot, "slash", *"interfilm", "enter", "enter")
        for _ in range(6):
            assert any("interfilm" in row.lower() for row in seen(app)[1:-3])
            await press(pilot, "n")


async def test_escape_takes_the_hits_away_and_stays(
    library: Library, seen: Seen, press: Press
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"piracy", "enter", "enter", "escape")
        assert seen(app)[-2].startswith("09MOSCOW1869")
        assert "hit" not in seen(app)[-2]


async def test_back_leads_through_the_results_to_the_list(
    library: Library, seen: Seen, press: Press
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", "enter", "j", "enter", "q")
        assert seen(app)[-2].endswith("2 of 3")
        await press(pilot, "q")
        assert seen(app)[-2].endswith("1 of 121")


@pytest.mark.parametrize("keys", [("escape",), ("enter", "escape"), ("enter", "h")], ids=str)
async def test_a_search_is_left_without_quitting(
    library: Library, seen: Seen, press: Press, keys: tuple[str, ...]
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", *keys)
        assert seen(app)[-2].endswith("1 of 121")


async def test_arrows_move_in_the_results_while_typing(
    library: Library, seen: Seen, press: Press
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", "down", "down", "up")
        assert seen(app)[-2].endswith("2 of 3")
        await press(pilot, "j")
        assert seen(app)[0] == "/failedj"


async def test_tab_goes_to_the_results_and_back(library: Library, seen: Seen, press: Press) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", "tab", "j")
        assert seen(app)[-2].endswith("2 of 3")
        await press(pilot, "tab", "end", "s")
        assert seen(app)[0] == "/faileds"


async def test_a_new_search_from_a_cable_replaces_it(
    library: Library, seen: Seen, press: Press
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "slash", *"failed", "enter", "enter", "slash")
        assert len(app.screen_stack) == 2
        await press(pilot, *"piracy")
        rows = seen(app)
    assert rows[0] == "/piracy"
    assert "09MOSCOW1869" in rows[1]


async def test_keys_faster_than_the_answers_end_at_the_newest(
    library: Library, seen: Seen, press: Press
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash")
        await pilot.press(*"failed", "enter")
        await press(pilot, "j")
        rows = seen(app)
    assert rows[0] == "/failed"
    assert rows[-2].endswith("2 of 3")


async def test_an_escape_sequence_pasted_into_the_line_is_shown_only(
    library: Library, seen: Seen, press: Press
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash")
        app.screen.query_line.insert_text_at_cursor("\x1b]0;x")  # type: ignore[attr-defined]
        await press(pilot)
        assert seen(app)[0] == "/␛]0;x"
