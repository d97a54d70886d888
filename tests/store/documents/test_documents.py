import os
import sqlite3
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, where
from tinydb.operations import add, decrement, delete, increment, subtract
from tinydb.operations import set as set_to
from tinydb.table import Document

from store.documents import CableDB, RowTable
from store.documents.rows import unpack
from store.errors import LibraryDamaged, LibraryLocked, LibraryMissing, LibraryNewer

FIELDS = {"cables": ("id", "origin", "level", "date")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cables.db"


@pytest.fixture
def db(path: Path) -> Iterator[CableDB]:
    with CableDB(path, FIELDS) as opened:
        opened.insert_multiple({"int": 1, "char": c} for c in "abc")
        yield opened


def test_ids_count_from_one_and_go_on_after_a_given_one(db: CableDB) -> None:
    assert [document.doc_id for document in db] == [1, 2, 3]
    assert db.insert(Document({"char": "x"}, 77)) == 77
    assert db.insert({"char": "y"}) == 78


def test_a_taken_id_is_refused_and_nothing_is_written(db: CableDB) -> None:
    with pytest.raises(ValueError, match="already exists"):
        db.insert(Document({"char": "x"}, 2))
    assert [document["char"] for document in db] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param(where("char") == "b", "b", id="equal"),
        pytest.param(where("char") != "b", "ac", id="unequal"),
        pytest.param(where("char").one_of(["a", "c"]), "ac", id="one of"),
        pytest.param((where("int") == 1) & (where("char") > "a"), "bc", id="and"),
        pytest.param((where("char") == "a") | (where("char") == "c"), "ac", id="or"),
        pytest.param(~(where("char") == "a"), "bc", id="not"),
        pytest.param(where("char").matches("[bc]"), "bc", id="matches"),
        pytest.param(where("char").test(bool), "abc", id="any test"),
        pytest.param(where("missing").exists(), "", id="exists"),
    ],
)
def test_a_query_finds_what_it_describes(db: CableDB, query: Any, found: str) -> None:
    assert "".join(document["char"] for document in db.search(query)) == found
    assert db.count(query) == len(found)
    assert db.contains(query) == bool(found)
    first = db.get(query)
    assert (first["char"] if first else "") == found[:1]


def test_a_document_is_found_by_its_id(db: CableDB) -> None:
    assert db.get(doc_id=2) == {"int": 1, "char": "b"}
    assert db.get(doc_ids=[3, 1]) == [{"int": 1, "char": "a"}, {"int": 1, "char": "c"}]
    assert db.contains(doc_id=3)
    assert not db.contains(doc_id=4)
    assert db.get(doc_id=2**70) is None


@pytest.mark.parametrize(
    ("change", "value"),
    [
        pytest.param({"int": 5}, 5, id="fields"),
        pytest.param(increment("int"), 2, id="increment"),
        pytest.param(decrement("int"), 0, id="decrement"),
        pytest.param(add("int", 9), 10, id="add"),
        pytest.param(subtract("int", 1), 0, id="subtract"),
        pytest.param(set_to("int", 8), 8, id="set"),
        pytest.param(delete("int"), None, id="delete"),
    ],
)
def test_an_update_changes_the_documents_it_names(db: CableDB, change: Any, value: Any) -> None:
    assert db.update(change, where("char") == "b") == [2]
    assert [document.get("int") for document in db] == [1, value, 1]


def test_an_update_by_id_skips_ids_that_are_not_there(db: CableDB) -> None:
    assert db.update({"int": 7}, doc_ids=[1, 9]) == [1]
    assert db.count(where("int") == 7) == 1


def test_an_update_without_a_query_changes_all(db: CableDB) -> None:
    assert db.update({"seen": True}) == [1, 2, 3]
    assert db.update_multiple([({"int": 2}, where("char") == "a")]) == [1]
    assert db.count(where("seen") == True) == 3  # noqa: E712


def test_an_upsert_updates_or_inserts(db: CableDB) -> None:
    assert db.upsert({"int": 5, "char": "a"}, where("char") == "a") == [1]
    assert db.upsert({"int": 6, "char": "z"}, where("char") == "z") == [4]
    assert [document["int"] for document in db] == [5, 1, 1, 6]


def test_removed_documents_are_gone(db: CableDB) -> None:
    assert db.remove(where("char") == "a") == [1]
    assert db.remove(doc_ids=[2, 99]) == [2]
    assert [document["char"] for document in db] == ["c"]
    db.truncate()
    assert len(db) == 0
    assert db.insert({}) == 1


