"""What a cable says it is a copy of, and what was struck out of it."""

import re
from collections.abc import Iterator

from store.cable import Header, Link, Span
from store.parse.posts import exact_post

_CORRECTED = re.compile(
    r"C ?O ?R ?R ?E ?C ?T ?E ?D {1,3}C ?O ?P ?Y(?: {1,2}OF {1,2}(?:(\d{2}) )?"
    r"([A-Z][A-Z .]{2,24}?) {1,2}(\d{1,7})\b)?"
)
_SIGNALS = {"ZFD": "duplicates", "ZFR": "cancelled", "ZEL": "corrects", "ZOJ": "corrects"}
_STRUCK = re.compile(r"[Xx]{4,}|(?<=[a-z])xxx\b|\bx{2,3}\b")
_RUN = re.compile(rb"xx+")
_NAMED = re.compile(r"\[[^\[\]\n]{0,60}(?:not declassified|[Ee]xcised|[Oo]mitted)[^\[\]\n]{0,20}\]")


def links(text: str, start: int, end: int, header: Header, year: int) -> tuple[Link, ...]:
    """Read what the opening (offsets) and the signals of the header say of other cables."""
    return tuple(dict.fromkeys(_links(text, start, end, header, year)))


def _links(text: str, start: int, end: int, header: Header, year: int) -> Iterator[Link]:
    for copy in _CORRECTED.finditer(text, start, end):
        post, _ = exact_post(copy[2].split()) if copy[2] else (None, 0)
        given = int(copy[1]) if copy[1] else year % 100
        yield Link("corrects", f"{given:02}{post}{int(copy[3])}" if post else None)
    signals = header.security.signals if header.security else ()
    signals += header.dtg.signals if header.dtg else ()
    for signal in signals:
        if signal in _SIGNALS:
            yield Link(_SIGNALS[signal], None)


def redactions(text: str, small: bytes, start: int) -> tuple[Span, ...]:
    """Find what was struck out: `xxxxx`, `XXXXXXXX`, `[name not declassified]`.

    `small` is the text in small letters (`folded.small`).
    """
    marks = [_STRUCK.match(text, run.start()) for run in _RUN.finditer(small, start)]
    if "[" in text:
        marks += _NAMED.finditer(text, start)
    return tuple(sorted((Span("redaction", *mark.span()) for mark in marks if mark), key=_start))


def without(text: str) -> str:
    """Leave out what was struck out: `gentlexxx` is gentle."""
    return _STRUCK.sub("", text)


def _start(span: Span) -> int:
    return span.start
