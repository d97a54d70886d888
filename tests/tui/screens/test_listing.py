import threading
from typing import Any

import pytest

from store.library import Library
from store.search import Search
from tests.tui.driving import meanwhile, press, seen, send, until
from tui.app import ReftelApp


async def test_results_stand_there_as_one_types(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"piracy")
        rows = seen(app)
    assert rows[0] == "/piracy"
    assert "09MOSCOW1869" in rows[2]
    assert "piracy" in rows[3].lower()
    assert rows[-2].startswith("search: piracy")
    assert rows[-2].endswith("1 of 1")


async def test_one_row_for_each_cable_found(library: Library) -> None:
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


async def test_results_beyond_the_first_block_are_fetched(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"harvest", "enter", "G")
        rows = seen(app)
    assert rows[-2].endswith("120 of 120")
    assert "05STRELSAU" in rows[-4]


async def test_a_line_that_cannot_be_read_keeps_the_last_results(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"piracy tag: ")
        rows = seen(app)
        await press(pilot, "enter")
        still = seen(app)
    assert rows[0] == "/piracy tag:"
    assert "09MOSCOW1869" in rows[2]
    assert rows[-2].startswith("search: piracy")
    assert rows[-1].startswith("column 12:")
    assert still[-1].startswith("column 12:")
    assert still[0] == "/piracy tag:"


async def test_an_open_quotation_finds_while_it_is_typed_and_is_to_be_closed_by_enter(
    library: Library,
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", "quotation_mark", *"law enf")
        assert "09MOSCOW1869" in seen(app)[2]
        await press(pilot, "enter")
        assert "not closed" in seen(app)[-1]
        await press(pilot, *"orcement", "quotation_mark", "enter")
        assert seen(app)[0] == '/"law enforcement"'
        assert seen(app)[-1].startswith("Enter read")


async def test_nothing_found_is_said(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"qqqq")
        assert seen(app)[-2].endswith("nothing found")
        await press(pilot, "enter", "x")
        assert seen(app)[0] == "/qqqqx"


async def test_a_hit_opens_in_its_place_and_n_walks_the_hits(library: Library) -> None:
    app = ReftelApp(library)
    said = []
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"beyrle", "enter", "enter")
        rows = seen(app)
        await press(pilot, "q", "slash", "ctrl+u", *"piracy", "enter", "enter")
        for key in ("", "n", "n", "N", "N", "N"):
            await press(pilot, key)
            said.append(seen(app)[-2].split("hit ")[1].split()[0])
    assert any("BEYRLE" in row for row in rows[1:-3])
    assert "hit 1/1" in rows[-2]
    total = said[0].split("/")[1]
    assert said == [f"{hit}/{total}" for hit in (1, 2, 3, 2, 1, total)]


async def test_every_hit_is_brought_into_view(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(60, 12)) as pilot:
        await press(pilot, "slash", *"interfilm", "enter", "enter")
        for _ in range(6):
            assert any("interfilm" in row.lower() for row in seen(app)[1:-3])
            await press(pilot, "n")


async def test_escape_takes_the_hits_away_and_stays(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"piracy", "enter", "enter", "escape")
        assert seen(app)[-2].startswith("09MOSCOW1869")
        assert "hit" not in seen(app)[-2]


