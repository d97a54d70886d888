"""A text as lines with offsets, cut at line feeds only.

`str.splitlines` would also cut at form feeds, NEL and U+2028, all of which occur inside lines.
"""

import re
from itertools import accumulate

_ESCAPE = re.compile(r"\\(?=[^\S\n]*(?![^\n]))")
_AT_ONCE = 800
"""Letters cut at a time: the header and the opening of most cables are within them."""


class Lines:
    """The lines of a text from an offset on, cut as they are asked for.

    Line i (from 0) begins at `starts[i]`; `words[i]` is the line without blanks around it. `starts`
    has one entry more than lines are cut, so that `starts[i + 1]` is always the next line's. Ask
    `has(i)` before a line that may not be there, or not be cut yet.
    """

    def __init__(self, text: str, at: int = 0) -> None:
        self.text = text
        self.starts = [at]
        self.words: list[str] = []
        self._cut()

    def _cut(self) -> None:
        at = self.starts.pop()
        end = self.text.find("\n", at + _AT_ONCE)
        parts = self.text[at : end if end >= 0 else None].split("\n")
        self.starts += accumulate([len(part) + 1 for part in parts], initial=at)
        self.words += map(str.strip, parts)

    def number(self, line: int) -> int:
        """Give the number a line has in the whole text, from 1."""
        return self.text.count("\n", 0, self.starts[line]) + 1

    def has(self, line: int) -> bool:
        """Whether there is such a line."""
        while line >= len(self.words):
            if self.starts[-1] > len(self.text):
                return False
            self._cut()
        return True

    def start(self, line: int) -> int:
        """Offset of the first character of a line that is not a blank."""
        return self.text.find(self.words[line], self.starts[line])

    def end(self, line: int) -> int:
        """Offset behind the last character of a line that is not a blank."""
        return self.start(line) + len(self.words[line])


def unescaped(text: str) -> str:
    """Give a text with a blank for each backslash at a line's end, as some collections left them.

    Nothing else changes, no offset either.
    """
    return _ESCAPE.sub(" ", text) if "\\" in text else text
