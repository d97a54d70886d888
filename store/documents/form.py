"""The form of a table of documents in SQL: its columns, its indexes, what counts its rows.

The SQL table carries a number, since SQLite folds case in names and TinyDB does not.
"""

from collections.abc import Iterator

from store.documents.ladder import kept, steps
from store.documents.narrowing import column

TALLIES = {
    "INSERT": "documents = documents + 1, bytes = bytes + new.size",
    "DELETE": "documents = documents - 1, bytes = bytes - old.size",
    "UPDATE OF size": "bytes = bytes + new.size - old.size",
}
"""What the counts of a table become after each event."""


def table(number: int) -> str:
    """Name a table by its number."""
    return f"documents_{number}"


def made(number: int, fields: tuple[str, ...], listed: str | None) -> Iterator[str]:
    """Give the SQL that makes a table with indexes on `fields`, one of them `listed`."""
    name = table(number)
    columns = "".join(f"{column(field)} TEXT, " for field in fields)
    yield (
        f"CREATE TABLE {name} (number INTEGER PRIMARY KEY, changed INTEGER NOT NULL,"
        f" {columns}document TEXT NOT NULL, glance TEXT, raw BLOB,"
        " size INTEGER NOT NULL)"
    )
    for event, change in TALLIES.items():
        yield (
            f"CREATE TRIGGER {name}_{event.split()[0]} AFTER {event} ON {name}"  # noqa: S608
            f" BEGIN UPDATE tables SET {change} WHERE number = {number}; END"
        )
    for field in fields:
        # The list is read from its index alone: a page of it is then one place on disk.
        also = ", glance" if field == listed else ""
        yield f"CREATE INDEX {name}_{column(field)} ON {name} ({column(field)}{also})"
    if fields:
        yield f"CREATE INDEX {name}_changed ON {name} (changed)"
    if listed:
        yield from kept(steps(number), name, column(listed))


def dropped(number: int) -> Iterator[str]:
    """Give the SQL that takes a table away."""
    yield f"DROP TABLE {table(number)}"
    yield f"DROP TABLE IF EXISTS {steps(number)}"
