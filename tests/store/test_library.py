import multiprocessing
import os
import resource
import shutil
import signal
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest

from store.documents import CableDB, where
from store.errors import (
    CableUnknown,
    LibraryDamaged,
    LibraryFull,
    LibraryLocked,
    LibraryMissing,
    ReftelError,
)
from store.holdings import FIELDS, LISTED
from store.info import Info
from store.library import Library
from tests.store.given import FIRST, SECOND, UNDATED, added, given

NOBODY = 65534


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


def test_all_of_a_batch_or_nothing(library: Library) -> None:
    cable, received, path = given("10ZENDA1", "text")
    bad = cable._replace(subject=b"no text")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        library.add([given("10ZENDA2", "text"), (bad, received, path)])
    assert len(library) == 3
    assert Info.of(library).sources == 3


def test_a_library_is_there_after_reopening(path: Path, library: Library) -> None:
    library.search("raid").page()
    library.close()
    with Library.open(path) as again:
        assert len(again) == 3
        assert again.search("raid").total == 2
        assert Info.of(again).indexed == 3


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


def test_an_empty_library_answers(path: Path) -> None:
    with Library.open(path, create=True) as library:
        assert len(library) == 0
        assert library.page(0, 10) == []
        assert library.search("raid").total == 0
        assert Info.of(library).bytes == 0
        with pytest.raises(CableUnknown):
            library.get("09STRELSAU1")


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
