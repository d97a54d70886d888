import multiprocessing
import os
import resource
import shutil
import signal
import sqlite3
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest

from store.cable import Cable, Received, Reference
from store.documents import CableDB, where
from store.errors import (
    CableUnknown,
    LibraryDamaged,
    LibraryFull,
    LibraryLocked,
    LibraryMissing,
    QueryInvalid,
    ReftelError,
)
from store.holdings import FIELDS, LISTED
from store.index import Index, Mark
from store.index.entry import entry
from store.info import Info
from store.library import Library
from store.row import Hit

NOBODY = 65534
Given = tuple[Cable, Received, str]


def given(id: str, text: str, day: str | None = None, **fields: str) -> Given:  # noqa: A002
    received = Received("listing", text.encode(), text, "utf-8", None, 0)
    return Cable(id, text, date=day, **fields), received, f"/cables/{id}.txt"  # type: ignore[arg-type]


def added(library: Library, *cables: Given) -> list[tuple[str, str, int]]:
    return [(each.outcome, each.id, each.version) for each in library.add(cables)]


FIRST = given("09STRELSAU1", "¶1. A raid.", "2009-01-01", subject="ONE", level="SECRET")
SECOND = given("09STRELSAU2", "¶1. A feast.", "2009-02-01", subject="TWO", origin="Strelsau")
UNDATED = given("66ZENDA9", "¶1. A raid and a feast.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path, create=True) as opened:
        opened.add([FIRST, UNDATED, SECOND])
        yield opened


def test_a_cable_comes_back_whole(library: Library) -> None:
    cable = library.get("09STRELSAU1")
    assert cable._replace(source=None) == FIRST[0]
    assert cable.source
    assert cable.source.path == "/cables/09STRELSAU1.txt"
    assert cable.source.bytes == len(FIRST[1].raw)
    assert cable.source.version == 1
    assert library.raw("09STRELSAU1") == FIRST[1].raw


def test_an_id_is_found_in_small_letters(library: Library) -> None:
    assert library.get("09strelsau1").id == "09STRELSAU1"


@pytest.mark.parametrize(
    ("asked", "version", "said"),
    [
        ("09STRELSAU3", None, "Nearest: 09STRELSAU2, 09STRELSAU1"),
        ("9strelsau1", None, "Nearest: 09STRELSAU1"),
        ("nowhere", None, "no cable nowhere.$"),
        ("zenda 9", None, "Nearest: 66ZENDA9"),
        ("", None, "no cable"),
        ("\ud800", None, "no cable"),
        ("09STRELSAU1", 2, "no version 2; the newest is 1"),
    ],
)
def test_an_unknown_cable_is_named(
    library: Library, asked: str, version: int | None, said: str
) -> None:
    with pytest.raises(CableUnknown, match=said):
        library.get(asked, version)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("strels 2", ["09STRELSAU2"]),
        ("09 strelsau", ["09STRELSAU1", "09STRELSAU2"]),
        ("zend*", ["66ZENDA9"]),
        ("*", []),
        ("[z]", ["66ZENDA9"]),
        ("hentzau 1", []),
    ],
)
def test_an_id_is_found_as_it_is_remembered(library: Library, text: str, ids: list[str]) -> None:
    assert library.alike(text) == ids


def test_pages_are_newest_first_and_undated_last(library: Library) -> None:
    assert [row.id for row in library.page(0, 9)] == ["09STRELSAU2", "09STRELSAU1", "66ZENDA9"]
    assert [row.id for row in library.page(1, 1)] == ["09STRELSAU1"]
    assert library.page(3, 5) == []
    assert len(library) == 3
    row = library.page(1, 1)[0]
    assert (row.date, row.level, row.subject, row.origin) == ("2009-01-01", "SECRET", "ONE", None)


def test_the_list_is_read_without_a_document(path: Path, library: Library) -> None:
    before = library.page(0, 9)
    with sqlite3.connect(path / "cables.db") as other:
        other.execute("UPDATE documents_1 SET document = '{'")
    assert library.page(0, 9) == before


