import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from store import importer
from store.documents.rows import pack
from store.library import Library
from store.verify import verify
from store.verify.repair import Repaired, repair
from tests.store.verify.conftest import CABLES

Harm = Callable[..., None]


@pytest.fixture
def mended(library: Path, tmp_path: Path) -> Callable[[], Repaired]:
    return lambda: repair(library, tmp_path / "marks.json", processes=0)


def contents(path: Path) -> dict[tuple[str, int], tuple[bytes, object]]:
    """All that can be had of a library, by id and version."""
    with Library.open(path) as library:
        rows = library.page(0, 1000)
        return {
            (row.id, version): (library.raw(row.id, version), library.get(row.id, version))
            for row in rows
            for version in range(1, row.version + 1)
        }


def sound(path: Path) -> bool:
    return not verify(path, path.with_name("marks.json"), processes=0).troubles


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE {cables} SET document = replace(document, 'PIRACY', 'PRIVACY')",
        "UPDATE {cables} SET document = '[]' WHERE number = {first}",
        "UPDATE {cables} SET glance = '[]', field_date = NULL",
        "DELETE FROM {superseded}",
        "UPDATE {steps} SET documents = documents + 1",
        "UPDATE tables SET documents = documents + 1, bytes = 0",
        "UPDATE {sources} SET document = replace(document, 'utf-8', 'utf-9'), size = 5",
    ],
)
def test_all_that_is_derived_is_made_anew_of_the_sources(
    harm: Harm, made: Path, library: Path, mended: Callable[[], Repaired], sql: str
) -> None:
    harm(sql)
    done = mended()
    assert (done.left, sound(library)) == ((), True)
    assert done.aside
    assert Path(done.aside).stat().st_mode & 0o777 == 0o600
    assert contents(library) == contents(made)


def test_without_a_record_only_the_glossary_of_a_volume_is_lost(
    harm: Harm, made: Path, library: Path, mended: Callable[[], Repaired]
) -> None:
    harm("DELETE FROM {cables}")
    assert mended().left == ()
    before, after = contents(made), contents(library)
    assert {key: raw for key, (raw, _) in before.items()} == {
        key: raw for key, (raw, _) in after.items()
    }
    other = [key for key in before if before[key] != after[key]]
    assert {key[0].rpartition("/")[0] for key in other} == {"exercise1969-76Ruritania"}


def test_where_files_have_no_owners_it_is_said_and_not_mended(
    library: Path, mended: Callable[[], Repaired], request: pytest.FixtureRequest
) -> None:
    library.chmod(0o777)
    request.getfixturevalue("stick")
    done = mended()
    assert done.mended == ()
    [left] = done.left
    assert left.says == f"{library} lies where files have no owners: others may use them"


def test_a_sound_library_is_left_as_it_is(library: Path, mended: Callable[[], Repaired]) -> None:
    before = {each: each.read_bytes() for each in library.rglob("*") if each.is_file()}
    assert mended()[1:] == ((), (), None)
    assert {each: each.read_bytes() for each in library.rglob("*") if each.is_file()} == before


def test_a_damaged_source_is_taken_out_and_comes_back_by_an_import(
    harm: Harm, made: Path, library: Path, mended: Callable[[], Repaired]
) -> None:
    harm("UPDATE {sources} SET raw = ? WHERE number = {text}", pack(b"another"))
    done = mended()
    assert [each.id for each in done.left] == ["09MOSCOW1869"]
    assert sound(library)
    with Library.open(library) as opened:
        report = importer.run([Path(done.left[0].where)], opened, processes=0)
    assert (report.version, report.same) == (1, 0)
    assert contents(library) == contents(made)


def test_damage_that_no_one_can_place_has_every_file_read_again(
    harm: Harm, made: Path, library: Path, mended: Callable[[], Repaired]
) -> None:
    harm("DELETE FROM {sources} WHERE number < 20")
    harm("DELETE FROM {cables} WHERE number < 20")
    assert mended().left
    with Library.open(library) as opened:
        importer.run([CABLES, made.with_name("later.txt")], opened, processes=0)
    assert sorted(contents(library)) == sorted(contents(made))


@pytest.mark.parametrize("page", range(1, 20, 3))
def test_a_page_that_is_gone_costs_no_more_than_the_rows_in_it(
    made: Path, library: Path, mended: Callable[[], Repaired], page: int
) -> None:
    path = library / "cables.db"
    data = bytearray(path.read_bytes())
    data[page * 32_768 : (page + 1) * 32_768] = b"\xa5" * 32_768
    path.write_bytes(data)
    done = mended()
    assert done.aside
    assert sound(library)
    whole = contents(made)
    held = {raw for raw, _ in contents(library).values()}
    assert held <= {raw for raw, _ in whole.values()}
    assert len(held) == len(whole) or done.left


@pytest.mark.parametrize(
    "harmed",
    [slice(0, 100), slice(16, 18), slice(100, 32_768), slice(0, 3 * 32_768)],
    ids=["header", "page size", "schema", "first pages"],
)
def test_where_nothing_names_the_tables_the_sources_are_found_in_the_pages(
    made: Path, library: Path, mended: Callable[[], Repaired], harmed: slice
) -> None:
    path = library / "cables.db"
    data = bytearray(path.read_bytes())
    data[harmed] = b"\xa5" * (harmed.stop - harmed.start)
    path.write_bytes(data)
    done = mended()
    assert "import your files again" in done.left[-1].do
    assert sound(library)
    before, after = contents(made), contents(library)
    assert {key: raw for key, (raw, _) in before.items()} == {
        key: raw for key, (raw, _) in after.items()
    }


def test_a_file_that_is_no_database_is_left_for_a_backup(
    library: Path, mended: Callable[[], Repaired]
) -> None:
    (library / "cables.db").write_bytes(b"garbage" * 9999)
    done = mended()
    assert {each.do for each in done.left} == {"restore a backup"}
    assert (library / "cables.db").read_bytes() == b"garbage" * 9999


def test_a_damaged_index_is_made_anew_and_the_documents_are_left(
    library: Path, mended: Callable[[], Repaired]
) -> None:
    documents = (library / "cables.db").read_bytes()
    for file in (library / "index").glob("*.idx"):
        file.write_bytes(b"no index")
    assert mended().mended == ("the index is made anew",)
    assert sound(library)
    assert (library / "cables.db").read_bytes() == documents


def test_what_others_may_read_is_closed_to_them(
    library: Path, mended: Callable[[], Repaired]
) -> None:
    for each in (library, library / "cables.db", library / "index"):
        each.chmod(0o755)
    assert mended().left == ()
    assert sound(library)
    assert not list(library.glob("*.tmp"))


def test_an_older_reading_is_read_anew(
    harm: Harm, made: Path, library: Path, mended: Callable[[], Repaired]
) -> None:
    harm(
        "UPDATE {cables} SET document = replace(replace(document, '\"reading\":', '\"reading\":-'),"
        " 'PIRACY', 'PRIVACY')"
    )
    assert mended().left == ()
    assert contents(library) == contents(made)


def test_a_draft_of_one_that_was_killed_is_no_hindrance(
    harm: Harm, library: Path, mended: Callable[[], Repaired]
) -> None:
    shutil.copy(library / "cables.db", library / "cables.db.4194399.tmp")
    harm("UPDATE tables SET bytes = 0")
    assert mended().left == ()
    assert sound(library)
    assert not list(library.glob("*.tmp"))
