"""What a library knows of the words that are being typed: ids, tags, values, earlier searches."""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui import secure
from tui.commanding.filtering import COUNTED, MARKS, Value
from tui.render.row import told
from tui.screens.pathing import matching, names

if TYPE_CHECKING:
    from store.library import Library

MOST_CABLES = 12
MOST_VALUES = 500


class Files:
    """Knows the files there are, and nothing of cables: there is no library yet."""

    def __init__(self) -> None:
        names.cache_clear()  # what lies in a folder may have changed since the last line

    def paths(self, begun: str) -> Sequence[str]:
        """Give the files and folders a path may go on to, folders with a `/`, whole.

        None where nothing may be imported: folders are not to be looked into.
        """
        if secure.on(os.environ):
            return ()
        folder = begun[: begun.rfind("/") + 1]
        return [folder + name for name in matching(begun)[:MOST_VALUES]]

    def cables(self, text: str) -> Sequence[tuple[str, str]]:  # noqa: ARG002
        """Give no ids."""
        return ()

    def tags(self) -> Sequence[Value]:
        """Give no tags."""
        return ()

    def searches(self) -> Sequence[str]:
        """Give no lines."""
        return ()

    def values(self, field: str) -> Sequence[Value]:  # noqa: ARG002
        """Give no values."""
        return ()

    def kept(self) -> Sequence[str]:
        """Give no names."""
        return ()


class Known(Files):
    """Asks a library once for what one line, being typed, wants to know of the cables of `query`.

    Everything here waits for a disk or an index, and raises what they do.
    """

    def __init__(self, library: "Library", query: str = "") -> None:
        super().__init__()
        self._library = library
        self._query = query
        self._values: dict[str, Sequence[Value]] = {}

    def cables(self, text: str) -> Sequence[tuple[str, str]]:
        """Give ids by an id as it is remembered, with a few words on each cable."""
        ids = self._library.alike(text, MOST_CABLES)
        rows = self._library.rows(ids)
        return [(id, told(rows[id]).removeprefix(id).strip()) for id in ids if id in rows]  # noqa: A001

    def tags(self) -> Sequence[Value]:
        """Give the reader's own tags."""
        return self._tags

    def searches(self) -> Sequence[str]:
        """Give the lines searched of late, the last first."""
        return self._searches

    def values(self, field: str) -> Sequence[Value]:
        """Give the values that a field of a filter has; none where only the reader knows."""
        if field not in self._values:
            self._values[field] = self._found(field)
        return self._values[field]

    def kept(self) -> Sequence[str]:
        """Give the names of the saved searches."""
        return [each.name for each in self._library.marks.searches.all()]

    def held(self, field: str) -> Sequence[Value]:
        """Give what was found of the values of a field so far."""
        return self._values.get(field, ())

    @cached_property
    def _tags(self) -> Sequence[Value]:
        counted = Counter(tag for mark in self._library.marks.all() for tag in mark.tags)
        return [Value(tag, "", count) for tag, count in counted.most_common()]

    @cached_property
    def _searches(self) -> Sequence[str]:
        return self._library.marks.searches.history()

    def _found(self, field: str) -> Sequence[Value]:
        if field in COUNTED:
            by = COUNTED[field]
            counted = self._library.search(self._query, every=True).facets([by])[by][:MOST_VALUES]
            return [Value(value, meaning(field, value), count) for value, count in counted]
        return self._tags if field == "mine" else FIXED.get(field, lambda: ())()


def meaning(field: str, value: str) -> str:
    """Say what a value means; "" where it says so itself."""
    if field != "tag":
        return ""
    from store.reference import tag

    return tag(value, None).name or ""


def _captions() -> Sequence[Value]:
    from store.reference import captions

    return [Value(*each) for each in captions().items()]


def _layouts() -> Sequence[Value]:
    from store.layouts import LAYOUTS

    return [Value(each) for each in LAYOUTS]


FIXED: dict[str, Callable[[], Sequence[Value]]] = {
    "is": lambda: [Value(*each) for each in MARKS],
    "portion": lambda: [
        Value("U", "unclassified"),
        Value("SBU", "sensitive but unclassified"),
        Value("C", "confidential"),
        Value("S", "secret"),
        Value("TS", "top secret"),
        Value("NOFORN", "not for foreign nationals"),
    ],
    "caption": _captions,
    "in": _layouts,
}
"""The values of fields that are the same in every library."""
