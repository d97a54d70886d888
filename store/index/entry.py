"""What the index is told of a cable: one JSON object, made where the cable was read.

It is made in the process that parsed the cable and handed over as text, which tantivy reads
itself: so the process that writes the index does next to nothing for it.

A field is a list of values. Texts come as the words of `store.query.words`, a blank between two
and nothing else, so that there is nothing to escape. Exact fields hold whole values, taken apart
likewise. The facets (`by_...`) hold values as people read them. What repeats from cable to cable
(posts, levels, TAGS) is made ready once.
"""

import json
from collections.abc import Iterable
from functools import lru_cache

from store.cable import Cable
from store.index.schema import TAGS
from store.marking import portion, rank
from store.parse import identifier
from store.query.words import joined, short, spaced, words
from store.reading import unbroken


def entry(cable: Cable) -> str:
    """Give the index's entry of a cable, whole but for the key it comes to be held under."""
    body = spaced(unbroken(cable.text, 0, len(cable.text), cable.page_breaks))
    subject = spaced(cable.subject or "")
    id = _whole("id", cable.id)  # noqa: A001 - as the field is called
    mrn = identifier.split(cable.id)
    tags = list(dict.fromkeys(cable.tags))
    texts = {
        "body": (body,),
        "subject": (subject,),
        "short": (short(f"{body} {subject} {id}"),),
        "id": (id,),
        "post": (_whole("post", mrn.post),) if mrn else (),
        "origin": (_words(cable.origin or ""),),
        "from": (_words(cable.header.origin or cable.origin or ""),),
        "to": [
            _words(f"{each.routing or ''} {each.name}")
            for each in (*cable.header.to, *cable.header.info)
        ],
        "caption": [_whole("caption", each) for each in cable.captions],
        "tag": [_whole("tag", each) for each in tags],
        "level": [_whole("level", cable.level)] if cable.level else (),
        "portion": _portions(frozenset(each.portion for each in cable.paragraphs)),
        "ref": [_whole("ref", each.id) for each in cable.refs if each.id],
        "by_origin": [_quotable(cable.origin)] if cable.origin else (),
        "by_level": [_quotable(cable.level)] if cable.level else (),
        "in": (cable.source.layout, spaced(cable.source.path)) if cable.source else (),
    }
    alone = len(TAGS) - 1
    texts |= {column: (_quotable(tag),) for column, tag in zip(TAGS[:alone], tags, strict=False)}
    texts[TAGS[alone]] = [_quotable(tag) for tag in tags[alone:]]
    numbers = {"rank": _rank(cable.level)} | _moment(cable.sent or cable.date or "")
    told = [f'"{field}":["{values}"]' for field, found in texts.items() if (values := _list(found))]
    told += [f'"{field}":{number}' for field, number in numbers.items() if number is not None]
    return f"{{{','.join(told)}}}"


def _list(values: Iterable[str]) -> str:
    return '","'.join(values)


def _moment(date: str) -> dict[str, int | None]:
    """Give the moment as the digits of date and time, so that they sort; month and year as well."""
    digits = "".join(filter(str.isdecimal, date))
    if len(digits) < len("20090722"):
        return {}
    return {
        "moment": int(digits[:14].ljust(14, "0")),
        "month": int(digits[:6]),
        "year": int(digits[:4]),
    }


@lru_cache(maxsize=1024)
def _rank(level: str | None) -> int | None:
    found = rank(level)
    return None if found is None else int(found)


@lru_cache(maxsize=1024)
def _portions(marks: frozenset[str | None]) -> tuple[str, ...]:
    """Give each portion mark as printed, and the level and the controls it stands for."""
    named = {mark for mark in marks if mark}
    read = [found for mark in named if (found := portion(mark)) is not None]
    heads = {mark.partition("/")[0] for mark in named}
    every = named | heads | {word for mark in read for word in (mark.level, *mark.controls)}
    return tuple(_whole("portion", each) for each in every)


@lru_cache(maxsize=16_384)
def _whole(field: str, value: str) -> str:
    return joined(field, words(value))


@lru_cache(maxsize=16_384)
def _words(text: str) -> str:
    return spaced(text)


@lru_cache(maxsize=4096)
def _quotable(value: str) -> str:
    """Spell a value as the inside of a JSON string; half a surrogate pair is no text."""
    return json.dumps(value.encode(errors="replace").decode(), ensure_ascii=False)[1:-1]
