"""The words of a paragraph as one reads them: trailing blanks and page breaks left out."""

from collections.abc import Sequence

from store.cable import PageBreak


def reading(text: str, start: int, end: int, page_breaks: Sequence[PageBreak]) -> str:
    """Give the lines from `start` to `end` (offsets) without trailing blanks, joined by line feeds.

    A page break is left out with the blank lines around it, so that a sentence it cut goes on in
    the next line.
    """
    lines = unbroken(text, start, end, page_breaks).split("\n")
    return "\n".join(line.rstrip() for line in lines).rstrip("\n")


def unbroken(text: str, start: int, end: int, page_breaks: Sequence[PageBreak]) -> str:
    """Give what stands from `start` to `end` (offsets) without the page breaks."""
    kept = []
    position = start
    for mark in page_breaks:
        if mark.start >= end:
            break
        if mark.end > position:
            kept.append(text[position : max(mark.start, position)])
            position = mark.end
    kept.append(text[position:end] if position < end else "")
    return "".join(kept)
