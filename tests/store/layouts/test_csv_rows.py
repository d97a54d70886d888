"""The eight-column CSV: escapes, line feeds in fields, broken rows, and rows that go on."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import layouts
from store.cable import Listing, Received
from store.errors import Refused
from store.parse import parse

ROW = (
    b'1,"12/28/1966 18:48","66BUENOSAIRES2481","Embassy Buenos Aires","UNCLASSIFIED",'
    b'"66STATE106206|66LIMA1","P R 281848Z DEC 66\nFM AMEMBASSY BUENOS AIRES",'
    b'"UNCLAS BUENOS AIRES 2481\n\nSUBJECT: A VISIT"\n'
)


def read(data: bytes) -> list[Received | Refused]:
    return list(layouts.read(data, "rows.csv"))


def one(data: bytes) -> Received:
    [received] = read(data)
    assert isinstance(received, Received)
    return received


def row(body: str, number: int = 1) -> str:
    return f'{number},"1/2/2010 3:05","10BERN{number}","Embassy Bern","SECRET","","","{body}"\n'


def test_a_row_is_a_cable() -> None:
    received = one(ROW)
    assert received.layout == "csv"
    assert received.raw == ROW
    assert received.listing == Listing(
        "66BUENOSAIRES2481",
        None,
        "1966-12-28",
        "18:48",
        "+0000",
        "UNCLASSIFIED",
        "Embassy Buenos Aires",
        refs="66STATE106206\n66LIMA1",
    )
    assert received.text.split("\n")[:3] == [
        "P R 281848Z DEC 66",
        "FM AMEMBASSY BUENOS AIRES",
        "UNCLAS BUENOS AIRES 2481",
    ]
    assert received.attributes == (("Number", "1"), ("References", "66STATE106206|66LIMA1"))


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ('a \\"word\\"', 'a "word"'),
        ('a ""word""', 'a "word"'),
        ("a \\\\ b", "a \\ b"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("GENEVA \\\nBERN", "GENEVA \nBERN"),
        ("a, b", "a, b"),
        ("word " * 40_000, "word " * 40_000),
    ],
    ids=["escaped", "doubled", "backslash", "lines", "at the line's end", "comma", "huge"],
)
def test_a_field_is_read_as_it_was_written(field: str, text: str) -> None:
    assert one(row(field).encode()).text == text


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "marked"])
def test_the_variant_with_tabs(mark: bytes) -> None:
    data = mark + ROW.replace(b',"', b'\t"').replace(b"12/28/1966 18:48", b"1966-12-28 18:48:00")
    received = one(data)
    assert received.raw == data
    assert received.listing is not None
    assert (received.listing.date, received.listing.time) == ("1966-12-28", "18:48")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "marked"])
@pytest.mark.parametrize("quote", [b"", b'"'], ids=["open", "quoted"])
def test_a_heading_is_no_row(mark: bytes, quote: bytes) -> None:
    names = b"id,date,reference_id,origin,classification,references,header,body".split(b",")
    heading = mark + b",".join(quote + name + quote for name in names) + b"\n"
    assert one(heading + ROW).text == one(ROW).text


def test_a_byte_order_mark_is_of_the_bytes_alone() -> None:
    data = b'\xef\xbb\xbf"1"' + ROW[1:]
    received = one(data)
    assert received.raw == data
    assert received.attributes[0] == ("Number", "1")


NOTICE = (
    "This record is a partial extract of the original cable."
    " The full text of the original cable is not available."
)


@pytest.mark.parametrize(
    ("body", "begins"),
    [
        (f"{NOTICE}\nSECRET BERN 7\n1. One.", "SECRET BERN 7"),
        (NOTICE.replace(" The full", "\nThe full") + "\n\nSECRET BERN 7", "\nSECRET BERN 7"),
        ("Full text of this cable is not available.", "Full text"),
    ],
    ids=["notice", "on two lines", "no text"],
)
def test_a_partial_extract_is_said_and_its_notice_is_no_text(body: str, begins: str) -> None:
    received = one(row(body).encode())
    assert [(f.kind, f.line) for f in received.findings] == [("partial-extract", 1)]
    assert received.text[received.body :].startswith(begins)


def test_below_the_notice_the_marking_is_read() -> None:
    cable = parse(one(row(f"{NOTICE}\nS E C R E T BERN 000007\n\n1. One.").encode()))
    assert cable.marking is not None
    assert (cable.marking.level, cable.passes) == ("SECRET", ())


def test_entities_of_a_web_page_are_decoded_once() -> None:
    received = one(row("Q&amp;A &amp;lt;").encode())
    assert received.text == "Q&A &lt;"
    assert [found.kind for found in received.findings] == ["entities-decoded"]


@pytest.mark.parametrize(
    ("bad", "reason", "line", "column"),
    [
        (b'2,"1/2/2010 3:05","10BERN2","open\n', "quote that is not closed", 6, 29),
        (b'2,"1/2/2010 3:05","10BERN2"\n', "3 columns", 6, 1),
        (b'2,"1/2/2010 3:05",' + b'"x",' * 9 + b'"y"\n', "12 columns", 6, 1),
        (b'2,"1/2/2010 3:05","a"b,"c"\n', "cannot be read", 6, 21),
        (b'2,"1/2/2010 3:05","10BERN2,"a"\n', "cannot be read", 6, 28),
    ],
    ids=["open quote", "too few", "too many", "words after a quote", "a quote left out"],
)
def test_a_bad_row_is_refused_with_its_place_and_the_rest_goes_on(
    bad: bytes, reason: str, line: int, column: int | None
) -> None:
    first, refused, last = read(ROW + b"\n" + bad + ROW)
    assert isinstance(first, Received)
    assert isinstance(refused, Refused)
    assert reason in refused.reason
    assert (refused.line, refused.column) == (line, column)
    assert isinstance(last, Received)
    assert last.raw == ROW


@pytest.mark.parametrize(
    "id", ["../../etc/passwd", "", "a b", "\x1b[31m", "x" * 200, "'; DROP TABLE cables"]
)
def test_an_id_that_is_none_is_not_taken(id: str) -> None:  # noqa: A002
    received = one(row("One.").replace("10BERN1", id).encode())
    assert received.listing is not None
    assert received.listing.id == ""
    assert received.name.startswith("TELEGRAM-")


@pytest.mark.parametrize("date", ["13/45/2010 3:05", "1/2/9999 99:99", "2/30/2010 0:00"])
def test_an_impossible_date_is_said_or_kept_as_a_day(date: str) -> None:
    received = one(row("One.").replace("1/2/2010 3:05", date).encode())
    assert received.listing is not None
    assert received.listing.date in (None, "9999-01-02")


def test_a_row_in_windows_bytes_is_read_as_such_and_the_others_are_not() -> None:
    first, second = read(
        (row("caf\u00e9") + row("caf\u00e9", 2)).encode().replace(b"\xc3\xa9", b"\xe9", 1)
    )
    assert isinstance(first, Received)
    assert isinstance(second, Received)
    assert (first.encoding, first.text) == ("cp1252", "caf\u00e9")
    assert (second.encoding, second.text) == ("utf-8", "caf\u00e9")
    assert b"caf\xe9" in first.raw


FIELDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=40)


@settings(deadline=None)
@given(st.lists(st.tuples(FIELDS, FIELDS, FIELDS, FIELDS), min_size=1, max_size=4))
def test_what_is_written_is_read_again(cables: list[tuple[str, str, str, str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(
        out, doublequote=False, escapechar="\\", quoting=csv.QUOTE_ALL, lineterminator="\n"
    )
    for number, (origin, level, header, body) in enumerate(cables):
        when = "1/2/2010 3:05"
        writer.writerow([number, when, f"10BERN{number}", origin, level, "", header, body])
    parts = read(out.getvalue().encode())
    assert len(parts) == len(cables)
    for part, (origin, level, header, body) in zip(parts, cables, strict=True):
        assert isinstance(part, Received)
        assert part.listing is not None
        assert part.listing.origin == (origin.strip() or None)
        assert part.listing.level == (level.strip() or None)
        assert part.text.startswith(header)
        assert part.text.endswith(body)
    assert b"".join(part.raw for part in parts if isinstance(part, Received)) == (
        out.getvalue().encode()
    )
