"""The objects in a text of JSON, one after another: past what is broken, and within a wrapping."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from store.cable import Finding

_BETWEEN = re.compile(r"[\s,\]\ufeff]*(?:\[[\s\]\ufeff]*)?")
_RESUME = re.compile(r'(?:[}\]"][ \t]{0,9},|\n)\s{0,99}(?=\{)')
"""Where an object may begin behind a broken one."""
_INNER = re.compile(r"[\[:,]\s{0,99}(?=\{)")
"""Where an object may begin within another."""
_PATIENCE = 4
"""How many times the letters of a text are read, at most, to find what is whole behind faults."""
_LEAST = 1 << 24
_DEEP = 50_000
"""What it costs, in letters read, to find that JSON is nested too deep."""
_COUNTED = 16
"""So many letters are counted, for the line of a fault, in the time that one is read."""


class Element(NamedTuple):
    """A value of JSON, where it stands in the text, what is odd about it."""

    value: Any
    start: int
    end: int
    findings: tuple[Finding, ...]


class Broken(NamedTuple):
    """A place at which the text is no JSON, and why."""

    start: int
    reason: str


class _Unusual:
    """Reads objects, and notes keys given twice and numbers that JSON has not."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self.constant: str | None = None
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object, parse_constant=self._constant, strict=False
        )

    def read(self, text: str, at: int) -> tuple[Any, int]:
        """Read the value that stands at a place; where it ends. Raises as `json` does."""
        self.keys.clear()
        self.constant = None
        return self._decoder.raw_decode(text, at)

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            seen: set[str] = set()
            for key, _ in pairs:
                if key in seen:
                    self.keys.add(key)
                seen.add(key)
        return made

    def _constant(self, word: str) -> None:
        self.constant = word


class Elements:
    """The elements of one text; `is_record` says which objects are sought where others stand."""

    def __init__(self, text: str, is_record: Callable[[Any], bool]) -> None:
        self._text = text
        self._is_record = is_record
        self._unusual = _Unusual()
        self._left = max(_PATIENCE * len(text), _LEAST)

    def __iter__(self) -> Iterator[Element | Broken]:
        """Give each element of the text, in or out of arrays; after a fault the next record."""
        text = self._text
        at = self._next(0)
        while at < len(text):
            found = self._read(at)
            if isinstance(found, Element) and not self._is_record(found.value):
                inner = list(self._within(found))
                yield from inner or [found]
                at = self._next(found.end)
            elif isinstance(found, Element):
                yield found
                at = self._next(found.end)
            else:
                yield found
                at = self._resumed(at)
                if self._left < 0:
                    yield Broken(at, "too much is broken here: the rest is not read")
                    return

    def _next(self, at: int) -> int:
        between = _BETWEEN.match(self._text, at)
        return between.end() if between else at

    def _read(self, at: int) -> Element | Broken:
        """Read the value at a place; what it costs is taken off what is left to spend."""
        unusual = self._unusual
        try:
            value, end = unusual.read(self._text, at)
        except RecursionError:
            self._left -= _DEEP
            return Broken(at, "it is nested too deep")
        except ValueError as error:
            pos = getattr(error, "pos", at)
            why = getattr(error, "msg", "a number of too many digits").lower()
            why = why.removesuffix(" starting at").removesuffix(" at")
            read_to = len(self._text) if why.startswith("unterminated") else pos
            self._left -= read_to - at + pos // _COUNTED
            return Broken(pos, f"broken JSON: {why}")
        if unusual.constant is not None:
            return Broken(at, f"{unusual.constant} is no number of JSON")
        said = (
            Finding("duplicate-key", None, f"The key {key!a} is given twice; the last.")
            for key in sorted(unusual.keys)
        )
        return Element(value, at, end, tuple(said))

    def _resumed(self, at: int) -> int:
        """Find where the next record begins that can be read."""
        for start in _RESUME.finditer(self._text, at + 1):
            found = self._read(start.end())
            if isinstance(found, Element) and self._is_record(found.value):
                return found.start
            if self._left < 0:
                return start.end()
        return len(self._text)

    def _within(self, wrapping: Element) -> Iterator[Element]:
        """Give the records within an object or an array that is none."""
        at = wrapping.start
        while self._left > 0:
            start = _INNER.search(self._text, at, wrapping.end)
            if start is None:
                return
            at = start.end()
            found = self._read(at)
            if isinstance(found, Element) and self._is_record(found.value):
                yield found
                at = found.end
            elif isinstance(found, Element):
                self._left -= found.end - at
