"""What holds of every layout: one telegram reads alike in each, and no harm to a file is fatal."""

import gzip
import html
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seeds
from store import layouts
from store.cable import Cable, Received
from store.errors import Refused
from store.parse import parse
from store.reading import reading

SEED = seeds.data("cables/09MOSCOW1869.txt").decode()
TELEGRAM = SEED.split("\n", 5)[5].replace("COLLECTIVEUNCLAS", "COLLECTIVE\nUNCLAS")
HEADER, BODY = TELEGRAM.split("COLLECTIVE\nUNCLAS")
HEADER, BODY = HEADER + "COLLECTIVE\n", "UNCLAS" + BODY
PAGE = """<html><h3>Viewing cable 09MOSCOW1869, INTERNET PIRACY</h3><table class='cable'><tr>
<th>Reference ID</th><th>Created</th><th>Classification</th><th>Origin</th></tr><tr>
<td>09MOSCOW1869</td><td>2009-07-22 03:36</td><td>UNCLASSIFIED//FOR OFFICIAL USE ONLY</td>
<td>Embassy Moscow</td></tr></table><pre>{}</pre><pre>{}</pre></html>"""


def in_listing() -> str:
    return SEED


def in_csv() -> str:
    fields = ("1", "7/22/2009 3:36", "09MOSCOW1869", "Embassy Moscow",
              "UNCLASSIFIED//FOR OFFICIAL USE ONLY", "09MOSCOW1439", HEADER, BODY)  # fmt: skip
    return ",".join('"' + field.replace('"', '\\"') + '"' for field in fields) + "\n"


def in_html() -> str:
    return PAGE.format(html.escape(HEADER), html.escape(BODY).replace("\n", "&#x000A;"))


def in_json() -> str:
    level = "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
    return json.dumps({"id": "09MOSCOW1869", "classification": level, "text": TELEGRAM})


def in_nara() -> str:
    attributes = (
        "Document Number: 2009MOSCOW01869\n"
        "Original Classification: UNCLASSIFIED//FOR OFFICIAL USE ONLY\n"
    )
    return f"Message Text\n\n{TELEGRAM}\nMessage Attributes\n\n{attributes}"


def in_plain() -> str:
    return TELEGRAM


def values(cable: Cable) -> tuple[object, ...]:
    texts = [reading(cable.text, p.words, p.end, cable.page_breaks) for p in cable.paragraphs]
    marks = [(p.number, p.portion, p.heading) for p in cable.paragraphs]
    refs = [ref.id for ref in cable.refs]
    opening = (cable.header, cable.captions, cable.passes, cable.tags, cable.subject, refs)
    return (cable.id, cable.sent, cable.level, *opening, marks, texts, cable.signature)


@pytest.mark.parametrize("made", [in_csv, in_html, in_json, in_nara, in_plain])
def test_one_telegram_reads_alike_in_every_layout(made: Callable[[], str]) -> None:
    parts = [*layouts.read(SEED.encode(), "x"), *layouts.read(made().encode(), "x")]
    listed, other = (parse(part) for part in parts if isinstance(part, Received))
    assert parts[1].layout == made.__name__.removeprefix("in_")  # type: ignore[union-attr]
    assert values(other) == values(listed)


FILES = {
    file.name: gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    for file in (Path(seeds.__path__[0]) / "cables").iterdir()
}


@settings(deadline=None)
@given(
    st.sampled_from(sorted(FILES)),
    st.floats(0, 1),
    st.integers(0, 200),
    st.binary(max_size=8) | st.sampled_from([b'"', b"\\", b"<", b"&", b"{", b"]", b"\n", b"\0"]),
)
def test_a_file_harmed_anywhere_is_read_or_refused(
    name: str, where: float, lost: int, put: bytes
) -> None:
    data = FILES[name]
    at = int(where * len(data))
    with suppress(Refused):
        for each in layouts.read(data[:at] + put + data[at + lost :], name):
            assert isinstance(each, Received | Refused)
            if isinstance(each, Received):
                parse(each).text.encode()


@pytest.mark.parametrize("layout", layouts.LAYOUTS)
@pytest.mark.parametrize("name", [*sorted(FILES), None])
def test_any_file_in_the_name_of_any_layout_is_read_or_refused(
    layout: str, name: str | None
) -> None:
    data = FILES[name] if name else b"words"
    with suppress(Refused):
        for each in layouts.read(data, "a-file", layout):
            assert isinstance(each, Refused) or parse(each).id
