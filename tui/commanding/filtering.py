"""A filter made of choices: a field, then its value, in the place of the query language.

A line of it is a field, a colon, and what is typed of a value: `origin:mosc`; with a hyphen before
it, what is not wanted. A line that begins with `×` takes away a term that is asked for.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from store.query import refine
from tui.commanding import Choice, Offer
from tui.commanding.matching import matching

AWAY = "×"
"""Before a term that is taken away."""

FIELDS = (
    ("origin", "The post that sent it"),
    ("level", "How secret it is"),
    ("tag", "TAGS: what and whom it is about"),
    ("date", "A year, a month, a day or a range (2009-05..2009-07)"),
    ("from", "A word of its FM line"),
    ("to", "An addressee, action or info"),
    ("post", "The post in its id"),
    ("subject", "A word of its subject"),
    ("body", "A word of its text"),
    ("caption", "SIPDIS, NODIS and the like"),
    ("portion", "The mark of a paragraph"),
    ("ref", "A cable it refers to"),
    ("in", "Its layout, or its path"),
    ("is", "Starred, read, unread or noted by you"),
    ("mine", "Your own tags"),
    ("note", "A word of your notes"),
)
"""Fields by name, with what each is."""

MARKS = (
    ("starred", "What you starred"),
    ("unread", "What you have not read"),
    ("read", "What you have read"),
    ("noted", "What you have a note on"),
)
"""What may stand behind `is:`; as there are few, they can be asked for without it."""

PLAIN = re.compile(r'[^\s"()*]+')
"""A value that stands in a query line as it is."""

COUNTED = {"origin": "origin", "level": "level", "tag": "tag", "date": "year"}
"""Fields whose values are counted, and what they are counted by."""


class Value(NamedTuple):
    """A value of a field: what it means, and how many cables have it, where that is known."""

    value: str
    about: str = ""
    cables: int | None = None


class Wish(NamedTuple):
    """What a line of a filter asks for."""

    field: str
    value: str = ""
    excluded: bool = False


def wish(line: str) -> Wish:
    """Read a line: up to the colon it is a field, or what is typed of one."""
    line = line.lstrip()
    excluded = line.startswith("-")
    field, _, value = line.removeprefix("-").partition(":")
    return Wish(field.strip().casefold(), value.strip(), excluded)


def field(line: str) -> str | None:
    """Name the field of which a line asks for a value; None where that is still to be chosen."""
    asked, colon, _ = line.partition(":")
    name = wish(asked).field
    return name if colon and name in dict(FIELDS) else None


def term(wanted: Wish) -> str:
    """Write what is wanted as a term of a query line, whether or not it is to be excluded."""
    name, value = wanted.field, wanted.value
    if name == "mine":
        name, value = "tag", f"mine/{value}"
    plain = wanted.field in ("date", "is", "mine") or value.startswith(("<", ">"))
    if plain and PLAIN.fullmatch(value):
        return f"{name}:{value}"
    return refine.term(name, value)


def fields(line: str, asked: str) -> Offer:
    """Offer the fields, and before them what a query line asks for, to take that away.

    Letters of a mark of the reader's own offer that as well.
    """
    sign = "-" if wish(line).excluded else ""
    typed = wish(line).field
    some = (*FIELDS, *MARKS) if typed else FIELDS
    found = [
        Choice(f"{sign}is:{name}", f"{sign}is:{name}", about)
        if (name, about) in MARKS
        else Choice(f"{sign}{name}:", f"{sign}{name}", about, done=False)
        for name, about in matching(typed, some, lambda each: each)
    ]
    if typed or sign:
        return Offer(found, 0 if found and typed else None)
    terms = [Choice(AWAY + each, f"{AWAY} {each}", "take it away") for each in refine.terms(asked)]
    return Offer([*terms, *found])


def values(line: str, known: Sequence[Value]) -> Offer:
    """Offer the values of the field of a line that what is typed fits; Enter means the first."""
    name, typed, excluded = wish(line)
    sign = "-" if excluded else ""
    found = [
        Choice(
            f"{sign}{name}:{each.value}",
            each.value,
            each.about,
            "" if each.cables is None else f"{each.cables:,}",
        )
        for each in matching(typed, known, lambda each: (each.value, each.about))
    ]
    return Offer(found, 0 if found else None)


def anywhere(line: str, known: Callable[[str], Sequence[Value]]) -> Offer:
    """Offer values, of any field that is counted, that what is typed fits; Enter means the first.

    `known` gives the values of a field.
    """
    typed, _, excluded = wish(line)
    sign = "-" if excluded else ""
    found = [
        each._replace(name=each.line)
        for field in COUNTED
        for each in values(f"{sign}{field}:{typed}", known(field)).choices
    ]
    return Offer(found, 0 if found else None)


def is_turned(line: str, known: Sequence[Value]) -> bool:
    """Tell whether the hyphen at the end of a line asks for all but the value that is meant.

    One that is a letter of a value, of a date or of the reader's own words does not.
    """
    name, typed, excluded = wish(line)
    if not line.endswith("-") or field(line) is None or excluded or not known:
        return False
    if typed == "-":
        return True
    within = any(typed.casefold() in each.value.casefold() for each in known)
    meant = matching(typed[:-1], known, lambda each: (each.value, each.about))
    return name != "date" and not within and bool(meant)
