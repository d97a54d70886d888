"""A cable made ready for keeping: all that takes time is done, wherever the cable was read."""

from hashlib import sha256
from typing import NamedTuple

from store.cable import Cable, Received, Source
from store.documents.narrowing import indexable
from store.documents.rows import encode, pack
from store.holdings.glance import KEYS, glance
from store.holdings.record import to_record


class Prepared(NamedTuple):
    """What a library writes down of a cable, cheap to hand from one process to another.

    `record` and `source` are JSON objects: the cable without its text and what a library adds, and
    what is known of the text, enough to read it again; `glance` is what a list shows of it as a
    first version. `keys` are the values of `KEYS`; `packed` the bytes as received, `bytes` of them
    when unpacked.
    """

    id: str
    layout: str
    sha256: str
    keys: tuple[str | None, ...]
    record: str
    source: str
    glance: str
    packed: bytes
    bytes: int


def sourced(cable: Cable, received: Received, path: str) -> Cable:
    """Give the cable with where it came from."""
    raw = received.raw
    digest = sha256(raw).hexdigest()
    source = Source(received.layout, path, digest, len(raw), received.encoding)
    return cable._replace(source=source)


def prepared(cable: Cable, received: Received) -> Prepared:
    """Make ready a cable that has its source."""
    assert cable.source is not None  # noqa: S101 - `sourced` gave it
    record = to_record(cable)
    source = {
        "id": cable.id,
        "sha256": cable.source.sha256,
        "encoding": cable.source.encoding,
        "layout": cable.source.layout,
        "path": cable.source.path,
    }
    if not _decodes(received):
        source["text"] = received.text
    return Prepared(
        cable.id,
        received.layout,
        cable.source.sha256,
        tuple(indexable(record.get(key)) for key in KEYS),
        encode(record),
        encode(source),
        glance(record),
        pack(received.raw),
        len(received.raw),
    )


def _decodes(received: Received) -> bool:
    """Whether the bytes give the text again, as they do in a layout of plain text."""
    try:
        return received.raw.decode(received.encoding) == received.text
    except (LookupError, UnicodeDecodeError):
        return False
