"""The opening of a telegram's text, from the classification line to the first paragraph.

Captions, pass lines, E.O., TAGS, SUBJECT, REF, Classified By: each may be missing, stand in
another order, or begin in the middle of a line.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.cable import PageBreak, Span
from store.parse import captions, labels, numbering, rules, tags
from store.parse.breaks import repeats
from store.parse.lines import Lines

LIMIT = 60
"""Lines looked at: further down, SUBJECT and REF are ordinary words, but a REF may go on."""

_LONGEST_LINE = 120
"""No caption and no pass line is longer; a paragraph on one line is."""

_PASS = re.compile(
    r"(?:STATE|DEPT|DEPARTMENT|SECSTATE|PLEASE|PLS|ALSO|FOR|PASS|USDOC|TREASURY|NSC|WHITE HOUSE|"
    r"[A-Z/]+) (?:FOR|PASS|PLEASE|PLS|ALSO|TO)\b|(?:FOR|PASS)\b"
)


class Field(NamedTuple):
    """A labelled field: where it begins, where its value begins, and the pieces of that value.

    A value in several pieces is one with a page break or an empty line inside.
    """

    name: str
    start: int
    pieces: list[tuple[int, int]]

    @property
    def end(self) -> int:
        """Offset behind the value's last character."""
        return self.pieces[-1][1] if self.pieces else self.start

    def text(self, text: str) -> str:
        """Give the value, its pieces a line each."""
        return "\n".join([text[start:end].strip() for start, end in self.pieces])


class Opening(NamedTuple):
    """What stands before the body; `end` is the offset at which the body begins."""

    captions: tuple[str, ...]
    passes: tuple[str, ...]
    fields: dict[str, Field]
    end: int
    spans: tuple[Span, ...]


def read(lines: Lines, first: int, breaks: Sequence[PageBreak]) -> Opening:
    """Read the opening from line `first` on, page breaks passed over."""
    skip = {mark.start: mark.end for mark in breaks}
    walk = _Walk(lines)
    line = first
    while lines.has(line) and (line < first + LIMIT or walk.lists(line)):
        if lines.starts[line] in skip:
            end = skip[lines.starts[line]]
            while lines.has(line) and lines.starts[line] < end:
                line += 1
        elif walk.takes(line):
            line += 1
        else:
            break
    found = walk.done(line)
    if "subject" in found.fields:
        return found
    later = _later_subject(lines.text, breaks)
    return found._replace(fields=found.fields | later, spans=(*found.spans, *_spans(later)))


def _later_subject(text: str, breaks: Sequence[PageBreak]) -> dict[str, Field]:
    """Give the SUBJECT of a later section that has a header and an opening of its own."""
    for mark in breaks[:_MOST_BREAKS]:
        if not any(map(repeats, map(str.strip, text[mark.start : mark.end].split("\n")))):
            continue
        found = read(Lines(text, mark.end), 0, ()).fields
        if "subject" in found:
            return {"subject": found["subject"]}
    return {}


_MOST_BREAKS = 200
"""No telegram has as many pages; a text of nothing but breaks is not read again at each."""


def _spans(fields: dict[str, Field]) -> tuple[Span, ...]:
    return tuple(Span(field.name, field.start, field.end) for field in fields.values())