def test_a_list_goes_on_where_a_document_was_changed_by_hand(path: Path, library: Library) -> None:
    before = library.page(0, 9)
    with CableDB(path / "cables.db", FIELDS, listed=LISTED) as database:
        cables = database.table("cables")
        cables.update({"subject": "CHANGED"}, where("id") == "09STRELSAU1")
    assert library.page(0, 9) == [before[0], before[1]._replace(subject="CHANGED"), before[2]]


@pytest.mark.parametrize(
    ("start", "count", "ids"),
    [(0, 9, "3 1 2"), (0, 2, "3 1"), (1, 1, "1"), (2, 5, "2"), (3, 5, ""), (9, 9, "")],
)
def test_the_list_can_stand_on_its_head(library: Library, start: int, count: int, ids: str) -> None:
    numbers = {"66ZENDA9": "3", "09STRELSAU1": "1", "09STRELSAU2": "2"}
    page = library.page(start, count, newest=False)
    assert " ".join(numbers[row.id] for row in page) == ids


@pytest.mark.parametrize(
    ("date", "newest", "oldest"),
    [
        ("2010", 0, 3),
        ("2009", 0, 1),
        ("2009-02", 0, 2),
        ("2009-01", 1, 1),
        ("2009-01-15", 1, 2),
        ("1966", 2, 1),
        ("", 0, 0),
    ],
)
def test_a_date_has_its_place_in_the_list(
    library: Library, date: str, newest: int, oldest: int
) -> None:
    assert library.position(date) == newest
    assert library.position(date, newest=False) == oldest


def test_the_same_again_changes_nothing(library: Library) -> None:
    library.search("raid").page()
    before = Info.of(library)
    assert added(library, FIRST) == [("same", "09STRELSAU1", 1)]
    assert Info.of(library) == before


def test_another_text_of_an_id_is_a_further_version(library: Library) -> None:
    other = given("09STRELSAU1", "¶1. A raid, released in full.", "2009-01-01", subject="NEW")
    third = given("09STRELSAU1", "¶1. Corrected copy.", "2009-01-03")
    assert added(library, other, third, other, FIRST) == [
        ("version", "09STRELSAU1", 2),
        ("version", "09STRELSAU1", 3),
        ("same", "09STRELSAU1", 2),
        ("same", "09STRELSAU1", 1),
    ]
    assert [(row.id, row.version) for row in library.page(1, 1)] == [("09STRELSAU1", 3)]
    assert library.get("09STRELSAU1").text == third[0].text
    assert library.get("09STRELSAU1", 2).subject == "NEW"
    assert library.raw("09STRELSAU1", 1) == FIRST[1].raw
    assert len(library) == 3
    assert library.search("released").total == 0
    assert library.search("corrected").total == 1


def test_text_that_its_bytes_do_not_spell_is_kept_too(library: Library) -> None:
    cable, received, path = given("10ZENDA1", "¶1. From a table.")
    library.add([(cable, received._replace(raw=b'"a","b"'), path)])
    assert library.get("10ZENDA1").text == cable.text
    assert library.raw("10ZENDA1") == b'"a","b"'


def test_rows_come_by_their_ids(library: Library) -> None:
    rows = library.rows(["66ZENDA9", "09STRELSAU1", "09STRELSAU9", "66ZENDA9"])
    assert {row.id: row.subject for row in rows.values()} == {
        "66ZENDA9": None,
        "09STRELSAU1": "ONE",
    }
    assert rows["09STRELSAU1"] == library.page(1, 1)[0]


