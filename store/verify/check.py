"""One version of a cable against its own source: what a worker process does.

The bytes are to have the sha256 they came with, and what is read out of them now is to be what the
record, and what a list shows, say of them. A record made by another reading of this program is no
damage.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from store.documents.narrowing import indexable
from store.documents.rows import encode, unpack
from store.errors import Refused
from store.holdings.batch import whole
from store.holdings.glance import KEYS, VERSION, glance
from store.holdings.prepared import Prepared, prepared
from store.holdings.record import READING
from store.index.entry import entry
from store.verify.again import Known, again
from store.verify.trouble import REPAIR, Trouble, of_source

RECORD = "the record is not what its source says"
UNTESTED = "it cannot be read again here"


class SourceRow(NamedTuple):
    """The row of a source: its number, what is known of it, its packed bytes and their size."""

    number: int
    document: str | None
    packed: bytes | None
    size: int


class Kept(NamedTuple):
    """A version as its rows have it: `keys` the indexed fields, empty for a superseded one.

    `document` is None where the record is gone, `source` where the bytes are. `entry` asks for
    what the index should have been told, `anew` for what a library would keep.
    """

    number: int
    keys: tuple[str | None, ...] = ()
    document: str | None = None
    glance: str | None = None
    source: SourceRow | None = None
    entry: bool = False
    anew: bool = False


class Checked(NamedTuple):
    """What came of a version: whether it is of an `older` reading, or could not be read again.

    `fresh` is what a library would keep of it now, None where the bytes are not those received.
    """

    number: int
    id: str
    version: int
    source: int | None
    troubles: tuple[Trouble, ...] = ()
    older: bool = False
    unread: bool = False
    entry: str | None = None
    fresh: Prepared | None = None


def check(versions: Sequence[Kept]) -> list[Checked]:
    """Hold versions against their sources."""
    return [_checked(each) for each in versions]


def _checked(kept: Kept) -> Checked:
    record = _decoded(kept.document)
    source = _decoded(kept.source.document) if kept.source else {}
    id, version, number, path = _named(kept, record, source)  # noqa: A001
    result = Checked(kept.number, id, version, number)
    raw = unpack(kept.source.packed) if kept.source else None
    digests = {str(source.get("sha256")), _source(record, 2)}
    if raw is None or sha256(raw).hexdigest() not in digests:
        says = "its text is gone" if kept.source is None else "its text is not the one received"
        return result._replace(troubles=(of_source(id, version, path, says),))
    known = Known(
        _agreed(source.get("encoding"), record and _source(record, 4)),
        str(source.get("layout") or _source(record, 0)),
        path,
        str(source.get("id") or record.get("id") or ""),
        record,
    )
    try:
        cable, received = again(raw, known)
        fresh = prepared(cable, received)
    except Exception as error:  # of a record that is damaged, or a fault of ours: it costs that one
        return _unreadable(kept, result, error, record)
    troubles = _against(kept, result, fresh, record, len(raw))
    if _misremembered(source, json.loads(fresh.source)):
        troubles += (Trouble(fresh.id, "record", "what is known of its source is wrong", REPAIR),)
    older = record.get("reading") != READING and bool(troubles) and bool(record)
    return result._replace(
        id=fresh.id,
        troubles=() if older else troubles,
        older=older,
        entry=entry(cable) if kept.entry and not troubles else None,
        fresh=fresh if kept.anew else None,
    )


def _unreadable(kept: Kept, result: Checked, error: Exception, record: dict[str, Any]) -> Checked:
    """Tell a source that this program cannot read again from a record that keeps it from it."""
    fresh = _as_it_was(kept, record) if kept.anew else None
    if isinstance(error, Refused) and record:
        return result._replace(unread=True, fresh=fresh)
    told = Trouble(result.id, "record", f"{RECORD} ({UNTESTED}: {error})", REPAIR)
    return result._replace(troubles=(told,), fresh=fresh)


def _as_it_was(kept: Kept, record: dict[str, Any]) -> Prepared | None:
    """Give a version as its rows have it, without what the library added; None where it cannot."""
    if not record or not kept.source or not kept.source.document or kept.source.packed is None:
        return None
    bare = {name: record[name] for name in record if name not in ("text", "reading", VERSION)}
    try:
        return Prepared(
            bare["id"],
            _source(record, 0),
            _source(record, 2),
            tuple(indexable(bare.get(key)) for key in KEYS),
            encode(bare),
            kept.source.document,
            glance(bare),
            kept.source.packed,
            kept.source.size,
        )
    except (KeyError, TypeError, ValueError, IndexError):
        return None


def _against(
    kept: Kept, named: Checked, fresh: Prepared, record: dict[str, Any], size: int
) -> tuple[Trouble, ...]:
    """Hold the rows of a version against what is read out of its bytes."""
    if kept.document is None:
        return (Trouble(fresh.id, "record", "the record is gone", REPAIR),)
    wrong = []
    text = whole(fresh.record, named.source or 0, named.version, record.get("reading"))
    if text != kept.document:
        wrong.append(RECORD)
    if kept.keys:
        shown = fresh.glance if named.version == 1 else glance(json.loads(text))
        if kept.keys != fresh.keys or kept.glance not in (None, shown):
            wrong.append("what a list shows of it is not what its source says")
    if kept.source and kept.source.size != size:
        wrong.append("its size is miscounted")
    return tuple(Trouble(fresh.id, "record", each, REPAIR) for each in wrong)


def _agreed(told: object, recorded: object) -> str:
    """Give an encoding that a source and its record agree on; "" where they do not."""
    return told if isinstance(told, str) and recorded in (told, {}) else ""


def _misremembered(source: dict[str, Any], fresh: dict[str, Any]) -> bool:
    """Whether a source's document is wrong; of some years it has no id, layout and path."""
    names = fresh.keys() - ({"id", "layout", "path"} - source.keys())
    return any(source.get(name) != fresh[name] for name in names)


def _decoded(document: str | None) -> dict[str, Any]:
    """Read a document; {} for what is none."""
    try:
        return dict(json.loads(document or "{}"))
    except (ValueError, TypeError, RecursionError):
        return {}


def _source(record: dict[str, Any], field: int) -> str:
    """Give a field of where a cable came from, as far as the record has it."""
    source = record.get("source")
    whole = isinstance(source, list) and len(source) > field and isinstance(source[field], str)
    return source[field] if whole else ""  # type: ignore[index]


def _named(
    kept: Kept, record: dict[str, Any], source: dict[str, Any]
) -> tuple[str, int, int | None, str]:
    """Give id, version, number of the source and path of origin, as far as they can be had."""
    ids = (record.get("id"), source.get("id"), *kept.keys[:1], "")
    version = record.get(VERSION, 1)
    return (
        next(each for each in ids if isinstance(each, str)),
        version if type(version) is int else 1,
        kept.source.number if kept.source else None,
        str(source.get("path") or _source(record, 1)),
    )
