"""A telegram as it was sent, without a listing; also text made from a PDF.

Such text often has a blank line below every line, and U+FFFD for the sign of a paragraph.
"""

import re
from collections.abc import Iterator

from store import entities
from store.cable import Finding, Listing, Received
from store.errors import Refused
from store.layouts import listing
from store.layouts.input import Input
from store.layouts.naming import named

_NEXT = re.compile(rb"\n(?=(?:\xef\xbb\xbf)?V?ZCZC[ A-Z]{3,4}\d)")
_END = re.compile(
    rb"\nNNNN[ \t\r]{0,9}\n(?=\s{0,9}(?:(?:ZZ|OO|PP|RR) RU|[ZOPRY](?: [ZOPRY])? \d{6}Z ))"
)
_LEVEL = (
    rb"(?:UNCLAS(?:SIFIED)?|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|T ?O ?P +S ?E ?C ?R ?E ?T"
    rb"|S ?E ?C ?R ?E ?T|LIMITED OFFICIAL USE)"
)
_STRONG = (
    re.compile(rb"\n[ \t]*[ZOPRY](?: [ZOPRY])? \d{6}Z [A-Z]{3} \d\d"),
    re.compile(rb"\n[ \t]*FM [A-Z]{3}"),
    re.compile(rb"\n[ \t]*TO (?:R[A-Z]{4,7}/|AM|SEC|DEPT)"),
    re.compile(
        rb"\n[ \t]*"
        + _LEVEL
        + rb"[ A-Z'.\-]{0,40}(?:\d\d OF \d\d[ A-Z'.\-]{0,40})?\d{2,8}[ \t\r]*\n"
    ),
    re.compile(rb"\n[ \t]*E\.?O\.? ?1\d{4}"),
)
_WEAK = (
    re.compile(rb"\n[ \t]*TAGS:"),
    re.compile(rb"\n[ \t]*SUBJ(?:ECT)?:"),
    re.compile(rb"\n[ \t]*(?:\xc2\xb6|\xef\xbf\xbd)?1\. ?\((?:U|C|S|TS|SBU)"),
)
_ENOUGH = 2
_HEADER = re.compile(
    r"^(?P<mark>\ufeff?)[ \t]*"
    r"(?:V?ZCZC|(?:ZZ|OO|PP|RR) RU|[ZOPRY](?: [ZOPRY])? \d{6}Z [A-Z]{3} \d\d|FM [A-Z]{3})",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"^([ \t]*)\ufffd(?=\d{1,3}[.)])", re.MULTILINE)
_LEAST = 10
_NEAR = 4_000


def found(head: bytes) -> bool:
    """Whether an input that begins so shows two signs of a telegram, one of them strong."""
    text = b"\n" + head + b"\n"
    strong = sum(sign.search(text) is not None for sign in _STRONG)
    weak = sum(sign.search(text) is not None for sign in _WEAK)
    return strong > 0 and strong + weak >= _ENOUGH


def read(source: Input) -> Iterator[Received | Refused]:
    """Give each telegram: one begins at its transmission line, or below the end of another."""
    for part in source.parts(_NEXT, _END):
        if isinstance(part, Refused):
            yield part
            continue
        raw, text, encoding, findings = source.decoded(part.data)
        text, found_entities = entities.decoded(text)
        text, closed = _closed_up(text)
        closed = (*found_entities, *closed)
        marked = _PARAGRAPH.sub("\\1¶", text)
        if marked != text:
            said = "U+FFFD stands for the sign of a paragraph, as in text made from a PDF."
            closed = (*closed, Finding("signs-restored", None, said))
        given, body, said_above = _above(marked)
        yield Received(
            "plain",
            raw,
            marked,
            encoding,
            given,
            body,
            (*findings, *closed, *said_above),
            name=named(raw),
        )


def _above(text: str) -> tuple[Listing | None, int, tuple[Finding, ...]]:
    """Read what stands above a telegram: a listing whose lines were set apart, else nothing."""
    top = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    if listing.at_once(text[top : top + _NEAR].encode(errors="replace")):
        return listing.lines(text, text.count("\n", 0, top))
    body = begin(text)
    if not text[:body].strip("\ufeff \t\r\n"):
        return None, body, ()
    said = "What stands above the telegram is in no layout known and is not read."
    return None, body, (Finding("lines-above", 1, said),)


def begin(text: str) -> int:
    """Find where the header of a telegram begins; 0 where there is none."""
    header = _HEADER.search(text)
    return header.end("mark") if header else 0


def _closed_up(text: str) -> tuple[str, tuple[Finding, ...]]:
    """Leave out the blank line below every line, where nearly every line has one."""
    lines = text.split("\n")
    filled = [number for number, line in enumerate(lines[:-1]) if line.strip()]
    doubled = sum(not lines[number + 1].strip() for number in filled)
    if len(filled) < _LEAST or doubled * 10 < len(filled) * 9:
        return text, ()
    kept, blank = [], False
    for line in lines:
        if line.strip() or blank:
            kept.append(line)
            blank = False
        else:
            blank = True
    said = "A blank line stood below every line; these are left out."
    return "\n".join(kept), (Finding("lines-doubled", None, said),)
