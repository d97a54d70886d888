"""What a library and a file of marks hold, so that two can be told to be the same."""

import json
import sqlite3
from pathlib import Path
from urllib.parse import quote

from store.backup.read import extracted, opened

COUNTED = {"generation", "changed", "identity"}
"""Columns that say how often something was written, and where: they differ in equal libraries."""


def documents(library: Path) -> dict[str, list[str]]:
    """Give every row of every table in order, ids and all; none where there is no library."""
    path = library / "cables.db"
    if not path.exists():
        return {}
    with_journal = sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True)
    try:
        [(sound,)] = with_journal.execute("PRAGMA integrity_check").fetchall()
        assert sound == "ok", sound
        names = with_journal.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: rows
            for (name,) in sorted(names.fetchall())
            if (rows := sorted(_rows(with_journal, name)))
        }
    finally:
        with_journal.close()


def _rows(connection: sqlite3.Connection, table: str) -> list[str]:
    found = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - a name from the schema
    names = [column[0] for column in found.description]
    kept = [number for number, name in enumerate(names) if name not in COUNTED]
    return [repr([row[number] for number in kept]) for row in found] if kept else []


def marks(path: Path) -> dict[str, object]:
    """Give what a file of marks holds, without the times at which it was said."""
    if not path.exists():
        return {}
    try:
        tables = json.loads(path.read_bytes())
    except ValueError as error:
        return {"unreadable": str(error)}
    del tables["format"]
    return {name: _timeless(table) for name, table in tables.items()}


def _timeless(value: object) -> object:
    if isinstance(value, dict):
        return {
            key: True if key in ("starred", "read", "at") else _timeless(each)
            for key, each in value.items()
        }
    return [_timeless(each) for each in value] if isinstance(value, list) else value


def backup(path: Path) -> object:
    """Give what a backup says of the files in it, each unpacked to its end; None for no backup."""
    if not path.exists():
        return None
    with opened(path) as (archive, manifest):
        for name, member in manifest.files.items():
            extracted(archive, name, member, lambda _: None)
    return manifest.cables, manifest.files


def strays(folder: Path) -> list[str]:
    """Name the drafts that lie about."""
    return sorted(
        str(each.relative_to(folder))
        for each in folder.rglob("*")
        if ".tmp" in each.name or each.name.endswith(("-journal", ".part", ".part.db"))
    )
