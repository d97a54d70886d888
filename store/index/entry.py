"""What the index is told of a cable: one JSON object, made where the cable was read.

It is made in the process that parsed the cable and handed over as text, which tantivy reads
itself: so the process that writes the index does next to nothing for it.

Texts are folded by `store.query.fold`, so that tantivy's own splitting at what is no letter or
digit gives the words of `store.query.words`. Exact fields hold whole values, folded likewise and
their words joined by one blank. The facets (`by_...`) hold values as people read them.
"""

import json
from collections.abc import Iterable

from store.cable import Addressee, Cable
from store.marking import portion, rank
from store.parse import identifier
from store.query.words import fold, joined, short, words
from store.reading import reading


def entry(cable: Cable) -> str:
    """Give the index's entry of a cable, whole but for the key it comes to be held under."""
    body = fold(reading(cable.text, 0, len(cable.text), cable.page_breaks))
    subject = fold(cable.subject or "")
    id = _whole("id", [cable.id])  # noqa: A001 - as the field is called
    tags = list(dict.fromkeys(cable.tags))
    told: dict[str, object] = {
        "body": body,
        "subject": subject,
        "short": short(f"{body} {subject} {id[0]}"),
        "id": id,
        "origin": fold(cable.origin or ""),
        "from": fold(cable.header.origin or cable.origin or ""),
        "to": [fold(_named(each)) for each in (*cable.header.to, *cable.header.info)],
        "caption": _whole("caption", cable.captions),
        "tag": _whole("tag", cable.tags),
        "level": _whole("level", [cable.level] if cable.level else []),
        "portion": _whole("portion", _portions(cable)),
        "ref": _whole("ref", (each.id for each in cable.refs if each.id)),
        "by_tag": tags[::2],
        "by_tag_too": tags[1::2],
    }
    told |= _of_level(cable) | _of_day(cable) | _of_source(cable)
    if cable.origin:
        told["by_origin"] = cable.origin
    if (mrn := identifier.split(cable.id)) is not None:
        told["post"] = _whole("post", [mrn.post])
    made = json.dumps(told, ensure_ascii=False)
    return made.encode(errors="replace").decode()  # half a surrogate pair is no text for tantivy


def _of_day(cable: Cable) -> dict[str, object]:
    """Give the moment as the digits of date and time, so that they sort; month and year as well."""
    digits = "".join(filter(str.isdecimal, cable.sent or cable.date or ""))
    if len(digits) < len("20090722"):
        return {}
    return {
        "moment": int(digits[:14].ljust(14, "0")),
        "month": int(digits[:6]),
        "year": int(digits[:4]),
    }


def _of_level(cable: Cable) -> dict[str, object]:
    found = rank(cable.level)
    told: dict[str, object] = {} if found is None else {"rank": int(found)}
    return told | ({"by_level": cable.level} if cable.level else {})


def _of_source(cable: Cable) -> dict[str, object]:
    if cable.source is None:
        return {}
    return {"in": [cable.source.layout, fold(cable.source.path)]}


def _portions(cable: Cable) -> set[str]:
    """Give each portion mark as printed, and the level and the controls it stands for."""
    marks = {each.portion for each in cable.paragraphs if each.portion}
    read = [found for mark in marks if (found := portion(mark)) is not None]
    heads = {mark.partition("/")[0] for mark in marks}
    return marks | heads | {word for mark in read for word in (mark.level, *mark.controls)}


def _named(addressee: Addressee) -> str:
    return f"{addressee.routing or ''} {addressee.name}"


def _whole(field: str, values: Iterable[str]) -> list[str]:
    return [joined(field, words(value)) for value in values]
