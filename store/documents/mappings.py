"""Lazy mappings over rows: what TinyDB takes for a dict of dicts.

Nothing is read before it is asked for, and a whole pass holds one chunk of rows at a time.
"""

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

from store.documents.narrowing import Only, at
from store.documents.rows import Shelf, Value, brings_raw, encode

LARGEST = 2**63 - 1


class Rows(Mapping[str, Value]):
    """The documents of one table by their id as text, read when they are asked for."""

    def __init__(self, shelf: Shelf, only: Only) -> None:
        self.shelf = shelf
        self._only = only

    def __getitem__(self, key: str) -> Value:
        number = _number(key)
        found = None if number is None else self.shelf.document(number)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        number = _number(key)
        return number is not None and self.shelf.count(at(number)) > 0

    def __iter__(self) -> Iterator[str]:
        return (str(number) for number, _ in self.shelf.each("1", self._only))

    def __len__(self) -> int:
        return self.shelf.count(self._only)

    def items(self) -> Any:
        """Pairs of id and document, in order of id."""
        rows = self.shelf.each("document", self._only)
        return ((str(number), self.shelf.decode(text)) for number, text in rows)


class Changes(MutableMapping[int, Value]):
    """The same table while TinyDB changes it, inside one transaction.

    A document handed out may be altered in place, so it is compared and written back when the
    next one is asked for: an update of every document holds one of them.
    """

    def __init__(self, shelf: Shelf, only: Only) -> None:
        self._shelf = shelf
        self._only = only
        self._lent: tuple[int, Value, str] | None = None

    def __getitem__(self, number: int) -> Value:
        if self._lent and self._lent[0] == number:
            return self._lent[1]
        self.settle()
        document = self._shelf.document(number)
        if document is None:
            raise KeyError(number)
        self._lent = (number, document, encode(document))
        return document

    def __setitem__(self, number: int, document: Value) -> None:
        self.settle()
        self._shelf.put(number, document)

    def __delitem__(self, number: int) -> None:
        self._lent = None
        if not self._shelf.remove(at(number)):
            raise KeyError(number)

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self._shelf.count(at(number)) > 0

    def __iter__(self) -> Iterator[int]:
        return (number for number, _ in self._shelf.each("1", self._only))

    def __len__(self) -> int:
        return self._shelf.count(self._only)

    def clear(self) -> None:
        """Remove every document."""
        self._lent = None
        self._shelf.remove(Only())

    def settle(self) -> None:
        """Write back the document last handed out, if it was altered."""
        if self._lent:
            number, document, before = self._lent
            self._lent = None
            if brings_raw(document) or encode(document) != before:
                self._shelf.put(number, document)


class Tables(MutableMapping[str, Mapping[Any, Value]]):
    """All tables by name; what is set or deleted here counts when the storage is told to write."""

    def __init__(self, shelves: Iterator[Shelf]) -> None:
        self._tables: dict[str, Mapping[Any, Value]] = {
            shelf.name: Rows(shelf, Only()) for shelf in shelves
        }

    def __getitem__(self, name: str) -> Mapping[Any, Value]:
        return self._tables[name]

    def __setitem__(self, name: str, rows: Mapping[Any, Value]) -> None:
        self._tables[name] = rows

    def __delitem__(self, name: str) -> None:
        del self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


def _number(key: object) -> int | None:
    """Read a document id; None for what cannot be one, such as `nan`."""
    text = str(key)
    digits = text.removeprefix("-")
    if not (digits.isdecimal() and digits.isascii() and len(digits) <= len(str(LARGEST))):
        return None
    number = int(text)
    return number if str(number) == text and -LARGEST - 1 <= number <= LARGEST else None
