"""What a command line says: a place to go to, a cable to read, a word and what it is given."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from store.errors import ReftelError
from tui.commanding import NOTHING, Choice, Offer
from tui.commanding.matching import matching
from tui.commanding.words import SHELL, SHORT, Word
from tui.keys import pressed
from tui.nearest import nearest

PLACE = re.compile(r"¶ ?\w{1,9}|\d[\d-]*[A-Za-z]?|end", re.IGNORECASE)
"""A row, a paragraph, a date or the end, or what is typed for one of them."""
CABLE = re.compile(r"(\d{4}|\d\d) ?[A-Za-z][A-Za-z ]* ?\d+")
SHOW = "show"

Complete = Callable[[Word, str], Sequence[Choice]]
"""Gives what may stand behind a word, from what stands there."""


class WordUnknown(ReftelError):
    """A line that begins with no word of the command line."""


class Place(NamedTuple):
    """Somewhere to go on the screen in front: `120`, `2009-07`, `¶7`, `end`."""

    text: str


class Said(NamedTuple):
    """A word, and what it is given."""

    word: Word
    given: str = ""


def read(line: str, words: Sequence[Word]) -> Place | Said | None:
    """Read a whole line; None for an empty one, WordUnknown says what may have been meant.

    The beginning of a word, or what is said of it, will do where nothing stands behind.
    """
    line = line.strip()
    if not line:
        return None
    if PLACE.fullmatch(line):
        return Place(line)
    known = {word.name: word for word in words}
    name, _, given = line.partition(" ")
    if name.casefold() in known:
        return Said(known[name.casefold()], given.strip())
    if CABLE.fullmatch(line):
        return Said(known[SHOW], line)
    if name.casefold() in SHELL:
        raise WordUnknown(f"{name} is for the shell: reftel {name.casefold()}")
    if found := meant(line, words):
        return Said(found[0])
    near = nearest(name, known)
    hint = f"the nearest is {near}" if near else f"{pressed('command.open')} alone lists all"
    raise WordUnknown(f"There is no command {name}; {hint}")


def meant(line: str, words: Sequence[Word]) -> list[Word]:
    """Give the words that a line without one may mean, the likeliest first."""
    found = matching(line, words, lambda word: (word.name, word.about))
    if short := SHORT.get(line.strip().casefold()):
        found = [word for word in words if word.name == short] + found
    return list(dict.fromkeys(found))


def offered(line: str, words: Sequence[Word], complete: Complete) -> Offer:
    """Give what a line may become: the words it may begin with, or what may stand behind one."""
    line = line.lstrip()
    if PLACE.fullmatch(line.strip()) or line.strip().casefold() in SHELL:
        return NOTHING
    name, blank, given = line.partition(" ")
    word = next((each for each in words if each.name == name.casefold()), None)
    if blank and word is not None:
        return Offer(complete(word, given.lstrip()))
    choices = [choice(word) for word in meant(line, words)]
    return Offer(choices, 0 if line and choices else None)


def choice(word: Word) -> Choice:
    """Show a word as something to choose; one that needs more goes on after a blank."""
    name = f"{word.name} {word.takes}" if word.takes else word.name
    line = f"{word.name} " if word.takes else word.name
    return Choice(line, name, word.about, word.key, done=not word.needs)
