"""Portion marks: `(SBU)` in the colour of its level, behind the number of its paragraph."""

from store.cable import Paragraph
from store.marking import portion
from tui.render.line import EMPTY, Line, join, words
from tui.render.own import SIGN
from tui.render.styles import ROLES


def chip(mark: str | None) -> Line:
    """Draw the mark in its brackets and in its level's colour; nothing for no mark.

    A mark that cannot be read is drawn in the colour of "classified, level not given".
    """
    if not mark:
        return EMPTY
    read = portion(mark)
    return words(f"({mark})", "unknown" if read is None else ROLES[read.rank])


def marked(paragraph: Paragraph, *, noted: bool = False) -> Line:
    """`¶1 (SBU) `: the paragraph's number and portion mark, a blank after each.

    Where it is `noted`, a sign stands in the place of the first blank.
    """
    parts = []
    if paragraph.number is not None:
        parts.append(words(f"¶{paragraph.number}", "number"))
        parts.append(words(SIGN, "note") if noted else words(" "))
    if paragraph.portion:
        parts += [chip(paragraph.portion), words(" ")]
    return join(parts)
