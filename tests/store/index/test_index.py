import json
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.cable import Addressee, Cable, Header, PageBreak, Paragraph, Reference, Source
from store.index import BusyError, Index, Mark
from store.index.entry import entry
from store.query import EVERY, parse
from store.query.refine import term

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
    captions=("NOFORN",),
    header=Header(
        origin="AMEMBASSY STRELSAU",
        to=(Addressee("RUEHC", "SECSTATE WASHDC", None, None),),
        info=(Addressee(None, "AMCONSUL ZENDA", None, None),),
    ),
    refs=(Reference("08ZENDA7", "A", None, "cable", "08 ZENDA 7"),),
    paragraphs=(Paragraph(1, "S/NF", None, 0, 0, 3),),
    source=Source("listing", "/cables/box-3/a.txt", "", 0, "utf-8"),
)
NEW = Cable("10ZENDA1", "a word", date="2010-01-01", level="TOP SECRET", subject="Another raid")
UNDATED = Cable("66ZENDA1", "a word", level="SECRET", subject="A third raid")
MARK = Mark("library", 3, 3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture(scope="module")
def read() -> Index:
    """An index that is only asked."""
    made = Index(None)
    made.update(MARK, [(1, entry(OLD)), (2, entry(UNDATED)), (3, entry(NEW))])
    return made


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
        pytest.param('level:"secret"', [2], id="level as it stands"),
        pytest.param("level:>=secret", [3, 1, 2], id="level or above"),
        pytest.param("level:<secret", [], id="below a level"),
        pytest.param("level:>secret", [3], id="above a level"),
        pytest.param("level:secret//noforn", [1], id="level with controls"),
        pytest.param('level:"top secret"', [3], id="level of two words"),
        pytest.param("date:2009", [1], id="year"),
        pytest.param("date:2009-07", [1], id="month"),
        pytest.param("date:2009-07-22", [1], id="day"),
        pytest.param("date:2010 raid", [3], id="field and word"),
        pytest.param("date:2009..", [3, 1], id="from a year on"),
        pytest.param("date:2009-07-22..2009-12", [1], id="range of dates"),
        pytest.param("after:2009-07-21", [3, 1], id="after a day"),
        pytest.param("after:2009-07-22", [3], id="not on the day"),
        pytest.param("before:2010", [1], id="before, and undated never"),
        pytest.param("raids", [3, 1, 2], id="another form of a word"),
        pytest.param('"raids"', [], id="a quoted word is exact"),
        pytest.param("subject:raids", [], id="a fielded word is exact"),
        pytest.param("r*", [3, 1, 2], id="prefix of one letter"),
        pytest.param("zo*", [1], id="prefix of two letters"),
        pytest.param("rel*", [1], id="prefix of three letters"),
        pytest.param("torr*", [1], id="longer prefix"),
        pytest.param("09stre*", [1], id="prefix of an id"),
        pytest.param("bit-torr*", [1], id="prefix behind a word"),
        pytest.param("torrent-bit*", [], id="prefix behind another"),
        pytest.param("torrent" * 200 + "*", [], id="prefix longer than any word"),
        pytest.param("東" * 400 + "*", [], id="prefix of more bytes than any word"),
        pytest.param("bit-" + "torrent" * 200 + "*", [], id="long prefix behind a word"),
        pytest.param("tag:" + "pg" * 600 + "*", [], id="long prefix of a tag"),
        pytest.param("tag:pg*", [1], id="prefix of a tag"),
        pytest.param("origin:str*", [1], id="prefix in an origin"),
        pytest.param("subject:an*", [3], id="short prefix in a field"),
        pytest.param("body:an*", [], id="short prefix in the text"),
        pytest.param('"release closed"~1', [1], id="near"),
        pytest.param('"closed release"~3', [1], id="near the other way round"),
        pytest.param('"release closed"~0', [], id="not near"),
        pytest.param("-zola", [3, 2], id="without a word"),
        pytest.param("raid -word", [1], id="one without the other"),
        pytest.param("zola or another", [3, 1], id="either"),
        pytest.param("zola or -word", [1], id="either without"),
        pytest.param("word (another or third)", [3, 2], id="both of either"),
        pytest.param("-(zola or another)", [2], id="without either"),
        pytest.param("from:amembassy", [1], id="from"),
        pytest.param("to:secstate", [1], id="action addressee"),
        pytest.param("to:zenda", [1], id="info addressee"),
        pytest.param('to:"secstate zenda"', [], id="addressees apart"),
        pytest.param("to:ruehc", [1], id="routing"),
        pytest.param("post:strelsau", [1], id="post"),
        pytest.param("caption:noforn", [1], id="caption"),
        pytest.param("portion:s", [1], id="portion mark"),
        pytest.param("portion:secret", [1], id="level of a portion"),
        pytest.param("portion:noforn", [1], id="control of a portion"),
        pytest.param("portion:s/nf", [1], id="portion mark as printed"),
        pytest.param("ref:08zenda7", [1], id="what cites a cable"),
        pytest.param('ref:"08 ZENDA 7"', [1], id="reference in parts"),
        pytest.param("in:listing", [1], id="layout"),
        pytest.param("in:box-3", [1], id="part of the path"),
    ],
)
def test_a_query_finds(read: Index, line: str, keys: list[int]) -> None:
    assert read.search(parse(line), 0, 50) == (len(keys), keys)


