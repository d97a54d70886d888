from pathlib import Path

import pytest

from store.library import Library
from store.query import parse
from tui import secure
from tui.commanding.filtering import FIELDS, Wish, term
from tui.screens.known import Files, Known


def test_cables_are_named_with_a_few_words_on_each(library: Library) -> None:
    known = Known(library).cables("mosc 1869")
    assert [id for id, _ in known] == ["09MOSCOW1869"]  # noqa: A001
    assert known[0][1].startswith("2009-07-22  FOUO  INTERNET PIRACY")


def test_values_are_counted_among_the_cables_of_a_query(library: Library) -> None:
    every, some = Known(library), Known(library, "failed")
    assert [value[::2] for value in every.values("origin")] == [
        ("Embassy Strelsau", 120),
        ("Embassy Moscow", 1),
    ]
    assert [value[::2] for value in some.values("origin")] == [("Embassy Strelsau", 3)]


def test_a_tag_says_what_it_means(library: Library) -> None:
    meanings = {value: about for value, about, _ in Known(library).values("tag")}
    assert "Governmental" in meanings["PGOV"]


def test_own_tags_and_searches_are_known(library: Library) -> None:
    library.marks.tag(["05STRELSAU1", "05STRELSAU2"], ["hot"])
    library.marks.searches.remember("piracy")
    known = Known(library)
    assert known.values("mine") == [("hot", "", 2)]
    assert list(known.searches()) == ["piracy"]


@pytest.mark.parametrize("field", [name for name, _ in FIELDS])
def test_each_value_that_is_offered_can_be_asked_for(library: Library, field: str) -> None:
    library.marks.tag(["05STRELSAU1"], ["hot"])
    for each in Known(library).values(field):
        parse(term(Wish(field, each.value)))


def test_values_are_asked_for_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    known = Known(library)
    assert known.held("origin") == ()
    found = known.values("origin")
    monkeypatch.delattr(Library, "search")
    assert known.values("origin") is found
    assert known.held("origin") is found


def test_folders_are_looked_into_only_where_something_may_be_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cables").mkdir()
    assert Files().paths(f"{tmp_path}/c") == [f"{tmp_path}/cables/"]
    monkeypatch.setenv(secure.VARIABLE, "1")
    assert list(Files().paths(f"{tmp_path}/c")) == []
