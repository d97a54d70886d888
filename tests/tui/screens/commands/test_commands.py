"""The command line as one meets it: opened anywhere, narrowed by letters, done by Enter."""

from pathlib import Path

import pytest

from store.library import Library
from tests.tui.driving import press, seen, send, typed, until
from tui.app import ReftelApp

SIZES = pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=["wide", "small"])


@SIZES
async def test_all_words_stand_above_the_line_and_letters_narrow_them(
    library: Library, size: tuple[int, int]
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot)
        before = seen(app)
        await press(pilot, "colon")
        opened = seen(app)
        await press(pilot, *"quit")
        narrowed = seen(app)
        await press(pilot, "escape")
        assert seen(app)[:-1] == before[:-1]
    shown = 12 if size[1] == 40 else 4
    assert opened[-2 - shown].startswith(" search [QUERY]")
    assert opened[-1] == ":"
    assert [row.split()[0] for row in narrowed[-6:-2]] == [
        *("quit", "list.quit"),
        *("app.quit", "app.interrupt"),
    ]
    assert narrowed[-1] == ":quit"


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        pytest.param((), "list", id="list"),
        pytest.param(("enter",), "detail", id="reader"),
        pytest.param(("enter", "O"), "outline", id="outline"),
        pytest.param(("r",), "tree", id="tree"),
        pytest.param(("question_mark",), "help", id="help"),
    ],
)
@pytest.mark.parametrize("opener", ["colon", "ctrl+p"])
async def test_the_line_opens_on_every_screen(
    library: Library, keys: tuple[str, ...], name: str, opener: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys, opener)
        assert seen(app)[-1] == ":"
        await press(pilot, *typed("search failed"), "enter")
        assert app.front().TABLE == "list"
        assert seen(app)[0] == "/failed"
        assert seen(app)[-2].endswith("1 of 3")


@pytest.mark.parametrize(
    ("line", "row", "said"),
    [
        pytest.param("120", -2, "120 of 121", id="a row"),
        pytest.param("end", -2, "121 of 121", id="the end"),
        pytest.param("sort oldest", -2, "oldest first", id="an order"),
        pytest.param("sort best", -1, "sort takes an order: newest", id="no order"),
        pytest.param("search subject:piracy", -2, "1 of 1", id="a search"),
        pytest.param("marks", 0, "/is:starred or is:noted or tag:mine/", id="marks"),
        pytest.param("search orgin:x", -2, "column 1: There is no field orgin", id="no search"),
        pytest.param("serach x", -1, "no command serach; the nearest is search", id="no word"),
        pytest.param("show 09 moscow 1869", -2, "09MOSCOW1869", id="an id in parts"),
        pytest.param("show strels 120", -2, "05STRELSAU120", id="an id as remembered"),
        pytest.param("09moscow1869", -2, "09MOSCOW1869", id="an id alone"),
        pytest.param("show hentzau 1", -1, "No cable of this library is like hentzau 1", id="none"),
        pytest.param("show", -1, ":show", id="a word that goes on"),
        pytest.param("compare 09moscow1869", -1, "one version of 09MOSCOW1869", id="one version"),
        pytest.param("tag +hot", -1, "09MOSCOW1869 is tagged hot", id="a tag"),
        pytest.param("note :2 see", -1, "09MOSCOW1869 ¶2: see", id="a note on a ¶"),
        pytest.param("note :99 see", -1, "09MOSCOW1869 has no ¶99", id="no such ¶"),
        pytest.param("star", -1, "09MOSCOW1869 is starred", id="a star"),
        pytest.param("star --off", -1, "09MOSCOW1869 is not starred any more", id="no star"),
        pytest.param("unread --off", -1, "09MOSCOW1869 is read", id="read"),
        pytest.param("unread", -1, "09MOSCOW1869 is unread", id="unread"),
        pytest.param("set width 90", -1, "Lines of at most 90 cells", id="a setting"),
        pytest.param("set width 9", -1, "set takes: width 40", id="no setting"),
        pytest.param("set hints off", -1, "first keys are not shown", id="no hints"),
        pytest.param("set order oldest", -2, "oldest first", id="another setting"),
        pytest.param("facets origin", -1, "only these", id="facets"),
        pytest.param("facets zzz", -1, "facets takes a field: level", id="no field"),
        pytest.param("info", 0, "library", id="info"),
        pytest.param("doctor", 0, "terminal", id="doctor"),
        pytest.param("searches", -2, "no search is saved", id="saved searches"),
        pytest.param("jobs", -2, "jobs", id="jobs"),
        pytest.param("import", -1, ">", id="an import"),
        pytest.param("guide", -2, "guide", id="the guide"),
        pytest.param("help", -2, "keys: list", id="help"),
        pytest.param("move.end", -2, "121 of 121", id="the id of a key"),
        pytest.param("order.oldest", -2, "oldest first", id="the id of a key of a menu"),
        pytest.param("last row", -2, "121 of 121", id="what is said of a key"),
    ],
)
async def test_a_line_does_what_it_says(library: Library, line: str, row: int, said: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(90, 24)) as pilot:
        await press(pilot, "colon", *typed(line), "enter")
        assert said in seen(app)[row]


