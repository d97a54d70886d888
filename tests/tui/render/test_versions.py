"""Two versions of a cable, drawn as `git diff` would."""

import pytest

from store.cable import Cable
from store.parse import parse
from tui.render.line import cells
from tui.render.versions import versions

OPENING = "C O N F I D E N T I A L ZENDA 000001\n\nTAGS: PREL\nSUBJECT: {}\n\n"
OLD = "1. (C) One.\n\n2. (C) Two.\n\n3. (C) He met XXXXX there.\n\n4. (U) Four.\n\nRUPERT"
NEW = "1. (C) One.\n\n2. (C) Two.\n\n3. (C) He met Black Michael there.\n\n4. (C) Four.\n\nRUPERT"


def read(subject: str, body: str) -> Cable:
    return parse(OPENING.format(subject) + body)._replace(id="08ZENDA1")


def shown(old: Cable, new: Cable, width: int = 80) -> list[str]:
    return [line.plain for line in versions(old, new, width)]


def test_what_differs_stands_under_its_sign() -> None:
    assert shown(read("A VISIT", OLD), read("A RIDE", NEW)) == [
        "--- 08ZENDA1",
        "+++ 08ZENDA1",
        "@@ SUBJECT @@",
        "- A VISIT",
        "+ A RIDE",
        "  ¶1 (C) to ¶2 (C): the same",
        "@@ ¶3 (C) @@",
        "- He met XXXXX there.",
        "+ He met Black Michael there.",
        "@@ ¶4 (U) → ¶4 (C) @@",
        "  the same words under another number or mark",
    ]


def test_what_came_and_what_went_stand_alone() -> None:
    short, long = read("A", "1. (C) One."), read("A", "1. (C) One.\n\n2. (C) Two.")
    assert shown(short, long)[-2:] == ["@@ ¶2 (C) @@", "+ Two."]
    assert shown(long, short)[-2:] == ["@@ ¶2 (C) @@", "- Two."]


def test_the_words_that_differ_are_lit() -> None:
    drawn = list(versions(read("A", OLD), read("A", NEW), 80))
    came = next(line for line in drawn if line.plain.startswith("+ "))
    lit = [came.plain[stroke.start : stroke.end] for stroke in came.strokes if stroke.role == "hit"]
    assert lit == ["Black Michael"]


@pytest.mark.parametrize("width", [1, 10, 40])
def test_no_line_is_wider_than_asked(width: int) -> None:
    drawn = shown(read("A VISIT", OLD), read("A RIDE", NEW), width)
    assert all(cells(line) <= max(width, 3) for line in drawn)


def test_nothing_of_a_cable_acts_on_the_terminal() -> None:
    hostile = read("A \x1b[31m", "1. (C) \x1b]52;c;Zm9v\x07 [red]x[/]")
    assert not any("\x1b" in line for line in shown(read("A", OLD), hostile))