def test_removing_an_id_twice_removes_nothing(db: CableDB) -> None:
    with pytest.raises(KeyError):
        db.remove(doc_ids=[1, 1])
    assert len(db) == 3


def test_tables_are_apart_whatever_they_are_called(path: Path) -> None:
    names = {"a", "A", 'quo"te', "sp ace", "ü", ""}
    with CableDB(path) as db:
        for name in names:
            db.table(name).insert({"name": name})
    with CableDB(path) as db:
        assert db.tables() == names
        assert {name: db.table(name).all() for name in names} == {
            name: [{"name": name}] for name in names
        }
        db.drop_table("A")
        assert db.tables() == names - {"A"}
        db.drop_tables()
        assert db.tables() == set()


def test_documents_are_there_after_reopening(path: Path, db: CableDB) -> None:
    db.update({"int": 9}, where("char") == "c")
    db.close()
    with CableDB(path) as again:
        assert [document["int"] for document in again] == [1, 1, 9]
        assert again.insert({}) == 4


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(None, id="null"),
        pytest.param(True, id="boolean"),
        pytest.param(1.5, id="float"),
        pytest.param(2**80, id="large integer"),
        pytest.param("¶ \0 \x1b \u202e", id="controls"),
        pytest.param("\ud800", id="lone surrogate"),
        pytest.param(["a", {"b": []}], id="nested"),
    ],
)
def test_any_json_value_comes_back_and_is_found(db: CableDB, value: Any) -> None:
    cables = db.table("cables")
    cables.insert_multiple([{"id": value}, {"id": "other"}])
    assert cables.search(Query().id == value) == [{"id": value}]
    assert cables.get(doc_id=1) == {"id": value}


def test_what_json_cannot_hold_leaves_the_table_as_it_was(db: CableDB) -> None:
    with pytest.raises(TypeError):
        db.insert_multiple([{"int": 4}, {"int": db}])
    assert len(db) == 3
    assert db.insert({"int": 5}) == 4


def test_an_indexed_field_is_found_through_its_index(path: Path) -> None:
    with CableDB(path, FIELDS) as db:
        cables = db.table("cables")
        cables.insert_multiple({"id": f"09MOSCOW{n}", "n": n} for n in range(1000))
        plain = where("id") == "09MOSCOW7"
        assert [document["n"] for document in cables.search(plain)] == [7]
        assert cables.update({"n": -7}, plain) == [8]
        assert cables.remove((where("n") == -7) & plain) == [8]
        assert cables.search(plain) == []
        assert cables.count(where("id") == "09MOSCOW8") == 1


MIXED = [
    *({"date": f"2009-{n:02}"} for n in range(1, 13)),
    {"date": "Ä"},
    {"date": "\ud800"},
    {"date": ["2009-05"]},
    {},
]


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(where("date") < "2009-05", id="before"),
        pytest.param(where("date") <= "2009-05", id="up to"),
        pytest.param(where("date") > "2009-05", id="after"),
        pytest.param(where("date") >= "2009-05", id="from"),
        pytest.param(where("date").one_of(["2009-03", "2009-07", "x"]), id="one of"),
        pytest.param(where("date").one_of(["2009-03", None, "\ud800"]), id="one of any"),
        pytest.param((where("date") > "2009-03") & (where("date") < "2009-06"), id="between"),
        pytest.param((where("date") < "2009-03") | (where("date") > "2009-11"), id="either side"),
    ],
)
@pytest.mark.parametrize("last", [-1, 14], ids=["text alone", "what cannot be compared"])
def test_an_index_finds_what_reading_every_document_finds(
    path: Path, query: Any, last: int
) -> None:
    def found(db: CableDB) -> list[int] | str:
        try:
            return [document.doc_id for document in db.table("cables").search(query)]
        except TypeError as error:
            return str(error)

    documents = [each for n, each in enumerate(MIXED) if n != last]
    with CableDB(path, FIELDS) as indexed, CableDB(path.with_name("plain.db")) as plain:
        for db in (indexed, plain):
            db.table("cables").insert_multiple(documents)
        assert found(indexed) == found(plain) != []