async def test_quit_quits(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", "q", "enter")
    assert app.return_code == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [("7", "¶7/"), ("¶3", "¶3/"), ("end", "end"), ("999", "No ¶999"), ("2009-07", "Dates are")],
)
async def test_a_place_in_the_reader_is_a_paragraph(library: Library, line: str, said: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "colon", *line, "enter")
        assert any(said in row for row in seen(app)[-2:])


async def test_a_citation_of_a_paragraph_is_copied(library: Library, clip: Path) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", *typed("cite :3"), "enter")
        assert "09 MOSCOW 1869" in clip.read_text().replace("MOSCOW1869", " MOSCOW 1869")
        await press(pilot, "colon", *typed("cite 05strelsau7"), "enter")
        assert "STRELSAU" in clip.read_text()


async def test_tab_completes_and_arrows_choose(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", *"so", "tab")
        assert seen(app)[-1] == ":sort"
        await press(pilot, "down", "down", "tab")
        assert seen(app)[-1] == ":sort oldest"
        await press(pilot, "enter")
        assert seen(app)[-2].startswith("oldest first")


async def test_a_chosen_id_is_read(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", *typed("show strels 12"), "down", "down", "enter")
        assert seen(app)[-2].startswith("05STRELSAU120")


async def test_a_value_of_a_field_is_completed_with_its_count(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", *typed("search origin:mosc"))
        assert seen(app)[-3].split() == ["Embassy", "Moscow", "1"]
        await press(pilot, "tab", "enter")
        assert seen(app)[0] == '/origin:"Embassy Moscow"'


async def test_lines_typed_before_come_back(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        for line in ("7", "end", "7"):
            await press(pilot, "colon", *line, "enter")
        await press(pilot, "colon", "up")
        assert seen(app)[-1] == ":7"
        await press(pilot, "up")
        assert seen(app)[-1] == ":end"
        await press(pilot, "up")
        assert seen(app)[-1] == ":end"
        await press(pilot, "down", "down")
        assert seen(app)[-1] == ":"


async def test_an_empty_line_leaves_and_so_does_backspace(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        for leaving in ("enter", "backspace", "escape"):
            await press(pilot, "colon", leaving)
            assert app.focused is None
            assert not seen(app)[-1].startswith(":")


async def test_a_line_typed_faster_than_its_choices_is_done(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        send(app, "colon", *"order.old", "enter", "colon", *"end", "enter")
        await press(pilot)
        assert seen(app)[-2].startswith("oldest first")
        assert seen(app)[-2].endswith("121 of 121")


async def test_words_of_a_cable_reach_the_panel_only_as_text(library: Library) -> None:
    library.marks.searches.remember("\x1b]52;c;aGk=\x07 [red]x[/red]")
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", *typed("search "))
        assert "␛]52;c;aGk=␇ [red]x[/red]" in seen(app)[-3]


async def test_searches_are_saved_and_run_by_name(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", *"failed", "enter", "colon", *typed("save bad ones"), "enter")
        assert library.marks.searches.named("bad ones").line == "failed"
        await press(pilot, "q", "enter", "colon", *typed("searches bad ones"), "enter")
        assert seen(app)[-2].startswith("search: failed")
        await press(pilot, "colon", *typed("searches none"), "enter")
        assert "There is no saved search none" in "".join(seen(app)[-2:])


@pytest.mark.parametrize(
    ("line", "screen"),
    [("home", "home"), ("guide", "page"), ("jobs", "jobs"), ("searches", "searches")],
)
async def test_words_lead_to_what_is_not_reading(library: Library, line: str, screen: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "colon", *line, "enter")
        assert screen == app.screen.TABLE  # type: ignore[attr-defined]


async def test_an_import_is_counted_first_from_the_line_too(library: Library, files: Path) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "colon")
        app.screen.foot.prompt.value = f"import {files}"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await until(pilot, lambda: any("Enter  import into" in row for row in seen(app)))
        assert seen(app)[0] == "3 files: 2 listing, 1 unknown"
    app.finish()
