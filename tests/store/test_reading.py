"""A paragraph's words without trailing blanks and page breaks."""

from store.cable import PageBreak
from store.reading import reading


def page(start: int, end: int) -> PageBreak:
    return PageBreak(start, end, 1, None, None, None, None, None, None)


def test_trailing_blanks_go_and_inner_lines_stay() -> None:
    assert reading("one \ntwo  \n \nthree \n", 0, 20, ()) == "one\ntwo\n\nthree"


def test_a_page_break_in_mid_sentence_is_left_out() -> None:
    text = "one \n \nMOSCOW 00000001  002 OF 002 \n \ntwo"
    assert reading(text, 0, len(text), [page(5, len(text) - 3)]) == "one\ntwo"


def test_page_breaks_outside_do_not_matter() -> None:
    text = "xx\none\nyy"
    assert reading(text, 3, 6, [page(0, 3), page(6, 9)]) == "one"