class _Walk:
    """Goes through the lines of an opening, one `takes` a line, until the body begins."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.fields: dict[str, Field] = {}
        self.captions: list[tuple[int, str]] = []
        self.passes: list[int] = []
        self.strays: list[int] = []
        self._open: Field | None = None
        self._gap = False

    def takes(self, line: int) -> bool:
        """Take a line in; False where it belongs to the body."""
        words = self.lines.words[line]
        if not words:
            self._blank()
            return True
        if numbering.opens(words):
            return False
        marks = self._labels(words)
        if marks:
            self._flush()
            self._begin(line, words, marks)
        elif rules.is_rule(words) or self._is_underlined(line):
            return False
        elif self._open is not None and self._continues(self._open, words):
            _extend(self._open, self.lines.start(line), words)
        elif len(words) > _LONGEST_LINE:
            return False
        else:
            self._open = None
            self._stray(line, words)
        self._gap = False
        return True

    def lists(self, line: int) -> bool:
        """Whether a line is a further entry of the REF that is open, however long that is."""
        words = self.lines.words[line]
        is_entry = _BULLET.match(words) or _POST_AND_NUMBER.match(words)
        return self._open is not None and self._open.name == "refs" and is_entry is not None

    def _is_underlined(self, line: int) -> bool:
        """Whether a rule stands below a line: then it is the body's first heading."""
        below = line + 1
        return (
            bool(self.fields) and self.lines.has(below) and rules.is_rule(self.lines.words[below])
        )

    def done(self, line: int) -> Opening:
        """Close the opening before `line`, or before the first stray line that is of the body."""
        held = captions.among(words for _, words in self.captions)
        spans = list(_spans(self.fields))
        for name, found in (("captions", [c[0] for c in self.captions]), ("passes", self.passes)):
            if found:
                spans.append(Span(name, self.lines.start(found[0]), self.lines.end(found[-1])))
        passes = tuple(self.lines.words[i] for i in self.passes)
        end = self.lines.starts[self.strays[0] if self.strays else line]
        return Opening(held, passes, self.fields, min(end, len(self.lines.text)), tuple(spans))

    def _labels(self, words: str) -> list[re.Match[str]]:
        """Find the labels in a line; inside a subject only those that surely are no words of it."""
        found: list[re.Match[str]] = []
        names: set[str] = set()
        for match in labels.matches(words):
            name = match.lastgroup or ""
            if name in names and name != "refs":
                continue
            if name in self.fields and not (name == "refs" or self._said_again(match)):
                continue
            if name == "subject" and match.start() == 0 and not labels.is_subject(match[0]):
                continue
            if name == "refs" and not labels.is_reference(match):
                continue
            found.append(match)
            names.add(name)
        return found

    def _said_again(self, match: re.Match[str]) -> bool:
        """Whether a line says anew who classified the cable: the later statement counts.

        The label may have been put before lines of the REF by mistake.
        """
        return match.lastgroup == "classified_by" and match.start() == 0

    def _begin(self, line: int, words: str, marks: list[re.Match[str]]) -> None:
        start = self.lines.start(line)
        before = marks[0].start()
        if before and words[:before].strip():
            if self._open is not None and not self._gap:
                _extend(self._open, start, words[:before])
            else:
                self.passes.append(line)
        ends = [*(label.start() for label in marks[1:]), len(words)]
        for label, end in zip(marks, ends, strict=True):
            name = label.lastgroup or ""
            field = self.fields.get(name)
            if field is None or name == "classified_by":
                field = self.fields[name] = Field(name, start + label.start(), [])
            self._open = field
            begin = label.start() if name == "eo" else label.end()
            _extend(field, start + begin, words[begin:end])

    def _blank(self) -> None:
        """End a field at an empty line, unless its value has not begun or REF may go on."""
        self._gap = True
        if self._open is not None and self._open.pieces and self._open.name != "refs":
            self._open = None

    def _continues(self, field: Field, words: str) -> bool:
        if not field.pieces:
            return not captions.is_one(words)
        text = self.lines.text
        last = text[slice(*field.pieces[-1])]
        if field.name == "tags":
            return tags.continues(last, words)
        if field.name == "eo":
            return False
        if field.name == "subject":
            if captions.is_one(words) or labels.LABEL.match(words) or _NO_SUBJECT.match(words):
                return False
            value = field.text(text)
            return not (value.isupper() and any(map(str.islower, words)) and _is_prose(words))
        if field.name == "refs":
            return _references_go_on(last, words, gap=self._gap)
        return True

    def _stray(self, line: int, words: str) -> None:
        if captions.is_one(words):
            self.captions.append((line, words))
        elif not self.fields and not self.strays and _PASS.match(words):
            self.passes.append(line)
        else:
            self.strays.append(line)

    def _flush(self) -> None:
        """Make pass lines of stray lines with a label after them: they stood in the opening."""
        self.passes.extend(self.strays)
        self.strays.clear()


def _extend(field: Field, at: int, words: str) -> None:
    """Let a field go on with words at an offset, the blanks around them left out."""
    kept = words.strip()
    if kept:
        start = at + len(words) - len(words.lstrip())
        field.pieces.append((start, start + len(kept)))


_NO_SUBJECT = re.compile(
    r"\((?:U|C|S|SBU)\) *(?:1[.)]|SENSITIVE)|(?:BEGIN )?SUMMARY *[:.\-]"
    r"|THIS (?:CABLE|MESSAGE) (?:IS|CONTAINS)\b|SENSITIVE BUT UNCLASSIFIED",
    re.IGNORECASE,
)
"""How a line begins that stands below a subject and is none of it."""

_UNFINISHED = re.compile(r"[^\d)]$|[A-Z][.)\]:] ?'?\d\d$")
_BULLET = re.compile(r"¶?[(\[]?[A-Z][.)\]:]")
_POST_AND_NUMBER = re.compile(
    r"(?:\d\d )?(?:[A-Z.]+ ){1,3}\d{2,7}\b|\d\d[A-Z]{3,20}\d{1,7}\b|\d{3,7}\b"
)


def _references_go_on(last: str, words: str, *, gap: bool) -> bool:
    """Whether a line goes on with the references.

    Behind an empty line only another bullet, or the rest of an entry that was cut in two
    (`C) RIO`, empty line, `DE JANEIRO 1291`).
    """
    if _BULLET.match(words):
        return True
    if gap:
        return bool(_UNFINISHED.search(last) and _POST_AND_NUMBER.match(words))
    return any(map(str.isdigit, words)) or last.endswith((",", ";", "-")) or not _is_prose(words)


def _is_prose(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    return sum(map(str.islower, letters)) * 2 > len(letters)