def test_a_page_of_hits_comes_with_the_count_of_all(read: Index) -> None:
    assert read.search(parse("raid"), 1, 1) == (3, [1])
    assert read.search(parse("raid"), 3, 5) == (3, [])
    assert read.search(parse("raid"), 0, 0) == (3, [])


@pytest.mark.parametrize(
    ("order", "keys"), [("newest", [3, 1, 2]), ("oldest", [1, 3, 2])], ids=["newest", "oldest"]
)
def test_an_order_by_date_has_those_without_one_last(
    read: Index, order: str, keys: list[int]
) -> None:
    assert read.search(parse("raid"), 0, 50, order) == (3, keys)


@pytest.fixture(scope="module")
def many() -> Index:
    """An index of cables some of which share a month, a day or have no date."""
    made = Index(None)
    cables = [
        Cable(str(n), "a raid" if n % 5 else "a feast", date=None if n % 7 == 0 else day(n))
        for n in range(300)
    ]
    made.update(Mark("many", 1, len(cables)), list(enumerate(map(entry, cables))))
    return made


def day(number: int) -> str:
    return f"{1990 + number % 4}-{number % 11 + 1:02}-{number % 3 + 1:02}"


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize("line", ["raid", "raid -feast date:1991..1992", "-raid", "-in:x", "zenda"])
def test_a_place_far_down_is_found_as_if_by_passing_over_all_before(
    many: Index, monkeypatch: pytest.MonkeyPatch, line: str, order: str
) -> None:
    def pages() -> list[tuple[int, list[int]]]:
        return [many.search(parse(line), start, 7, order) for start in range(0, 310, 3)]

    passed_over = pages()
    monkeypatch.setattr("store.index.searching.FAR", 1)
    assert pages() == passed_over


RANKED = (
    ("none", "nothing of the kind"),
    ("form", "three raids in all these many words"),
    ("once", "one raid in all these many words"),
    ("twice", "raid upon raid in these many words"),
    ("subject", "one raid in all these many words"),
)


def test_by_relevance_the_subject_goes_before_and_other_forms_after() -> None:
    index = Index(None)
    cables = [
        Cable(name, text, subject="a raid" if name == "subject" else "") for name, text in RANKED
    ]
    index.update(Mark("ranked", 1, len(cables)), list(enumerate(map(entry, cables))))
    total, keys = index.search(parse("raid"), 0, 50, "relevance")
    assert (total, [RANKED[key][0] for key in keys]) == (4, ["subject", "twice", "once", "form"])


