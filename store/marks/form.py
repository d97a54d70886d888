"""What a file of marks holds, and seeing that it does.

Tables: `cables` by id, `searches` by name, `history` by the line that was searched. Fields that
are not known here stay as they are: a later reftel, or the reader's own hand, wrote them.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from store.errors import LibraryNewer, MarksDamaged

FORMAT = 1


def checked(data: bytes, path: Path) -> dict[str, dict[str, Any]]:
    """Read the tables of a file; MarksDamaged says what is wrong with it and where."""
    try:
        tables = json.loads(data.decode())
        if b"\\ud" in data.lower():  # half a surrogate pair could be read, but not written again
            json.dumps(tables, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise _damaged(path, f"line {error.lineno}, column {error.colno}: {error.msg}") from error
    except (UnicodeError, RecursionError) as error:
        raise _damaged(path, str(error)) from error
    if not isinstance(tables, dict) or not all(isinstance(each, dict) for each in tables.values()):
        raise _damaged(path, "it is not an object of tables")
    version = tables.pop("format", {}).get("marks")
    version = version.get("version") if isinstance(version, dict) else None
    if not isinstance(version, int):
        raise _damaged(path, "it does not say that it holds marks")
    if version > FORMAT:
        raise LibraryNewer(f"{path} was written by a newer reftel. Upgrade to open it.")
    for name, table in tables.items():
        for id, document in table.items():  # noqa: A001
            if (wrong := _wrong(_FIELDS.get(name, {}), document)) is not None:
                raise _damaged(path, f"{wrong} of {name}, {id[:40]!a}, is not of its kind")
    return tables


def _damaged(path: Path, what: str) -> MarksDamaged:
    return MarksDamaged(
        f"{path} holds no marks that can be read ({what}). Mend it, or move it away to begin anew."
    )


def _wrong(fields: dict[str, Callable[[Any], bool]], document: Any) -> str | None:
    """Name the field of a document that has a value of another kind than it should, or none."""
    if not isinstance(document, dict):
        return "an entry"
    if "line" in fields and "line" not in document:  # a search is nothing without
        return "line"
    for name, value in document.items():
        if name in fields and not fields[name](value):
            return str(name)
    return None


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _number(value: Any) -> bool:
    return type(value) is int


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _paragraph(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _notes(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(note, dict)
        and _text(note.get("text"))
        and _text(note.get("at"))
        and _paragraph(note.get("paragraph"))
        for note in value
    )


def _position(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and _number(value.get("line"))
        and _paragraph(value.get("paragraph"))
        and _text(value.get("at", ""))
    )


_FIELDS: dict[str, dict[str, Callable[[Any], bool]]] = {
    "cables": {
        "starred": _text,
        "read": _text,
        "tags": _texts,
        "notes": _notes,
        "position": _position,
    },
    "searches": {"line": _text, "found": _number, "at": _text},
    "history": {"at": _text},
}
