"""What a cable says twice is held against itself."""

import pytest

from store.cable import Listing, Received
from store.parse import parse

HEADER = """VZCZCXRO3059
RR RUEHAG
DE RUEHMO #1869/01 2030336
ZNR UUUUU ZZH
R 220336Z JUL 09
FM AMEMBASSY MOSCOW
TO RUEHC/SECSTATE WASHDC 4310
UNCLAS SECTION 01 OF 02 MOSCOW 001869

SUBJECT: A TITLE

1. One.

MOSCOW 00001869  002 OF 002

2. Two.
"""


def kinds(*changes: tuple[str, str]) -> list[str]:
    text = HEADER
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return [finding.kind for finding in parse(text).findings]


def test_a_cable_that_agrees_with_itself_has_no_findings() -> None:
    assert kinds() == []


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("#1869/01", "#1870/01", "serial-differs"),
        ("#1869/01", "#1869/02", "section-differs"),
        ("2030336", "2050336", "day-differs"),
        ("SUBJECT: A TITLE\n", "SUBJECT: A TITLE\nREF: MOSCOW 1869\n", "refers-to-itself"),
        ("UUUUU", "SSSSS", "security-line-differs"),
        ("MOSCOW 00001869  002 OF 002\n\n", "", "section-missing"),
        ("4310\n", "4310\nXMT AMEMBASSY SOFIA\n", "excluded-from-nothing"),
        ("2. Two", "4. (U) Two", "paragraph-number"),
        ("ZZH", "ZFD", "suspected-duplicate"),
        ("SUBJECT", "CORRECTED COPY\nSUBJECT", "corrected-copy"),
        ("SUBJECT", "CORRECTED COPY OF MOSCOW 1868\nSUBJECT", "corrected-copy"),
    ],
)
def test_a_disagreement_is_a_finding(old: str, new: str, kind: str) -> None:
    assert kind in kinds((old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2030336", "2040001"),
        ("UUUUU", "EEEEE"),
        ("4310\n", "4310\nINFO EUROPEAN POLITICAL COLLECTIVE\nXMT AMEMBASSY SOFIA\n"),
    ],
    ids=["filed the day before", "EFTO", "taken from a collective"],
)
def test_what_agrees_is_none(old: str, new: str) -> None:
    assert kinds((old, new)) == []


def test_a_finding_names_its_line() -> None:
    findings = parse(HEADER.replace("#1869/01", "#1870/01")).findings
    assert {finding.line for finding in findings if finding.kind == "serial-differs"} == {3}


@pytest.mark.parametrize(
    ("day", "differs"),
    [
        ("2009-07-22", False),
        ("2010-01-03", False),
        ("2008-12-30", False),
        ("2010-02-01", True),
        ("2008-11-30", True),
        ("2059-07-22", True),
        ("0001-01-01", True),
    ],
)
def test_the_year_of_the_id_is_that_of_the_date(day: str, differs: bool) -> None:  # noqa: FBT001
    listing = Listing("09MOSCOW1869", None, day, None, None, None, None)
    cable = parse(Received("listing", b"", "1. One.", "utf-8", listing, 0))
    assert ("year-differs" in [found.kind for found in cable.findings]) == differs