def test_by_relevance_a_typed_word_goes_before_what_it_begins() -> None:
    index = Index(None)
    cables = [Cable("a", "raiders of all sorts"), Cable("b", "raid of all sorts")]
    index.update(Mark("ranked", 1, 2), list(enumerate(map(entry, cables))))
    for letters in ("rai", "raid"):
        line = letters if letters == "raid" else f"{letters}*"
        assert index.search(parse(line, typing=True), 0, 50, "relevance")[0] == 2
    assert index.search(parse("raid", typing=True), 0, 50, "relevance") == (2, [1, 0])


def test_facets_count_what_is_found_by_each_value(read: Index) -> None:
    assert read.facets(parse("raid"), ("level", "origin", "tag", "year")) == {
        "level": [("SECRET", 2), ("SECRET//NOFORN", 1), ("TOP SECRET", 1)],
        "origin": [("Embassy Strelsau", 1)],
        "tag": [("HUMAN RIGHTS", 1), ("PGOV", 1)],
        "year": [("2009", 1), ("2010", 1)],
    }
    assert read.facets(parse("zanzibar"), ("year",)) == {"year": []}
    assert read.facets(parse("zola"), ("year", "year")) == {"year": [("2009", 1)]}


def test_a_query_finds_as_many_as_a_level_is_counted() -> None:
    index = Index(None)
    levels = (
        ["SECRET"] * 3
        + ["SECRET//NOFORN", "SECRET//EXDIS", "TOP SECRET//NOFORN", "SECRETARY", "CONFIDENTIAL"]
        + ["UNCLASSIFIED"] * 2
        + ["UNCLASSIFIED//FOR OFFICIAL USE ONLY", "LIMITED OFFICIAL USE"]
    )
    cables = [Cable(str(n), "x", level=level) for n, level in enumerate(levels)]
    index.update(Mark("levels", 1, len(cables)), list(enumerate(map(entry, cables))))
    counts = dict(index.facets(EVERY, ("level",))["level"])
    assert counts["SECRET"] == len(["SECRET"] * 3 + ["SECRET//NOFORN", "SECRET//EXDIS"])
    assert counts["TOP SECRET"] == counts["TOP SECRET//NOFORN"] == 1
    for level, count in counts.items():
        assert index.search(parse(term("level", level)), 0, 9)[0] == count, level


def test_the_most_frequent_value_comes_first() -> None:
    index = Index(None)
    cables = [Cable(str(n), "x", tags=("A",) if n % 3 else ("B", "A")) for n in range(300)]
    index.update(Mark("tagged", 1, 300), list(enumerate(map(entry, cables))))
    assert index.facets(EVERY, ("tag",)) == {"tag": [("A", 300), ("B", 100)]}


def test_every_tag_of_a_cable_is_counted() -> None:
    index = Index(None)
    tags = tuple(f"T{n}" for n in range(20))
    index.update(Mark("tagged", 1, 2), [(1, entry(Cable("1", "x", tags=tags))), (2, entry(OLD))])
    counts = dict(index.facets(EVERY, ("tag",))["tag"])
    assert counts == dict.fromkeys((*tags, *OLD.tags), 1)


def test_a_value_for_each_cable_is_counted_exactly() -> None:
    index = Index(None)
    cables = [Cable(str(n), "x", origin=f"Post {n:04}") for n in range(3000)]
    index.update(Mark("origins", 1, 3000), list(enumerate(map(entry, cables))))
    assert index.facets(EVERY, ("origin",))["origin"] == [(f"Post {n:04}", 1) for n in range(3000)]


def test_a_histogram_counts_by_month(read: Index) -> None:
    found = read.histogram(parse("raid"))
    assert found == [
        *(("2009-07", 1), ("2009-08", 0), ("2009-09", 0), ("2009-10", 0), ("2009-11", 0)),
        *(("2009-12", 0), ("2010-01", 1)),
    ]
    assert read.histogram(parse("zanzibar")) == []


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
