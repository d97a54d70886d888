"""Copies and stars of the cable that is meant, in the list and in the reader."""

from pathlib import Path

import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp

SEED = "09MOSCOW1869"
CITED = "Telegram 1869 from Embassy Moscow to the Department of State"


@pytest.mark.parametrize(
    ("keys", "begins"),
    [
        (("y", "y"), SEED),
        (("y", "i"), SEED),
        (("y", "c"), CITED),
        (("y", "t"), f"{SEED}\nINTERNET"),
        (("y", "l"), "/"),
        (("enter", "y", "y"), SEED),
        (("enter", "y", "c"), CITED),
        (("enter", "3", "p", "y", "p"), "¶3. (SBU) Dozens"),
        (("enter", "3", "p", "y", "q"), '"'),
        (("enter", "y", "t"), f"{SEED}\nINTERNET"),
    ],
    ids="".join,
)
async def test_two_letters_copy_and_the_foot_says_where_to(
    library: Library, clip: Path, keys: tuple[str, ...], begins: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, *keys)
        rows = seen(app)
    assert clip.read_text().startswith(begins)
    assert f"kept in {clip}" in " ".join(rows[-2:])


async def test_a_quote_is_of_the_paragraph_one_is_at(library: Library, clip: Path) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "3", "p", "y", "q")
    words, citation = clip.read_text().split("\n")
    assert words.endswith('"')
    assert citation.startswith(CITED)
    assert "paragraph 3" in citation


@pytest.mark.parametrize("what", ["p", "q"])
async def test_the_list_has_no_paragraph_to_copy(library: Library, clip: Path, what: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y", what)
        rows = seen(app)
    assert rows[-1].startswith("No ¶ here")
    assert not clip.exists()


@pytest.mark.parametrize("opened", [(), ("enter",)], ids=["list", "reader"])
async def test_the_menu_says_its_letters_and_escape_leaves_it(
    library: Library, clip: Path, opened: tuple[str, ...]
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *opened, "y")
        menu = seen(app)
        await press(pilot, "escape")
        after = seen(app)
    assert any(row.startswith("t The whole text") for row in menu)
    assert any("c Citation" in row for row in menu)
    assert menu[-1] == "Esc copy nothing"
    assert not any("The whole text" in row for row in after)
    assert not clip.exists()


@pytest.mark.parametrize("opened", [(), ("enter",)], ids=["list", "reader"])
async def test_a_star_stands_in_the_row_and_is_kept(
    library: Library, opened: tuple[str, ...]
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, *opened, "asterisk")
        said = seen(app)[-1]
        starred = library.marks.of(SEED).starred
        await press(pilot, *["q"] * len(opened))
        row = seen(app)[2]
        await press(pilot, "asterisk")
        without = seen(app)[2]
    assert said == f"{SEED} is starred"
    assert starred
    assert "* INTERNET PIRACY" in row
    assert "* INTERNET" not in without
    assert library.marks.of(SEED).starred is None


async def test_the_reader_says_that_a_cable_is_starred(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "asterisk", "j")
        starred = seen(app)[-2]
        await press(pilot, "asterisk", "j")
        without = seen(app)[-2]
    assert starred.startswith(f"{SEED}  starred")
    assert "starred" not in without


async def test_a_star_stands_beside_the_cable_on_a_wide_screen(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(170, 24)) as pilot:
        await press(pilot, "enter", "asterisk")
        row = seen(app)[0]
    assert "* INTERNET" in row[:58]


async def test_three_starred_are_found_by_the_next_session(
    library_folder: Path, tmp_path: Path
) -> None:
    for keys in (("asterisk", "j") * 3, ("slash", *"is:starred", "enter")):
        with Library.open(library_folder, marks=tmp_path / "marks.json") as library:
            app = ReftelApp(library)
            async with app.run_test(size=(80, 24)) as pilot:
                await press(pilot, *keys)
                rows = seen(app)
    assert rows[-2].endswith("1 of 3")
    assert sum("* " in row for row in rows) == 3


async def test_a_star_pressed_at_the_last_moment_is_kept(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)):
        app.rooms.list.stars.turn([SEED])
    assert library.marks.of(SEED).starred


async def test_a_star_that_cannot_be_kept_is_said_and_taken_away(
    library_folder: Path, tmp_path: Path
) -> None:
    marks = tmp_path / "marks.json"
    marks.write_text("no marks")
    with Library.open(library_folder, marks=marks) as library:
        app = ReftelApp(library)
        async with app.run_test(size=(120, 24)) as pilot:
            await press(pilot, "asterisk")
            rows = seen(app)
    assert str(marks) in " ".join(rows[-2:])
    assert "* INTERNET" not in rows[2]
    assert marks.read_text() == "no marks"
