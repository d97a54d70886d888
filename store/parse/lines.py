"""A text as lines with offsets, cut at line feeds only.

`str.splitlines` would also cut at form feeds, NEL and U+2028, all of which occur inside lines.
"""

from itertools import accumulate
from typing import NamedTuple


class Lines(NamedTuple):
    """Line i (from 0) begins at `starts[i]`; `words[i]` is the line without blanks around it.

    A backslash at the end of a line, left by some collections' escaping, is no word. `starts` has
    one entry more than there are lines, so that `starts[i + 1]` is always the next line's.
    """

    text: str
    starts: list[int]
    words: list[str]

    def start(self, line: int) -> int:
        """Offset of the first character of a line that is not a blank."""
        return self.text.find(self.words[line], self.starts[line])

    def end(self, line: int) -> int:
        """Offset behind the last character of a line that is not a blank."""
        return self.start(line) + len(self.words[line])


class Capitals(NamedTuple):
    """A text and the same in capitals, letter by letter: offsets of one hold in the other."""

    text: str
    capitals: str


def in_capitals(text: str) -> Capitals:
    """Put a text into capitals; letters that would become two (`ß`) stay as they are."""
    capitals = text.upper()
    if len(capitals) != len(text):
        capitals = "".join(up if len(up := letter.upper()) == 1 else letter for letter in text)
    return Capitals(text, capitals)


def split(text: str) -> Lines:
    """Cut a text into its lines."""
    parts = text.split("\n")
    starts = list(accumulate([len(part) + 1 for part in parts], initial=0))
    words = list(map(str.strip, parts))
    if "\\" in text:
        words = [word[:-1].rstrip() if word.endswith("\\") else word for word in words]
    return Lines(text, starts, words)
