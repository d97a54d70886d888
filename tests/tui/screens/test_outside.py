from pathlib import Path

import pytest

from store.errors import MarkRefused
from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp
from tui.screens.outside import rewritten

SEED = "09MOSCOW1869"


@pytest.mark.parametrize(
    ("opened", "says"),
    [((), "No desktop here: it came from"), (("enter",), "v shows it as received")],
    ids=["list", "reader"],
)
async def test_without_a_desktop_o_says_where_the_file_is(
    library: Library, opened: tuple[str, ...], says: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(300, 24)) as pilot:
        await press(pilot, *opened, "o")
        assert says in seen(app)[-1]
        assert "/seed.txt" in seen(app)[-1]


@pytest.mark.parametrize("key", ["o", "e", "I"])
async def test_where_it_is_off_the_key_says_so(
    library: Library, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv("REFTEL_SECURE", "1")
    monkeypatch.setenv("VISUAL", "touch /hacked")
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, key)
        assert seen(app)[-1].startswith("Off here: ")
    assert not Path("/hacked").exists()


async def test_without_an_editor_e_says_how_to_name_one(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e")
        assert seen(app)[-1] == "There is no editor: name yours in VISUAL or EDITOR"


def test_a_note_that_was_changed_meanwhile_is_not_written_over(library: Library) -> None:
    library.marks.note(SEED, "theirs")
    with pytest.raises(MarkRefused, match="changed meanwhile"):
        rewritten(library, SEED, None, "", "mine")
    note = library.marks.of(SEED).note()
    assert note is not None
    assert note.text == "theirs"


def test_an_edited_note_can_be_undone_and_done_again(library: Library) -> None:
    library.marks.note(SEED, "old", "3")
    said, deed = rewritten(library, SEED, "3", "old", "new\nlines")
    assert said == f"{SEED} ¶3: new lines"
    assert deed is not None
    texts = []
    for change in (deed.undo, deed.redo):
        change()
        note = library.marks.of(SEED).note("3")
        texts.append(note and note.text)
    assert texts == ["old", "new\nlines"]


def test_a_note_that_is_emptied_is_taken_away(library: Library) -> None:
    library.marks.note(SEED, "old")
    assert rewritten(library, SEED, None, "old", "")[0] == f"No note on {SEED}"
    assert library.marks.of(SEED).notes == ()
