"""The outline of a cable: its headings, and the beginning of each paragraph with its mark."""

from typing import NamedTuple

from store.cable import Cable, Heading, Paragraph
from tui.render.line import EMPTY, Line, cells, wrap
from tui.render.portion import marked
from tui.render.reflow import kept, run

_ENOUGH = 400
"""Characters of a paragraph that fill a line, page breaks among them."""


class Entry(NamedTuple):
    """A heading or the beginning of a paragraph, and the offset it stands at."""

    offset: int
    mark: Line
    words: Line


def outline(cable: Cable) -> list[Entry]:
    """Give the outline in the order of the text."""
    entries = [_heading(cable, each) for each in cable.headings]
    entries += [_paragraph(cable, each) for each in cable.paragraphs]
    return sorted(entries, key=lambda entry: entry.offset)


def entry(shown: Entry, width: int) -> Line:
    """Draw one line of an outline."""
    mark = shown.mark if cells(shown.mark.plain) < width else EMPTY
    return next(wrap(shown.words, max(width, 1), mark, cells(mark.plain)), mark)


def _heading(cable: Cable, heading: Heading) -> Entry:
    title = run(cable.text, list(kept(cable.text, heading.start, heading.end)), "heading")
    return Entry(heading.start, EMPTY, title)


def _paragraph(cable: Cable, paragraph: Paragraph) -> Entry:
    end = min(paragraph.end, paragraph.words + _ENOUGH)
    lines = kept(cable.text, paragraph.words, end, cable.page_breaks)
    return Entry(paragraph.words, marked(paragraph), run(cable.text, list(lines)))
