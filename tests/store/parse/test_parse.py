"""The public function: a text, or what a layout received, in; a cable out."""

from store.cable import Cable
from store.parse import parse

TEXT = "R 220336Z JUL 09\nFM AMEMBASSY MOSCOW\nUNCLAS MOSCOW 001869\n\nSUBJECT: A TITLE\n\n1. One."


def test_a_text_alone_is_one_telegram() -> None:
    cable = parse(TEXT)
    assert isinstance(cable, Cable)
    assert (cable.id, cable.date, cable.subject) == ("09MOSCOW1869", "2009-07-22", "A TITLE")
    assert (cable.text, cable.listing, cable.source) == (TEXT, None, None)


def test_a_text_without_anything_is_a_cable_without_anything() -> None:
    cable = parse("")
    assert (cable.id, cable.paragraphs, cable.subject) == ("", (), None)


def test_letters_that_cannot_be_encoded_are_read() -> None:
    assert parse("1. A \ud800 letter.").paragraphs[0].words == 3