async def test_back_leads_through_the_results_to_the_list(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", "enter", "j", "enter", "q")
        assert seen(app)[-2].endswith("2 of 3")
        await press(pilot, "q")
        assert seen(app)[-2].endswith("1 of 121")


@pytest.mark.parametrize("keys", [("escape",), ("enter", "escape"), ("enter", "h")], ids=str)
async def test_a_search_is_left_without_quitting(library: Library, keys: tuple[str, ...]) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", *keys)
        assert seen(app)[-2].endswith("1 of 121")


async def test_arrows_move_in_the_results_while_typing(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", "down", "down", "up")
        assert seen(app)[-2].endswith("2 of 3")
        await press(pilot, "j")
        assert seen(app)[0] == "/failedj"


async def test_tab_goes_to_the_results_and_back(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", "tab", "j")
        assert seen(app)[-2].endswith("2 of 3")
        await press(pilot, "tab", "end", "s")
        assert seen(app)[0] == "/faileds"


async def test_keys_faster_than_the_answers_end_at_the_newest(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash")
        send(app, *"failed", "enter", "j")
        await press(pilot)
        rows = seen(app)
    assert rows[0] == "/failed"
    assert rows[-2].endswith("2 of 3")


async def test_an_escape_sequence_pasted_into_the_line_is_shown_only(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash")
        app.screen.query_line.insert_text_at_cursor("\x1b]0;x")  # type: ignore[attr-defined]
        await press(pilot)
        assert seen(app)[0] == "/␛]0;x"


async def test_a_line_being_typed_finds_beginnings_and_then_words(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"pira")
        typing = seen(app)
        await press(pilot, "enter")
        typed = seen(app)
    assert typing[-2].endswith("1 of 1")
    assert typed[-2].endswith("nothing found")


async def test_a_line_typed_to_its_end_keeps_the_row(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", "down", "enter")
        assert seen(app)[-2].endswith("2 of 3")


async def test_escape_in_the_line_goes_back_to_what_was_asked_before(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", "enter", "slash", *" piracy")
        assert seen(app)[-2].endswith("nothing found")
        await press(pilot, "escape")
        assert seen(app)[0] == "/failed"
        assert seen(app)[-2].endswith("1 of 3")


async def test_what_is_wrong_with_a_line_is_not_said_when_it_is_gone(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", "quotation_mark", "x", "enter")
        assert "not closed" in seen(app)[-1]
        await press(pilot, "escape")
        assert seen(app)[-1].startswith("Enter read")


@pytest.mark.parametrize(
    ("keys", "asked"),
    [
        pytest.param(("slash", *"piracy"), "/piracy", id="another in its place"),
        pytest.param(("slash", *" crop"), "/failed crop", id="more behind a blank"),
        pytest.param(("slash", "end", *"x"), "/failedx", id="more where one goes"),
        pytest.param(("tab", *" crop"), "/failed crop", id="more of it"),
        pytest.param(("slash", "enter"), "/failed", id="none"),
        pytest.param(("slash", *"piracy", "escape"), "/failed", id="as before"),
    ],
)
async def test_a_search_takes_the_place_of_the_one_before_or_goes_on_with_it(
    library: Library, keys: tuple[str, ...], asked: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"failed", "enter", *keys)
        assert seen(app)[0] == asked


async def test_the_whole_list_is_found_again_at_its_row(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G", "slash", *"failed", "enter", "q")
        assert seen(app)[-2].endswith("121 of 121")
        assert "05STRELSAU1 " in seen(app)[-3]


async def test_results_go_by_date_or_by_relevance(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"subject:harvest or id:09MOSCOW1869", "enter", "comma", "r")
        relevance = seen(app)
        await press(pilot, "colon", *"2009-", "enter")
        refused = seen(app)[-1]
        await press(pilot, "comma", "o", "colon", *"2009-", "enter")
        oldest = seen(app)
    assert relevance[-2].startswith("by relevance  search: subject")
    assert refused.startswith("These do not go by date")
    assert oldest[-2].endswith("121 of 121")
    assert "09MOSCOW1869" in oldest[-4]


@pytest.mark.parametrize(
    ("key", "said", "where"),
    [("f", "by origin", 0), ("c", "by class", 1)],
    ids=["origin", "class"],
)
@pytest.mark.parametrize("line", ["", "subject:harvest or id:09MOSCOW1869"], ids=["all", "found"])
async def test_the_list_goes_by_origin_or_by_class(
    library: Library, line: str, key: str, said: str, where: int
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *line, "enter", "comma", key)
        top = seen(app)
        await press(pilot, "G")
        end = seen(app)
        await press(pilot, "colon", *"2009-", "enter")
        refused = seen(app)
    assert said in top[-2]
    assert end[-2].endswith("121 of 121")
    assert any("09MOSCOW1869" in row for row in (top[2:4], end[-4:-2])[where])
    assert refused[-1].startswith("These do not go by date")


async def test_what_is_expected_is_said_with_the_column(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "slash", *"piracy")
        app.screen.query_line.insert_text_at_cursor(" orgin:x")  # type: ignore[attr-defined]
        await press(pilot)
        rows = seen(app)
    assert rows[-2].startswith("column 8: There is no field orgin; the nearest is origin.")
    assert "Expected: one of" in rows[-2]
    assert rows[-1].endswith("note.")
    assert "09MOSCOW1869" in rows[2]


async def test_the_list_is_usable_while_a_search_waits_for_the_index(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = ReftelApp(library)
    ready = threading.Event()
    search = library.search

    def waiting(*asked: Any, **how: Any) -> Search:
        assert ready.wait(30)
        return search(*asked, **how)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        with monkeypatch.context() as held:
            held.setattr(library, "search", waiting)
            held.setattr(library.index, "progress", (3, 121))
            send(app, "slash", "r", "enter", "j", "j", "enter")
            await meanwhile(pilot, lambda: seen(app)[-2].startswith("05STRELSAU"))
            send(app, "q")
            await meanwhile(pilot, lambda: seen(app)[-2].startswith("indexing 3 of 121  "))
            assert seen(app)[-2].endswith("3 of 121")
        ready.set()
        await until(pilot, lambda: seen(app)[-2].startswith("search: r"))


async def test_a_line_that_cannot_be_read_says_so_each_time_it_is_asked(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"tag:", "enter", "down")
        moved = seen(app)
        await press(pilot, "enter")
        again = seen(app)
    assert not moved[-1].startswith("column")
    assert again[-1].startswith("column 5:")
    assert again[-2].endswith("121")
