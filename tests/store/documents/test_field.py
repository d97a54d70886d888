from collections.abc import Iterator
from pathlib import Path

import pytest

from store.documents import CableDB, RowTable, narrowing
from store.documents.field import Field

POSTS = ("ZENDA", "STRELSAU", "HENTZAU", "STRELSAU")


@pytest.fixture
def table(tmp_path: Path) -> Iterator[RowTable]:
    with CableDB(tmp_path / "cables.db", {"cables": ("post",)}) as database:
        yield database.table("cables")


@pytest.fixture
def post(table: RowTable) -> Field:
    table.insert_multiple({"post": post} for post in POSTS)
    table.insert({"post": None})
    return Field(table.rows, "post")


def test_documents_are_found_by_their_values(post: Field) -> None:
    assert post.numbers(["STRELSAU", "ZENDA", "ELPHBERG"]) == [1, 2, 4]
    assert list(post.documents(["HENTZAU"])) == [(3, '{"post":"HENTZAU"}')]
    assert post.numbers([]) == []


def test_more_values_than_one_statement_takes_are_asked_for_in_turn(post: Field) -> None:
    values = [*(str(number) for number in range(2 * narrowing.MOST_VALUES)), *set(POSTS)]
    assert post.numbers(values) == [1, 2, 3, 4]


def test_values_come_in_the_order_asked_for_without_those_that_are_gone(post: Field) -> None:
    assert post.of([3, 99, 1]) == ["HENTZAU", "ZENDA"]


def test_values_are_found_by_a_pattern_in_order(post: Field) -> None:
    assert post.like("*E[MN]*") == ["HENTZAU", "ZENDA"]


def test_values_are_counted_and_have_ends(post: Field) -> None:
    assert post.tally() == (("HENTZAU", 1), ("STRELSAU", 2), ("ZENDA", 1))
    assert post.ends() == ("HENTZAU", "ZENDA")


def test_a_table_that_is_not_made_yet_has_no_values(table: RowTable) -> None:
    post = Field(table.rows, "post")
    assert (post.numbers(["ZENDA"]), post.of([1])) == ([], [])
    assert (post.like("*"), post.tally(), post.ends()) == ([], (), (None, None))
