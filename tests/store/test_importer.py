import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

import seeds
from store import importer
from store.errors import LibraryMissing
from store.importer import Progress, Report, practice, run
from store.library import Library

NOBODY = 65534
SEED = seeds.data("cables/09MOSCOW1869.txt")
SUM = "0a40a733eaf4d3921b1232f47ca1c1d582302b4f85eff0cc7fe5de894d52811c"


def numbered(number: int) -> bytes:
    """Write the seed as another cable of the same post."""
    return SEED.replace(b"1869", b"%04d" % number)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", create=True) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of five files: three cables, one of them twice, and a letter."""
    top = tmp_path / "cables"
    (top / "2009" / "moscow").mkdir(parents=True)
    (top / "2009" / "moscow" / "a.txt").write_bytes(SEED)
    (top / "2009" / "b").write_bytes(numbered(1870))
    (top / "c.cable").write_bytes(numbered(1871))
    (top / "again.txt").write_bytes(SEED)
    (top / "letter.txt").write_text("Dear Rudolf,\n")
    return top


def test_a_folder_is_read_with_all_in_it(library: Library, folder: Path) -> None:
    report = run([folder], library)
    assert report._replace(refused=()) == Report(read=5, new=3, same=1)
    assert [Path(each.path).name for each in report.refused] == ["letter.txt"]
    assert len(library) == 3
    assert library.info().indexed == 3
    assert library.search("interfilm").total == 3
    source = library.get("09MOSCOW1870").source
    assert source
    assert source.path == str(folder / "2009" / "b")


def test_the_source_is_kept_byte_for_byte(library: Library, folder: Path) -> None:
    run([folder], library)
    raw = library.raw("09MOSCOW1869")
    assert raw == SEED
    assert hashlib.sha256(raw).hexdigest() == SUM


def test_importing_again_changes_nothing(library: Library, folder: Path) -> None:
    run([folder], library)
    before = library.info()
    report = run([folder], library)
    assert (report.new, report.same, report.version) == (0, 4, 0)
    assert library.info() == before


def test_another_text_of_an_id_is_told_apart(library: Library, folder: Path) -> None:
    run([folder], library)
    (folder / "released.txt").write_bytes(SEED.replace(b"raid", b"visit"))
    report = run([folder], library)
    assert (report.new, report.same, report.version) == (0, 4, 1)
    assert library.get("09MOSCOW1869", 1).text != library.get("09MOSCOW1869", 2).text


def test_several_paths_are_taken_in_turn(library: Library, folder: Path) -> None:
    report = run([folder / "c.cable", folder / "2009"], library)
    assert (report.read, report.new, report.refused) == (3, 3, ())


def test_a_file_of_several_cables_gives_each(library: Library, tmp_path: Path) -> None:
    both = tmp_path / "both.txt"
    both.write_bytes(SEED + b"\n" + numbered(1870))
    report = run([both], library)
    assert (report.read, report.new) == (1, 2)
    assert library.raw("09MOSCOW1869") + library.raw("09MOSCOW1870") == both.read_bytes()


def test_more_than_a_batch_is_taken(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importer, "BATCH", 3)
    for number in range(10):
        (tmp_path / f"{number}.txt").write_bytes(numbered(1000 + number))
    seen: list[Progress] = []
    report = run(sorted(tmp_path.glob("*.txt")), library, seen.append)
    assert report.new == len(library) == 10
    assert [each.read for each in seen] == list(range(1, 11))
    assert [each.added for each in seen] == list(range(1, 11))


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _blank(path: Path) -> None:
    path.write_bytes(b" \n\n")


def _letter(path: Path) -> None:
    path.write_text("Dear Rudolf,\n")


def _png(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))


def _zip(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(100))


def _random(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40 + bytes(9000))


def _too_large(path: Path) -> None:
    path.write_bytes(SEED)
    os.truncate(path, 1 << 40)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _nothing(path: Path) -> None:
    pass


def _bare_folder(path: Path) -> None:
    (path / "within").mkdir(parents=True)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_empty, "empty"),
        (_blank, "empty"),
        (_letter, "no cable found"),
        (_png, "PNG"),
        (_zip, "unpack it first"),
        (_random, "binary"),
        (_too_large, "1,099,511,627,776 bytes, more than the limit of 67,108,864"),
        (_pipe, "no regular file"),
        (_dangling, "a link that leads nowhere"),
        (_loop, "a link that leads nowhere"),
        (_zero, "no regular file"),
        (_nothing, "no such file"),
        (_bare_folder, "no files in this folder"),
    ],
)
def test_what_is_no_cable_is_refused_and_the_rest_goes_on(
    library: Library, tmp_path: Path, make: Callable[[Path], None], reason: str
) -> None:
    bad, good = tmp_path / "a [red]\x1b name", tmp_path / "b.txt"
    make(bad)
    good.write_bytes(SEED)
    report = run([bad, good], library)
    assert report.new == 1
    ((_, said, _),) = report.refused
    assert reason in said


def test_a_refusal_names_the_path(library: Library, tmp_path: Path) -> None:
    (report,) = run([tmp_path / "missing"], library).refused
    assert report.path == str(tmp_path / "missing")


