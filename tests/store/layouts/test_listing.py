"""The five lines above a telegram."""

import pytest

from store import layouts
from store.cable import Listing, Received
from store.layouts import listing


def one(data: bytes) -> Received:
    [received] = layouts.read(data, "x")
    assert isinstance(received, Received)
    return received


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Wed Jul 22 00:00:00 +0200 2009", ("2009-07-22", None, "+0200")),
        ("2009-07-22 00:00:00 +0200", ("2009-07-22", None, "+0200")),
        ("Thu Mar 13 15:03:00 +0100 2008", ("2008-03-13", "15:03", "+0100")),
        ("Wed Dec 28 18:48:00 UTC 1966", ("1966-12-28", "18:48", None)),
        ("Tue Feb 02 03:05:00 +0100 2010", ("2010-02-02", "03:05", "+0100")),
        ("2009-02-30 00:00:00 +0200", (None, None, "+0200")),
        ("SUBJECT: A DATE", None),
        ("2009-07-22", None),
    ],
)
def test_date(line: str, value: tuple[str | None, str | None, str | None] | None) -> None:
    assert listing.date(line) == value


def test_the_lines() -> None:
    data = (
        b"09BERN5\nA TITLE\n2009-07-22 00:00:00 +0200\nSECRET//NOFORN\nEmbassy Bern\n"
        b"S E C R E T BERN 5"
    )
    received = one(data)
    assert received.listing == Listing(
        "09BERN5", "A TITLE", "2009-07-22", None, "+0200", "SECRET//NOFORN", "Embassy Bern"
    )
    assert received.text[received.body :] == "S E C R E T BERN 5"


def test_a_file_cut_after_the_date_has_no_telegram() -> None:
    received = one(b"09BERN5\nA TITLE\n2009-07-22 00:00:00 +0200")
    assert received.listing is not None
    assert (received.listing.level, received.listing.origin) == (None, None)
    assert received.body == len(received.text)


def test_a_date_on_no_calendar_is_none_and_said() -> None:
    received = one(b"\n09BERN5\nA TITLE\n2009-13-45 00:00:00 +0200\nSECRET\nEmbassy Bern\nText")
    assert received.listing is not None
    assert received.listing.date is None
    assert [(f.kind, f.line) for f in received.findings] == [("date-impossible", 4)]


def test_an_id_in_small_letters_is_an_id() -> None:
    received = one(b"09bern5\nA TITLE\n2009-07-22 00:00:00 +0200\nSECRET\nEmbassy Bern\nText")
    assert received.listing is not None
    assert received.listing.id == "09bern5"


def test_a_year_of_five_digits_is_none() -> None:
    received = one(b"09BERN5\nA TITLE\nWed Jul 22 00:00:00 +0200 99999\nSECRET\nEmbassy Bern\nT")
    assert [finding.kind for finding in received.findings] == ["date-impossible"]


@pytest.mark.parametrize(
    ("received", "text"),
    [
        ("Q&amp;A", "Q&A"),
        ("&quot;so&quot; &#39;so&#39;", "\"so\" 'so'"),
        ("one&#x000A;two", "one\ntwo"),
        ("&amp;lt;", "&lt;"),
        ("don&#8217;t", "don\u2019t"),
    ],
)
def test_entities_of_a_web_page_are_decoded_once_and_said(received: str, text: str) -> None:
    data = f"09BERN5\nA TITLE\n2009-07-22 00:00:00 +0200\nSECRET\nEmbassy Bern\n{received}".encode()
    cable = one(data)
    assert cable.raw == data
    assert cable.text[cable.body :] == text
    assert [(found.kind, found.line) for found in cable.findings] == [("entities-decoded", 6)]


@pytest.mark.parametrize("words", ["R&D", "AT&T; more", "&unknown;", "& so on;"])
def test_an_ampersand_alone_stays(words: str) -> None:
    data = f"09BERN5\nA TITLE\n2009-07-22 00:00:00 +0200\nSECRET\nEmbassy Bern\n{words}".encode()
    assert (one(data).text, one(data).findings) == (data.decode(), ())