def test_the_cables_that_refer_to_one_are_found(library: Library) -> None:
    ref = Reference("09STRELSAU1", "A", None, "cable", "STRELSAU 1")
    for number, day in ((4, "2010-01-01"), (5, "2009-06-01")):
        cable, received, path = given(f"09STRELSAU{number}", "¶1. As said in ref A.", day)
        library.add([(cable._replace(refs=(ref,)), received, path)])
    found = library.search("ref:09STRELSAU1").page(order="oldest")
    assert (found.total, [row.id for row in found.rows]) == (2, ["09STRELSAU5", "09STRELSAU4"])
    assert library.search("ref:09STRELSAU4").total == 0


def test_all_of_a_batch_or_nothing(library: Library) -> None:
    cable, received, path = given("10ZENDA1", "text")
    bad = cable._replace(subject=b"no text")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        library.add([given("10ZENDA2", "text"), (bad, received, path)])
    assert len(library) == 3
    assert Info.of(library).sources == 3


def test_a_search_finds_what_was_added(library: Library) -> None:
    results = library.search("raid").page()
    assert results.total == 2
    assert [row.id for row in results.rows] == ["09STRELSAU1", "66ZENDA9"]
    assert [row.id for row in library.search("raid").page(1, 1).rows] == ["66ZENDA9"]
    library.add([given("10ZENDA1", "¶1. Another raid.", "2010-01-01")])
    assert library.search("raid").page().rows[0].id == "10ZENDA1"
    with pytest.raises(QueryInvalid):
        library.search('"open')


def test_a_row_is_shown_with_the_hit_in_its_sentence(library: Library) -> None:
    rows = library.search("rai", typing=True).page().rows
    hit = library.search("rai", typing=True).hits(rows)[0]
    assert hit.row == rows[0]
    assert hit.snippet == "¶1. A raid."
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["raid"]


def test_a_row_that_is_no_longer_held_is_shown_without_a_sentence(library: Library) -> None:
    gone = library.page(0, 1)[0]._replace(key=99)
    assert library.search("raid").hits([gone]) == (Hit(gone, "", ()),)


def test_a_library_is_there_after_reopening(path: Path, library: Library) -> None:
    library.search("raid").page()
    library.close()
    with Library.open(path) as again:
        assert len(again) == 3
        assert again.search("raid").total == 2
        assert Info.of(again).indexed == 3


def _no_note(path: Path) -> None:
    (path / "index.json").unlink()


def _no_index(path: Path) -> None:
    shutil.rmtree(path / "index")


def _emptied_index(path: Path) -> None:
    for each in (path / "index").iterdir():
        each.unlink()


def _cut_index(path: Path) -> None:
    for each in (path / "index").glob("*.*"):
        os.truncate(each, each.stat().st_size // 2)


def _index_of_another(path: Path) -> None:
    with Library.open(path.with_name("other"), create=True) as other:
        other.add([FIRST, SECOND, given("10ZENDA1", "raid")])
        other.search("raid").page()
    for name in ("index", "index.json"):
        target = path / name
        shutil.rmtree(target) if target.is_dir() else target.unlink()
        shutil.move(path.with_name("other") / name, target)


def _behind(path: Path) -> None:
    shutil.copytree(path / "index", path.with_name("index"))
    shutil.copy(path / "index.json", path.with_name("index.json"))
    with Library.open(path) as library:
        library.add([given("09STRELSAU2", "¶1. A raid after all.")])
        library.add([given("09STRELSAU1", "¶1. Nothing.")])
        library.search("raid").page()
        library.add([given("09STRELSAU1", "¶1. The raid again.")])
    shutil.rmtree(path / "index")
    shutil.move(path.with_name("index"), path / "index")
    shutil.move(path.with_name("index.json"), path / "index.json")


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        (_no_note, 2),
        (_no_index, 2),
        (_emptied_index, 2),
        (_cut_index, 2),
        (_index_of_another, 2),
        (_behind, 3),
    ],
)
def test_an_index_that_does_not_match_is_made_good(
    path: Path, library: Library, harm: Callable[[Path], None], found: int
) -> None:
    library.search("raid").page()
    library.close()
    harm(path)
    with Library.open(path) as again:
        assert again.search("raid").total == found
        assert Info.of(again).indexed == 3


