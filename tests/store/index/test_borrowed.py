import gc
import os
import tempfile
from pathlib import Path

import pytest

from store.cable import Cable
from store.index import Index, Mark, sound
from store.index.entry import entry
from store.query import EVERY

ONE = Cable("09STRELSAU12", "a raid", date="2009-07-22", level="SECRET")
TWO = Cable("10ZENDA1", "a word", date="2010-01-01", level="SECRET")


@pytest.fixture
def shut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index of one cable that may only be read, and a folder for what is made to read it."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    Index(tmp_path / "index").update(Mark("library", 1, 1), [(1, entry(ONE))])
    may = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: path != tmp_path / "index" and may(path, mode)
    )
    return tmp_path / "index"


def held(folder: Path) -> dict[str, tuple[int, bytes]]:
    beside = [*folder.iterdir(), folder.with_name("index.json")]
    return {each.name: (each.stat().st_ino, each.read_bytes()) for each in beside}


def test_an_index_that_may_only_be_read_is_asked_where_it_is(shut: Path) -> None:
    before = held(shut)
    index = Index(shut)
    assert index.search(EVERY, 0, 9) == (1, [1])
    assert (list(sound.keys(index.searcher())), sound.broken(shut)) == ([1], [])
    assert held(shut) == before


def test_what_it_lacks_is_added_elsewhere(shut: Path) -> None:
    before = held(shut)
    index = Index(shut)
    index.update(Mark("library", 2, 2), [(2, entry(TWO))])
    assert index.search(EVERY, 0, 9) == (2, [2, 1])
    assert index.reflects("library", 2)
    assert held(shut) == before


def test_the_links_go_with_it(shut: Path) -> None:
    index = Index(shut)
    assert index.count() == 1
    assert list(shut.with_name("temporary").iterdir())
    del index
    gc.collect()
    assert not list(shut.with_name("temporary").iterdir())
