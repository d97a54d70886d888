from collections.abc import Iterator
from pathlib import Path

import pytest

from store.library import Library
from store.practice import CABLES
from tests.tui.driving import press, seen, until
from tui.app import ReftelApp
from tui.doors import Doors
from tui.screens.home import about
from tui.work.job import PROGRAM

EMPTY = "empty.txt: it is empty"


@pytest.fixture
def doors(tmp_path: Path) -> Doors:
    words = ("--library", str(tmp_path / "own"))
    return Doors(tmp_path / "own", tmp_path / "practice", words=words)


@pytest.fixture
def app(doors: Doors) -> Iterator[ReftelApp]:
    """The program of someone who has no library yet."""
    made = ReftelApp(None, doors=doors)
    yield made
    made.finish()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 15), (40, 12)], ids=str)
async def test_without_a_library_the_ways_into_one_are_shown(
    app: ReftelApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot)
        shown = "\n".join(seen(app))
    for words in ("1  Try the practice set", "2  Import a file", "3  Read the two-minute guide"):
        assert words in shown
    assert "Nothing leaves this machine." in shown
    assert "Your library will be in" in shown


@pytest.mark.parametrize("height", range(6, 12))
async def test_all_choices_and_the_foot_stand_on_the_lowest_screen(
    library: Library, height: int
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(24, height)) as pilot:
        await press(pilot, "f2")
        shown = seen(app)
        assert [row[2] for row in shown if row[:2] == "  " and row[3:5] == "  "] == [*"1234"]
        assert shown[-2] == "reftel"
        assert shown[-1].endswith("? keys")
        await pilot.resize_terminal(24, 40)
        await until(pilot, lambda: any("Nothing leaves this" in row for row in seen(app)))


@pytest.mark.parametrize("keys", [("1",), ("enter",), ("j", "k", "l")], ids="+".join)
async def test_the_practice_library_is_one_key_away(app: ReftelApp, keys: tuple[str, ...]) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        assert seen(app)[-2].startswith("practice library")
        assert seen(app)[-2].endswith(f"1 of {CABLES}")
        await press(pilot, "enter")
        assert app.screen.TABLE == "detail"  # type: ignore[attr-defined]
        await press(pilot, "f2", "1", "enter", "q")
        assert seen(app)[-2].endswith(f"1 of {CABLES}")


@pytest.mark.parametrize(("key", "ends"), [("q", True), ("Q", True), ("escape", False)])
async def test_only_what_quits_ends_it(app: ReftelApp, key: str, *, ends: bool) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, key)
        assert (app.return_code == 0) == ends
        assert ends or seen(app)[-1] == "Q quits"


async def test_the_guide_is_read_and_left(app: ReftelApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "3")
        assert seen(app)[0] == "What this is"
        await press(pilot, "G")
        assert seen(app)[-2].endswith("end")
        await press(pilot, "q")
        assert app.screen.TABLE == "home"  # type: ignore[attr-defined]