def test_an_index_broken_while_open_is_built_again(path: Path, library: Library) -> None:
    library.search("raid").page()
    _no_index(path)
    library.add([given("10ZENDA1", "¶1. Another raid.")])
    assert library.search("raid").total == 3


def test_a_text_that_is_not_as_received_is_refused(path: Path, library: Library) -> None:
    with sqlite3.connect(path / "cables.db") as other:
        other.execute("UPDATE documents_2 SET raw = x'00' WHERE number = 1")
    with pytest.raises(LibraryDamaged, match="09STRELSAU1"):
        library.raw("09STRELSAU1")
    with pytest.raises(LibraryDamaged, match="09STRELSAU1"):
        library.get("09STRELSAU1")
    assert library.get("09STRELSAU2")


@pytest.mark.parametrize(
    "record", ["{}", '{"id": "09STRELSAU1"}', "[1]", '{"source": [1], "text": 1}']
)
def test_a_record_that_lacks_what_each_has_is_damage(
    path: Path, library: Library, record: str
) -> None:
    with sqlite3.connect(path / "cables.db") as other:
        other.execute("UPDATE documents_1 SET document = ? WHERE number = 1", (record,))
    with pytest.raises((LibraryDamaged, CableUnknown), match=r"damaged|no cable"):
        library.get("09STRELSAU1")


@pytest.mark.parametrize("glance", ["[]", "{", "5"])
def test_a_row_that_lacks_what_each_has_is_damage(
    path: Path, library: Library, glance: str
) -> None:
    with sqlite3.connect(path / "cables.db") as other:
        other.execute("UPDATE documents_1 SET glance = ? WHERE number = 1", (glance,))
    with pytest.raises(LibraryDamaged, match=str(path)):
        library.page(0, 3)


def test_a_search_goes_on_over_a_text_that_is_damaged(path: Path, library: Library) -> None:
    with sqlite3.connect(path / "cables.db") as other:
        raw = zlib.compress(b"\xff raid")
        other.execute("UPDATE documents_2 SET raw = ? WHERE number = 1", (raw,))
        other.execute("UPDATE documents_2 SET raw = 'no bytes' WHERE number = 2")
    rows = library.search("raid").page().rows
    assert [row.id for row in rows] == ["09STRELSAU1"]
    assert library.search("raid").hits(rows)[0].snippet == "\ufffd raid"
    assert library.search("two").total == 1


def test_info_says_what_is_held(path: Path, library: Library) -> None:
    info = Info.of(library)
    assert info.path == str(path)
    assert (info.cables, info.sources, info.indexed) == (3, 3, 0)
    assert info.bytes == sum(len(each[1].raw) for each in (FIRST, SECOND, UNDATED))
    assert (info.first, info.last) == ("2009-01-01", "2009-02-01")
    assert info.levels == (("SECRET", 1),)


def test_an_empty_library_answers(path: Path) -> None:
    with Library.open(path, create=True) as library:
        assert len(library) == 0
        assert library.page(0, 10) == []
        assert library.search("raid").total == 0
        assert Info.of(library).bytes == 0
        with pytest.raises(CableUnknown):
            library.get("09STRELSAU1")


def test_a_search_goes_on_while_another_process_writes_the_index(
    path: Path, library: Library
) -> None:
    library.search("raid").page()
    library.add([given("10ZENDA1", "¶1. Another raid.")])
    writer = Index(path / "index")

    def cables() -> Iterator[tuple[int, str]]:
        assert library.search("raid").total == 2
        with Library.open(path) as other:
            assert other.search("raid").total == 2
        yield 9, entry(FIRST[0])

    writer.update(Mark("another library", 1, 4), cables())
    assert library.search("raid").total == 3


