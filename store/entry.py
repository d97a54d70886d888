"""What the index is told of a cable: one JSON object, made where the cable was read.

It is made in the process that parsed the cable and handed over as text, which tantivy reads
itself: so the process that writes the index does next to nothing for it.

Texts are folded by `store.query.fold`, so that tantivy's own splitting at what is no letter or
digit gives the words of `store.query.words`. Exact fields hold whole values, folded likewise and
their words joined by one blank. The facets (`by_...`) hold values as people read them.
"""

import json
import re
from collections.abc import Iterable

from store.cable import Addressee, Cable
from store.marking import portion, rank
from store.parse import identifier
from store.query import fold, words
from store.reading import reading

NO_MOMENT = -(2**62)
SHORT = 2
"""Prefixes of so many letters, or fewer, are kept as terms: one letter begins 10,000s of words."""

_SHORT = re.compile(rf"(?<![^\W_])[^\W_]{{1,{SHORT}}}")


def entry(cable: Cable) -> str:
    """Give the index's entry of a cable, whole but for the key it comes to be held under."""
    body = fold(reading(cable.text, 0, len(cable.text), cable.page_breaks))
    subject = fold(cable.subject or "")
    told: dict[str, object] = {
        "moment": _moment(cable),
        "body": body,
        "subject": subject,
        "short": _short(f"{body} {subject}"),
        "id": _whole([cable.id]),
        "origin": fold(cable.origin or ""),
        "from": fold(cable.header.origin or ""),
        "to": [fold(_named(each)) for each in (*cable.header.to, *cable.header.info)],
        "caption": _whole(cable.captions),
        "tag": _whole(cable.tags),
        "level": _whole(_levels(cable.level)),
        "portion": _whole(_portions(cable)),
        "ref": _whole(each.id for each in cable.refs if each.id),
        "by_tag": list(dict.fromkeys(cable.tags)),
    }
    told |= _of_level(cable) | _of_day(cable) | _of_source(cable)
    if cable.origin:
        told["by_origin"] = cable.origin
    if (mrn := identifier.split(cable.id)) is not None:
        told["post"] = _whole([mrn.post])
    made = json.dumps(told, ensure_ascii=False)
    return made.encode(errors="replace").decode()  # half a surrogate pair is no text for tantivy


def keyed(key: int, made: str) -> str:
    """Give an entry with the key of its cable."""
    return f'{{"key": {key}, {made[1:]}'


def _short(text: str) -> list[str]:
    """Give the first letter, and the first two, of every word."""
    pairs = set(_SHORT.findall(" ".join(set(text.split()))))
    return list(pairs | {pair[0] for pair in pairs})


def _moment(cable: Cable) -> int:
    """Give the cable's moment as the digits of its date and time, so that they sort."""
    digits = "".join(filter(str.isdecimal, cable.sent or cable.date or ""))
    return int(digits[:14].ljust(14, "0")) if digits else NO_MOMENT


def _of_day(cable: Cable) -> dict[str, object]:
    """Give the day as a number, and day, month and year as terms."""
    if not cable.date:
        return {}
    year, month = cable.date[:4], cable.date[:7]
    return {
        "date": _whole([cable.date, month, year]),
        "year": int(year),
        "month": int(month.replace("-", "")),
    }


def _of_level(cable: Cable) -> dict[str, object]:
    found = rank(cable.level)
    told: dict[str, object] = {} if found is None else {"rank": int(found)}
    return told | ({"by_level": cable.level} if cable.level else {})


def _of_source(cable: Cable) -> dict[str, object]:
    if cable.source is None:
        return {}
    return {"in": [cable.source.layout, fold(cable.source.path)]}


def _levels(level: str | None) -> Iterable[str]:
    """Give a level as it stands, without its controls where they do not raise it, and these."""
    if not level:
        return ()
    head, _, controls = level.partition("//")
    plain = [head] if rank(head) == rank(level) else []
    return dict.fromkeys((level, *plain, *(each for each in controls.split("//") if each)))


def _portions(cable: Cable) -> Iterable[str]:
    """Give each portion mark as printed, and the level it stands for."""
    marks = {each.portion for each in cable.paragraphs if each.portion}
    read = [found for mark in marks if (found := portion(mark)) is not None]
    return marks | {found.level for found in read}


def _named(addressee: Addressee) -> str:
    return f"{addressee.routing or ''} {addressee.name}"


def _whole(values: Iterable[str]) -> list[str]:
    return [" ".join(words(value)) for value in values]
