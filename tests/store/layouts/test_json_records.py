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
    assert read("[]") == []


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
