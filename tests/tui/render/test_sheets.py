from collections.abc import Iterator

from tui.render.line import Line, Piece
from tui.render.safe import safe
from tui.render.sheet import FAR
from tui.render.sheets import Layout, Sheets

LENGTH = 100 * FAR


class Text:
    """A text of a line a character, which counts the lines that were laid out."""

    def __init__(self, part: int = 20) -> None:
        self.part = part
        self.made = 0

    def lay(self, _: int, begin: int = 0) -> Iterator[Line]:
        for number in range(begin, LENGTH):
            self.made += 1
            yield Line(safe("x"), (), (Piece(0, number, number + 1),))

    def begins(self, offset: int) -> int:
        return max(0, min(offset, LENGTH) - self.part) if self.part else 0


def test_what_is_near_is_reached_on_the_sheet_in_view() -> None:
    text = Text()
    sheets = Sheets(Layout(text.lay, text.begins), 1)
    assert sheets.around(FAR // 2, sheets.whole) is sheets.whole


def test_what_is_far_is_reached_by_a_part_around_it() -> None:
    text = Text()
    sheets = Sheets(Layout(text.lay, text.begins), 1)
    part = sheets.around(LENGTH // 2, sheets.whole)
    assert part.begin == LENGTH // 2 - 20
    assert part.near(LENGTH // 2) == 20
    assert text.made < 4 * FAR


def test_the_end_is_reached_without_all_that_is_before_it() -> None:
    text = Text()
    sheets = Sheets(Layout(text.lay, text.begins), 1)
    end = sheets.end()
    end.make(LENGTH)
    assert end.made[-1].start == LENGTH - 1
    assert text.made < 4 * FAR


def test_a_part_is_left_upwards_by_one_that_begins_before_it() -> None:
    text = Text()
    sheets = Sheets(Layout(text.lay, text.begins), 1)
    part = sheets.around(LENGTH // 2, sheets.whole)
    part.make(1)
    sooner = sheets.before(part)
    assert sooner.begin == part.begin - 20
    assert sooner.near(part.begin) == 20


def test_once_all_is_made_there_are_no_parts() -> None:
    text = Text()
    sheets = Sheets(Layout(text.lay, text.begins), 1)
    sheets.whole.make(LENGTH + 1)
    assert sheets.around(LENGTH // 2, sheets.whole) is sheets.whole
    assert sheets.end() is sheets.whole


def test_a_text_without_parts_is_laid_out_as_far_as_is_asked() -> None:
    text = Text(part=0)
    sheets = Sheets(Layout(text.lay, text.begins), 1)
    assert sheets.around(LENGTH // 2, sheets.whole).near(LENGTH // 2) == LENGTH // 2