def test_an_index_that_another_process_builds_is_waited_for(path: Path, library: Library) -> None:
    def cables() -> Iterator[tuple[int, str]]:
        with pytest.raises(LibraryLocked, match="writing the index"):
            library.search("raid").page()
        yield 9, entry(FIRST[0])

    Index(path / "index").update(Mark("another library", 1, 1), cables())
    assert library.search("raid").total == 2


def test_folder_and_files_are_their_owners_alone(path: Path) -> None:
    before = os.umask(0)
    try:
        with Library.open(path, create=True) as library:
            library.add([FIRST])
            library.search("raid").page()
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o700
    for each in path.rglob("*"):
        assert stat.S_IMODE(each.stat().st_mode) == (0o700 if each.is_dir() else 0o600)


def _nothing(path: Path) -> None:
    path.parent.mkdir()


def _empty_folder(path: Path) -> None:
    path.mkdir(parents=True)


def _file(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("a letter")


def _beneath_a_file(path: Path) -> None:
    path.parent.write_text("a letter")


def _other_things(path: Path) -> None:
    path.mkdir(parents=True)
    (path / "letter.txt").write_text("a letter")


@pytest.mark.parametrize(
    ("made", "error"),
    [
        (_nothing, LibraryMissing),
        (_empty_folder, LibraryMissing),
        (_file, LibraryDamaged),
        (_beneath_a_file, LibraryMissing),
        (_other_things, LibraryMissing),
    ],
)
def test_what_is_no_library_is_not_opened(
    path: Path, made: Callable[[Path], None], error: type[ReftelError]
) -> None:
    made(path)
    before = sorted(path.parent.rglob("*")) if path.parent.is_dir() else []
    with pytest.raises(error, match=str(path)):
        Library.open(path)
    assert (sorted(path.parent.rglob("*")) if path.parent.is_dir() else []) == before


@pytest.mark.parametrize(
    ("made", "error"),
    [(_file, LibraryDamaged), (_beneath_a_file, LibraryMissing), (_other_things, LibraryDamaged)],
)
def test_what_is_something_else_is_not_made_a_library(
    path: Path, made: Callable[[Path], None], error: type[ReftelError]
) -> None:
    made(path)
    with pytest.raises(error, match=str(path)):
        Library.open(path, create=True)
    assert not (path / "cables.db").exists()


@pytest.mark.parametrize("left", ["cables.db.4711.tmp", "import.lock"])
def test_a_library_whose_making_was_cut_short_is_made(path: Path, left: str) -> None:
    path.mkdir(parents=True)
    (path / left).write_bytes(b"half")
    with Library.open(path, create=True) as library:
        assert library.add([FIRST])[0].outcome == "new"


@pytest.mark.parametrize("size", [0, 100, 5000])
def test_a_cut_library_is_damaged(path: Path, library: Library, size: int) -> None:
    library.close()
    os.truncate(path / "cables.db", size)
    for create in (False, True):
        with pytest.raises(LibraryDamaged, match=str(path)):
            Library.open(path, create=create)


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Permissions do not hold for root, so be no one for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A library in a folder that anyone may read and no one may write."""
    top = Path(mkdtemp())
    top.chmod(0o755)
    path = top / "library"
    with Library.open(path, create=True) as library:
        library.add([FIRST, SECOND, UNDATED])
    yield path
    for each in (path, *path.rglob("*")):
        each.chmod(0o700)
    shutil.rmtree(top)


def _seal(path: Path) -> None:
    for each in path.rglob("*"):
        each.chmod(0o555 if each.is_dir() else 0o444)
    path.chmod(0o555)


@pytest.mark.parametrize("indexed", ["with an index", "without an index"])
def test_a_read_only_library_is_read(read_only: Path, indexed: str) -> None:
    if indexed == "with an index":
        with Library.open(read_only) as library:
            library.index.current()
    _seal(read_only)
    with _as_nobody(), Library.open(read_only) as library:
        assert library.get("09STRELSAU1").text == FIRST[0].text
        assert library.search("raid").total == 2
        assert len(library.page(0, 5)) == 3
        with pytest.raises(LibraryLocked, match="read-only"):
            library.add([given("10ZENDA1", "text")])


@pytest.mark.parametrize("create", [False, True])
def test_a_library_without_permission_is_named(read_only: Path, create: bool) -> None:  # noqa: FBT001
    read_only.chmod(0)
    with _as_nobody(), pytest.raises(LibraryMissing, match=str(read_only)):
        Library.open(read_only, create=create)


def test_no_library_is_made_where_nothing_may_be_written(read_only: Path) -> None:
    read_only.parent.chmod(0o555)
    with _as_nobody(), pytest.raises(LibraryMissing, match="ermission denied"):
        Library.open(read_only.with_name("new"), create=True)


def test_a_full_disk_leaves_the_library_as_it_was(path: Path, library: Library) -> None:
    library.search("raid").page()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = (path / "cables.db").stat().st_size
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 50_000, hard))
    try:
        with pytest.raises(LibraryFull, match=str(path)):
            library.add([given(f"10ZENDA{n}", os.urandom(5000).hex()) for n in range(50)])
        assert len(library) == 3
        assert library.search("raid").total == 2
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
        shutil.rmtree(path / "index")
        with Library.open(path) as again:
            assert again.search("raid").total == 2
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert added(library, given("10ZENDA1", "after")) == [("new", "10ZENDA1", 1)]
    assert library.search("after").total == 1


def _hold(
    path: Path,
    ready: "multiprocessing.synchronize.Event",
    done: "multiprocessing.synchronize.Event",
) -> None:
    with sqlite3.connect(path / "cables.db", isolation_level=None) as connection:
        connection.execute("BEGIN IMMEDIATE")
        ready.set()
        done.wait(30)


def test_a_library_locked_by_another_process_says_so(path: Path, library: Library) -> None:
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(path, ready, done))
    other.start()
    try:
        assert ready.wait(30)
        impatient = CableDB(path / "cables.db", FIELDS, listed=LISTED, timeout=0.1)
        with (
            Library(path, impatient) as waiting,
            pytest.raises(LibraryLocked, match="another process"),
        ):
            waiting.add([given("10ZENDA1", "text")])
    finally:
        done.set()
        other.join()
    assert library.add([given("10ZENDA1", "text")])[0].outcome == "new"


def test_an_index_of_many_cables_is_made_by_other_processes(
    path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def here(_: Cable) -> str:
        raise AssertionError

    library.add([given(f"10ZENDA{n}", f"¶1. Raid {n}.") for n in range(9)])
    monkeypatch.setattr("store.holdings.TOGETHER", 1)
    monkeypatch.setattr("store.index.anew.entry", here)
    assert library.search("raid").total == 11
    assert library.search("7").total == 1


def test_a_damaged_record_is_said_to_be_by_any_process(
    path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([given(f"10ZENDA{n}", f"¶1. Raid {n}.") for n in range(9)])
    with sqlite3.connect(path / "cables.db") as other:
        other.execute(
            "UPDATE documents_1 SET document = ? WHERE number = 9", ('{"text": 9, "refs": 5}',)
        )
    monkeypatch.setattr("store.holdings.TOGETHER", 1)
    with pytest.raises(LibraryDamaged, match=str(path)):
        library.search("raid").page()


def test_how_far_the_index_has_come_is_told_while_it_is_made(
    path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []

    def telling(cable: Cable) -> str:
        told.append(library.index.progress)
        return entry(cable)

    monkeypatch.setattr("store.index.anew.entry", telling)
    monkeypatch.setattr("store.holdings.TOGETHER", 1)
    assert library.index.progress is None
    library.search("raid").page()
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert library.index.progress is None
    library.add([given("10ZENDA1", "¶1. Another raid.", "2010-01-01")])
    library.search("raid").page()
    assert told[3:] == [(0, 1)]
