import gzip
import hashlib
import json
import os
import resource
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

import seeds
from store import importer, layouts
from store.cable import Cable, Received
from store.errors import LibraryFull, LibraryLocked
from store.importer import Progress, Report, run
from store.importer.intake import importing
from store.info import Info
from store.library import Library
from store.parse import parse
from store.verify import alone

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
    assert report._replace(refused=()) == Report(read=5, new=3, same=1, layouts=(("listing", 4),))
    assert [Path(each.path).name for each in report.refused] == ["letter.txt"]
    assert len(library) == 3
    assert Info.of(library).indexed == 3
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
    before = Info.of(library)
    report = run([folder], library)
    assert (report.new, report.same, report.version) == (0, 4, 0)
    assert Info.of(library) == before


@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("first", ["files", "stream"])
def test_a_cable_of_a_file_is_the_same_in_one_of_several(
    library: Library, tmp_path: Path, end: bytes, first: str
) -> None:
    cables = [numbered(number).replace(b"\n", end) for number in (1869, 1870, 1871)]
    stream, alone = tmp_path / "stream.txt", tmp_path / "alone"
    stream.write_bytes(end.join(cables))
    alone.mkdir()
    for number, cable in enumerate(cables):
        (alone / f"{number}.txt").write_bytes(cable)
    run([alone if first == "files" else stream], library)
    report = run([stream if first == "files" else alone], library)
    assert (report.new, report.same, report.version) == (0, 3, 0)


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


@pytest.fixture
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make each file a job, and two cables a batch."""
    monkeypatch.setattr(importer, "TOGETHER", 1)
    monkeypatch.setattr(importer, "BATCH", 2)


def many(folder: Path, count: int) -> list[Path]:
    """Write cables to files that are older than a tick."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{number:03}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(numbered(1000 + number))
        os.utime(path, (0, 0))
    return paths


@pytest.mark.usefixtures("one_by_one")
@pytest.mark.parametrize("processes", [0, 3])
def test_many_files_are_taken_batch_by_batch(
    library: Library, tmp_path: Path, processes: int
) -> None:
    paths = many(tmp_path / "in", 11)
    seen: list[Progress] = []
    report = run(paths, library, seen.append, processes=processes)
    assert report.new == len(library) == 11
    assert [each.read for each in seen] == list(range(1, 12))
    assert [each.added for each in seen] == list(range(1, 12))
    assert [each.done for each in seen] == list(range(1, 12))
    assert [each.path for each in seen] == [str(path) for path in paths]
    assert Info.of(library).indexed == 11
    assert library.search("interfilm").total == 11


@pytest.mark.usefixtures("one_by_one")
def test_processes_make_the_same_library(tmp_path: Path) -> None:
    paths = many(tmp_path / "in", 9)
    paths[4].write_bytes(SEED)
    paths[7].write_bytes(SEED.replace(b"raid", b"visit"))
    paths[8].write_bytes(b"Dear Rudolf")
    made = []
    for processes in (0, 3):
        with Library.open(tmp_path / f"library{processes}", create=True) as library:
            report = run(paths, library, processes=processes)
            rows = library.page(0, 20)
            made.append((report, rows, [library.get(row.id) for row in rows]))
    assert made[0] == made[1]


def test_files_that_are_as_they_were_are_not_read_again(library: Library, tmp_path: Path) -> None:
    paths = many(tmp_path / "in", 5)
    os.utime(paths[3])
    run([tmp_path / "in"], library)
    before = Info.of(library)
    os.utime(paths[1], (1, 1))
    paths[2].write_bytes(numbered(1002).replace(b"raid", b"ride"))
    paths[4].chmod(0)
    report = run([tmp_path / "in"], library)
    assert report == Report(read=3, same=4, version=1, unchanged=2, layouts=(("listing", 3),))
    assert Info.of(library).cables == before.cables
    assert Info.of(library).indexed == 5
    assert library.search("ride").total == 1


