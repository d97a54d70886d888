"""REF lines in the forms drafters gave them."""

import pytest

from store.parse import references


@pytest.mark.parametrize(
    ("text", "year", "ids"),
    [
        ("MOSCOW 1439", 2009, ["09MOSCOW1439"]),
        ("(1) STATE 12345 (2) PARIS 3456", 2009, ["09STATE12345", "09PARIS3456"]),
        ("1. STATE 12345 2. 08 PARIS 3456", 2009, ["09STATE12345", "08PARIS3456"]),
        ("870 Ulaanbaatar", 2009, ["09ULAANBAATAR870"]),
        ("GUATEMALA CITY 12", 2009, ["09GUATEMALA12"]),
        ("MEXICO 06 1234", 2009, ["06MEXICO1234"]),
        ("ISLAMABAD 00012345", 2009, ["09ISLAMABAD12345"]),
        ("STATE 112345 DTD 12/3/2008", 2008, ["08STATE112345"]),
        ("STRELSAU 12", 2009, ["09STRELSAU12"]),
        ("A. PARIS 1501\nB. PARIS 1568", 2008, ["08PARIS1501", "08PARIS1568"]),
        ("A. (A) PARIS 7682 AND PREVIOUS", 2005, ["05PARIS7682"]),
        ("A. REF A STATE 122214 B. REF B LONDON 2649", 2009, ["09STATE122214", "09LONDON2649"]),
        (
            "A Montreal 365, B Ottawa 406, C 05 Ottawa 2970",
            2006,
            ["06MONTREAL365", "06OTTAWA406", "05OTTAWA2970"],
        ),
        ("A: Sao Paulo 0031; B: La Paz 0462", 2008, ["08SAOPAULO31", "08LAPAZ462"]),
        ("(A)05 CHENNAI 0121, (B)O4 CHENNAI 0944", 2006, ["05CHENNAI121", "04CHENNAI944"]),
        (
            "TEHRAN 1091: TEHRAN 263: MOSCOW 1603",
            1972,
            ["72TEHRAN1091", "72TEHRAN263", "72MOSCOW1603"],
        ),
        ("D. 03 \n \nHANOI 2323", 2004, ["03HANOI2323"]),
        ("A. ASUNCION 701 (08)", 2009, ["08ASUNCION701"]),
        ("STATE (01) 201265", 2002, ["01STATE201265"]),
        ("PANAMA 00789/08", 2009, ["08PANAMA789"]),
        ("QUITO 4525-91", 1992, ["91QUITO4525"]),
        ("AMMAN 07718 99", 2000, ["99AMMAN7718"]),
        ("10-OTTAWA-57", 2010, ["10OTTAWA57"]),
        ("09CAIRO0561; 2005PANAMA2342", 2010, ["09CAIRO561", "05PANAMA2342"]),
        ("2003 Rio de Janeiro 1773", 2005, ["03RIODEJANEIRO1773"]),
        ("'08 BUENOS AIRES 1491", 2009, ["08BUENOSAIRES1491"]),
        ("C. STATE 41252 AND 44603", 2005, ["05STATE41252", "05STATE44603"]),
        ("06 Kabul \n5353/5194", 2007, ["06KABUL5353", "06KABUL5194"]),
        ("A. MANILA 2969 B. 2962 AND PREVIOUS", 2006, ["06MANILA2969", "06MANILA2962"]),
        ("SECSTATE 232089 & USUN 2336", 2004, ["04STATE232089", "04USUNNEWYORK2336"]),
        ("BAGHDAD #3565", 2007, ["07BAGHDAD3565"]),
        ("KUWAIT (C)02293", 2007, ["07KUWAIT2293"]),
        (
            "A) TRIPOLI 199, B) TRIPOLI 227 TRIPOLI 00000402 001.2 OF 003",
            2008,
            ["08TRIPOLI199", "08TRIPOLI227"],
        ),
        ("05 SANTIAG0 465", 2006, ["05SANTIAGO465"]),
        ("INCSR BRAZIL 2008", 2009, []),
        ("O) UNSCR 1737 SANCTIONS COMMITTEE", 2010, []),
        ("08 ASUNCION-701", 2009, ["08ASUNCION701"]),
        ("08ASUNCION 701", 2009, ["08ASUNCION701"]),
        ("08 ASUNCION701", 2009, ["08ASUNCION701"]),
        ("08_ASUNCION_701", 2009, ["08ASUNCION701"]),
        ("ASUNCION 08-701", 2009, ["08ASUNCION701"]),
        ("ASUNCION-701", 2009, ["09ASUNCION701"]),
        ("ASUNCION 701/2008", 2009, ["08ASUNCION701"]),
        ("ASUNCION 701-2008", 2009, ["08ASUNCION701"]),
        ("ASUNCION 701 OF 2008", 2009, ["08ASUNCION701"]),
        ("ASUNCION 701 ('08)", 2009, ["08ASUNCION701"]),
        ("ASUNCION 701 (08", 2009, ["08ASUNCION701"]),
        ("A. (07) BRASILIA 1868 B. 2006 LIMA 12", 2009, ["07BRASILIA1868", "06LIMA12"]),
        ("STATE 41252 OR 44603", 2009, ["09STATE41252", "09STATE44603"]),
        ("COSTA RICA 12 PEOPLE", 2009, []),
        ("A. STATE 012345B. SOFIA 12", 2009, ["09STATE12345", "09SOFIA12"]),
        ("STATE 12345-12347", 2009, ["09STATE12345", "09STATE12347"]),
        ("", 2009, []),
    ],
)
def test_cables(text: str, year: int, ids: list[str]) -> None:
    assert [r.id for r in references.read(text, year) if r.kind == "cable"] == ids


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("LAKHDHIR E-MAIL 12/01/09", "email"),
        ("SMITH-JONES TELCON OF MAY 3", "telcon"),
        ("SMITH-JONES TELECON 3/4", "telcon"),
        ("MEMO OF CONVERSATION 3/4/08", "other"),
        ("SECDEF R162245Z OCT 08", "dtg"),
        ("9 FAM Appendix K, 406 (6)", "book"),
        ("2004 HUMAN RIGHTS REPORT FOR PANAMA", "report"),
        ("STATE CA-3400 NOV 2, 1966", "airgram"),
        ("OUR LAST CONVERSATIONS IN TOWN", "telcon"),
        ("SOMETHING ELSE ALTOGETHER", "other"),
    ],
)
def test_what_is_no_cable_is_kept_by_its_kind(text: str, kind: str) -> None:
    [found] = references.read(text, 2009)
    assert (found.id, found.kind, found.text) == (None, kind, text)


