import json

import pytest

import seeds
from store.cable import Cable, Received, Source
from store.export import as_json
from store.layouts import read
from store.parse import parse

SEED = seeds.data("cables/09MOSCOW1869.txt")
KEYS = (
    *("id", "date", "sent", "origin", "level", "marking", "captions", "precedence"),
    *("from", "to", "info", "eo", "tags", "subject", "refs", "classified_by"),
    *("paragraphs", "signature", "sections", "findings", "source"),
)
LISTS = (
    *("captions", "precedence", "to", "info", "tags"),
    *("refs", "paragraphs", "sections", "findings"),
)


@pytest.fixture(scope="module")
def seed() -> dict[str, object]:
    (received,) = read(SEED, "09MOSCOW1869.txt")
    assert isinstance(received, Received)
    source = Source("listing", "/a", "0a40", len(SEED), "utf-8")
    shown: dict[str, object] = json.loads(
        json.dumps(as_json(parse(received)._replace(source=source)))
    )
    return shown


def addressee(routing: str, name: str, number: str | None = None) -> dict[str, str | None]:
    return {"routing": routing, "name": name, "number": number, "precedence": None}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "09MOSCOW1869"),
        ("date", "2009-07-22"),
        ("sent", "2009-07-22T03:36:00Z"),
        ("origin", "Embassy Moscow"),
        ("level", "UNCLASSIFIED//FOR OFFICIAL USE ONLY"),
        ("marking", "UNCLAS"),
        ("captions", ["SENSITIVE", "SIPDIS"]),
        ("precedence", ["ROUTINE"]),
        ("from", "AMEMBASSY MOSCOW"),
        (
            "to",
            [
                addressee("RUCPDOC", "DEPT OF COMMERCE WASHDC"),
                addressee("RUEHC", "SECSTATE WASHDC", "4310"),
                addressee("RHMFIUU", "DEPT OF JUSTICE WASHINGTON DC"),
            ],
        ),
        (
            "info",
            [
                addressee("RUCNCIS", "CIS COLLECTIVE"),
                addressee("RUEHXD", "MOSCOW POLITICAL COLLECTIVE"),
                addressee("RUEHZL", "EUROPEAN POLITICAL COLLECTIVE"),
            ],
        ),
        ("classified_by", None),
        ("signature", "BEYRLE"),
        ("transmission", {"channel": "XRO", "serial": 3059}),
        (
            "station",
            {"routing": "RUEHMO", "serial": 1869, "section": 1, "day": 203, "time": "03:36"},
        ),
    ],
)
def test_the_seed_says(seed: dict[str, object], key: str, value: object) -> None:
    assert seed[key] == value


@pytest.mark.parametrize(
    ("key", "field", "values"),
    [
        ("tags", "code", ["PGOV", "ETRD", "KIPR", "ECON", "RS"]),
        ("refs", "id", ["09MOSCOW1439"]),
        ("paragraphs", "number", [1, 2, 3, 4, 5, 6, 7]),
        ("paragraphs", "portion", ["SBU", "U", "SBU", "U", "SBU", "SBU", "SBU"]),
        ("sections", "number", [1, 2]),
        ("page_breaks", "line", [117]),
        ("headings", "text", None),
        ("mentions", "ids", [["09MOSCOW1439"]]),
        ("blocks", "kind", ["summary"]),
        ("findings", "serious", [False, False, False]),
    ],
)
def test_the_seed_lists(
    seed: dict[str, list[dict[str, object]]], key: str, field: str, values: list[object] | None
) -> None:
    found = [each[field] for each in seed[key]]
    assert found == values if values else len(found) == 4


def test_russia_was_rs_in_2009(seed: dict[str, list[dict[str, object]]]) -> None:
    russia = {"code": "RS", "kind": "geographic", "name": "Russia", "also": "Serbia"}
    assert seed["tags"][-1] == russia


def test_a_paragraph_reads_without_its_page_break(seed: dict[str, list[dict[str, str]]]) -> None:
    text = seed["paragraphs"][5]["text"]
    assert "MOSCOW 00001869" not in text
    assert "Illegal on-line film and software stores are easier to\nprosecute" in text


def test_offsets_lead_into_the_text_as_received(seed: dict[str, list[dict[str, int]]]) -> None:
    text = SEED.decode()
    assert [text[each["start"]] for each in seed["paragraphs"]] == ["¶"] * 7
    assert text[seed["paragraphs"][1]["words"] :].startswith("Early in the morning")


@pytest.mark.parametrize("key", KEYS)
def test_a_cable_that_says_nothing_has_every_key(key: str) -> None:
    shown = as_json(Cable("09STRELSAU1", ""))
    assert shown[key] == ("09STRELSAU1" if key == "id" else [] if key in LISTS else None)


def test_the_promised_keys_come_first() -> None:
    shown = [key for key in as_json(Cable("x", "")) if key in KEYS]
    assert tuple(shown) == KEYS
