from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import where

from store.documents import CableDB, RowTable
from store.documents.ladder import Ladder

NUMBERS = [number * 7 % 1500 for number in range(1500)]


def order(number: int) -> str:
    """Spell a number as a date and what parts cables of one day; the least have no date."""
    return (
        f"{1990 + number // 60}-{number // 5 % 12 + 1:02}-01 {number}"
        if number > 99
        else f" {number}"
    )


@pytest.fixture
def cables(tmp_path: Path) -> Iterator[RowTable]:
    with CableDB(
        tmp_path / "cables.db", {"cables": ("order",)}, listed={"cables": "order"}
    ) as database:
        table = database.table("cables")
        table.insert_multiple({"order": order(number)} for number in NUMBERS)
        yield table


def page(cables: RowTable, start: int, count: int) -> list[str]:
    found = Ladder(cables.rows).page("field_order", start, count)
    return [order for (order,) in found]


def changed(cables: RowTable) -> None:
    with cables.rows.storage.transaction():
        cables.remove(where("order") > order(1200))
        cables.update({"order": "2050-01-01"}, doc_ids=[1, 2, 3])
        cables.update({"more": True}, where("order") < order(200))
        cables.insert({"order": "1066-10-14"})
        cables.insert({"unlisted": True})


@pytest.mark.parametrize("altered", [False, True], ids=["as written", "after changes"])
@pytest.mark.parametrize("start", [0, 1, 59, 60, 777, 1099, 1401, 1499, 1500, 9999])
def test_a_page_by_position_is_that_of_the_sorted_list(
    cables: RowTable,
    start: int,
    altered: bool,  # noqa: FBT001
) -> None:
    if altered:
        changed(cables)
    every = sorted((each["order"] for each in cables if "order" in each), reverse=True)
    assert page(cables, start, 30) == every[start : start + 30]


@pytest.mark.parametrize("altered", [False, True], ids=["as written", "after changes"])
@pytest.mark.parametrize("value", ["", " ", "1066", "1995", "1995-07", "1995-07-01", "2020", "3"])
def test_what_is_above_a_value_is_counted(
    cables: RowTable,
    value: str,
    altered: bool,  # noqa: FBT001
) -> None:
    if altered:
        changed(cables)
    assert Ladder(cables.rows).above(value) == sum(each.get("order", "") > value for each in cables)


def test_steps_go_with_their_table(cables: RowTable) -> None:
    cables.truncate()
    assert page(cables, 0, 9) == []
    storage = cables.rows.storage
    with storage.transaction():
        storage.drop(cables.name)
    assert storage.run("SELECT name FROM sqlite_master WHERE name LIKE 'steps%'") == []
    assert page(cables, 0, 9) == []
