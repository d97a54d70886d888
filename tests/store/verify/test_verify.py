import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from store.documents.rows import pack
from store.errors import LibraryLocked, LibraryMissing
from store.files import held
from store.library import Library
from store.verify import Report, verify

Harm = Callable[..., None]
Seen = Callable[[], Report]


def kinds(report: Report) -> list[str]:
    return sorted({each.kind for each in report.troubles})


def test_a_library_as_it_was_made_is_sound(seen: Seen) -> None:
    report = seen()
    assert report.troubles == ()
    assert (report.cables, report.versions, report.older, report.unread) == (33, 34, 0, 0)
    assert report.indexed == "up to date"


@pytest.mark.parametrize(
    ("sql", "kind", "says"),
    [
        ("UPDATE {sources} SET raw = ? WHERE number = {text}", "source", "not the one received"),
        ("UPDATE {sources} SET raw = NULL WHERE number = {text}", "source", "not the one"),
        ("DELETE FROM {sources} WHERE number = {text}", "source", "its text is gone"),
        (
            "UPDATE {cables} SET document = replace(document, 'PIRACY', 'PRIVACY')"
            " WHERE number = {first}",
            "record",
            "not what its source says",
        ),
        (
            "UPDATE {cables} SET document = '{{{{' WHERE number = {first}",
            "record",
            "record is gone",
        ),
        ("UPDATE {cables} SET document = '[]' WHERE number = {first}", "record", "is gone"),
        ("UPDATE {cables} SET glance = '[]' WHERE number = {first}", "record", "a list shows"),
        ("UPDATE {cables} SET field_level = 'X' WHERE number = {first}", "record", "a list"),
        ("DELETE FROM {cables} WHERE number = {first}", "record", "the record is gone"),
        (
            "UPDATE {sources} SET document = replace(document, 'utf-8', 'utf-9')"
            " WHERE number = {text}",
            "record",
            "",
        ),
        ("UPDATE {superseded} SET document = '{{}}'", "record", ""),
        (
            "UPDATE {cables} SET document = json_set(document, '$.findings', 5, '$.id', 7)"
            " WHERE number = {first}",
            "record",
            "not what its source says",
        ),
        (
            "UPDATE {sources} SET document = json_set(document, '$.sha256', json_array(1))"
            " WHERE number = {text}",
            "record",
            "what is known of its source is wrong",
        ),
        ("DELETE FROM {superseded}", "versions", "its versions are 2"),
        ("UPDATE {steps} SET documents = documents + 1", "counts", "the steps of the list"),
        ("UPDATE tables SET documents = documents + 1", "counts", "counted as"),
        ("UPDATE tables SET bytes = bytes + 1", "counts", "bytes, counted as"),
    ],
)
def test_what_is_wrong_with_a_row_is_named(
    harm: Harm, seen: Seen, sql: str, kind: str, says: str
) -> None:
    harm(sql, *[pack(b"another text")] * sql.count("?"))
    found = [each for each in seen().troubles if each.kind == kind]
    assert any(says in each.says for each in found), seen().troubles
    if kind in {"source", "record", "versions"}:
        assert {each.id for each in found} == {"09MOSCOW1869"}


def test_a_source_that_is_damaged_is_named_with_where_it_came_from(harm: Harm, seen: Seen) -> None:
    harm("UPDATE {sources} SET raw = ? WHERE number = {text}", pack(b"another"))
    [trouble] = [each for each in seen().troubles if each.kind == "source"]
    assert trouble.where.endswith("later.txt")
    assert f"reftel import {trouble.where}" in trouble.do


def test_a_record_of_an_older_reading_is_no_damage(harm: Harm, seen: Seen) -> None:
    harm(
        "UPDATE {cables} SET document = replace(replace(document, '\"reading\":', '\"reading\":-'),"
        " 'PIRACY', 'PRIVACY') WHERE number = {first}"
    )
    report = seen()
    assert (report.older, report.troubles) == (1, ())


def test_a_library_made_before_readings_were_counted_is_sound(harm: Harm, seen: Seen) -> None:
    harm("UPDATE {cables} SET document = json_remove(document, '$.reading')")
    harm("UPDATE {superseded} SET document = json_remove(document, '$.reading')")
    harm("UPDATE {sources} SET document = json_remove(document, '$.layout', '$.path', '$.id')")
    assert seen().troubles == ()


