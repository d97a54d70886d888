"""Who classified a cable and why, out of statements written in every order."""

import pytest

from store.parse import classifier, parse


@pytest.mark.parametrize(
    ("statement", "name", "title"),
    [
        (
            "Ambassador Rudolf K. Rassendyll for reasons 1.4 (b)",
            "Rudolf K. Rassendyll",
            "Ambassador",
        ),
        ("Rose E. Zenda, Assistant Secretary, Department", "Rose E. Zenda", "Assistant Secretary"),
        ("ECON FLAVIA L. ELPHBERG, REASONS 1.4 (B,D)", "FLAVIA L. ELPHBERG", "ECON"),
        ("NEA Rupert E. Hentzau for reasons 1.4 (b)", "Rupert E. Hentzau", "NEA"),
        ("Amabassador Black Michael.  Reason 1.4 (B/D)", "Black Michael", "Amabassador"),
        ("Charge d'affaires, a.i. Fritz Tarlenheim for reason 1.4", "Fritz Tarlenheim", None),
        ("Ambassador Rudolf Rassendyll, III. Reasons: 1.4 (b)", "Rudolf Rassendyll, III", None),
        ("Ambassador R. Blake, Jr. for reasons 1.4 (b and (d).", "R. Blake, Jr.", None),
        ("Classified by Economic Counselor Johann Bauer", "Johann Bauer", "Economic Counselor"),
        ("(U) CDA Antoinette Mauban; E.O. 12958, reasons 1.4 (b,d)", "Antoinette Mauban", None),
        ("AMBASSAD0R B0HLEN.  REAS0N: 1.5(B,D).", "B0HLEN", "AMBASSAD0R"),
        ("DCM J. Dean Yap (acting) for reasons 1.4 (b)", "J. Dean Yap", "DCM"),
        ("PRM/AFR Dir. Margaret Sapt-reasons 1.4(b/d)", "Margaret Sapt", "PRM/AFR Dir"),
        ("Ambassador Ludwig von Strofzin for reasons 1.4 (b)", "Ludwig von Strofzin", None),
        ("Ambassador Black Michael per 1.4 (b,d)", "Black Michael", "Ambassador"),
        ("LtCol Black Michael, DATT, reason 1.4 (b)", "Black Michael", "LtCol"),
        ("Ms. Antoinette Mauban, DCM, reason 1.4 (b)", "Antoinette Mauban", "Ms"),
        ("DCM Black Michael due to reasons 1.4 (b)", "Black Michael", "DCM"),
        ("DCM Black Michael under E.O. 13526 1.4 (b)", "Black Michael", "DCM"),
        ("Iran Watcher Ted Sapt. Reasons 1.4", "Ted Sapt", None),
        ("Embassy Baghdad Ted B. Sapt for 1.4 (b)", "Ted B. Sapt", "Embassy Baghdad"),
        ("CDA: Charles Zenda for reQ#8$UQ8ML#C may choke oQhQG", "Charles Zenda", None),
        ("Director for West Bank and Gaza Affairs Ted Sapt, reason 1.4", "Ted Sapt", None),
    ],
)
def test_the_officer_is_told_from_the_office(statement: str, name: str, title: str | None) -> None:
    [officer] = classifier.read(statement).officers
    assert officer.name == name
    assert title is None or officer.title == title


def test_two_officers_are_two() -> None:
    found = classifier.read("DCM John Zenda and POL Counselor Jane Sapt for reasons 1.4 (b)")
    assert [(one.name, one.title) for one in found.officers] == [
        ("John Zenda", "DCM"),
        ("Jane Sapt", "POL Counselor"),
    ]


@pytest.mark.parametrize(
    ("statement", "reasons"),
    [
        ("DCM A. Sapt for reasons 1.4 (b) and (d)", ("1.4(b)", "1.4(d)")),
        ("DCM A. Sapt, REASON 1.5(B)&(D).", ("1.5(b)", "1.5(d)")),
        ("DCM A. Sapt for reasons 1.4 a,b,and d.", ("1.4(a)", "1.4(b)", "1.4(d)")),
        ("DCM A. Sapt; Reasons: 1. 4 (b/d)", ("1.4(b)", "1.4(d)")),
        ("DCM A. Sapt. Reason 1.5 C.", ("1.5(c)",)),
        ("DCM A. Sapt", ()),
    ],
)
def test_reasons_are_listed_with_their_section(statement: str, reasons: tuple[str, ...]) -> None:
    assert classifier.read(statement).reasons == reasons


def test_of_two_statements_the_later_counts() -> None:
    text = "SUBJECT: A\n\nClassified By: ADANA 222 \nADANA 216 \n \nClassified by DCM Nancy Sapt."
    cable = parse(text)
    assert cable.classified_by == "DCM Nancy Sapt."
    assert [officer.name for officer in cable.officers] == ["Nancy Sapt"]


@pytest.mark.parametrize("statement", ["", "for reasons 1.4 (b)", "the Department of State"])
def test_nobody_is_made_up(statement: str) -> None:
    assert classifier.read(statement).officers == ()


def test_a_line_cut_at_its_71st_letter_goes_on_within_the_word() -> None:
    first = "Classified By: Ambassador of the United States of America in Zenda Rich"
    text = f"{first} \nard Hoagland for reasons 1.4 (b)"
    pieces = [(15, len(first)), (len(first) + 2, len(text))]
    assert classifier.joined(text, pieces).endswith("Zenda Richard Hoagland for reasons 1.4 (b)")


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("Ambassador Richa", "rd Hoagland", "Ambassador Richard Hoagland"),
        ("Ambassador Rose", "for reasons", "Ambassador Rose for reasons"),
        ("Political", "counselor Rose", "Political counselor Rose"),
        ("Ludwig", "von Strofzin", "Ludwig von Strofzin"),
        ("AMBASSADOR", "d'affaires", "AMBASSADOR d'affaires"),
    ],
)
def test_a_name_that_goes_on_in_small_letters_was_cut(first: str, second: str, words: str) -> None:
    text = f"{first} \n{second}"
    assert classifier.joined(text, [(0, len(first)), (len(first) + 2, len(text))]) == words


def test_a_line_cut_between_words_keeps_them_apart() -> None:
    text = "Classified By: Ambassador Rose \nZenda"
    assert classifier.joined(text, [(15, 30), (32, 37)]) == "Ambassador Rose Zenda"