def test_a_name_that_is_no_text_is_remembered(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, name in enumerate((b"\xff.txt", b"\xfe.txt")):
        path = folder / os.fsdecode(name)
        path.write_bytes(numbered(1000 + number))
        os.utime(path, (0, 0))
    run([folder], library)
    assert run([folder], library).unchanged == 2


def test_what_was_refused_in_a_known_file_is_said_again(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "both.txt"
    path.write_bytes(SEED + b"\n" + numbered(1870) + b"x" * 20_000)
    os.utime(path, (0, 0))
    monkeypatch.setattr("store.importer.COLLECTION", 0)
    first = run([path], library, largest=len(SEED) + 100)
    assert (first.read, first.new, len(first.refused)) == (1, 1, 1)
    again = run([path], library, largest=len(SEED) + 100)
    assert (again.read, again.same, again.unchanged) == (0, 1, 1)
    assert again.refused == first.refused
    monkeypatch.setattr("store.importer.intake.READING", 10**6)
    assert run([path], library).new == 1


@pytest.mark.parametrize("packed", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_a_cable_over_the_limit_is_refused_and_with_a_greater_one_taken(
    library: Library, tmp_path: Path, packed: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "in.txt"
    data = SEED + b"\n" + numbered(1870) + b"x" * 20_000 + b"\n" + numbered(1871)
    path.write_bytes(packed(data))
    os.utime(path, (0, 0))
    for _ in range(2):
        report = run([path], library, largest=20_000)
        assert [each.reason for each in report.refused] == [
            "a cable of more than the limit of 20,000 bytes (--max-size)"
        ]
    assert len(library) == 2
    assert run([path], library, largest=1 << 20).new == 1


def test_the_limit_is_of_a_cable_in_any_form(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_text(json.dumps([{"id": "09BERN7", "body": "x" * 2000}]))
    (refusal,) = run([path], library, largest=1000).refused
    assert "the limit of 1,000 bytes" in refusal.reason


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a file of nine cables that counts as a collection, shared out by two."""
    path = tmp_path / "collection.txt"
    path.write_bytes(b"\n".join(numbered(1000 + number) for number in range(9)))
    os.utime(path, (0, 0))
    monkeypatch.setattr("store.importer.COLLECTION", 1000)
    monkeypatch.setattr("store.importer.collection.SHARE", len(SEED) + 10)
    return path


@pytest.mark.parametrize("processes", [0, 2])
def test_a_collection_is_shared_out(library: Library, collection: Path, processes: int) -> None:
    seen: list[Progress] = []
    report = run([collection], library, seen.append, processes=processes)
    assert (report.read, report.new, report.refused) == (1, 9, ())
    assert [each.added for each in seen] == [2, 4, 6, 8, 9]
    assert seen[-1].done == 1
    assert all(each.done < 1 for each in seen[:-1])
    raws = [library.raw(f"09MOSCOW{1000 + number}") for number in range(9)]
    assert b"".join(raws) == collection.read_bytes()
    assert run([collection], library) == Report(same=9, unchanged=1)


@pytest.mark.usefixtures("one_by_one")
def test_a_collection_broken_off_is_gone_on_with(library: Library, collection: Path) -> None:
    def interrupt(progress: Progress) -> None:
        if progress.added >= 6:
            raise KeyboardInterrupt

    assert run([collection], library, interrupt).new == 6
    report = run([collection], library)
    assert (report.read, report.same, report.new) == (1, 6, 3)
    assert library.search("interfilm").total == len(library) == 9
    assert run([collection], library).unchanged == 1


@pytest.mark.usefixtures("one_by_one")
def test_a_full_disk_stops_it_and_says_how_far_it_came(library: Library, tmp_path: Path) -> None:
    paths = many(tmp_path / "in", 5)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(progress: Progress) -> None:
        if progress.read == 4:
            size = (library.path / "cables.db").stat().st_size
            resource.setrlimit(resource.RLIMIT_FSIZE, (size - 4096, hard))

    try:
        with pytest.raises(LibraryFull, match=r"Make room\. 4 cables are in and stay"):
            run(paths, library, fill)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert len(library) == library.search("interfilm").total == 4
    assert run(paths, library).new == 1


def test_a_second_import_is_told_who_holds_the_library(library: Library, tmp_path: Path) -> None:
    with (
        Library.open(library.path) as other,
        importing(other),
        pytest.raises(LibraryLocked, match=rf"process \(import, process {os.getpid()}, since"),
    ):
        run(many(tmp_path / "in", 1), library)
    assert run(many(tmp_path / "in", 1), library).new == 1


def test_an_import_is_told_that_a_look_holds_the_library(library: Library, tmp_path: Path) -> None:
    with alone(library.path), pytest.raises(LibraryLocked, match=r"process \(verify, process"):
        run(many(tmp_path / "in", 1), library)


def test_what_another_process_adds_meanwhile_is_found_too(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importer, "TOGETHER", 1)
    monkeypatch.setattr(importer, "BATCH", 1)
    raw = numbered(2000)

    def meanwhile(progress: Progress) -> None:
        if progress.read == 2:
            with Library.open(library.path) as other:
                (received,) = layouts.read(raw, "x")
                assert isinstance(received, Received)
                other.add([(parse(received), received, "/x")])

    assert run(many(tmp_path / "in", 4), library, meanwhile).new == 4
    assert Info.of(library).indexed == 5
    assert library.search("interfilm").total == 5


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
        (_too_large, "binary data"),
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
    [refused] = report.refused
    assert reason in refused.reason


def test_a_cable_that_meets_a_fault_of_ours_costs_no_other(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(received: Received) -> Cable:
        if b"1001" in received.raw:
            raise KeyError("portion")
        return parse(received)

    monkeypatch.setattr("store.importer.reader.parse", faulty)
    both = tmp_path / "both.txt"
    both.write_bytes(b"\n".join(numbered(number) for number in (1000, 1001, 1002)))
    report = run([both], library)
    assert report.new == 2
    assert [each.reason for each in report.refused] == [
        "09MOSCOW1001 met a fault of reftel, which is worth a report (KeyError: 'portion')"
    ]


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


def test_hidden_files_in_a_folder_are_passed_over(library: Library, folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "d.txt").write_bytes(numbered(1872))
    (folder / ".hidden.txt").write_bytes(numbered(1873))
    report = run([folder], library)
    assert (report.new, report.passed_over) == (3, 2)


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        (".", "name what it leads to"),
        ("b.txt", "name what it leads to"),
        ("/dev/zero", "name what it leads to"),
        ("nowhere", "leads nowhere"),
        ("link", "leads nowhere"),
    ],
    ids=["folder", "file", "device", "dangling", "loop"],
)
def test_links_in_a_folder_are_named_and_never_followed(
    library: Library, tmp_path: Path, target: str, reason: str
) -> None:
    top = tmp_path / "top"
    top.mkdir()
    (top / "b.txt").write_bytes(SEED)
    (top / "link").symlink_to(target)
    report = run([top], library)
    assert (report.new, report.passed_over) == (1, 0)
    [refused] = report.refused
    assert refused.path == str(top / "link")
    assert reason in refused.reason


def test_what_is_refused_of_a_file_has_its_line_and_column(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "two.json"
    file.write_text('[{"id": oops},\n{"id": "09BERN7", "body": "One."}]')
    os.utime(file, (0, 0))
    for _ in range(2):  # the second time from memory
        report = run([file], library)
        assert [(each.line, each.column) for each in report.refused] == [(1, 9)]


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

    monkeypatch.setattr("store.importer.walk.os.fstat", growing)
    (refusal,) = run([path], library).refused
    assert "changed while it was read" in refusal.reason


@pytest.mark.usefixtures("one_by_one")
@pytest.mark.parametrize("processes", [0, 2])
def test_ctrl_c_stops_after_what_was_read(library: Library, tmp_path: Path, processes: int) -> None:
    def interrupt(progress: Progress) -> None:
        if progress.read == 3:
            os.kill(os.getpid(), signal.SIGINT)

    paths = many(tmp_path / "in", 9)
    report = run(paths, library, interrupt, processes=processes)
    assert report.interrupted
    assert report.new == report.read == len(library) == Info.of(library).indexed == 3
    assert library.search("interfilm").total == 3
    again = run(paths, library)
    assert (again.new, again.same, again.unchanged) == (6, 3, 3)


@pytest.mark.usefixtures("one_by_one")
def test_an_interrupt_at_once_keeps_what_was_committed(library: Library, tmp_path: Path) -> None:
    def interrupt(progress: Progress) -> None:
        if progress.read == 3:
            raise KeyboardInterrupt

    report = run(many(tmp_path / "in", 5), library, interrupt)
    assert report.interrupted
    assert report.new == len(library) == 2
    assert library.search("interfilm").total == 2
    assert run(many(tmp_path / "in", 5), library).new == 3


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


def test_a_first_import_can_be_searched_while_it_goes_on(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = tmp_path / "files"
    files.mkdir()
    for number in range(6):
        (files / f"{number}.txt").write_bytes(numbered(1870 + number))
    monkeypatch.setattr(importer, "BATCH", 2)
    monkeypatch.setattr(importer, "TOGETHER", 1)
    found = []

    def look(now: Progress) -> None:
        if now.read == 5:
            with Library.open(tmp_path / "library") as reader:
                found.append((len(reader), reader.search("interfilm").total))

    run([files], library, look, processes=0)
    assert found == [(4, 2)]
    assert library.search("interfilm").total == 6
