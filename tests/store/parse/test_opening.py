"""The opening: which line is which field, and where the body begins."""

import pytest

from store.parse import breaks, opening
from store.parse.folded import numbered
from store.parse.lines import Lines
from store.parse.opening import Opening


def read(text: str) -> Opening:
    return opening.read(Lines(text), 0, breaks.find(text, 0, numbered(text, 0)))


def first_line(text: str) -> str:
    return text[read(text).end :].split("\n")[0].strip()


def fields(text: str) -> dict[str, str]:
    return {name: field.text(text) for name, field in read(text).fields.items()}


def test_captions_and_pass_lines() -> None:
    found = read("SENSITIVE \nSIPDIS \n \nSTATE FOR EUR/RUS \nUSPTO MSMITH \n \nE.O. 12958: N/A \n")
    assert found.captions == ("SENSITIVE", "SIPDIS")
    assert found.passes == ("STATE FOR EUR/RUS", "USPTO MSMITH")


@pytest.mark.parametrize("line", ["SENSITIVE SIPDIS", "NOFORN//SIPDIS", "NSC FOR RICE ONLY"])
def test_captions_on_one_line(line: str) -> None:
    found = read(f"{line}\n\nE.O. 12958: N/A")
    assert found.captions
    assert found.passes == ()


@pytest.mark.parametrize(
    "label", ["TAGS:", "TAGS", "tAgs:", "TAGES:", "TAS:", "TABS:", "TGS:", "AGS:", "TAGS;", "TAGS,"]
)
def test_labels_of_tags(label: str) -> None:
    assert fields(f"E.O. 12958: N/A \n{label} PREL, PGOV\nSUBJECT: X")["tags"] == "PREL, PGOV"


@pytest.mark.parametrize(
    "label",
    [
        *("SUBJECT:", "SUBJ:", "UBJECT:", "SUBJECT", "Subject:", "SUBJECT::", "SUBJECT;"),
        *("SUBJT:", "SUBJ8:", "SUJ:", "SUJECT:", "SUBJECT\t"),
    ],
)
def test_labels_of_subject(label: str) -> None:
    assert fields(f"TAGS: PREL\n{label} A VISIT\n\n1. One")["subject"] == "A VISIT"


@pytest.mark.parametrize(
    "label",
    [
        *("REF:", "REFS:", "Refs:", "Ref", "REFS :", "Reftel:", "REFTELS:", "PROGRAM REF:"),
        *("REF;", "REF(S):", "REFTEL(S):"),
    ],
)
def test_labels_of_references(label: str) -> None:
    assert fields(f"SUBJECT: X\n\n{label} ROME 12\n\n1. One")["refs"] == "ROME 12"


def test_everything_on_one_line() -> None:
    text = "E.o. 12958: decl: 01/07/2014 Tags: prel, tu Subject: turkish p.m. goes: how strong?\n"
    assert fields(text) == {
        "eo": "E.o. 12958: decl: 01/07/2014",
        "tags": "prel, tu",
        "subject": "turkish p.m. goes: how strong?",
    }


@pytest.mark.parametrize(
    ("line", "subject", "refs"),
    [
        ("A VISIT TO EGYPTREF: CAIRO 493", "A VISIT TO EGYPT", "CAIRO 493"),
        ("A PROPOSAL REF: A) TRIPOLI 223", "A PROPOSAL", "A) TRIPOLI 223"),
        ("REFORM AND REFUGEES: A REFERENCE", "REFORM AND REFUGEES: A REFERENCE", None),
        ("REFERENDUM", "REFERENDUM", None),
        ("UNHCR AND PREF: A LOOK AT PEOPLE", "UNHCR AND PREF: A LOOK AT PEOPLE", None),
    ],
)
def test_a_glued_ref_cuts_the_subject_and_a_word_does_not(
    line: str, subject: str, refs: str | None
) -> None:
    found = fields(f"SUBJECT: {line}\n\n1. One")
    assert (found["subject"], found.get("refs")) == (subject, refs)


def test_a_glued_classified_by_cuts_the_subject() -> None:
    found = fields("SUBJECT: A TRIP TO CAIROClassified By: Ambassador X\n")
    assert found["subject"] == "A TRIP TO CAIRO"


