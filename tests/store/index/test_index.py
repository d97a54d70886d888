import json
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.cable import Cable, PageBreak
from store.entry import entry
from store.index import BusyError, Index, Mark
from store.query import parse

TEXT = """Dr. Émile Zola's bit-torrent site; release
STRELSAU 00000012  002 OF 002
group closed. mot_clé №5 e\u0301lan naïve Straße ΣΊΣΥΦΟΣ Київ 東京"""
BREAK = PageBreak(
    TEXT.index("STRELSAU"), TEXT.index("group"), 2, None, None, None, None, None, None
)
OLD = Cable(
    "09STRELSAU12",
    TEXT,
    date="2009-07-22",
    sent="2009-07-22T03:36:00Z",
    origin="Embassy Strelsau",
    level="SECRET//NOFORN",
    tags=("PGOV", "HUMAN RIGHTS"),
    subject="A raid",
    page_breaks=(BREAK,),
)
NEW = Cable("10ZENDA1", "a word", date="2010-01-01", level="TOP SECRET", subject="Another raid")
UNDATED = Cable("66ZENDA1", "a word", level="SECRET", subject="A third raid")
MARK = Mark("library", 3, 3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def index(folder: Path) -> Index:
    made = Index(folder)
    made.update(MARK, [(1, entry(OLD)), (2, entry(UNDATED)), (3, entry(NEW))])
    return made


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        pytest.param("raid", [3, 1, 2], id="newest first, undated last"),
        pytest.param("EMILE", [1], id="accents and case"),
        pytest.param("zola's", [1], id="apostrophe"),
        pytest.param("bit-torrent", [1], id="hyphen"),
        pytest.param('"torrent bit"', [], id="order of a phrase"),
        pytest.param('"release group closed"', [1], id="phrase over a page break"),
        pytest.param("clé", [1], id="underscore parts words"),
        pytest.param("no5 élan naive strasse", [1], id="compatibility forms"),
        pytest.param("σίσυφος київ 東京", [1], id="other scripts"),
        pytest.param("raid word", [3, 2], id="all words"),
        pytest.param("word zola", [], id="all words in one cable"),
        pytest.param("09strelsau12", [1], id="id as a word"),
        pytest.param("id:09STRELSAU12", [1], id="id"),
        pytest.param("id:strelsau", [], id="an id is whole"),
        pytest.param("subject:third", [2], id="subject"),
        pytest.param("body:raid", [], id="body"),
        pytest.param("origin:strelsau", [1], id="word of an origin"),
        pytest.param('origin:"embassy strelsau"', [1], id="origin"),
        pytest.param("tag:pgov", [1], id="tag"),
        pytest.param('tag:"human rights"', [1], id="tag of two words"),
        pytest.param("tag:human", [], id="a tag is whole"),
        pytest.param("level:secret", [1, 2], id="level, whatever its controls"),
        pytest.param("level:secret//noforn", [1], id="level with controls"),
        pytest.param('level:"top secret"', [3], id="level of two words"),
        pytest.param("date:2009", [1], id="year"),
        pytest.param("date:2009-07", [1], id="month"),
        pytest.param("date:2009-07-22", [1], id="day"),
        pytest.param("date:2010 raid", [3], id="field and word"),
    ],
)
def test_a_query_finds(index: Index, line: str, keys: list[int]) -> None:
    assert index.search(parse(line), 0, 50) == (len(keys), keys)


def test_a_page_of_hits_comes_with_the_count_of_all(index: Index) -> None:
    assert index.search(parse("raid"), 1, 1) == (3, [1])
    assert index.search(parse("raid"), 3, 5) == (3, [])
    assert index.search(parse("raid"), 0, 0) == (3, [])


def test_a_cable_takes_the_place_of_what_had_its_key(index: Index) -> None:
    index.update(Mark("library", 4, 3), [(1, entry(OLD._replace(text="rewritten", subject=None)))])
    assert index.search(parse("zola"), 0, 50) == (0, [])
    assert index.search(parse("rewritten"), 0, 50) == (1, [1])
    assert index.count() == 3


def test_an_index_says_what_it_reflects(folder: Path, index: Index) -> None:
    assert Index(folder).mark == index.mark == MARK
    assert Index(folder).search(parse("raid"), 0, 1) == (3, [3])


@pytest.mark.parametrize(
    "note", ["", "{", "[]", "null", '{"format": 99, "identity": "x", "generation": 1, "cables": 1}']
)
def test_a_note_that_cannot_be_read_counts_as_none(folder: Path, index: Index, note: str) -> None:
    folder.with_name("index.json").write_text(note)
    assert Index(folder).mark is None


def _gone(folder: Path) -> None:
    for each in folder.iterdir():
        each.unlink()


def _no_meta(folder: Path) -> None:
    (folder / "meta.json").unlink()


def _cut_meta(folder: Path) -> None:
    os.truncate(folder / "meta.json", 10)


def _cut_terms(folder: Path) -> None:
    for each in folder.glob("*.term"):
        os.truncate(each, 1)


def _other_fields(folder: Path) -> None:
    meta = json.loads((folder / "meta.json").read_text())
    meta["schema"][0]["name"] = "other"
    (folder / "meta.json").write_text(json.dumps(meta))


@pytest.mark.parametrize("harm", [_gone, _no_meta, _cut_meta, _cut_terms, _other_fields])
def test_a_broken_index_says_so(folder: Path, index: Index, harm: Callable[[Path], None]) -> None:
    del index
    harm(folder)
    with pytest.raises(ValueError, match=r"."):
        Index(folder).search(parse("raid"), 0, 50)


def test_a_second_writer_is_told_that_the_index_is_busy(folder: Path, index: Index) -> None:
    other = Index(folder)

    def cables() -> Iterator[tuple[int, str]]:
        with pytest.raises(BusyError):
            other.update(MARK, [])
        yield 1, entry(OLD)

    index.update(MARK, cables())
    other.update(MARK, [])


def test_a_failed_update_leaves_what_was_there(folder: Path, index: Index) -> None:
    with pytest.raises(ZeroDivisionError):
        index.update(Mark("library", 4, 3), ((1 // n, entry(NEW)) for n in (1, 0)))
    assert Index(folder).mark == MARK
    assert Index(folder).search(parse("zola"), 0, 50) == (1, [1])
    index.update(Mark("library", 4, 3), [(1, entry(NEW))])
    assert index.search(parse("zola"), 0, 50) == (0, [])


def test_an_index_without_a_folder_is_in_memory() -> None:
    index = Index(None)
    index.update(MARK, [(1, entry(OLD))])
    assert index.search(parse("zola"), 0, 50) == (1, [1])


def test_a_cleared_index_is_gone(folder: Path, index: Index) -> None:
    index.clear()
    assert Index(folder).mark is None
    assert not folder.exists()


def test_files_are_their_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Index(tmp_path / "index").update(MARK, [(1, entry(OLD))])
        assert os.umask(0) == 0
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(p.stat().st_mode) for p in tmp_path.rglob("*") if p.is_file()}
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "index").stat().st_mode) == 0o700
