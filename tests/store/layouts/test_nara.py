"""The archive's records of 1973 to 1979: text, attributes, stamps, texts that are lost."""

import pytest

from store import layouts
from store.cable import Received
from store.parse import parse

STAMP = (
    "Sheryl P. Walter Declassified/Released US Department of State EO Systematic Review 20 Mar 2014"
)
TEXT = "PAGE 01 BERN 00311\n\nR 121705Z MAR 74\nFM AMEMBASSY BERN\nSECRET BERN 311\n1. ONE.\n"
RECORD = """Message Text

{text}
Message Attributes

Automatic Decaptioning: X
{attributes}
To: n/a
"""


def made(text: str = TEXT, attributes: str = "Document Number: 1974BERN00311") -> str:
    return RECORD.format(text=text, attributes=attributes)


def one(data: str) -> Received:
    [received] = layouts.read(data.encode(), "record.txt")
    assert isinstance(received, Received)
    assert received.raw == data.encode()
    assert received.layout == "nara"
    return received


def test_a_record_is_a_cable() -> None:
    received = one(
        made(
            attributes="Document Number: 1974BERN00311\nDraft Date: 12 MAR 1974\nFrom: BERN\n"
            "Original Classification: LIMITED OFFICIAL USE\nSubject: A VISIT"
        )
    )
    assert received.listing is not None
    assert received.listing[:3] == ("1974BERN00311", "A VISIT", "1974-03-12")
    assert (received.listing.level, received.listing.origin) == ("LIMITED OFFICIAL USE", "BERN")
    assert received.text[received.body :].startswith("R 121705Z MAR 74")
    assert parse(received).id == "74BERN311"
    assert "Message Attributes" not in received.text


def test_a_value_runs_on_and_none_is_left_out() -> None:
    received = one(made(attributes="Concepts: DAMS,\n   RIVERS\nAND FISH: TROUT\nDrafter: N/A"))
    assert received.attributes == (
        ("Automatic Decaptioning", "X"),
        ("Concepts", "DAMS, RIVERS AND FISH: TROUT"),
    )


@pytest.mark.parametrize(
    "stamp",
    [
        STAMP,
        "  " + STAMP + " ",
        "Margaret P. Grafeld Declassified/Released US Department of State EO Systematic Review"
        " 04 MAY 2006",
        "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005",
        "*** Current Handling Restrictions *** n/a",
        "<< END OF DOCUMENT >>",
        "¿¿¿¿¿",
    ],
)
def test_what_the_archive_put_between_the_lines_is_left_out_and_said(stamp: str) -> None:
    received = one(made(TEXT.replace("1. ONE", f"{stamp}\n1. ONE")))
    assert received.text == f"\n{TEXT}\n"
    assert [finding.kind for finding in received.findings] == ["stamps-left-out"]


def test_words_beside_a_stamp_stay() -> None:
    received = one(made(TEXT.replace("1. ONE.", f"1. ONE. {STAMP}")))
    assert "1. ONE. \n" in received.text
    assert "Declassified" not in received.text


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("01-Jan-1974 12:00:00 am", "1974-01-01"),
        ("12 mar 1974", "1974-03-12"),
        ("01 JAN 1960", None),
        ("n/a", None),
    ],
)
def test_dates(date: str, day: str | None) -> None:
    received = one(made(attributes=f"Document Number: 1974BERN1\nDraft Date: {date}"))
    assert received.listing is not None
    assert (received.listing.date, received.listing.time) == (day, None)
    assert received.findings == ()


@pytest.mark.parametrize(
    ("text", "locator"),
    [("\n", "TEXT ON-LINE"), (TEXT, "ADS TEXT UNRETRIEVABLE"), (TEXT, "ADS TEXT NOT CONVERTED")],
)
def test_a_text_that_is_lost_is_said(text: str, locator: str) -> None:
    received = one(made(text, f"Document Number: 1974BERN1\nLocator: {locator}"))
    assert [finding.kind for finding in received.findings] == ["text-unusable"]


def test_a_level_that_is_none_is_said_and_not_taken() -> None:
    received = one(made(attributes="Original Classification: SECRETARY"))
    assert received.listing is not None
    assert received.listing.level is None
    assert "level-unknown" in [finding.kind for finding in received.findings]


def test_records_in_a_row_are_parted() -> None:
    records = [made(attributes=f"Document Number: 1974BERN{number}") for number in (1, 2, 3)]
    parts = list(layouts.read("\n".join(records).encode(), "records"))
    listings = [part.listing for part in parts if isinstance(part, Received)]
    assert [each.id for each in listings if each] == ["1974BERN1", "1974BERN2", "1974BERN3"]


def test_a_record_cut_after_its_text_is_read() -> None:
    received = one("Message Text\n\n" + TEXT)
    assert received.attributes == ()
    assert parse(received).id == "74BERN311"
