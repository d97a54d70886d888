import pytest

from store.cable import Cable, Paragraph
from tui.render.cable import flow
from tui.render.look import Look
from tui.render.own import Own

TEXT = "The harvest failed.\nIn Zenda it did not.\n"
CABLE = Cable(
    "09X1",
    TEXT,
    paragraphs=(Paragraph(1, "C", None, 0, 0, 20), Paragraph(2, "C", None, 20, 20, len(TEXT))),
)


def drawn(own: Own, look: Look = Look()) -> list[str]:  # noqa: B008 - a value
    return [line.plain.rstrip() for line in flow(CABLE, 80, look, own)]


def test_a_note_stands_below_its_paragraph_which_bears_a_sign() -> None:
    lines = drawn(Own(notes=(("1", "Was it so?\nAsk."),)))
    at = lines.index("¶1+(C) The harvest failed.")
    assert lines[at + 1 : at + 3] == ["       + Was it so?", "         Ask."]
    assert "¶2 (C) In Zenda it did not." in lines
    assert "MY NOTES    on ¶1" in lines


def test_folded_notes_leave_the_sign_and_a_count() -> None:
    lines = drawn(Own(notes=(("1", "Was it so?"), (None, "Read again"))), Look(notes=False))
    assert "¶1+(C) The harvest failed." in lines
    assert lines[1:3] == ["MY NOTES    2 notes, folded", "            on ¶1"]
    assert "Was it so?" not in " ".join(lines)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        pytest.param(Own(tags=("a", "b")), ["MY TAGS     a · b"], id="tags"),
        pytest.param(Own(notes=((None, "Whole"),)), ["MY NOTES    Whole"], id="on the whole"),
        pytest.param(Own(notes=(("9", "Gone"),)), ["MY NOTES    ¶9: Gone"], id="no such ¶"),
        pytest.param(Own(), [], id="nothing"),
    ],
)
def test_what_is_of_the_whole_cable_stands_above(own: Own, expected: list[str]) -> None:
    lines = drawn(own)
    assert lines[1 : lines.index("")] == expected


def test_a_note_belongs_to_its_paragraph_but_shows_nothing_of_the_text() -> None:
    [line] = [
        each for each in flow(CABLE, 80, Look(), Own(notes=(("2", "So"),))) if "+ So" in each.plain
    ]
    assert line.paragraph == 1
    assert line.start is None
