"""The SUBJECT: its lines joined, its own portion mark set apart."""

import re
from typing import NamedTuple

from store import marking
from store.cable import Finding, Listing, Span
from store.parse.opening import Field

_MARK = re.compile(r"\( ?([A-Za-z][A-Za-z/ ,\-]{0,24}?) ?\) *")
_TRAILER = re.compile(r"[ (\-]+SENSITIVE BUT UNCLASSIFIED\)?$", re.IGNORECASE)


class Subject(NamedTuple):
    """A subject for display, the place of its portion mark, what had to be done to it."""

    text: str | None
    spans: tuple[Span, ...]
    findings: tuple[Finding, ...]


def joined(pieces: str) -> str:
    """Join the lines of a subject; a line that ends in a hyphen goes on without a blank."""
    words = ""
    for line in pieces.split("\n"):
        part = " ".join(line.split())
        words += part if words.endswith("-") or not words else f" {part}"
    return words


def read(field: Field | None, text: str, listing: Listing | None) -> Subject:
    """Read the subject from its field; without one, the listing's, and a finding that says so."""
    words = joined(field.text(text)) if field else ""
    if field is None or not words:
        return _from_listing(listing, text)
    spans: tuple[Span, ...] = ()
    mark = _MARK.match(words)
    if mark is not None and marking.portion(mark[1]) is not None:
        start = field.pieces[0][0]
        spans = (Span("subject-mark", start, start + len(mark[0].rstrip())),)
        words = words[mark.end() :]
    words = _TRAILER.sub("", words)
    findings = []
    given = listing.subject if listing else None
    if given and given != words and _is_cut(given, words):
        said = "The listing gives only the beginning of the subject; the telegram's own is shown."
        findings.append(Finding("listing-subject-truncated", line_of(given, text), said))
    elif given and given != words and _is_cut(words, given):
        said = "The telegram gives only the beginning of the subject; the listing's is shown."
        findings.append(Finding("subject-from-listing", line_of(given, text), said))
        words = " ".join(given.split()).rstrip(".…")
    return Subject(words, spans, tuple(findings))


_TOP = 2_000


def line_of(words: str, text: str) -> int | None:
    """Give the line that is these words, among the first of a text: those of a listing."""
    at = f"\n{text[:_TOP]}".find(f"\n{words}")
    return text.count("\n", 0, at) + 1 if at >= 0 else None


def _is_cut(short: str, whole: str) -> bool:
    """Whether a subject is but the beginning of another, cut with dots or without."""
    cut = " ".join(short.split()).rstrip(".…").casefold()
    long = " ".join(whole.split()).rstrip(".…").casefold()
    return len(cut) < len(long) and long.startswith(cut)


def _from_listing(listing: Listing | None, text: str) -> Subject:
    if listing is None or listing.subject is None:
        return Subject(None, (), ())
    said = "The telegram has no SUBJECT line; the listing's is shown."
    finding = Finding("subject-from-listing", line_of(listing.subject, text), said)
    return Subject(listing.subject, (), (finding,))
