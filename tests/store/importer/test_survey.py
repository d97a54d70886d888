import gzip
import os
from importlib import resources
from pathlib import Path

import pytest

from store.importer import run
from store.importer import survey as surveying
from store.importer.survey import HEAD, seconds, survey
from store.library import Library

SEEDS = Path(str(resources.files("seeds") / "cables"))
SEED = SEEDS / "09MOSCOW1869.txt"


def test_files_are_counted_by_layout_and_their_cables_with_them() -> None:
    found = survey([SEEDS])
    assert dict(found.layouts)["listing"] >= 1
    assert found.files == sum(count for _, count in found.layouts)
    assert (found.unknown, found.refused, found.estimated) == (0, (), 0)
    assert found.cables >= found.files
    assert found.bytes == sum(each.stat().st_size for each in SEEDS.iterdir())


def test_what_is_in_no_layout_is_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Milk, bread, letters.\n")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (tmp_path / "seed.txt").write_bytes(SEED.read_bytes())
    (tmp_path / ".hidden").touch()
    found = survey([tmp_path, tmp_path / "nowhere"])
    assert (found.files, found.unknown, found.passed_over) == (4, 3, 1)
    assert [Path(each.path).name for each in found.refused] == [
        "notes.txt",
        "picture.txt",
        "nowhere",
    ]
    assert found.refused[1].reason == "it is a PNG picture, not text"


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_a_large_file_is_estimated_from_how_it_begins(tmp_path: Path, *, packed: bool) -> None:
    one = SEED.read_bytes() + b"\n\n"
    many = 4 * HEAD // len(one)
    data = b"".join(one + os.urandom(9000).hex().encode() + b"\n" for _ in range(many))
    data = gzip.compress(data, 1) if packed else data
    assert len(data) > HEAD
    (tmp_path / "many.txt").write_bytes(data)
    found = survey([tmp_path])
    assert found.layouts == (("listing", 1),)
    assert found.estimated == found.cables
    assert 0.7 * many < found.cables < 1.3 * many


def test_nothing_of_a_broken_collection_is_kept_from_the_reader(tmp_path: Path) -> None:
    (tmp_path / "cut.json").write_text('[{"id": "09BERN7", "body": "One."}, {"id": "09BE')
    found = survey([tmp_path])
    assert [each.reason[:12] for each in found.refused] == ["broken JSON:"]


def test_many_files_are_looked_at_by_processes_with_the_same_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_bytes(SEED.read_bytes())
    monkeypatch.setattr(surveying, "TOGETHER", 3)
    heard: list[int] = []
    assert survey([tmp_path], heard.append, processes=2) == survey([tmp_path], processes=0)
    assert heard == list(range(3, 31, 3))


def test_what_a_library_has_is_not_looked_at_again(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_bytes(SEED.read_bytes())
        os.utime(tmp_path / name, (0, 0))
    with Library.open(tmp_path / ".library", create=True) as library:
        run([tmp_path], library)
        (tmp_path / "two.txt").write_bytes(SEED.read_bytes() + b"Corrected.\n")
        (tmp_path / "three.txt").write_bytes(SEED.read_bytes())
        found = survey([tmp_path], library=library)
    assert (found.files, found.unchanged, found.cables, found.unknown) == (3, 1, 2, 0)


@pytest.mark.parametrize("size", [900_000, 3 * HEAD], ids=["read whole", "begun"])
def test_a_cable_over_the_limit_is_told(tmp_path: Path, size: int) -> None:
    (tmp_path / "large.txt").write_bytes(SEED.read_bytes() + b"x " * (size // 2))
    found = survey([tmp_path], largest=500_000)
    assert (found.cables, found.unknown) == (0, 1)
    assert "more than the limit of 500,000 bytes" in found.refused[0].reason


@pytest.mark.parametrize(("cables", "cores", "least"), [(0, 4, 1), (1, 1, 1), (250_000, 4, 60)])
def test_the_time_is_a_rough_word(cables: int, cores: int, least: int) -> None:
    assert least <= seconds(cables, cores) < 10 * least
