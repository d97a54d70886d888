"""TAGS lines as drafters and transmission left them."""

import pytest

from store.parse import tags


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("PGOV ETRD KIPR ECON RS", ["PGOV", "ETRD", "KIPR", "ECON", "RS"]),
        ("prel, pgov", ["PREL", "PGOV"]),
        ("PREL, PHUM, IS, PREL", ["PREL", "PHUM", "IS"]),
        ("ETRDEINVECINPGOVCS", ["ETRD", "EINV", "ECIN", "PGOV", "CS"]),
        ("PHUMBA", ["PHUM", "BA"]),
        ("IZPREL", ["IZ", "PREL"]),
        ("POLITICS", ["POLITICS"]),
        ("ECON CA MX SIPDIS", ["ECON", "CA", "MX"]),
        ("OVIP (CLINTON, HILLARY), PGOV", ["OVIP", "CLINTON, HILLARY", "PGOV"]),
        ("ovip (steinberg, james b.), prel", ["OVIP", "STEINBERG, JAMES B.", "PREL"]),
        ("OVIP BIDEN JOSEPH PREL", ["OVIP", "BIDEN, JOSEPH", "PREL"]),
        ("OVIP, PREL", ["OVIP", "PREL"]),
        ("UNGA/C-6, ZANU-PF, G-77", ["UNGA/C-6", "ZANU-PF", "G-77"]),
        ("PREL MEDIA REACTION REPORT", ["PREL", "MEDIA REACTION REPORT"]),
        ("PTER COUNTER TERRORISM", ["PTER", "COUNTERTERRORISM"]),
        ("PTER MARR, MOPPS", ["PTER", "MARR", "MOPS"]),
        (
            "ECON, IT    UNCLASSIFIED    PAGE 02        ROME  01059  01 OF 04  281501Z ECON",
            ["ECON", "IT"],
        ),
        (
            "IT ITALY NATIONAL ELECTIONS IRAQI FREEDOM",
            ["IT", "ITALY NATIONAL ELECTIONS", "IRAQI FREEDOM"],
        ),
        ("PM LABOR HUMAN RIGHTSPOLMIL", ["PM", "LABOR", "HUMAN RIGHTS", "POL", "MIL"]),
        (
            "CU ELPHBERG FLAVIA ZENDA RUPERT CONSULAR AFFAIRS",
            ["CU", "ELPHBERG, FLAVIA", "ZENDA, RUPERT", "CONSULAR AFFAIRS"],
        ),
        (
            "OVIP ELPHBERG FLAVIA ZENDA RUPERT PREL",
            ["OVIP", "ELPHBERG, FLAVIA", "ZENDA, RUPERT", "PREL"],
        ),
        ("EIRC AER LINGUS EI", ["EIRC", "AER LINGUS", "EI"]),
        ("SCUL UNDESCO", ["SCUL", "UNESCO"]),
        ("GOV XYZZY", ["GOV", "XYZZY"]),
        ("PREL/PGOV.RS", ["PREL", "PGOV", "RS"]),
        ("PREL AND PGOV", ["PREL", "PGOV"]),
        ("PREL //SIPDIS//", ["PREL"]),
        ("ETRDEUN", ["ETRD", "EUN"]),
        ("- PREL", ["PREL"]),
        ("OVIP, CLINTON, HILLARY, PREL", ["OVIP", "CLINTON, HILLARY", "PREL"]),
        (
            "OVIP (CLINTON, HILLARY) (BIDEN, JOSEPH) PREL",
            ["OVIP", "CLINTON, HILLARY", "BIDEN, JOSEPH", "PREL"],
        ),
        ("OREP (LEVIN, CARL; REED, JACK)", ["OREP", "LEVIN, CARL", "REED, JACK"]),
        ("OVIP [CLINTON,\nHILLARY], PGOV", ["OVIP", "CLINTON, HILLARY", "PGOV"]),
        ("PINR (PUTIN, VLADIMIR), RS (SEE BELOW)", ["PINR", "PUTIN, VLADIMIR", "RS"]),
        ("PM ELPHBERG FLAVIA ZENDA RUPERT", ["PM", "ELPHBERG, FLAVIA", "ZENDA, RUPERT"]),
        ("PTER, COUNTER-TERRORISM", ["PTER", "COUNTERTERRORISM"]),
        ("", []),
    ],
)
def test_tags(text: str, codes: list[str]) -> None:
    assert list(tags.read(text)) == codes


def test_run_together_codes_can_be_left_so() -> None:
    assert tags.read("AMEDCASCKFLO TBIO", split=False) == ("AMEDCASCKFLO", "TBIO")


@pytest.mark.parametrize(
    ("before", "line", "goes_on"),
    [
        ("PREL,", "here", True),
        ("something", "here", False),
        ("PREL SP", "EINV", True),
        ("COUNTRY", "CLEARANCE", True),
        ("KV CU", "BL, IS", True),
        ("PREL", "(SBU) Charge d'affaires spoke", False),
        ("PREL", "A LINE OF TEXT IN CAPITALS WITHOUT TAGS", False),
    ],
)
def test_continues(before: str, line: str, goes_on: bool) -> None:  # noqa: FBT001
    assert tags.continues(before, line) is goes_on


def test_captions_among_the_tags_are_known() -> None:
    assert tags.captions("ETRD CA, sipdis, NOFORN SIPDIS") == ("SIPDIS", "NOFORN")
    assert tags.captions("ETRD CA") == ()
