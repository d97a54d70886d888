"""Reference ids: one spelling, repaired by rule or left alone."""

import pytest

from store.parse import identifier
from store.parse.identifier import Mrn


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("09MOSCOW1869", Mrn(2009, "MOSCOW", 1869)),
        ("66BUENOSAIRES2481", Mrn(1966, "BUENOSAIRES", 2481)),
        ("1977STATE017976", Mrn(1977, "STATE", 17976)),
        ("1978STATE296107_d", Mrn(1978, "STATE", 296107, "D")),
        ("MOSCOW", None),
        ("", None),
    ],
)
def test_split(text: str, value: Mrn | None) -> None:
    assert identifier.split(text) == value


@pytest.mark.parametrize(
    ("text", "spelt", "rule"),
    [
        ("09MOSCOW001869", "09MOSCOW1869", None),
        ("09STRELSAU12", "09STRELSAU12", None),
        ("10PORT-AU-PRINCE5", "10PORTAUPRINCE5", None),
        ("06SECDEF123", "06SECDEF123", None),
        ("02BRUSSELS12", "02BRUSSELS12", None),
        ("06SECSTATE123", "06STATE123", "abbreviation"),
        ("05PARISFR1", "05UNESCOPARISFR1", "abbreviation"),
        ("08BKK23", "08BANGKOK23", "abbreviation"),
        ("09AMEMBASSYHANOI911", "09HANOI911", "title-prefix"),
        ("05EMBASSYBLABLA1", "05BLABLA1", "title-prefix"),
        ("08EFTOLONDON2883", "08LONDON2883", "caption-prefix"),
        ("09SIFIEDABUJA1673", "09ABUJA1673", "caption-prefix"),
        ("08SECTIO04OF07BEIJING3049", "08BEIJING3049", "section-prefix"),
        ("08SECTION01F03BEIRUT1568", "08BEIRUT1568", "section-prefix"),
        ("90STATE255577TOSEC140323", "90STATE255577", "signal-suffix"),
        ("07SECTION1OF2TUNIS12", "07TUNIS12", "section-prefix"),
        ("06EFTOSECTION01OF02TUNIS15", "06TUNIS15", "section-prefix"),
        ("07SCTN02OF04PARIS13", "07PARIS13", "section-prefix"),
        ("08SECRETPARIS1", "08PARIS1", "caption-prefix"),
        ("08ACCRA001382SUSPECTEDDUPLICATE1392", "08ACCRA1392", "signal-suffix"),
        ("08MADRID000762ZFR763", "08MADRID762", "signal-suffix"),
        ("09TRIPOLII12", "09TRIPOLI12", "near-spelling"),
        ("01WELLINGOTN12", "01WELLINGTON12", "near-spelling"),
        ("08KUALALUMP1234", "08KUALALUMPUR1234", "cut-short"),
        ("07CONSULATELAGOS3", "07LAGOS3", "title-prefix"),
        ("07USINTHAVANA3", "07HAVANA3", "title-prefix"),
        ("07USLOXYZZY3", "07USLOXYZZY3", None),
        ("09FIEDABUJA1673", "09ABUJA1673", "caption-prefix"),
        ("09LIMITEDOFFICIALUSEABUJA1", "09ABUJA1", "caption-prefix"),
        ("85EXDISMOGADISHU1643", "85MOGADISHU1643", "caption-prefix"),
        ("08SEC02OF03PARIS1", "08PARIS1", "section-prefix"),
        ("08SECTION01OFO2PARIS100", "08PARIS100", "section-prefix"),
        ("08SECTION001OF002PARIS100", "08PARIS100", "section-prefix"),
        ("07OSLO000160ZFD", "07OSLO160", "signal-suffix"),
        ("08ACCRA1382SUSPECTEDDUPLICATE", "08ACCRA1382", "signal-suffix"),
        ("09ROEM1", "09ROME1", "near-spelling"),
        ("09N`DJAMENA3", "09NDJAMENA3", None),
    ],
)
def test_canonical_spelling(text: str, spelt: str, rule: str | None) -> None:
    assert identifier.canonical(text) == (spelt, rule)


def test_what_names_no_post_is_not_guessed() -> None:
    assert identifier.canonical("092OF5") is None


@pytest.mark.parametrize(
    ("digits", "year"), [("09", 2009), ("65", 2065), ("66", 1966), ("1977", 1977)]
)
def test_full_year(digits: str, year: int) -> None:
    assert identifier.full_year(digits) == year


@pytest.mark.parametrize(
    ("digits", "year"), [("03", 2003), ("1998", 1998), ("094", 1994), ("123", None), ("1731", None)]
)
def test_a_year_before_a_post(digits: str, year: int | None) -> None:
    assert identifier.early_year(digits) == year