async def test_an_import_is_counted_first_and_leads_to_the_own_library(
    app: ReftelApp, doors: Doors, files: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2")
        app.screen.foot.prompt.value = f"{files}/i"  # type: ignore[attr-defined]
        await press(pilot, "tab")
        await until(pilot, lambda: seen(app)[-1].endswith("/in/"))
        await press(pilot, "enter")
        await until(pilot, lambda: any("Enter  import into" in row for row in seen(app)))
        shown = seen(app)
        assert shown[0] == "3 files: 2 listing, 1 unknown"
        assert not doors.own.exists()
        await press(pilot, "l")
        await until(pilot, lambda: EMPTY in " ".join(seen(app)))
        await press(pilot, "q", "enter")
        await until(pilot, lambda: seen(app)[-1] == "import: 2 new cables, 1 refused")
        assert seen(app)[-2].endswith("1 of 2")
        await press(pilot, "w")
        assert "import" in seen(app)[0]
        assert seen(app)[0].endswith("done")
        await press(pilot, "enter")
        assert EMPTY in " ".join(seen(app))


@pytest.mark.parametrize(
    ("line", "row", "said"),
    [
        ("help", -2, "keys: first page"),
        ("guide", -2, "guide"),
        ("jobs", -2, "no jobs yet"),
        ("import", -1, ">"),
        ("doctor", 0, "terminal"),
        ("list.anew", -2, "Import some cables first: none yet in"),
        ("search piracy", -1, "search is for a library: open one first"),
        ("searches", -1, "searches is for a library: open one first"),
        ("serach", -1, "There is no command serach; the nearest is search"),
    ],
)
async def test_the_command_line_needs_no_library(
    app: ReftelApp, line: str, row: int, said: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", *line.replace(" ", "_"))
        app.screen.foot.prompt.value = line  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert said in " ".join(seen(app)[row:])


@pytest.mark.parametrize("line", ["q", "q!", "quit", "x", "wq"])
async def test_what_quits_elsewhere_quits_the_first_page(app: ReftelApp, line: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", *line, "enter")
    assert app.return_code == 0


async def test_a_path_behind_import_is_completed_and_counted(app: ReftelApp, files: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "colon")
        offered = [row.split() for row in seen(app)[-20:-2]]
        assert ["import", "[PATH]"] in [row[:2] for row in offered]
        assert not any(row[:1] == ["search"] for row in offered)
        app.screen.foot.prompt.value = f"import {files}/i"  # type: ignore[attr-defined]
        await press(pilot, "tab")
        assert app.screen.foot.prompt.value == f"import {files}/in/"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await until(pilot, lambda: any("Enter  import into" in row for row in seen(app)))


async def test_a_path_that_is_left_leaves_things_as_they_are(app: ReftelApp, doors: Doors) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "escape")
        assert app.screen.TABLE == "home"  # type: ignore[attr-defined]
        await press(pilot, "2", *"none", "enter")
        await until(pilot, lambda: any("1 unknown" in row for row in seen(app)))
        assert seen(app)[1] == "none: no such file or directory"
        await press(pilot, "enter")
        assert seen(app)[-1] == "Nothing to import"
        await press(pilot, "escape")
        assert app.screen.TABLE == "home"  # type: ignore[attr-defined]
    assert not doors.own.exists()


async def test_one_who_tries_things_out_meanwhile_is_told_of_the_own_library(
    app: ReftelApp, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = files / "go"
    waiting = f"import os, time\nwhile not os.path.exists({str(go)!r}): time.sleep(0.01)\n"
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "1", "I")
        app.screen.foot.prompt.value = f"{files}/in"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await until(pilot, lambda: any("Enter  import into" in row for row in seen(app)))
        monkeypatch.setattr("tui.work.job.PROGRAM", waiting + PROGRAM)
        await press(pilot, "enter", "q", "j")
        go.touch()
        await until(pilot, lambda: seen(app)[-1].endswith("R goes there"))
        assert seen(app)[-2].endswith(f"2 of {CABLES}")
        await press(pilot, "R")
        assert seen(app)[-2].endswith("1 of 2")


async def test_what_comes_in_is_shown_at_the_top_and_offered_further_down(
    doors: Doors, files: Path
) -> None:
    from store import importer

    with Library.open(doors.own, create=True) as library:
        importer.run([files / "in" / "1.txt"], library, processes=0)
        app = ReftelApp(library, doors=doors)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "slash", *"harvest", "enter")
            await app.work.action_bring(str(files / "in"))
            await until(pilot, lambda: any("Enter  import into" in row for row in seen(app)))
            await press(pilot, "enter")
            await until(pilot, lambda: seen(app)[-1].startswith("import: 1 new cable"))
            await press(pilot, "q")
            await until(pilot, lambda: seen(app)[-2].startswith("1 new: R"))
            await press(pilot, "q", "R")
            await until(pilot, lambda: seen(app)[-2].endswith("1 of 2"))
        app.finish()


@pytest.mark.parametrize(
    ("environ", "found"),
    [
        ({"TERM": "xterm-256color", "LANG": "C.UTF-8"}, ""),
        ({"TERM": "linux", "LANG": "C.UTF-8"}, "16 colours"),
        ({"TERM": "xterm-256color", "LANG": "C.UTF-8", "SSH_TTY": "x"}, "mouse is off"),
        ({"TERM": "xterm-256color", "LANG": "C"}, "ASCII letters"),
        ({"TERM": "xterm-256color", "LANG": "C.UTF-8", "NO_COLOR": "1"}, "no colours"),
    ],
    ids=str,
)
def test_what_was_found_of_the_terminal_is_said_where_it_matters(
    environ: dict[str, str], found: str
) -> None:
    said = about("Your library is here.", environ)
    assert len(said) == (3 if found else 2)
    assert found in said[-1]
