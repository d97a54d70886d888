"""What a reader does in a cable: paragraphs, codes, references, the way from cable to cable."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp

OPENED_58 = ("slash", *"second", "space", *"box", "tab", "enter", "escape")
"""The keys to a cable that refers to three others, with no hits left in it."""


def reversed_words(app: App[Any]) -> list[str]:
    """What stands out in the text of the cable, between the banners."""
    view = app.screen.text  # type: ignore[attr-defined]
    found = []
    for y in range(view.size.height):
        for text, style, _ in view.render_line(y):
            if style is not None and style.reverse:
                found.append(text)
    return found


@pytest.mark.parametrize(
    ("keys", "paragraph", "first"),
    [
        (("p",), "¶1/7", "¶1 (SBU) Summary."),
        (("p", "p", "p"), "¶3/7", "¶3 (SBU)"),
        (("p", "p", "p", "P"), "¶2/7", "¶2 (U)"),
        (("p", "p", "j", "P"), "¶2/7", "¶2 (U)"),
        (("4", "p"), "¶4/7", "¶4 ("),
        (("colon", "5", "enter"), "¶5/7", "¶5 (SBU)"),
        (("colon", "¶", "5", "enter"), "¶5/7", "¶5 (SBU)"),
        (("7", "p"), "¶7/7", None),
        (("G", "7", "p", "P"), "¶6/7", "¶6 (SBU)"),
        (("3", "j"), "¶1/7", None),
    ],
    ids=str,
)
async def test_one_goes_by_paragraphs(
    library: Library, keys: tuple[str, ...], paragraph: str, first: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", *keys)
        rows = seen(app)
    assert paragraph in rows[-2]
    if first:
        assert rows[1].startswith(first)


@pytest.mark.parametrize("keys", [("9", "p"), ("colon", "9", "enter")], ids=str)
async def test_a_paragraph_that_is_not_there_is_said_not_to_be(
    library: Library, keys: tuple[str, ...]
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "j", *keys)
        assert seen(app)[-1] == "No ¶9: the last is ¶7"
        assert app.screen.text.passage.top == 1  # type: ignore[attr-defined]


async def test_the_number_typed_is_shown_and_taken_by_the_next_key_only(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "1", "2")
        assert seen(app)[-1] == "12"
        await press(pilot, "j", "j")
        assert app.screen.text.passage.top == 13  # type: ignore[attr-defined]
        await press(pilot, "5", "g", "j")
        assert app.screen.text.passage.top == 5  # type: ignore[attr-defined]


async def test_the_header_opens_with_zh_and_stays_so(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "enter")
        folded = "\n".join(seen(app))
        await press(pilot, "z")
        menu = "\n".join(seen(app))
        await press(pilot, "h")
        opened = "\n".join(seen(app))
        await press(pilot, "q", "j", "enter")
        other = "\n".join(seen(app))
    assert "HEADER      PRECEDENCE, TO, INFO, CAPTIONS, PASS, E.O.: zh opens them" in folded
    assert "SUBJECT     INTERNET PIRACY" in folded
    assert "RUEHXD" not in folded
    assert "h Open or fold the header" in menu
    assert "RUEHXD   MOSCOW POLITICAL COLLECTIVE" in opened
    assert "RUEHZL  EUROPEAN POLITICAL COLLECTIVE" in other


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_the_menu_goes_away_and_leaves_all_as_it_was(library: Library, key: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "j")
        before = seen(app)
        await press(pilot, "z", key)
        assert seen(app) == before


async def test_the_text_as_received_and_the_open_header_keep_the_place(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "4", "p", "j", "j")
        before = seen(app)
        await press(pilot, "z", "r", "z", "h", "z", "r", "z", "h")
        assert seen(app)[:-1] == before[:-1]


async def test_the_paragraph_one_went_to_is_kept_where_the_text_ends(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 50)) as pilot:
        await press(pilot, "enter", "6", "p")
        for key in ("v", "v", "minus", "z"):
            await press(pilot, key)
            assert "¶6/7" in seen(app)[-2], key
        await press(pilot, "w")
        assert "¶6/7" in seen(app)[-2]


async def test_i_explains_one_code_after_another(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "enter", "z", "h", "i")
        assert reversed_words(app) == ["22 Jul 2009 03:36 UTC (220336Z JUL 09)"]
        assert seen(app)[-1].startswith("Date-time group: Wednesday 22 July 2009, 03:36 UTC")
        await press(pilot, "i", "i")
        assert reversed_words(app) == ["RUCPDOC"]
        assert seen(app)[-1].startswith("RUCPDOC: DEPT OF COMMERCE WASHDC, as this cable names it")
        await press(pilot, "I")
        assert seen(app)[-1].startswith("ROUTINE: precedence R")
        await press(pilot, "escape")
        assert reversed_words(app) == []


async def test_after_the_last_code_the_header_is_offered_while_it_is_folded(
    library: Library,
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "G", "i")
        assert seen(app)[-1] == "No code further on: I goes back, zh opens the header"
        await press(pilot, "z", "h", "G", "i")
        assert seen(app)[-1] == "No code further on: I goes back"


async def test_an_explanation_that_is_long_begins_on_the_line_above(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "enter", "i")
        rows = seen(app)
        assert rows[-2] == "Date-time group: Wednesday 22 July    3%"
        assert rows[-1] == "2009, 03:36 UTC, which is Z (ACP 121)"
        await press(pilot, "7")
        assert seen(app)[-2].startswith("09MOSCOW1869")


async def test_codes_are_explained_in_the_text_as_received_too(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "enter", "v", "i", "i")
        assert reversed_words(app) == ["RR"]
        assert seen(app)[-1].startswith("RR: precedence ROUTINE")


async def test_a_code_far_below_is_brought_into_view(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "enter", "tab", "tab")
        assert reversed_words(app) == ["reftel"]
        assert seen(app)[-1] == "09MOSCOW1439 is not in this library"
        await press(pilot, "tab")
        assert seen(app)[-1] == "No reference further on"
        await press(pilot, "shift+tab")
        assert reversed_words(app) == ["09MOSCOW1439"]


@pytest.mark.parametrize(
    ("keys", "cable"),
    [
        (("tab", "enter"), "76STATE101010"),
        (("tab", "tab", "l"), "09STRELSAU13"),
        (("tab", "tab", "right"), "09STRELSAU13"),
        (("g", "f", "a"), "74STRELSAU311"),
        (("f", "a"), "76STATE101010"),
        (("g", "f", "s"), "76STATE101010"),
    ],
    ids=str,
)
async def test_a_reference_is_followed_and_one_comes_back(
    exercise: Library, keys: tuple[str, ...], cable: str
) -> None:
    app = ReftelApp(exercise)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *OPENED_58, *(("2", "p") if keys[0] != "g" else ()))
        before = seen(app)
        await press(pilot, *keys)
        assert seen(app)[-2].startswith(cable)
        await press(pilot, "H")
        assert seen(app)[:-2] == before[:-2]
        await press(pilot, "L")
        assert seen(app)[-2].startswith(cable)
        await press(pilot, "L")
        assert seen(app)[-1] == "Nothing was read after this one"
        await press(pilot, "q")
        assert seen(app)[-2].endswith("1 of 1")


async def test_tab_says_which_cable_it_is(exercise: Library) -> None:
    app = ReftelApp(exercise)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *OPENED_58, "tab", "tab")
        assert seen(app)[-1] == "76STATE101010  1976-04-26  SECRET  PHOTOGRAPHS OF THE KING"


async def test_the_letters_stand_over_the_references_until_one_is_pressed(
    exercise: Library,
) -> None:
    app = ReftelApp(exercise)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *OPENED_58)
        before = seen(app)
        await press(pilot, "f")
        lettered = "\n".join(seen(app))
        assert "A. a4STRELSAU311" in lettered
        assert "C. d9STRELSAU13" in lettered
        await press(pilot, "escape")
        assert seen(app) == before
        await press(pilot, "f", "x")
        assert seen(app) == before


async def test_where_no_reference_is_in_view_one_is_told_what_to_do(exercise: Library) -> None:
    app = ReftelApp(exercise)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "p", "f")
        assert seen(app)[-1].startswith("No references in view")
        await press(pilot, "enter")
        assert seen(app)[-1].startswith("Tab goes to a reference")


async def test_j_and_k_walk_the_list(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "enter")
        first = seen(app)[-2].split()[0]
        await press(pilot, "space", "J")
        second = seen(app)
        assert second[-2].split()[0] != first
        assert "CABLE" in second[1]
        await press(pilot, "K")
        assert seen(app)[-2].split()[0] == first
        assert "CABLE" not in seen(app)[1]
        await press(pilot, "2", "J", "q")
        assert seen(app)[-2].endswith("4 of 121")


@pytest.mark.parametrize(("ways", "key"), [((), "K"), (("G",), "J")], ids=["first", "last"])
async def test_beyond_the_ends_of_the_list_lies_no_cable(
    library: Library, ways: tuple[str, ...], key: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *ways, "enter", "j")
        before = seen(app)
        await press(pilot, key)
        assert seen(app)[:-1] == before[:-1]
        assert "of the list" in seen(app)[-1]


async def test_the_lines_grow_longer_and_shorter(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(150, 40)) as pilot:
        await press(pilot, "enter")
        before = max(map(len, seen(app)[1:-3]))
        await press(pilot, *["minus"] * 3)
        narrow = max(map(len, seen(app)[1:-3]))
        await press(pilot, *["plus"] * 6)
        wide = max(map(len, seen(app)[1:-3]))
        assert seen(app)[-1] == "Lines of at most 130 cells"
    assert narrow <= 70 < before <= 100 < wide <= 130


async def test_a_cable_opens_again_where_it_was_left(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "4", "p")
        before = seen(app)
        await press(pilot, "q", "j", "enter", "q", "k", "enter")
        assert seen(app)[:-1] == before[:-1]


async def test_space_reads_on_beyond_the_end_of_a_cable(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "G", "pagedown")
        assert seen(app)[-2].startswith("09MOSCOW1869")
        await press(pilot, "space")
        assert seen(app)[-2].startswith("05STRELSAU")
        assert "CABLE" in seen(app)[1]


@pytest.mark.parametrize(
    "keys", [("tab",), ("tab", "enter"), ("f",), ("i",), ("r",), ("c",), ("J",)], ids=str
)
async def test_a_library_that_vanishes_leaves_the_reader_standing(
    exercise_folder: Path, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    folder = tmp_path / "library"
    shutil.copytree(exercise_folder, folder)
    with Library.open(folder, marks=tmp_path / "marks.json") as library:
        app = ReftelApp(library)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "j", "j", "enter")
            assert "THE SECOND BOX" in "\n".join(seen(app))
            shutil.rmtree(folder)
            await press(pilot, *keys)
            assert app.return_code is None
            await press(pilot, "z", "h", "G")
            assert len(seen(app)) == 24


async def test_every_code_is_explained_whole_on_a_narrow_screen(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "enter", "z", "h", "g")
        explained = 0
        while True:
            await press(pilot, "i")
            said = " ".join(seen(app)[-2:])
            if "No code further on" in said:
                break
            explained += 1
            assert "…" not in said, said
    assert explained >= 15
