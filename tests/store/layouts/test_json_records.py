"""JSON: the keys of several makers, what JSON allows and should not, broken elements."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import layouts
from store.cable import Received
from store.errors import Refused
from store.parse import parse


def read(data: str | bytes) -> list[Received | Refused]:
    return list(layouts.read(data.encode() if isinstance(data, str) else data, "x.json"))


def one(record: Any) -> Received:
    [received] = read(json.dumps(record))
    assert isinstance(received, Received)
    return received


@pytest.mark.parametrize(
    ("record", "listing"),
    [
        (
            {
                "reference_id": "09BERN7",
                "subject": "A VISIT",
                "created": "2009-07-22 03:36",
                "classification": "SECRET",
                "origin": "Embassy Bern",
                "text": "Text.",
            },
            ("09BERN7", "A VISIT", "2009-07-22", "SECRET", "Embassy Bern"),
        ),
        (
            {"_id": "09BERN7", "year": 2009, "created": "2009-07-22", "body": "Text."},
            ("09BERN7", None, "2009-07-22", None, None),
        ),
        (
            {"_id": 12, "label": "09BERN7", "start": "2009-07-22", "content": "Text."},
            ("09BERN7", None, "2009-07-22", None, None),
        ),
        (
            {"doc_id": "2009BERN7", "authored": "2009-07-22 00:00:00", "title": "A VISIT",
             "classification": "secret", "body": "Text."},
            ("2009BERN7", "A VISIT", "2009-07-22", "SECRET", None),
        ),
        (
            {"Message Attributes": {"Document Number": "1977BERN7", "From": "BERN",
             "Original Classification": "SECRET", "Draft Date": "22 JUL 1977"},
             "_subject": "A VISIT", "_body": "Text."},
            ("1977BERN7", "A VISIT", "1977-07-22", "SECRET", "BERN"),
        ),
    ],
    ids=["reference_id", "_id", "label", "doc_id", "attributes"],
)  # fmt: skip
def test_keys_of_several_makers(record: dict[str, Any], listing: tuple[str | None, ...]) -> None:
    given = one(record).listing
    assert given is not None
    assert (given.id, given.subject, given.date, given.level, given.origin) == listing
    assert one(record).text == "Text."


def test_the_keys_of_a_telegram_taken_apart() -> None:
    record = {
        "_dtg": "R 270201Z JAN 77",
        "_from": "SECSTATE WASHDC",
        "_tags": ["PFOR", "UR"],
        "_subject": "A VISIT",
        "_reference": ["MOSCOW 1234"],
        "Message Attributes": {"Document Number": "1977STATE017976"},
    }
    received = one(record)
    assert received.listing is not None
    assert received.listing[:3] == ("1977STATE017976", "A VISIT", "1977-01-27")
    assert [found.kind for found in received.findings] == ["text-unusable"]
    cable = parse(received)
    assert (cable.id, cable.origin) == ("77STATE17976", "SECSTATE WASHDC")
    assert cable.tags == ("PFOR", "UR")
    assert [ref.id for ref in cable.refs] == ["77MOSCOW1234"]


def test_an_id_of_the_maker_names_no_cable_that_names_itself() -> None:
    text = "R 270201Z JAN 77\nFM AMEMBASSY BERN\nSECRET BERN 00311\n1. ONE."
    received = one({"_id": {"$oid": "4cf3a1"}, "created": {"$date": "1977-01-27"}, "body": text})
    assert parse(received).id == "77BERN311"
    assert received.attributes == (("id", "4cf3a1"),)


def test_entities_are_decoded_once() -> None:
    received = one({"id": "09BERN7", "title": "Q&amp;A", "body": "&amp;lt;"})
    assert received.listing is not None
    assert (received.listing.subject, received.text) == ("Q&A", "&lt;")


def test_other_keys_are_attributes() -> None:
    record = {"id": "09BERN7", "body": "x", "tags": ["PREL", "PGOV"], "pg_cnt": 2, "gone": None}
    assert one(record).attributes == (("tags", "PREL, PGOV"), ("pg_cnt", "2"))


A, B = '{"id": "09BERN7", "body": "a"}', '{"id": "09BERN8",\n "body": "b"}'


@pytest.mark.parametrize(
    "data",
    [f"[{A}, {B}]", f"[\n{A},\n{B}\n]\n", f"{A}\n{B}", f"\ufeff[{A},{B}]", f"{A}\n\n{B}\n"],
    ids=["array", "array on lines", "one after another", "marked", "blank lines"],
)
def test_object_array_and_lines(data: str) -> None:
    parts = read(data)
    assert [part.text for part in parts if isinstance(part, Received)] == ["a", "b"]
    assert [part.raw.decode() for part in parts if isinstance(part, Received)] == [A, B]


C = '{"id": "09BERN9", "body": "c"}'


@pytest.mark.parametrize(
    "broken",
    [
        '{"id": oops}',
        '{"id": "09BERN6", "body": "open}',
        '{"id": "09BERN6", "body": "no end",',
        '{"id": "09BERN6", "body": "\\q"}',
        '{"id": "09BERN6", "n": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"id": "09BERN6", "n": ' + "1" * 5_000 + "}",
        '{"id": "09BERN6"}}',
        "oops",
    ],
    ids=["word", "string", "brace", "escape", "deep", "digits", "one too many", "no object"],
)
@pytest.mark.parametrize(
    "form", ["[{},\n{},\n{},\n{}]", "{}\n{}\n{}\n{}\n"], ids=["array", "lines"]
)
@pytest.mark.parametrize("place", range(4))
def test_what_can_be_read_before_and_behind_a_fault_is_kept(
    broken: str, form: str, place: int
) -> None:
    elements = [A, B.replace("\n", ""), C]
    elements.insert(place, broken)
    parts = read(form.format(*elements))
    assert [part.text for part in parts if isinstance(part, Received) and part.text] == list("abc")
    [*_, refused] = [part for part in parts if isinstance(part, Refused)]
    assert refused.line in (place + 1, place + 2)
    assert refused.column is not None


def test_where_all_is_broken_it_is_said_that_the_rest_is_not_read() -> None:
    parts = read('{"id": "09BERN7", "body": [\n' * 20_000)
    assert "the rest is not read" in str(parts[-1])


@pytest.mark.parametrize(
    "data",
    [
        f'{{"total": 2, "cables": [{A}, {B}], "next": null}}',
        f'{{"hits": {{"hits": [{{"_source": {A}}}, {{"_source": {B}}}]}}}}',
        f'{{"09BERN7": {A}, "09BERN8": {B}}}',
        f"[[{A}], [{B}]]",
        f"[{A}][{B}]",
    ],
    ids=["list", "results", "by id", "arrays", "two arrays"],
)
def test_records_within_a_wrapping_are_read(data: str) -> None:
    parts = read(data)
    assert [part.raw.decode() for part in parts if isinstance(part, Received)] == [A, B]
    assert len(parts) == 2


@pytest.mark.parametrize(
    ("data", "reason", "line", "column"),
    [
        (f'[{A},\n {{"id": "x", "body": }},\n {B}]', "broken JSON", 2, 22),
        (f'{A}\n{{"id": bad}}\n{B.replace(chr(10), "")}', "broken JSON", 2, 8),
        (f'[{A},\n {{"n": NaN, "body": "x"}}, {B}]', "NaN", 2, 2),
        (f'[{A}, {{"a": 1}},\n {B}]', "no text of a cable", 1, 34),
        (f"[{A}, 7,\n {B}]", "no object", 1, 34),
    ],
    ids=["syntax", "a line", "NaN", "no text", "no object"],
)
def test_a_bad_element_is_refused_with_its_place_and_the_rest_goes_on(
    data: str, reason: str, line: int, column: int
) -> None:
    first, refused, last = read(data)
    assert isinstance(first, Received)
    assert isinstance(refused, Refused)
    assert reason in refused.reason
    assert (refused.line, refused.column) == (line, column)
    assert isinstance(last, Received)
    assert last.text == "b"


@pytest.mark.parametrize(
    "data",
    ["[" * 100_000, '{"a":' * 100_000, "[" + '{"a":[' * 30_000],
    ids=["arrays", "objects", "mixed"],
)
def test_what_is_nested_too_deep_is_refused(data: str) -> None:
    [refused] = read(data)
    assert isinstance(refused, Refused)
    assert "nested too deep" in refused.reason


def test_a_number_of_too_many_digits_is_refused() -> None:
    [refused] = read('{"id": "09BERN7", "body": "a", "n": ' + "1" * 5_000 + "}")
    assert isinstance(refused, Refused)


def test_a_cut_file_gives_what_is_whole() -> None:
    first, refused = read(f"[{A}, {B}"[:-4])
    assert isinstance(first, Received)
    assert isinstance(refused, Refused)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ('{"id": "09BERN7", "body": "a", "body": "b"}', "duplicate-key"),
        ('{"id": "09BERN7", "body": "a \\ud800 b"}', "lone-surrogate"),
        ('{"id": "../x", "body": "a"}', "id-unusable"),
        ('{"id": "09BERN7", "body": "a", "date": "soon"}', "date-impossible"),
    ],
)
def test_what_is_odd_is_read_and_said(data: str, kind: str) -> None:
    [received] = read(data)
    assert isinstance(received, Received)
    assert [finding.kind for finding in received.findings] == [kind]
    received.text.encode()


def test_an_empty_array_holds_no_cable() -> None:
    with pytest.raises(Refused, match="there is no cable in it"):
        read("[]")


RECORD = st.fixed_dictionaries(
    {"id": st.just("09BERN7"), "body": st.text(min_size=1)},
    optional={"subject": st.text(), "x": st.lists(st.integers())},
)


@settings(deadline=None)
@given(st.lists(RECORD, min_size=1, max_size=4), st.sampled_from([None, 1]))
def test_what_is_written_is_read_again(records: list[dict[str, Any]], indent: int | None) -> None:
    parts = read(json.dumps(records, indent=indent))
    assert [part.text for part in parts if isinstance(part, Received)] == [
        record["body"] for record in records
    ]
    assert [json.loads(part.raw) for part in parts if isinstance(part, Received)] == records


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_after_a_bracket_are_read_or_refused(data: bytes) -> None:
    with suppress(Refused):
        for each in read(b'[{"' + data):
            assert isinstance(each, Received | Refused)
