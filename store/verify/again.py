"""A source read again: from the bytes of one cable to all that is read out of them.

Mostly the bytes say it all. What stood around them where they were taken from is had from the
record: a volume's id and what its glossary says, the encoding of a file as a whole.
"""

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from store import layouts
from store.cable import Cable, Finding, Received
from store.errors import Refused
from store.holdings.prepared import sourced
from store.parse import parse

AROUND = ("encoding-guessed", "lines-end-in-cr", "signs-misread")
"""Findings on the file as a whole, not on the cable in it."""
GLOSSED = ("Person", "Term")
"""Attributes that the glossary of a volume gives to its documents."""
_DIVISION = re.compile(r"<(?:(\w+):)?div\b")


class Known(NamedTuple):
    """What is known of a source beside its bytes; `record` is its cable's, {} where that is gone.

    `layout`, `path` and `id` are "" where a library was made before they were kept with the
    source, and `encoding` where it has to be found out again.
    """

    encoding: str
    layout: str
    path: str
    id: str
    record: Mapping[str, Any]


def again(raw: bytes, known: Known) -> tuple[Cable, Received]:
    """Read the bytes of a cable again; Refused where they hold none, or more than one."""
    name = PurePath(known.path).name
    text = raw if known.encoding in ("utf-8", "") else _in_utf8(raw, known.encoding)
    if known.layout == "frus":
        text, name = _in_a_volume(text, known)
    found = list(layouts.read(text, name, known.layout or None))
    received = [each for each in found if isinstance(each, Received)]
    if len(received) != 1:
        raise next((each for each in found if isinstance(each, Refused)), Refused("no one cable"))
    [cable] = received
    as_it_came = cable._replace(raw=raw, encoding=known.encoding or cable.encoding)
    whole = _with_what_stood_around(as_it_came, known.record)
    return sourced(parse(whole), whole, known.path), whole


def _in_utf8(raw: bytes, encoding: str) -> bytes:
    try:
        text = raw.decode(encoding)
    except (LookupError, UnicodeDecodeError) as error:
        raise Refused(f"it is not in {encoding[:40]!a}") from error
    return (text if "\n" in text else text.replace("\r", "\n")).encode(errors="replace")


def _in_a_volume(text: bytes, known: Known) -> tuple[bytes, str]:
    """Put a division back into a volume: its id is the first part of the document's."""
    volume, slash, _ = known.id.rpartition("/")
    volume = volume if slash else PurePath(known.path).stem
    division = _DIVISION.match(text.decode(errors="replace"))
    prefix = f"{division[1]}:" if division and division[1] else ""
    names = (
        f'xmlns{":" + prefix[:-1] if prefix else ""}="http://www.tei-c.org/ns/1.0"'
        ' xmlns:frus="http://history.state.gov/frus/ns/1.0"'
    )
    begin, end = f"<{prefix}TEI {names}>", f"</{prefix}TEI>"
    return begin.encode() + text + end.encode(), f"{volume}.xml"


def _with_what_stood_around(received: Received, record: Mapping[str, Any]) -> Received:
    if not record:
        return received
    around = tuple(Finding(*each) for each in record.get("findings", ()) if each[0] in AROUND)
    own = tuple(each for each in received.findings if each.kind not in AROUND)
    glossed = tuple(
        (name, value) for name, value in record.get("attributes", ()) if name in GLOSSED
    )
    given = tuple(each for each in received.attributes if each[0] not in GLOSSED)
    if received.layout != "frus":
        glossed, given = (), received.attributes
    return received._replace(findings=around + own, attributes=given + glossed)
