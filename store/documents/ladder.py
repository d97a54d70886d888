"""A ladder down a long list: any position of it is near one of its steps.

A step is how the values of the listed field begin: in a list by date, a month. How many documents
each has is kept by triggers, so to find the step of a position reads a few hundred counts and no
document.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from store.documents.narrowing import Only, column

if TYPE_CHECKING:
    from store.documents.rows import Shelf

LENGTH = len("2009-07")
LAST = "\U0010ffff"
"""Sorts after all that can follow in a value."""


def steps(number: int) -> str:
    """Name the steps of a table by its number."""
    return f"steps_{number}"


def kept(steps: str, table: str, key: str) -> Iterator[str]:
    """Give the SQL that makes the steps of a table and keeps them true to its rows."""
    yield f"CREATE TABLE {steps} (step TEXT PRIMARY KEY, documents INTEGER NOT NULL) WITHOUT ROWID"
    gone = (
        f"UPDATE {steps} SET documents = documents - 1 WHERE step = substr(old.{key}, 1, {LENGTH})"  # noqa: S608
    )
    come = (
        f"INSERT INTO {steps} SELECT substr(new.{key}, 1, {LENGTH}), 1 WHERE new.{key} IS NOT NULL"
        " ON CONFLICT (step) DO UPDATE SET documents = documents + 1"
    )
    for event, change in (
        ("INSERT", come),
        ("DELETE", gone),
        (f"UPDATE OF {key}", f"{gone}; {come}"),
    ):
        name = f"{steps}_{event.split()[0]}"
        yield f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {change}; END"


class Ladder:
    """The steps of a listed table, from the greatest value of its listed field down."""

    def __init__(self, shelf: "Shelf") -> None:
        self._shelf = shelf
        self._key = column(shelf.listed or "")

    def page(self, what: str, start: int, count: int) -> list[tuple[Any, ...]]:
        """Read columns of `count` documents from a position, in descending order."""
        before = 0
        for step, documents in self._counted():
            if start < before + documents:
                from_step = Only(f"{self._key} < ?", (step + LAST,))
                rest = f"ORDER BY {self._key} DESC LIMIT {int(count)} OFFSET {start - before}"
                return self._shelf.select(what, from_step, rest)
            before += documents
        return []

    def above(self, value: str) -> int:
        """Count the documents whose value is greater."""
        above = sum(documents for step, documents in self._counted() if step > value)
        if len(value) < LENGTH:
            return int(above)
        own = Only(f"{self._key} > ? AND {self._key} < ?", (value, value[:LENGTH] + LAST))
        return int(above) + self._shelf.count(own)

    def stands(self) -> bool:
        """Whether the steps are those of the rows; this reads the index of the listed field."""
        step = f"substr({self._key}, 1, {LENGTH})"
        rows = Only(f"{self._key} IS NOT NULL")
        own = self._shelf.select(f"{step}, count(*)", rows, "GROUP BY 1 ORDER BY 1 DESC")
        return own == [each for each in self._counted() if each[1]]

    def _counted(self) -> list[tuple[Any, ...]]:
        storage = self._shelf.storage
        number = storage.number(self._shelf.name)
        if number is None:
            return []
        return storage.run(f"SELECT step, documents FROM {steps(number)} ORDER BY step DESC")  # noqa: S608