def test_each_flipped_bit_of_a_packed_source_is_found(library: Path, seen: Seen) -> None:
    path = library / "cables.db"
    data = path.read_bytes()
    packed = pack((Path(__file__).parents[3] / "seeds/cables/09MOSCOW1869.txt").read_bytes())
    at = data.index(packed[100:1000])
    for bit in range(0, 900 * 8, 1511):
        harmed = bytearray(data)
        harmed[at + bit // 8] ^= 1 << bit % 8
        path.write_bytes(harmed)
        assert "source" in kinds(seen())


@pytest.mark.parametrize("page", [1, 2, 4, 5, 8])
def test_a_page_that_is_gone_is_found(library: Path, seen: Seen, page: int) -> None:
    path = library / "cables.db"
    data = bytearray(path.read_bytes())
    data[page * 32_768 : (page + 1) * 32_768] = os.urandom(32_768)
    path.write_bytes(data)
    assert kinds(seen())


@pytest.mark.parametrize(
    "data", [b"", b"garbage" * 9999, b"SQLite format 3\0" + bytes(9999)], ids=["empty", "no", "nul"]
)
def test_a_file_that_is_no_database_is_said_to_be_none(
    library: Path, seen: Seen, data: bytes
) -> None:
    (library / "cables.db").write_bytes(data)
    assert kinds(seen()) == ["database"]


def test_half_a_database_is_looked_at_as_far_as_it_goes(library: Path, seen: Seen) -> None:
    path = library / "cables.db"
    os.truncate(path, path.stat().st_size // 2)
    assert {"database", "source"} <= set(kinds(seen())) or kinds(seen()) == ["database"]


@pytest.mark.parametrize("ending", ["idx", "pos", "term", "fast", "fieldnorm", "store"])
def test_a_flipped_bit_of_the_index_is_found(library: Path, seen: Seen, ending: str) -> None:
    file = next((library / "index").glob(f"*.{ending}"))
    data = bytearray(file.read_bytes())
    data[len(data) // 3] ^= 4
    file.write_bytes(data)
    assert kinds(seen()) == ["index"]


def test_an_index_of_other_cables_is_found(library: Path, harm: Harm, seen: Seen) -> None:
    harm("UPDATE {cables} SET number = number + 1000 WHERE number = 1")
    assert [each.says for each in seen().troubles if each.kind == "index"] == [
        "1 cables are not in it",
        "1 are in it that the library has not",
    ]


def test_an_index_that_is_behind_is_no_damage(library: Path, seen: Seen) -> None:
    shutil.rmtree(library / "index")
    (library / "index.json").unlink()
    report = seen()
    assert (report.troubles, report.indexed) == ((), "none yet: the next search makes it")


def test_what_others_may_read_is_found(library: Path, seen: Seen) -> None:
    (library / "cables.db").chmod(0o644)
    library.chmod(0o755)
    assert [(each.kind, Path(each.where).name) for each in seen().troubles] == [
        ("permissions", "library"),
        ("permissions", "cables.db"),
    ]


def test_marks_that_cannot_be_read_are_found(library: Path, seen: Seen, tmp_path: Path) -> None:
    (tmp_path / "marks.json").write_text("{")
    (tmp_path / "marks.json").chmod(0o600)
    assert kinds(seen()) == ["marks"]


def test_nothing_is_changed_by_looking(library: Path, seen: Seen) -> None:
    before = {each: each.read_bytes() for each in library.rglob("*") if each.is_file()}
    seen()
    assert {each: each.read_bytes() for each in library.rglob("*") if each.is_file()} == before


def test_it_waits_for_no_import(library: Path, seen: Seen) -> None:
    with (
        held(library / "import.lock", "process 7"),
        pytest.raises(LibraryLocked, match="written to \\(process 7\\)"),
    ):
        seen()


def test_there_is_nothing_to_look_at_where_no_library_is(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        verify(tmp_path, tmp_path / "marks.json")
    assert list(tmp_path.iterdir()) == []


def test_a_row_under_a_number_far_out_is_not_looked_for_one_by_one(harm: Harm, seen: Seen) -> None:
    harm("UPDATE {cables} SET number = 4611686018427387904 WHERE number = {first}")
    assert "09MOSCOW1869" in {each.id for each in seen().troubles}


def test_processes_find_what_one_finds(library: Path, harm: Harm, tmp_path: Path) -> None:
    harm("UPDATE {sources} SET raw = NULL WHERE number > 8 OR number = {text}")
    both = [verify(library, tmp_path / "marks.json", processes=count) for count in (0, 2)]
    assert both[0] == both[1]
    with Library.open(library) as opened:
        assert len(both[0].troubles) >= len(opened) - 8
