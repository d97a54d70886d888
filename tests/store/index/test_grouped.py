import pytest

from store.cable import Cable
from store.index import Index, Mark
from store.index.entry import entry
from store.index.grouped import CLASS, GROUPINGS, ORIGIN, wanted_of
from store.query import EVERY, parse

CABLES = [
    Cable("09ZENDA1", "raid", date="2009-01-01", origin="Zenda", level="SECRET"),
    Cable("09ZENDA2", "raid", date="2009-02-01", origin="Zenda", level="UNCLASSIFIED"),
    Cable("09HENTZAU3", "feast", date="2009-03-01", origin='The "Hut", Hentzau', level="SECRET"),
    Cable("09STRELSAU4", "raid", date="2009-04-01", level="TOP SECRET"),
    Cable("09STRELSAU5", "raid", origin="Embassy Strelsau"),
    Cable("09STRELSAU6", "raid", date="2009-06-01", origin="Embassy Strelsau", level="ODD"),
]
BY_ORIGIN = [6, 5, 3, 2, 1, 4]
BY_CLASS = [4, 3, 1, 2, 6, 5]


@pytest.fixture(scope="module")
def index() -> Index:
    made = Index(None)
    numbered = [(number, entry(cable)) for number, cable in enumerate(CABLES, 1)]
    made.update(Mark("library", 1, len(CABLES)), numbered)
    return made


@pytest.mark.parametrize(("order", "keys"), [(ORIGIN, BY_ORIGIN), (CLASS, BY_CLASS)])
def test_groups_go_in_their_order_and_in_each_the_newest_first(
    index: Index, order: str, keys: list[int]
) -> None:
    assert index.search(EVERY, 0, 50, order) == (6, keys)
    raids = [key for key in keys if key != 3]
    assert index.search(parse("raid"), 0, 50, order) == (5, raids)


@pytest.mark.parametrize(("order", "keys"), [(ORIGIN, BY_ORIGIN), (CLASS, BY_CLASS)])
@pytest.mark.parametrize("count", [0, 1, 2, 4])
def test_every_page_is_a_part_of_the_whole(
    index: Index, order: str, keys: list[int], count: int
) -> None:
    for start in range(8):
        assert index.search(EVERY, start, count, order) == (6, keys[start : start + count])


def test_nothing_found_has_no_groups(index: Index) -> None:
    assert index.search(parse("zanzibar"), 0, 50, ORIGIN) == (0, [])


def test_only_the_groups_on_a_page_are_asked_for() -> None:
    grouping = GROUPINGS[CLASS]
    asked = wanted_of(EVERY, grouping, {0: 100, 2: 10, 4: 5}, 120, 12, 8)
    assert [(each.start, each.most) for each in asked] == [(7, 3), (0, 5)]