def test_a_name_that_is_no_text_is_imported(library: Library, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff\xfe.txt")
    path.write_bytes(SEED)
    assert run([tmp_path / path.name], library).new == 1
    source = library.get("09MOSCOW1869").source
    assert source
    assert os.fsencode(source.path) == os.fsencode(path)


def test_links_and_hidden_files_in_a_folder_are_passed_over(library: Library, folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "d.txt").write_bytes(numbered(1872))
    (folder / ".hidden.txt").write_bytes(numbered(1873))
    (folder / "up").symlink_to(folder)
    (folder / "e.txt").symlink_to(folder / ".hidden.txt")
    report = run([folder], library)
    assert (report.new, report.passed_over) == (3, 4)


@pytest.mark.parametrize("name", [".hidden", "link"])
def test_what_is_named_is_imported_though_hidden_or_a_link(
    library: Library, folder: Path, name: str
) -> None:
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "d.txt").write_bytes(numbered(1872))
    (folder / "link").symlink_to(folder / ".hidden")
    assert run([folder / name], library).new == 1


def test_a_deep_folder_is_read_to_its_end(library: Library, tmp_path: Path) -> None:
    deep = tmp_path / "top"
    for _ in range(600):
        deep.mkdir()
        deep /= "d"
    deep.write_bytes(SEED)
    assert run([tmp_path / "top"], library).new == 1


def test_a_file_that_changes_while_it_is_read_is_refused(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(SEED)
    real = os.fstat

    def growing(handle: int) -> os.stat_result:
        status = real(handle)
        with path.open("ab") as file:
            file.write(b"more")
        return status

    monkeypatch.setattr("store.importer.os.fstat", growing)
    (refusal,) = run([path], library).refused
    assert "changed while it was read" in refusal.reason


def test_an_interrupt_keeps_what_was_committed(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importer, "BATCH", 2)
    for number in range(5):
        (tmp_path / f"{number}.txt").write_bytes(numbered(1000 + number))

    def interrupt(progress: Progress) -> None:
        if progress.read == 3:
            raise KeyboardInterrupt

    report = run(sorted(tmp_path.glob("*.txt")), library, interrupt)
    assert report.interrupted
    assert report.new == len(library) == 2
    assert library.search("interfilm").total == 2
    assert run(sorted(tmp_path.glob("*.txt")), library).new == 3


@pytest.fixture
def open_folder() -> Iterator[Path]:
    top = Path(mkdtemp())
    top.chmod(0o755)
    yield top
    for each in top.rglob("*"):
        each.chmod(0o700)
    shutil.rmtree(top)


def test_what_may_not_be_read_is_named(library: Library, open_folder: Path) -> None:
    (open_folder / "a.txt").write_bytes(SEED)
    (open_folder / "a.txt").chmod(0)
    (open_folder / "b").mkdir()
    (open_folder / "b").chmod(0)
    if os.geteuid() == 0:
        os.seteuid(NOBODY)
        try:
            refused = list(_reasons(open_folder))
        finally:
            os.seteuid(0)
    else:
        refused = list(_reasons(open_folder))
    assert refused == [("a.txt", "permission denied"), ("b", "permission denied")]


def _reasons(folder: Path) -> Iterator[tuple[str, str]]:
    path = Path(mkdtemp())
    with Library.open(path / "library", create=True) as library:
        for refusal in run([folder], library).refused:
            yield Path(refusal.path).name, refusal.reason
    shutil.rmtree(path)


def test_the_practice_library_holds_the_seeds(tmp_path: Path) -> None:
    with practice(tmp_path / "data" / "practice") as library:
        assert library.raw("09MOSCOW1869") == SEED
        assert library.info().indexed == len(library)
    assert stat.S_IMODE((tmp_path / "data" / "practice").stat().st_mode) == 0o700
    assert [each.name for each in (tmp_path / "data").iterdir()] == ["practice"]


def test_the_practice_library_is_made_once(tmp_path: Path) -> None:
    practice(tmp_path / "practice").close()
    before = {each: each.stat() for each in (tmp_path / "practice").rglob("*")}
    practice(tmp_path / "practice").close()
    after = {each: each.stat() for each in (tmp_path / "practice").rglob("*")}
    assert {each: (s.st_ino, s.st_mtime_ns) for each, s in after.items()} == {
        each: (s.st_ino, s.st_mtime_ns) for each, s in before.items()
    }


def _other_seeds(path: Path) -> None:
    (path / "seeds.sha256").write_text("0" * 64)


def _emptied(path: Path) -> None:
    (path / "cables.db").write_bytes(b"")


@pytest.mark.parametrize("harm", [_other_seeds, _emptied])
def test_the_practice_library_is_made_anew(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    path = tmp_path / "practice"
    practice(path).close()
    inode = (path / "cables.db").stat().st_ino
    harm(path)
    with practice(path) as library:
        assert library.raw("09MOSCOW1869") == SEED
    assert [each.name for each in tmp_path.iterdir()] == ["practice"]
    assert (path / "cables.db").stat().st_ino != inode or harm is _emptied


def test_a_file_in_the_place_of_the_practice_library_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "practice").write_text("a letter")
    with pytest.raises(LibraryMissing, match="practice"):
        practice(tmp_path / "practice")
    assert (tmp_path / "practice").read_text() == "a letter"
