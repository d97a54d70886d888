"""The SUBJECT: its lines joined, its own portion mark set apart, entities of web pages decoded."""

import re
from typing import NamedTuple

from store import marking
from store.cable import Finding, Listing, Span
from store.parse.opening import Field

_MARK = re.compile(r"\( ?([A-Za-z][A-Za-z/ ,\-]{0,24}?) ?\) *")
_TRAILER = re.compile(r"[ (\-]+SENSITIVE BUT UNCLASSIFIED\)?$", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9A-Fa-f]{1,6}|[a-z]{2,8});")


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
        return _from_listing(listing)
    spans: tuple[Span, ...] = ()
    mark = _MARK.match(words)
    if mark is not None and marking.portion(mark[1]) is not None:
        start = field.pieces[0][0]
        spans = (Span("subject-mark", start, start + len(mark[0].rstrip())),)
        words = words[mark.end() :]
    words = _TRAILER.sub("", words)
    findings = []
    if _ENTITY.search(words):
        words = decoded(words)
        line = text.count("\n", 0, field.start) + 1
        findings.append(
            Finding("entities-decoded", line, "The subject holds entities of a web page; decoded.")
        )
    if listing and listing.subject and _is_cut(listing.subject, words):
        said = "The listing gives only the beginning of the subject; the telegram's own is shown."
        findings.append(Finding("listing-subject-truncated", _LISTING_LINE, said))
    elif listing and listing.subject and _is_cut(words, listing.subject):
        said = "The telegram gives only the beginning of the subject; the listing's is shown."
        findings.append(Finding("subject-from-listing", _LISTING_LINE, said))
        words = " ".join(decoded(listing.subject).split()).rstrip(".…")
    return Subject(words, spans, tuple(findings))


_LISTING_LINE = 2


def decoded(words: str) -> str:
    """Decode entities, once: `&amp;lt;` becomes `&lt;`."""
    from html import unescape  # seldom needed, and its table is large

    return _ENTITY.sub(lambda found: unescape(found[0]), words)


def _is_cut(short: str, whole: str) -> bool:
    """Whether a subject is but the beginning of another, cut with dots or without."""
    cut = " ".join(decoded(short).split()).rstrip(".…").casefold()
    long = " ".join(decoded(whole).split()).rstrip(".…").casefold()
    return len(cut) < len(long) and long.startswith(cut)


def _from_listing(listing: Listing | None) -> Subject:
    if listing is None or listing.subject is None:
        return Subject(None, (), ())
    said = "The telegram has no SUBJECT line; the listing's is shown."
    finding = Finding("subject-from-listing", _LISTING_LINE, said)
    return Subject(decoded(listing.subject), (), (finding,))
