import json
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest

from store import importer
from store.backup.made import back_up
from store.backup.restored import restore
from store.errors import LibraryLocked, LibraryMissing, LibraryNewer, MarksDamaged, Refused
from store.files import held
from store.info import Info
from store.library import Library

SEED = Path(__file__).parents[3] / "seeds" / "cables" / "09MOSCOW1869.txt"
MARKS = "library.marks.json"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of one cable that is starred."""
    folder = tmp_path_factory.mktemp("backup")
    with Library.open(folder / "library", create=True) as library:
        importer.run([SEED], library, processes=0)
        library.marks.star(["09MOSCOW1869"])
    back_up(folder / "library", folder / MARKS, folder / "backup")
    return folder / "backup"


@pytest.fixture
def backup(made: Path, tmp_path: Path) -> Path:
    """A copy of it, to be harmed."""
    return Path(shutil.copy(made, tmp_path / "backup"))


@pytest.fixture
def put_back(backup: Path, tmp_path: Path) -> Callable[..., tuple[str, ...]]:
    def put(*, force: bool = False) -> tuple[str, ...]:
        done = restore(backup, tmp_path / "library", tmp_path / MARKS, force=force)
        return done.aside

    return put


def repacked(backup: Path, change: Callable[[dict[str, bytes]], object]) -> None:
    with zipfile.ZipFile(backup) as archive:
        members = {each: archive.read(each) for each in archive.namelist()}
    change(members)
    with zipfile.ZipFile(backup, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def told(members: dict[str, bytes], **changes: object) -> None:
    manifest = json.loads(members["manifest.json"]) | changes
    members["manifest.json"] = json.dumps(manifest).encode()


def file_of(data: bytes) -> dict[str, object]:
    return {"bytes": len(data), "sha256": sha256(data).hexdigest()}


def holding(members: dict[str, bytes], documents: bytes) -> None:
    """Have a backup hold other documents, and its manifest say so."""
    members["cables.db"] = documents
    both = {name: file_of(members[name]) for name in ("cables.db", "marks.json")}
    told(members, files=both)


def test_what_was_backed_up_comes_back(
    put_back: Callable[..., tuple[str, ...]], tmp_path: Path
) -> None:
    assert put_back() == ()
    with Library.open(tmp_path / "library") as library:
        assert library.raw("09MOSCOW1869") == SEED.read_bytes()
        assert library.search("is:starred piracy").total == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "backup", "library", MARKS, f"{MARKS}.lock"
    ]  # fmt: skip


def test_a_backup_is_a_zip_of_three_files_for_its_owner_alone(made: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        assert archive.namelist() == ["cables.db", "marks.json", "manifest.json"]
        manifest = json.loads(archive.read("manifest.json"))
        for name in ("cables.db", "marks.json"):
            assert manifest["files"][name] == file_of(archive.read(name))
    assert made.stat().st_mode & 0o777 == 0o600
    assert sorted(each.name for each in made.parent.glob("backup*")) == ["backup"]


def test_a_file_that_is_there_is_left(made: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("mine")
    library = made.with_name("library")
    with pytest.raises(Refused, match="is there already"):
        back_up(library, made.with_name(MARKS), mine)
    assert mine.read_text() == "mine"
    back_up(library, made.with_name(MARKS), mine, force=True)
    assert zipfile.is_zipfile(mine)


def test_what_is_no_file_is_left_even_by_force(made: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    for name in ("pipe", "link", "."):
        with pytest.raises(Refused, match="no file to be written over"):
            back_up(made.with_name("library"), made.with_name(MARKS), tmp_path / name, force=True)
    assert (tmp_path / "pipe").is_fifo()


def test_a_link_to_a_backup_stays_one(made: Path, tmp_path: Path) -> None:
    (tmp_path / "newest").symlink_to("monday")
    back_up(made.with_name("library"), made.with_name(MARKS), tmp_path / "newest", force=True)
    assert (tmp_path / "newest").is_symlink()
    assert zipfile.is_zipfile(tmp_path / "monday")


def test_a_draft_is_not_written_through_a_link(made: Path, tmp_path: Path) -> None:
    (tmp_path / "other").write_text("another's")
    (tmp_path / "mine.part").symlink_to("other")
    with pytest.raises(OSError, match=r"mine\.part"):
        back_up(made.with_name("library"), made.with_name(MARKS), tmp_path / "mine")
    assert (tmp_path / "other").read_text() == "another's"


def test_what_one_that_was_killed_left_is_no_hindrance(made: Path, tmp_path: Path) -> None:
    copy = made.with_name("library") / "cables.db.4194399.tmp"
    for left in (tmp_path / "mine.part", copy):
        left.write_bytes(b"half a backup" * 99_999)
    back_up(made.with_name("library"), made.with_name(MARKS), tmp_path / "mine")
    assert not list(copy.parent.glob("*.tmp"))
    assert [each.name for each in tmp_path.iterdir()] == ["mine"]
    assert zipfile.ZipFile(tmp_path / "mine").testzip() is None


def test_two_do_not_write_one_backup(made: Path, tmp_path: Path) -> None:
    with (
        held(tmp_path / "mine.part", "other"),
        pytest.raises(LibraryLocked, match="written by another process"),
    ):
        back_up(made.with_name("library"), made.with_name(MARKS), tmp_path / "mine")


def test_there_is_nothing_to_back_up_where_no_library_is(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        back_up(tmp_path / "none", tmp_path / MARKS, tmp_path / "mine")
    assert list(tmp_path.iterdir()) == []


def test_marks_that_cannot_be_read_are_not_backed_up_as_if_they_could(
    made: Path, tmp_path: Path
) -> None:
    (tmp_path / MARKS).write_text("{")
    with pytest.raises(MarksDamaged):
        back_up(made.with_name("library"), tmp_path / MARKS, tmp_path / "mine")


def test_a_backup_is_of_one_moment_while_another_writes(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    Library.open(folder, create=True).close()
    listing = SEED.read_text()
    stop: list[bool] = []

    def write() -> None:
        with Library.open(folder) as library:
            for number in range(2000, 3000):
                other = tmp_path / "one.txt"
                other.write_text(listing.replace("09MOSCOW1869", f"09MOSCOW{number}"))
                importer.run([other], library, processes=0)
                if stop:
                    return

    writer = Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            file = tmp_path / f"backup{number}"
            made = back_up(folder, tmp_path / MARKS, file)
            restore(file, tmp_path / f"again{number}", tmp_path / "marks")
            with Library.open(tmp_path / f"again{number}") as library:
                assert len(library) == made.cables == Info.of(library).sources
    finally:
        stop.append(True)
        writer.join()


@pytest.mark.parametrize("force", [False, True])
def test_a_library_that_is_there_is_kept(
    put_back: Callable[..., tuple[str, ...]], made: Path, tmp_path: Path, *, force: bool
) -> None:
    with Library.open(tmp_path / "library", create=True) as library:
        importer.run([SEED.with_name("08SLAVNA233.txt")], library, processes=0)
        library.marks.star(["08SLAVNA233"])
    before = (tmp_path / "library" / "cables.db").read_bytes()
    marks = (tmp_path / MARKS).read_bytes()
    if not force:
        with pytest.raises(Refused, match="holds a library already"):
            put_back()
        assert (tmp_path / "library" / "cables.db").read_bytes() == before
        return
    kept = put_back(force=True)
    assert [Path(each).read_bytes() for each in kept] == [before, marks]
    with Library.open(tmp_path / "library") as library:
        assert library.search("is:starred").total == 1
        assert library.search("piracy").page().rows[0].id == "09MOSCOW1869"


@pytest.mark.usefixtures("stick")
def test_on_a_stick_a_library_is_made_and_backed_up_and_a_restore_keeps_what_was_there(
    tmp_path: Path,
) -> None:
    with Library.open(tmp_path / "library", create=True) as library:
        importer.run([SEED], library, processes=0)
        library.marks.star(["09MOSCOW1869"])
    back_up(tmp_path / "library", tmp_path / MARKS, tmp_path / "monday")
    with pytest.raises(Refused, match="is there already"):
        back_up(tmp_path / "library", tmp_path / MARKS, tmp_path / "monday")
    with Library.open(tmp_path / "library") as library:
        library.marks.star(["later"])
    marks = (tmp_path / MARKS).read_bytes()
    done = restore(tmp_path / "monday", tmp_path / "library", tmp_path / MARKS, force=True)
    assert Path(done.aside[1]).read_bytes() == marks
    Path(done.aside[0]).replace(tmp_path / "library" / "cables.db")
    with Library.open(tmp_path / "library") as library:
        assert library.search("is:starred").page().rows[0].id == "09MOSCOW1869"
    assert not list(tmp_path.rglob("*.tmp*"))


def test_marks_that_are_there_are_kept_where_there_is_no_library(
    put_back: Callable[..., tuple[str, ...]], tmp_path: Path
) -> None:
    (tmp_path / MARKS).write_text("mine")
    with pytest.raises(Refused, match="holds marks already"):
        put_back()
    assert not (tmp_path / "library").exists()


def test_a_restore_whose_marks_cannot_be_written_leaves_no_half(
    put_back: Callable[..., tuple[str, ...]], tmp_path: Path
) -> None:
    (tmp_path / f"{MARKS}.tmp").mkdir()  # in the place of the draft
    with pytest.raises(OSError, match=MARKS):
        put_back()
    assert not (tmp_path / "library").exists()
    (tmp_path / f"{MARKS}.tmp").rmdir()
    assert put_back() == ()


def test_a_restore_whose_documents_cannot_be_put_in_place_puts_marks_back(
    put_back: Callable[..., tuple[str, ...]], tmp_path: Path
) -> None:
    with Library.open(tmp_path / "library", create=True) as library:
        library.marks.star(["x"])
    before = (tmp_path / MARKS).read_bytes()
    (tmp_path / "library" / "index.json").mkdir()
    with pytest.raises(OSError, match=r"index\.json"):
        put_back(force=True)
    assert (tmp_path / MARKS).read_bytes() == before
    assert not list(tmp_path.glob("*.old"))


def test_marks_that_another_writes_are_waited_for_and_then_named(
    put_back: Callable[..., tuple[str, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.backup.restored.PATIENCE", 0)
    with (
        held(tmp_path / f"{MARKS}.lock", "other"),
        pytest.raises(LibraryLocked, match=f"{MARKS}: another process is writing marks"),
    ):
        put_back()


def test_a_link_to_marks_stays_one(
    put_back: Callable[..., tuple[str, ...]], tmp_path: Path
) -> None:
    (tmp_path / MARKS).symlink_to("elsewhere.json")
    put_back()
    assert (tmp_path / MARKS).is_symlink()
    assert b"09MOSCOW1869" in (tmp_path / "elsewhere.json").read_bytes()


def test_an_index_of_what_was_there_is_not_asked(
    put_back: Callable[..., tuple[str, ...]], tmp_path: Path
) -> None:
    put_back()
    with Library.open(tmp_path / "library") as library:
        importer.run([SEED.with_name("08SLAVNA233.txt")], library, processes=0)
        assert library.search("after:1900").total == 2
    put_back(force=True)
    with Library.open(tmp_path / "library") as library:
        assert library.search("after:1900").total == 1
        importer.run([SEED.with_name("09ZENDA44.txt")], library, processes=0)
        assert sorted(row.id for row in library.search("after:1900").page().rows) == [
            "09MOSCOW1869",
            "09ZENDA44",
        ]


def test_one_that_is_written_to_is_left(
    put_back: Callable[..., tuple[str, ...]], tmp_path: Path
) -> None:
    put_back()
    with held(tmp_path / "library" / "import.lock", "process 7"), pytest.raises(LibraryLocked):
        put_back(force=True)


BOMB = bytes(64 << 20)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda m: m.pop("manifest.json"), "other files"),
        (lambda m: m.pop("cables.db"), "other files"),
        (lambda m: m.update({"../../evil": b"x"}), "other files"),
        (lambda m: m.update({"/etc/evil": b"x"}), "other files"),
        (lambda m: m.update({"manifest.json": b"{"}), "manifest cannot be read"),
        (lambda m: m.update({"manifest.json": b"[" * 60_000}), "manifest cannot be read"),
        (lambda m: m.update({"manifest.json": b" " * 99_999}), "manifest is too large"),
        (lambda m: told(m, files={"../cables.db": file_of(b"")}), "names other files"),
        (lambda m: told(m, files=[]), "manifest cannot be read"),
        (lambda m: m.update({"cables.db": m["cables.db"][:-1]}), "not of the size"),
        (lambda m: m.update({"cables.db": m["cables.db"][:-1] + b"x"}), "not what was packed"),
        (lambda m: m.update({"cables.db": BOMB}), "far more than it is"),
        (lambda m: holding(m, b"x" * 9), "documents are damaged"),
        (lambda m: told(m, cables=99), "documents are damaged"),
    ],
)
def test_what_is_no_whole_backup_is_refused_and_nothing_is_left_of_it(
    backup: Path,
    put_back: Callable[..., tuple[str, ...]],
    tmp_path: Path,
    change: Callable[[dict[str, bytes]], object],
    says: str,
) -> None:
    repacked(backup, change)
    with pytest.raises(Refused, match=says):
        put_back()
    assert [each.name for each in tmp_path.iterdir()] == ["backup"]


def test_a_backup_of_a_newer_reftel_is_said_to_be_one(
    backup: Path, put_back: Callable[..., tuple[str, ...]]
) -> None:
    repacked(backup, lambda members: told(members, **{"reftel-backup": 2}))
    with pytest.raises(LibraryNewer, match=f"{backup}: it was written by a newer reftel"):
        put_back()


def test_documents_of_a_newer_reftel_are_said_to_be_so(
    backup: Path, put_back: Callable[..., tuple[str, ...]], tmp_path: Path
) -> None:
    newer = tmp_path / "newer.db"
    with zipfile.ZipFile(backup) as archive:
        newer.write_bytes(archive.read("cables.db"))
    with closing(sqlite3.connect(newer)) as documents:
        documents.execute("PRAGMA user_version = 999")
    repacked(backup, lambda members: holding(members, newer.read_bytes()))
    with pytest.raises(LibraryNewer, match=f"{backup}: a newer reftel wrote its documents"):
        put_back()


@pytest.mark.parametrize("at", [0.001, 0.2, 0.4, 0.6, 0.8, 0.99, 0.999])
def test_a_flipped_bit_of_a_backup_is_found(
    backup: Path, put_back: Callable[..., tuple[str, ...]], tmp_path: Path, at: float
) -> None:
    data = bytearray(backup.read_bytes())
    data[int(len(data) * at)] ^= 1
    backup.write_bytes(data)
    try:
        put_back()
    except Refused:
        assert not (tmp_path / "library").exists()
    else:  # a time, or a note, of the archive's own
        with Library.open(tmp_path / "library") as library:
            assert library.raw("09MOSCOW1869") == SEED.read_bytes()


@pytest.mark.parametrize("kind", ["cut", "folder", "fifo", "database"])
def test_other_things_are_no_backup(
    backup: Path, put_back: Callable[..., tuple[str, ...]], kind: str, tmp_path: Path
) -> None:
    data = backup.read_bytes()
    backup.unlink()
    if kind == "cut":
        backup.write_bytes(data[: len(data) // 2])
    elif kind == "folder":
        backup.mkdir()
    elif kind == "fifo":
        os.mkfifo(backup)
    else:
        sqlite3.connect(backup).execute("CREATE TABLE state (identity)")
    with pytest.raises(Refused, match="no backup of reftel"):
        put_back()
    assert not (tmp_path / "library").exists()
