"""Saved pages: the level of the last table, entities decoded once, both generations."""

import pytest

from store import layouts
from store.cable import Listing, Received
from store.errors import Refused

SIDEBAR = "<ul><li><a title='secret' href='/c/1'>CONFIDENTIAL//NOFORN</a></li></ul>"
HEAD = "<!DOCTYPE html><html><head><title>Cable Viewer</title></head><body>"
TITLE = "<h3>Viewing cable 66LIMA1, A VISIT &amp; MORE</h3>"
OLD = "<tr><th>Reference ID</th><th>Created</th><th>Classification</th><th>Origin</th></tr>"
CELLS = "<td><a>UNCLASSIFIED</a></td><td>Embassy Lima</td></tr></table>"
ID = "<tr><td><a href='/x'>66LIMA1</a></td><td>1966-12-28 18:48</td>"
TABLE = f"<table class='cable'>{OLD}{ID}{CELLS}"
NEWER = TABLE.replace("<th>Class", "<th>Released</th><th>Class").replace(
    "<td><a>UNC", "<td>2010-12-01 00:00</td><td><a>UNC"
)
PRE = "<code><pre>{}</pre></code>"
TEXTS = PRE.format("R 281848Z DEC 66&#x000A;FM AMEMBASSY LIMA") + PRE.format(
    "UNCLAS LIMA 1&#x000A;TAGS: <a href='/tag/PREL_0.html'>PREL</a>&#x000A;"
    "<a id='par1' href='#par1'>&#182;</a>1. Q&amp;A"
)


def one(page: str) -> Received:
    data = page.encode()
    [received] = layouts.read(data, "page.html")
    assert isinstance(received, Received)
    assert received.raw == data
    return received


@pytest.mark.parametrize("table", [TABLE, NEWER], ids=["older", "newer"])
def test_both_generations(table: str) -> None:
    received = one(HEAD + SIDEBAR + TITLE + "<table class='cable'></table>" + table + TEXTS)
    assert received.layout == "html"
    assert received.listing == Listing(
        "66LIMA1",
        "A VISIT & MORE",
        "1966-12-28",
        "18:48",
        "+0000",
        "UNCLASSIFIED",
        "Embassy Lima",
    )
    assert received.text == (
        "R 281848Z DEC 66\nFM AMEMBASSY LIMA\nUNCLAS LIMA 1\nTAGS: PREL\n¶1. Q&A"
    )


def test_the_day_of_release_is_an_attribute() -> None:
    received = one(HEAD + TITLE + NEWER + TEXTS)
    assert received.attributes == (("Released", "2010-12-01 00:00"),)


def test_a_page_of_one_text_has_no_header() -> None:
    assert one(HEAD + TITLE + TABLE + PRE.format("UNCLAS LIMA 1")).text == "UNCLAS LIMA 1"


def test_entities_are_decoded_once() -> None:
    assert one(HEAD + TITLE + TABLE + PRE.format("&amp;lt;")).text == "&lt;"


def test_a_page_without_its_table_is_named_by_its_title() -> None:
    received = one(HEAD + TITLE + TEXTS)
    assert received.listing is not None
    assert (received.listing.id, received.listing.level) == ("66LIMA1", None)


def test_two_pages_in_a_file_are_parted() -> None:
    page = HEAD + TITLE + TABLE + TEXTS + "</body></html>\n"
    parts = list(layouts.read((page * 2).encode(), "pages"))
    assert [part.raw for part in parts if isinstance(part, Received)] == [page.encode()] * 2


def test_a_page_without_a_text_is_refused() -> None:
    [refused] = layouts.read((HEAD + TITLE + TABLE).encode(), "page")
    assert isinstance(refused, Refused)
    assert "without the text" in refused.reason


@pytest.mark.parametrize(
    "text", ["<b>" * 5_000, "\0", "&#xD800;", "<script>alert(1)</script>", "<pre"]
)
def test_a_broken_page_is_read_or_refused(text: str) -> None:
    for each in layouts.read((HEAD + TITLE + TABLE + "<pre>" + text).encode(), "page"):
        assert isinstance(each, Received | Refused)
        if isinstance(each, Received):
            each.text.encode()