@pytest.mark.parametrize(
    "query",
    [
        where("id") == "7",
        where("id").one_of(["7", "x"]),
        (where("id") > "6") & (where("id").one_of(["7"])),
        (where("id") >= "7") & (where("id") == "7"),
    ],
)
def test_a_query_on_an_indexed_field_reads_only_what_it_names(path: Path, query: Any) -> None:
    with CableDB(path, FIELDS) as db:
        cables = db.table("cables")
        cables.insert_multiple({"id": str(n)} for n in range(300))
        with sqlite3.connect(path) as other:
            other.execute("UPDATE documents_1 SET document = '{' WHERE field_id <> '7'")
        assert cables.search(query) == [{"id": "7"}]


def test_to_count_is_no_reading(path: Path) -> None:
    with CableDB(path, FIELDS) as db:
        cables, sources = db.table("cables"), db.table("sources")
        assert len(cables) == sources.rows.tallied().bytes == 0
        cables.insert_multiple({"id": str(n)} for n in range(300))
        cables.upsert({"n": 1}, where("id") == "7")
        cables.remove(where("id").one_of(["8", "9"]))
        sources.insert_multiple({"raw": bytes(n)} for n in range(10))
        sources.update({"raw": bytes(100)}, doc_ids=[10])
        sources.update({"n": 1}, doc_ids=[10])
        sources.remove(doc_ids=[9])
        assert (len(cables), len(sources)) == (298, 9)
        assert sources.rows.tallied().bytes == sum(range(8)) + 100
        cables.truncate()
        assert len(cables) == 0


def test_an_index_still_leaves_the_last_word_to_the_query(path: Path) -> None:
    with CableDB(path, FIELDS) as db:
        cables = db.table("cables")
        cables.insert_multiple([{"id": "a", "n": 1}, {"id": "a", "n": 2}])
        assert cables.search((where("id") == "a") & (where("n") == 2)) == [{"id": "a", "n": 2}]


def test_only_the_rows_an_index_names_are_read(path: Path) -> None:
    with CableDB(path, FIELDS) as db:
        cables = db.table("cables")
        cables.insert_multiple({"id": str(n)} for n in range(300))
        with sqlite3.connect(path) as other:
            other.execute("UPDATE documents_1 SET document = '{' WHERE number > 1")
        assert cables.search(where("id") == "0") == [{"id": "0"}]
        with pytest.raises(LibraryDamaged):
            cables.search(where("n") == 0)


def test_a_document_that_is_no_text_is_damage(path: Path, db: CableDB) -> None:
    with sqlite3.connect(path) as other:
        other.execute("UPDATE documents_1 SET document = cast(x'7bff7d' AS TEXT) WHERE number = 2")
    assert db.get(doc_id=1)
    with pytest.raises(LibraryDamaged, match=str(path)):
        db.get(doc_id=2)


def _raw(table: RowTable, number: int) -> bytes | None:
    ((packed,),) = table.rows.several("raw", [number]).values()
    return unpack(packed)


def test_raw_bytes_stay_beside_their_document(path: Path) -> None:
    with CableDB(path) as db:
        sources = db.table("sources")
        number = sources.insert({"id": "a", "raw": b"\xff\0"})
        assert sources.get(doc_id=number) == {"id": "a"}
        sources.update({"id": "b"})
        assert _raw(sources, number) == b"\xff\0"
        sources.update({"raw": b"new"})
        assert _raw(sources, number) == b"new"
        assert sources.insert({"raw": "text"}) == 2
        assert sources.get(doc_id=2) == {"raw": "text"}


def test_documents_may_be_changed_while_they_are_read(db: CableDB) -> None:
    for document in db:
        db.update({"seen": document.doc_id}, doc_ids=[document.doc_id])
    assert [document["seen"] for document in db] == [1, 2, 3]


def test_a_failed_transaction_undoes_all_of_it(db: CableDB) -> None:
    before = db.storage.generation()

    def work() -> None:
        with db.storage.transaction():
            db.insert({"char": "d"})
            db.table("cables").insert({"id": "x"})
            assert db.count(where("char") == "d") == 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        work()
    assert db.count(where("char") == "d") == 0
    assert db.tables() == {"_default"}
    assert db.storage.generation() == before
    assert db.insert({"char": "e"}) == 4


def test_the_generation_moves_with_changes_alone(db: CableDB) -> None:
    before = db.storage.generation()
    db.search(where("char") == "a")
    db.update({"int": 1}, where("char") == "a")
    db.remove(where("char") == "nothing")
    assert db.storage.generation() == before
    db.update({"int": 2}, where("char") == "a")
    assert db.storage.generation() == before + 1


