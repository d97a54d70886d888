from pathlib import Path

from store.info import Info
from store.library import Library
from tests.store.given import FIRST, SECOND, UNDATED


def test_info_says_what_is_held(path: Path, library: Library) -> None:
    info = Info.of(library)
    assert info.path == str(path)
    assert (info.cables, info.sources, info.indexed) == (3, 3, 0)
    assert info.bytes == sum(len(each[1].raw) for each in (FIRST, SECOND, UNDATED))
    assert (info.first, info.last) == ("2009-01-01", "2009-02-01")
    assert info.levels == (("SECRET", 1),)
