"""Summaries, comments, action requests: where they begin and end."""

import pytest

from store.parse import parse


def found(text: str) -> list[tuple[str, str]]:
    cable = parse(f"UNCLAS MOSCOW 001869\n\nSUBJECT: A TITLE\n\n{text}")
    return [(block.field, cable.text[block.start : block.end]) for block in cable.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Summary: A raid. End Summary.", [("summary", "A raid.")]),
        ("1. (SBU) SUMMARY. A raid.\n\n2. More.", [("summary", "A raid.")]),
        ("1.  Summary: (SBU) A raid. End\nSummary", [("summary", "A raid.")]),
        ("Summary/Comment: bla\nbla.  End Summary/Comment.\n", [("summary", "bla\nbla.")]),
        ("------- SUMMARY -------\n\n1. Summary: A raid. End Summary. ", [("summary", "A raid.")]),
        ("-------\nSUMMARY\n-------\n\n1. A raid.\n\n2. No more.", [("summary", "A raid.")]),
        (
            "-------\nSUMMARY\n-------\n\n1. One.\n\n2. Two.\n\n-----\nMORE\n-----\n\n3. Three.",
            [("summary", "One.\n\n2. Two.")],
        ),
        ("1. Begin summary. One.\n\n2. Two. End summary.", [("summary", "One.\n\n2. Two.")]),
        ("1. Words (Comment: we doubt it. End Comment.) more.", [("comment", "we doubt it.")]),
        ("1. Words (Comment: we doubt it.) more.", [("comment", "we doubt it.")]),
        ("1. (C) Comment: we doubt it.", [("comment", "we doubt it.")]),
        ("1. Words [Comment: we doubt it.] more.", [("comment", "we doubt it.")]),
        ("1. Words. Comment: we doubt it. End comment. More.", [("comment", "we doubt it.")]),
        ("1. Words. Comment: none of it.", []),
        (
            "1. It says:\n\nBEGIN TEXT\n\nDear Sir.\n\nEND TEXT\n\n2. (U) B.",
            [("text", "Dear Sir.")],
        ),
        ("1. BEGIN TEXT: Dear Sir.\n\n2. Yes. END TEXT.", [("text", "Dear Sir.\n\n2. Yes.")]),
        ("1. It says: BEGIN TEXT and no end.", []),
        ("1. ACTION REQUEST: please answer.", [("action", "please answer.")]),
        ("SUMMARY\n\n1. One two.\n\n2. Three.", [("summary", "One two.")]),
        ("Summary =======\n\n1. One two.\n\n2. Three.", [("summary", "One two.")]),
        ("1. (U) SUMMAY: One. END SUMMARY.\n\n2. Two.", [("summary", "One.")]),
        ("1. (U) (SUMMARY) One. (END SUMMARY)\n\n2. Two.", [("summary", "One.")]),
        ("1. (U) SUMMARY One. END SUMMARY\n\n2. Two.", [("summary", "One.")]),
        ("1. SUMMARY One and no end.\n\n2. Two.", []),
        ("1. SUMMARY; One. END SUMMARY.\n\n2. Two.", [("summary", "One.")]),
        ("1. EXECUTIVE SUMMARY: One. END EXECUTIVE SUMMARY.\n\n2. Two.", [("summary", "One.")]),
        ("1. INTRODUCTION AND SUMMARY: One. END SUMMARY.\n\n2. Two.", [("summary", "One.")]),
        ("(U) SUMMARY: One. END SUMMARY.\n\n1. (U) Two.", [("summary", "One.")]),
        (
            "I. SUMMARY\n----------\n\n1. One.\n\nII. REST\n-------\n\n2. Two.",
            [("summary", "One.")],
        ),
        ("1. (Comment: We doubt it. End Comment.)\n\n2. Two.", [("comment", "We doubt it.")]),
        ("1. The summary of it all: none.", []),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
