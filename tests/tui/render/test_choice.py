import pytest

from tui.commanding import Choice
from tui.render.choice import choice
from tui.render.line import cells

OUTLINE = Choice("cable.outline", "cable.outline", "Headings and paragraphs, to go there", "O")


@pytest.mark.parametrize("width", range(1, 130, 9))
@pytest.mark.parametrize(
    "each",
    [
        OUTLINE,
        Choice("x", "x"),
        Choice("y", "名前" * 20, "ｗｉｄｅ" * 9, "1,200"),
        Choice("z", "\x1b]0;x\x07", "\u202eabout", "\n"),
    ],
    ids=["usual", "name alone", "wide", "hostile"],
)
def test_a_choice_takes_exactly_its_width(each: Choice, width: int) -> None:
    line = choice(each, width)
    assert cells(line.plain) == width
    assert line.plain.isprintable()


def test_name_meaning_and_key_stand_side_by_side() -> None:
    drawn = choice(OUTLINE, 80).plain
    assert drawn.startswith(" cable.outline          Headings and paragraphs, to go there")
    assert drawn.endswith(" O")


def test_a_narrow_line_cuts_what_it_is_first() -> None:
    drawn = choice(OUTLINE, 40).plain
    assert drawn.startswith(" cable.outline")
    assert drawn.endswith(" O")
    assert "…" in drawn
