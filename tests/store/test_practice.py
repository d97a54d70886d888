import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import seeds
from store.errors import LibraryMissing
from store.info import Info
from store.practice import CABLES, NOTE, practice

SEED = seeds.data("cables/09MOSCOW1869.txt")


def test_the_practice_library_holds_the_seeds(tmp_path: Path) -> None:
    with practice(tmp_path / "data" / "practice") as library:
        assert library.raw("09MOSCOW1869") == SEED
        assert Info.of(library).indexed == len(library) == CABLES
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
    (path / NOTE).write_text("other cables")


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


def test_what_reads_cables_is_loaded_only_to_build_it(tmp_path: Path) -> None:
    practice(tmp_path / "practice").close()
    code = (
        "import sys\nfrom pathlib import Path\nfrom store.practice import practice\n"
        "practice(Path(sys.argv[1])).get('09MOSCOW1869')\nprint(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "practice"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {"tantivy", "store.importer", "store.parse", "shutil"} & set(done.stdout.split())


def test_a_file_in_the_place_of_the_practice_library_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "practice").write_text("a letter")
    with pytest.raises(LibraryMissing, match="practice"):
        practice(tmp_path / "practice")
    assert (tmp_path / "practice").read_text() == "a letter"
