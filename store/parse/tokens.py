"""The words, numbers and signs of a text, gone through from the first to the last."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(r"[A-Za-z0-9'’][A-Za-z0-9'’._\-]*|[^\sA-Za-z0-9]")


class Bracketed(NamedTuple):
    """What stands in brackets: its tokens, and its offsets without them."""

    tokens: list[str]
    start: int
    end: int


class Tokens:
    """The tokens of a text; `at` counts those that were come by, the last of which is at hand."""

    def __init__(self, text: str) -> None:
        self._all = list(_TOKEN.finditer(text))
        self._length = len(text)
        self.at = 0

    def __iter__(self) -> Iterator[str]:
        while self.at < len(self._all):
            self.at += 1
            yield self._all[self.at - 1][0]

    @property
    def end(self) -> int:
        """Give the offset at which the token at hand ends."""
        return self._all[self.at - 1].end()

    @property
    def ahead(self) -> str:
        """Give the next token in capitals, nothing at the end."""
        return self._all[self.at][0].upper() if self.at < len(self._all) else ""

    def before(self, steps: int = 1) -> str:
        """Give the token so many steps before the one at hand in capitals, nothing at the start."""
        return self._all[self.at - 1 - steps][0].upper() if self.at > steps else ""

    def bracketed(self) -> Bracketed:
        """Pass over what follows an opening bracket, and what closes it if anything does."""
        start, first = self.end, self.at
        close = first
        while close < len(self._all) and self._all[close][0] not in ")]":
            close += 1
        closed = close < len(self._all)
        end = self._all[close].start() if closed else self._length
        self.at = close + closed
        return Bracketed([token[0] for token in self._all[first:close]], start, end)
