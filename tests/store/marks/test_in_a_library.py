"""Marks beside a library: found by its search, and there when the library is made anew."""

import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from store import importer
from store.errors import CableUnknown, MarksDamaged
from store.library import Library

CABLES = resources.files("seeds") / "cables"
STRELSAU = ("07STRELSAU405", "08STRELSAU107", "08STRELSAU91")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "library"


@pytest.fixture
def library(path: Path, tmp_path: Path) -> Iterator[Library]:
    for name in (*STRELSAU, "09MOSCOW1869"):
        (tmp_path / f"{name}.txt").write_bytes((CABLES / f"{name}.txt").read_bytes())
    with Library.open(path, create=True) as opened:
        importer.run([tmp_path], opened, processes=0)
        opened.marks.star(["09MOSCOW1869", "08STRELSAU91", "74GONE1"])
        opened.marks.read(["09MOSCOW1869"])
        opened.marks.tag(["08STRELSAU107"], add=["to-check"])
        opened.marks.note("08STRELSAU107", "Who wrote this?", "2")
        yield opened


def found(library: Library, line: str) -> list[str]:
    return sorted(row.id for row in library.search(line).page().rows)


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("is:starred", ["08STRELSAU91", "09MOSCOW1869"]),
        ("is:starred is:unread", ["08STRELSAU91"]),
        ("-is:starred", ["07STRELSAU405", "08STRELSAU107"]),
        ("is:unread", sorted(STRELSAU)),
        ("tag:mine/to-check", ["08STRELSAU107"]),
        ("tag:mine/nothing", []),
        ("note:wrote or is:read", ["08STRELSAU107", "09MOSCOW1869"]),
        ("piracy is:starred date:2009", ["09MOSCOW1869"]),
        ("piracy -is:starred", []),
    ],
)
def test_marks_are_searched_with_everything_else(
    library: Library, line: str, ids: list[str]
) -> None:
    assert found(library, line) == ids
    assert library.search(line).total == len(ids)
    assert sorted(library.search(line).ids()) == ids


def test_marks_narrow_what_is_counted(library: Library) -> None:
    read = library.search("is:read")
    assert read.facets(["origin"]) == {"origin": [("Embassy Moscow", 1)]}
    assert read.histogram() == [("2009-07", 1)]


def test_marks_outlive_their_library(library: Library, path: Path, tmp_path: Path) -> None:
    library.close()
    shutil.rmtree(path)
    with Library.open(path, create=True) as anew:
        importer.run([tmp_path / f"{STRELSAU[2]}.txt"], anew, processes=0)
        assert found(anew, "is:starred") == ["08STRELSAU91"]
        assert {mark.id for mark in anew.marks.all()} > {"74GONE1", "09MOSCOW1869"}


def test_marks_can_lie_elsewhere(library: Library, path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "mine.json"
    with Library.open(path, marks=elsewhere) as other:
        other.marks.star(["07STRELSAU405"])
        assert found(other, "is:starred") == ["07STRELSAU405"]
    assert found(library, "is:starred") == ["08STRELSAU91", "09MOSCOW1869"]


def test_damaged_marks_stop_only_what_asks_for_them(library: Library, path: Path) -> None:
    path.with_name("library.marks.json").write_text("")
    with pytest.raises(MarksDamaged):
        library.search("is:starred")
    assert found(library, "piracy") == ["09MOSCOW1869"]


def test_an_id_is_spelled_as_the_library_does(library: Library) -> None:
    assert library.named("09moscow1869") == "09MOSCOW1869"
    with pytest.raises(CableUnknown):
        library.named("74GONE1")