def test_two_at_once_lose_nothing_and_see_each_other(path: Path, db: CableDB) -> None:
    with CableDB(path) as other:
        assert other.count(where("char") == "d") == 0
        assert db.insert({"char": "d"}) == 4
        assert other.insert({"char": "e"}) == 5
        assert db.insert({"char": "f"}) == 6
        assert other.count(where("char") == "d") == 1
        assert len(db) == len(other) == 6


def test_threads_share_one_database(db: CableDB) -> None:
    def write(letter: str) -> None:
        for n in range(20):
            db.insert({"char": letter, "n": n})

    threads = [threading.Thread(target=write, args=(letter,)) for letter in "xyz"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(db) == 63
    assert [db.count(where("char") == letter) for letter in "xyz"] == [20, 20, 20]


def test_what_is_committed_is_on_disk(db: CableDB) -> None:
    extra = 3
    assert db.storage.run("PRAGMA synchronous") == [(extra,)]
    assert db.storage.run("PRAGMA journal_mode") == [("delete",)]


@pytest.mark.usefixtures("stick")
def test_on_a_stick_a_file_is_made_and_none_that_was_made_meanwhile_is_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with CableDB(tmp_path / "a.db") as first:
        first.insert({"by": "the first"})
    looked = iter([False])
    monkeypatch.setattr(Path, "exists", lambda _: next(looked, True))
    with CableDB(tmp_path / "a.db") as second:
        assert [dict(each) for each in second] == [{"by": "the first"}]
    assert [each.name for each in tmp_path.iterdir()] == ["a.db"]


def test_files_are_their_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with CableDB(tmp_path / "open.db") as db, db.storage.transaction():
            db.insert({})
            modes = {stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()}
    finally:
        os.umask(before)
    assert modes == {0o600}


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _garbage(path: Path) -> None:
    path.write_bytes(b"no database " * 100)


def _truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _flipped_in_the_schema(path: Path) -> None:
    data = path.read_bytes()
    assert b"CREATE TABLE state" in data
    path.write_bytes(data.replace(b"CREATE TABLE state", b"CREATE T\xc1BLE state"))


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE cables (id)")


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize(
    ("harm", "error"),
    [
        (_emptied, LibraryDamaged),
        (_garbage, LibraryDamaged),
        (_truncated, LibraryDamaged),
        (_flipped_in_the_schema, LibraryDamaged),
        (_foreign, LibraryDamaged),
        (_newer, LibraryNewer),
    ],
)
def test_a_file_that_is_no_whole_database_is_not_opened(
    path: Path, db: CableDB, harm: Any, error: type[Exception]
) -> None:
    db.close()
    harm(path)
    before = path.read_bytes()
    with pytest.raises(error, match=str(path)):
        CableDB(path)
    assert path.read_bytes() == before


def test_a_missing_file_is_made_only_when_asked(path: Path) -> None:
    with pytest.raises(LibraryMissing):
        CableDB(path, create=False)
    assert not path.exists()


def _removed(path: Path) -> None:
    path.unlink()


def _replaced(path: Path) -> None:
    path.unlink()
    path.write_bytes(b"another")


@pytest.mark.parametrize("take", [_removed, _replaced])
def test_a_file_taken_away_while_open_is_not_written_to(
    path: Path, db: CableDB, take: Callable[[Path], None]
) -> None:
    take(path)
    with pytest.raises(LibraryMissing):
        db.insert({})


@pytest.mark.parametrize("take", [_removed, _replaced])
def test_a_file_taken_away_in_a_transaction_is_not_committed_to(
    path: Path, db: CableDB, take: Callable[[Path], None]
) -> None:
    def work() -> None:
        with db.storage.transaction():
            db.insert({})
            take(path)

    with pytest.raises(LibraryMissing):
        work()
    assert len(db) == 3


@pytest.mark.parametrize("share", [0, 0.5])
def test_a_file_cut_short_in_a_transaction_is_not_committed_to(
    path: Path, db: CableDB, share: float
) -> None:
    def work() -> None:
        with db.storage.transaction():
            db.insert({})
            os.truncate(path, int(path.stat().st_size * share))

    with pytest.raises(LibraryDamaged, match="cut short while open"):
        work()
    with pytest.raises(LibraryDamaged):
        db.insert({})


def test_a_database_that_is_being_written_is_locked(path: Path, db: CableDB) -> None:
    with CableDB(path, timeout=0) as other, db.storage.transaction():
        db.insert({})
        with pytest.raises(LibraryLocked):
            other.insert({})
        assert len(other) == 3