@pytest.mark.parametrize(
    "label", ["Classfied By:", "Clasified by", "Classifed by", "CLASSIFIED-BY"]
)
def test_labels_of_the_statement(label: str) -> None:
    assert fields(f"SUBJECT: X\n\n{label} DCM A. Sapt\n\n1. One")["classified_by"].endswith("Sapt")


def test_declassified_by_is_no_statement() -> None:
    line = "E.O. 12958: DECL: DECLASSIFIED BY NARA 09/02/2009"
    assert fields(f"{line}\nSUBJECT: X")["eo"] == line


def test_subject_on_the_line_after_its_label() -> None:
    assert fields("SUBJECT:\n\nCooperation and more\n\n1. One")["subject"] == "Cooperation and more"


def test_a_page_break_inside_the_subject_is_left_out() -> None:
    text = "SUBJECT: THE NEW\n \nPRETORIA 00000954 001.2 OF 004\n \nPRESIDENT\n\nREF: ROME 1"
    assert fields(text)["subject"] == "THE NEW\nPRESIDENT"


def test_subject_far_down_is_a_word() -> None:
    text = "SIPDIS\n" + "\n" * opening.LIMIT + "SUBJECT: NOT OF THE OPENING"
    assert fields(text) == {}


@pytest.mark.parametrize(
    "entry", ["B. ROME 12", "¶B) 12", "ROME 12,", "09 ROME 12;", "09ROME12", "PORT AU PRINCE 12"]
)
def test_references_go_on_however_far_down(entry: str) -> None:
    entries = "\n".join([entry] * 2 * opening.LIMIT)
    text = f"REF: A. ROME 1\n{entries}\nThis is the body of 2009."
    assert fields(text)["refs"] == f"A. ROME 1\n{entries}"
    assert first_line(text) == "This is the body of 2009."


def test_references_go_on_behind_an_empty_line_with_a_bullet() -> None:
    text = "REF: A. BOGOTA 1775\n \n     ¶B. BOGOTA 3422\n \nThis is the body."
    assert fields(text)["refs"] == "A. BOGOTA 1775\n¶B. BOGOTA 3422"
    assert first_line(text) == "This is the body."


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("SUBJECT: X\n\nREF: ROME 1\n\n¶1. (U) One", "¶1. (U) One"),
        ("SUBJECT: X\n\n-----\nSummary\n-----\n1. One", "-----"),
        ("SUBJECT: X\n\nSummary\n-------\n1. One", "Summary"),
        ("SUBJECT: X\n\nThis is an Action request.\n\n1. One", "This is an Action request."),
        ("SIPDIS\n\nSome words without any label.", "Some words without any label."),
    ],
)
def test_where_the_body_begins(text: str, first: str) -> None:
    assert first_line(text) == first


def test_stray_lines_before_a_label_stay_in_the_opening() -> None:
    found = read("SUBJECT: X\n \nSENSITIVE BUT UNCLASSIFIED--PROTECT\n \nREF: ROME 1\n\n1. One")
    assert found.passes == ("SENSITIVE BUT UNCLASSIFIED--PROTECT",)
    assert "refs" in found.fields


def test_paragraph_one_may_be_the_classification() -> None:
    found = read("SUBJECT: X\n1. (U) CLASSIFIED BY ROBERT P. FINN, REASON: 1.5 (D)")
    assert "classified_by" not in found.fields
    assert found.end == len("SUBJECT: X\n")


@pytest.mark.parametrize(
    "line",
    [
        *("SIPDIS", "TAGS: ECON", "SUMMARY: X Y", "(U) 1. X", "(U) SENSITIVE BUT UNCLASSIFIED"),
        *("THIS CABLE IS SENSITIVE BUT UNCLASSIFIED", "Sensitive but unclassified"),
    ],
)
def test_what_stands_right_below_a_subject_and_is_none_of_it(line: str) -> None:
    assert fields(f"TAGS: PREL\nSUBJECT: A TALK\n{line}\n\n1. One")["subject"] == "A TALK"