def test_labels_and_notes() -> None:
    first, second = references.read("A. KINGSTON 89 (NOTAL)\n     ¶B. 06 KINGSTON 2021", 2007)
    assert (first.label, first.note, second.label, second.note) == ("A", "NOTAL", "B", None)


def test_an_entry_without_a_post_is_of_the_origin() -> None:
    found = references.read("A) 6307 B) STATE 285773", 2003, "ANKARA")
    assert [r.id for r in found] == ["03ANKARA6307", "03STATE285773"]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("MOSCOW 12 AND PREVIOUS", "AND PREVIOUS"),
        ("MOSCOW 12, CIRCULAR", "CIRCULAR"),
        ("MOSCOW 12 (NOTAL) AND PREVIOUS", "NOTAL; AND PREVIOUS"),
        ('MOSCOW 12 ("A SPLENDID LITTLE VISIT")', '"A SPLENDID LITTLE VISIT"'),
        ("MOSCOW 12 AND", None),
        ("MOSCOW 12;", None),
    ],
)
def test_words_behind_a_cable_are_its_note(text: str, note: str | None) -> None:
    [found] = references.read(text, 2009)
    assert (found.id, found.note) == ("09MOSCOW12", note)


def test_a_number_alone_is_of_the_origin() -> None:
    [found] = references.read("6307", 2003, "ANKARA")
    assert found.id == "03ANKARA6307"


@pytest.mark.parametrize(("text", "id"), [("CAIRO 493", None), ("08 CAIRO 493", "08CAIRO493")])
def test_without_a_year_a_cable_has_no_id(text: str, id: str | None) -> None:  # noqa: A002
    [found] = references.read(text, None)
    assert (found.kind, found.id) == ("cable", id)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("09STRELSAU13", ["09STRELSAU13"]),
        ("A. '09STRELSAU0013 (NOTAL)", ["09STRELSAU13"]),
        ("1998SLAVNA61, 09ZENDA44", ["98SLAVNA61", "09ZENDA44"]),
        ("STATE 12 AND 09STRELSAU13", ["09STATE12", "09STRELSAU13"]),
        ("08MOSCWO1869", ["08MOSCOW1869"]),
        ("10STRELSAU13", []),
        ("50STRELSAU13", []),
        ("09strelsau13", []),
        ("9STRELSAU13", []),
        ("09STRELSAU13A", []),
        ("09DIA12345", []),
        ("01JULY2009", []),
        ("09INCSR12345", []),
        ("09RESOLUTION1325", []),
    ],
)
def test_an_id_in_capitals_needs_no_known_post(text: str, ids: list[str]) -> None:
    assert [each.id for each in references.read(text, 2009) if each.id] == ids


@pytest.mark.parametrize("more", [("AA", "AB", "AC"), ("AA", "BB", "CC"), ("aa", "ab")])
def test_letters_go_on_beyond_z(more: tuple[str, ...]) -> None:
    labels = ["X", "Y", "Z", *more]
    text = " ".join(f"{label}. MOSCOW {number}" for number, label in enumerate(labels, 1))
    found = references.read(text, 2009)
    assert [each.label for each in found] == [label.upper() for label in labels]
    assert [each.id for each in found] == [f"09MOSCOW{n}" for n in range(1, len(labels) + 1)]


def test_two_letters_are_no_label_elsewhere() -> None:
    found = references.read("A. USUN NEW YORK 12, DC. B. PARIS 4", 2009)
    assert [(each.label, each.id) for each in found] == [
        ("A", "09USUNNEWYORK12"),
        ("B", "09PARIS4"),
    ]
