"""A text as lines with offsets, cut at line feeds only.

`str.splitlines` would also cut at form feeds, NEL and U+2028, all of which occur inside lines.
"""

from collections.abc import Sequence
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


def occurrences(text: str, spellings: Sequence[str], start: int, end: int) -> list[int]:
    """Give where a word stands in a stretch of a text, in any of its spellings.

    A few searches for words are many times faster than one for a pattern.
    """
    found = []
    for spelt in spellings:
        at = text.find(spelt, start, end)
        while at >= 0:
            found.append(at)
            at = text.find(spelt, at + 1, end)
    found.sort()
    return found


def split(text: str) -> Lines:
    """Cut a text into its lines."""
    parts = text.split("\n")
    starts = list(accumulate([len(part) + 1 for part in parts], initial=0))
    words = list(map(str.strip, parts))
    if "\\" in text:
        words = [word[:-1].rstrip() if word.endswith("\\") else word for word in words]
    return Lines(text, starts, words)
