"""Tags and notes typed at the foot of the list and of the reader."""

from asyncio import get_running_loop
from pathlib import Path

import pytest

from store.library import Library
from tests.tui.driving import press, seen, send
from tui.app import ReftelApp

SEED = "09MOSCOW1869"


@pytest.mark.parametrize("opened", [(), ("enter",)], ids=["list", "reader"])
@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("todo", ("old", "todo")),
        ("+todo later", ("old", "todo", "later")),
        ("-old todo", ("todo",)),
        ("-old", ()),
        ("", ("old",)),
    ],
)
async def test_a_line_of_words_tags_a_cable(
    library: Library,
    opened: tuple[str, ...],
    line: str,
    tags: tuple[str, ...],
) -> None:
    library.marks.tag([SEED], ["old"])
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(
            pilot, *opened, "t", *("space" if letter == " " else letter for letter in line), "enter"
        )
        said = seen(app)[-1]
    assert library.marks.of(SEED).tags == tags
    known = "is tagged " + ", ".join(tags) if tags else "has no tags of yours"
    assert said == f"{SEED} {known}"


async def test_a_tag_that_is_none_is_refused_at_the_foot(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "t", *"a(b", "enter")
        rows = seen(app)
    assert "'a(b' is no tag" in " ".join(rows[-2:])
    assert library.marks.of(SEED).tags == ()


@pytest.mark.parametrize(
    ("opened", "paragraph", "place"),
    [((), None, SEED), (("enter", "3", "p"), "3", f"{SEED} ¶3")],
    ids=["list", "reader"],
)
async def test_a_note_is_put_where_one_is_and_can_be_read_there(
    library: Library,
    opened: tuple[str, ...],
    paragraph: str | None,
    place: str,
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *opened, "a", "enter")
        before = seen(app)[-1]
        await press(pilot, "a", *"who?", "enter", "a", *"why?", "enter", "a", "enter")
        after = seen(app)[-1]
    note = library.marks.of(SEED).note(paragraph)
    assert note is not None
    assert note.text == "who?\nwhy?"
    assert before == f"No note on {place}"
    assert after == f"{place}: who? why?"


@pytest.mark.parametrize("key", ["t", "a"])
async def test_escape_leaves_things_as_they_are(library: Library, key: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, key, *"todo", "escape")
    mark = library.marks.of(SEED)
    assert (mark.tags, mark.notes) == ((), ())


async def test_a_note_is_kept_though_the_next_key_quits(
    library_folder: Path, tmp_path: Path
) -> None:
    with Library.open(library_folder, marks=tmp_path / "marks.json") as library:
        app = ReftelApp(library)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "a", *"who?")
            send(app, "enter", "Q")
        await get_running_loop().shutdown_default_executor()  # as the end of a program does
        note = library.marks.of(SEED).note()
    assert note is not None
    assert note.text == "who?"


@pytest.mark.parametrize("opened", [(), ("enter",)], ids=["list", "reader"])
async def test_tags_are_completed(library: Library, opened: tuple[str, ...]) -> None:
    library.marks.tag(["05STRELSAU7", "05STRELSAU8"], ["harvest", "granary"])
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *opened, "t")
        assert [row.split() for row in seen(app)[-4:-2]] == [["harvest", "2"], ["granary", "2"]]
        await press(pilot, *"har", "tab")
        assert seen(app)[-1] == "tharvest"
        await press(pilot, "space", *"gr", "down", "enter")
        assert seen(app)[-1] == f"{SEED} is tagged harvest, granary"


@pytest.mark.parametrize("line", ["harvest", "-harvest", "ha\t"], ids=["word", "sign", "Tab"])
async def test_tags_are_taken_away_by_a_key_of_their_own(library: Library, line: str) -> None:
    library.marks.tag(["05STRELSAU7"], ["granary"])
    library.marks.tag([SEED], ["old", "harvest"])
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "T")
        assert [row.split()[0] for row in seen(app)[-4:-2]] == ["old", "harvest"]
        await press(pilot, *("tab" if letter == "\t" else letter for letter in line), "enter")
        assert seen(app)[-1] == f"{SEED} is tagged old"
        await press(pilot, "u")
        assert library.marks.of(SEED).tags == ("old", "harvest")
