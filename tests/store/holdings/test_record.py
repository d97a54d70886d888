import json

import pytest

from store.cable import (
    Addressee,
    Cable,
    ClassificationLine,
    DateTimeGroup,
    ExecutiveOrder,
    Finding,
    Header,
    Heading,
    Link,
    Listing,
    Mention,
    Officer,
    PageBreak,
    Paragraph,
    Reference,
    Routing,
    Section,
    Security,
    Source,
    Span,
    Station,
    TransmissionId,
)
from store.holdings.glance import glance, glanced, prose, to_row
from store.holdings.record import CABLE, HEADER, from_record, to_record
from store.row import Prose, Row, Stretch

NO = False
HERE = Addressee("RUEHC", "SECSTATE WASHDC", "0121", "IMMEDIATE")
FULL = Cable(
    id="09STRELSAU12",
    text="text as received",
    date="2009-07-22",
    sent="2009-07-22T03:36:00Z",
    origin="Embassy Strelsau",
    level="SECRET//NOFORN",
    marking=ClassificationLine("S E C R E T", "SECRET", 1, 2, "STRELSAU", 12),
    captions=("SIPDIS", "EXERCISE EXERCISE EXERCISE"),
    passes=("STATE FOR EUR",),
    listing=Listing("09STRELSAU12", "A", "2009-07-22", "03:36", "+0200", "SECRET", "Strelsau"),
    header=Header(
        TransmissionId("XRO", 3059),
        Routing("ROUTINE", ("RUEHAG", "RUEHYG")),
        Station("RUEHMO", 12, 1, 203, "03:36"),
        Security("ZNY", "SECRET", None, None, ("ZZH",)),
        DateTimeGroup("O R 220336Z JUL 09", ("IMMEDIATE", "ROUTINE"), "2009-07-22T03:36:00Z", ()),
        "AMEMBASSY STRELSAU",
        (HERE, HERE._replace(number=None)),
        (Addressee(None, "ZENDA", None, None),),
        (HERE,),
    ),
    eo=ExecutiveOrder("12958", NO, "2019-07-22", None, ("X1", "X5"), None, "DECL: X1, X5"),
    tags=("PGOV", "CLINTON, HILLARY"),
    subject="A SUBJECT",
    refs=(Reference("09STRELSAU11", "A", "NOTAL", "cable", "STRELSAU 11"),),
    classified_by="R. RASSENDYLL",
    headings=(Heading("Summary", 3, 10),),
    paragraphs=(Paragraph(1, "S", "Summary", 0, 4, 9), Paragraph("2a", None, None, 9, 9, 12)),
    signature="RASSENDYLL",
    sections=(Section(1, 2, 19),),
    page_breaks=(PageBreak(1, 2, 3, "STRELSAU", 12, 2, 2, 3, "220336Z"),),
    spans=(Span("subject", 3, 9),),
    findings=(Finding("joined-line", 19, "Two lines in one."),),
    source=Source("listing", "/cables/a.txt", "0" * 64, 16, "utf-8", 3),
    officers=(Officer("RUDOLF RASSENDYLL", "DCM"), Officer("FRITZ", None)),
    reasons=("b", "d"),
    mentions=(Mention(("09STRELSAU11", "09ZENDA3"), 4, 9),),
    links=(Link("suspected-duplicate", "09STRELSAU11"), Link("correction", None)),
    blocks=(Span("table", 9, 12),),
    redactions=(Span("name", 10, 12),),
    attributes=(("Film Number", "D750001-0001"), ("Locator", "TEXT ON-LINE")),
)


@pytest.mark.parametrize(
    "cable",
    [
        pytest.param(FULL, id="all that a cable can say"),
        pytest.param(Cable("09STRELSAU12", "text"), id="nothing but its id"),
        *(
            pytest.param(Cable("09STRELSAU12", "text", **{field: getattr(FULL, field)}), id=field)
            for field in Cable._fields[2:]
        ),
    ],
)
def test_a_cable_comes_back_from_its_record_and_text(cable: Cable) -> None:
    stored = json.loads(json.dumps(to_record(cable)))
    assert from_record(stored, cable.text) == cable


def test_the_full_cable_leaves_no_field_at_its_default() -> None:
    for value in (FULL, FULL.header):
        defaults = value._field_defaults
        left = [name for name, default in defaults.items() if getattr(value, name) == default]
        assert left == []


def test_every_field_has_its_way_back() -> None:
    assert {*CABLE, "text"} == set(Cable._fields)
    assert set(HEADER) == set(Header._fields)


def test_a_record_leaves_the_text_to_the_source() -> None:
    assert FULL.text not in json.dumps(to_record(FULL))


def test_absent_values_take_no_room() -> None:
    assert set(to_record(Cable("09STRELSAU12", "text"))) == {"id", "order"}


def test_the_order_follows_time_then_id() -> None:
    cables = [
        Cable("09B1", ""),
        Cable("09A9", "", date="2009-07-21"),
        Cable("09B1", "", date="2009-07-21"),
        Cable("09C1", "", date="2009-07-21", sent="2009-07-21T00:01:00Z"),
        Cable("09A1", "", date="2009-07-22"),
    ]
    orders = [to_record(cable)["order"] for cable in cables]
    assert orders == sorted(orders)
    assert len(set(orders)) == len(orders)


def test_a_row_says_what_a_list_shows() -> None:
    assert to_row(5, json.loads(json.dumps(to_record(FULL)))) == Row(
        5, "09STRELSAU12", "2009-07-22", "Embassy Strelsau", "SECRET//NOFORN", "A SUBJECT", 3
    )


def test_a_glance_gives_the_row_again() -> None:
    record = json.loads(json.dumps(to_record(FULL._replace(source=None))))
    assert glanced(5, glance(record)) == to_row(5, record)


def test_the_prose_of_a_document_is_that_of_its_cable() -> None:
    record = json.loads(json.dumps(to_record(FULL)))
    assert prose(record, "text") == Prose(
        "text",
        FULL.subject or "",
        [Stretch(each.words, each.end) for each in FULL.paragraphs],
        [Stretch(each.start, each.end) for each in FULL.page_breaks],
    )
    assert FULL.paragraphs
    assert FULL.page_breaks
