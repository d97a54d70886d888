import sqlite3
import zlib
from pathlib import Path

import pytest

from store.cable import Reference
from store.errors import QueryInvalid
from store.library import Library
from store.row import Hit
from tests.store.given import given


def test_the_cables_that_refer_to_one_are_found(library: Library) -> None:
    ref = Reference("09STRELSAU1", "A", None, "cable", "STRELSAU 1")
    for number, day in ((4, "2010-01-01"), (5, "2009-06-01")):
        cable, received, path = given(f"09STRELSAU{number}", "¶1. As said in ref A.", day)
        library.add([(cable._replace(refs=(ref,)), received, path)])
    found = library.search("ref:09STRELSAU1").page(order="oldest")
    assert (found.total, [row.id for row in found.rows]) == (2, ["09STRELSAU5", "09STRELSAU4"])
    assert library.search("ref:09STRELSAU4").total == 0


def test_a_search_finds_what_was_added(library: Library) -> None:
    results = library.search("raid").page()
    assert results.total == 2
    assert [row.id for row in results.rows] == ["09STRELSAU1", "66ZENDA9"]
    assert [row.id for row in library.search("raid").page(1, 1).rows] == ["66ZENDA9"]
    library.add([given("10ZENDA1", "¶1. Another raid.", "2010-01-01")])
    assert library.search("raid").page().rows[0].id == "10ZENDA1"
    with pytest.raises(QueryInvalid):
        library.search('"open')


def test_what_a_search_finds_is_named_and_counted(library: Library) -> None:
    raid = library.search("raid")
    assert (raid.total, raid.ids()) == (2, ["09STRELSAU1", "66ZENDA9"])
    assert raid.facets(["level", "year"]) == {"level": [("SECRET", 1)], "year": [("2009", 1)]}
    assert raid.histogram() == [("2009-01", 1)]


def test_a_search_is_of_the_cables_that_are_held_when_it_is_asked(library: Library) -> None:
    raid = library.search("raid")
    library.add([given("10ZENDA1", "¶1. Another raid.", "2010-01-01")])
    assert (raid.total, raid.ids()[0]) == (3, "10ZENDA1")


def test_an_empty_line_finds_every_cable_where_that_is_meant(library: Library) -> None:
    with pytest.raises(QueryInvalid):
        library.search(" ")
    every = library.search(" ", every=True)
    assert every.total == 3
    ids = [row.id for row in every.page(order="class").rows]
    assert ids == ["09STRELSAU1", "09STRELSAU2", "66ZENDA9"]


def test_a_row_is_shown_with_the_hit_in_its_sentence(library: Library) -> None:
    rows = library.search("rai", typing=True).page().rows
    hit = library.search("rai", typing=True).hits(rows)[0]
    assert hit.row == rows[0]
    assert hit.snippet == "¶1. A raid."
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["raid"]


def test_a_row_that_is_no_longer_held_is_shown_without_a_sentence(library: Library) -> None:
    gone = library.page(0, 1)[0]._replace(key=99)
    assert library.search("raid").hits([gone]) == (Hit(gone, "", ()),)


def test_a_search_goes_on_over_a_text_that_is_damaged(path: Path, library: Library) -> None:
    with sqlite3.connect(path / "cables.db") as other:
        raw = zlib.compress(b"\xff raid")
        other.execute("UPDATE documents_2 SET raw = ? WHERE number = 1", (raw,))
        other.execute("UPDATE documents_2 SET raw = 'no bytes' WHERE number = 2")
    rows = library.search("raid").page().rows
    assert [row.id for row in rows] == ["09STRELSAU1"]
    assert library.search("raid").hits(rows)[0].snippet == "\ufffd raid"
    assert library.search("two").total == 1
