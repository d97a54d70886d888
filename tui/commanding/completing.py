"""What may stand behind a word of the command line, and behind a field of a query line."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from store.query.terms import FIELDS
from tui.commanding import Choice, filtering
from tui.commanding.filtering import Value, Wish
from tui.commanding.matching import matching
from tui.commanding.words import Word

ORDERS = ("newest", "oldest", "relevance", "origin", "class")
COUNTED = ("level", "origin", "year", "tag")
SETTINGS = ("width 60", "width 80", "width 100", "order newest", "order oldest", "hints off")
LAST = re.compile(r'(?:^|(?<=\s))(?P<sign>-?\(?)(?:(?P<field>[a-z]+):)?(?P<part>"[^"]*|[^\s"()]*)$')
"""The last term of a query line, as far as it is typed."""


class Known(Protocol):
    """What can be asked for while a line is typed; each may take as long as an index does."""

    def cables(self, text: str) -> Sequence[tuple[str, str]]:
        """Give ids by an id as it is remembered, with a few words on each cable."""

    def tags(self) -> Sequence[Value]:
        """Give the reader's own tags."""

    def values(self, field: str) -> Sequence[Value]:
        """Give the values that a field of a filter has."""

    def searches(self) -> Sequence[str]:
        """Give the lines searched of late, the last first."""

    def paths(self, begun: str) -> Sequence[str]:
        """Give the files and folders a path may go on to, folders with a `/`, whole."""

    def kept(self) -> Sequence[str]:
        """Give the names of the saved searches."""


def complete(word: Word, given: str, known: Known) -> Sequence[Choice]:
    """Give what a word and what it is given so far may become."""
    behind = BEHIND.get(word.name)
    return list(behind(given, known)) if behind else []


def _cables(name: str) -> Callable[[str, Known], Iterator[Choice]]:
    def found(given: str, known: Known) -> Iterator[Choice]:
        for id, about in known.cables(given) if given else ():  # noqa: A001
            yield Choice(f"{name} {id}", id, about)

    return found


def _one_of(name: str, names: Sequence[str]) -> Callable[[str, Known], Iterator[Choice]]:
    def found(given: str, _: Known) -> Iterator[Choice]:
        for each in matching(given, names, lambda each: (each, "")):
            yield Choice(f"{name} {each}", each)

    return found


def of_tags(line: str, known: Sequence[Value], sign: str = "") -> Iterator[Choice]:
    """Give those of some tags that the last word of a line may be the beginning of.

    `sign` stands before one where the word has none.
    """
    before, blank, last = line.rpartition(" ")
    sign = last[: len(last) - len(last.lstrip("+-"))] or sign
    for each in matching(last.lstrip("+-"), known, lambda each: (each.value, "")):
        tag = f"{sign}{each.value}"
        yield Choice(f"{before}{blank}{tag}", tag, beside=_count(each))


def _tags(given: str, known: Known) -> Iterator[Choice]:
    for each in of_tags(given, known.tags(), "+"):
        yield each._replace(line=f"tag {each.line}")


def _query(given: str, known: Known) -> Iterator[Choice]:
    """Complete the last term: a field, or a value of one; before any, earlier searches."""
    if not given:
        yield from (Choice(f"search {line}", line, "earlier search") for line in known.searches())
        return
    last = LAST.search(given)
    if last is None:
        return
    before = f"search {given[: last.start()]}{last['sign']}"
    name, part = last["field"], last["part"].lstrip('"')
    if name in dict(filtering.FIELDS):
        for each in matching(part, known.values(name), lambda each: (each.value, each.about)):
            term = filtering.term(Wish(name, each.value))
            yield Choice(f"{before}{term}", each.value, each.about, _count(each))
    elif name is None and part:
        fields = dict(filtering.FIELDS)
        for field in dict.fromkeys(FIELDS.values()):
            if field.startswith(part):
                yield Choice(f"{before}{field}:", f"{field}:", fields.get(field, ""), done=False)


def _count(value: Value) -> str:
    return "" if value.cables is None else f"{value.cables:,}"


def _paths(given: str, known: Known) -> Iterator[Choice]:
    for path in known.paths(given):
        yield Choice(f"import {path}", path, done=not path.endswith("/"))


def _kept(given: str, known: Known) -> Iterator[Choice]:
    for name in matching(given, known.kept(), lambda each: (each, "")):
        yield Choice(f"searches {name}", name)


BEHIND: dict[str, Callable[[str, Known], Iterator[Choice]]] = {
    "search": _query,
    "show": _cables("show"),
    "compare": _cables("compare"),
    "sort": _one_of("sort", ORDERS),
    "facets": _one_of("facets", COUNTED),
    "searches": _kept,
    "import": _paths,
    "star": _one_of("star", ("--off",)),
    "unread": _one_of("unread", ("--off",)),
    "tag": _tags,
    "set": _one_of("set", SETTINGS),
}
