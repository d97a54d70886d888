import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.cable import Cable
from store.errors import (
    LibraryDamaged,
    LibraryLocked,
)
from store.index import Index, Mark
from store.index.entry import entry
from store.info import Info
from store.library import Library
from tests.store.given import FIRST, SECOND, given


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


def test_nothing_of_the_index_is_loaded_before_it_is_asked(path: Path, library: Library) -> None:
    code = (
        "import sys; from pathlib import Path; from store.library import Library\n"
        "with Library.open(Path(sys.argv[1])) as library:\n"
        "    print(library.index.progress, 'tantivy' in sys.modules)\n"
        "    print(library.search('raid').total, 'tantivy' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["None False", "2 True"]
