"""One term of a query line: a word, a phrase, the beginning of a word, or a field and its value."""

import re
from collections.abc import Iterable

from store.errors import QueryInvalid
from store.query.days import days
from store.query.forms import forms
from store.query.values import Between, Marked, Near, Not, Prefix, Query, Word, Words
from store.query.words import words

FIELDS = {
    name: field
    for field, names in {
        "id": "id",
        "subject": "subject",
        "body": "body text",
        "origin": "origin",
        "post": "post",
        "from": "from",
        "to": "to",
        "tag": "tag tags",
        "caption": "caption captions",
        "portion": "portion portions",
        "ref": "ref refs",
        "in": "in",
        "level": "level",
        "date": "date year",
        "after": "after",
        "before": "before",
        "is": "is",
        "note": "note notes",
    }.items()
    for name in names.split()
}
"""Fields by the names a line may call them."""

FARTHEST = 100
"""The most words that may stand between some that are near: what tells how, in an index, takes a
time and a room that grow with it by a power."""

MOST_NEAR = 8
"""The most words that may be near one another, for the same reason."""

LEAST = 3
"""Letters that a word must begin with behind another: fewer begin too many to look through."""

MINE = "mine"
"""What a tag of the reader's own begins with: `tag:mine/todo`."""

MARKS: dict[str, Query] = {
    "starred": Marked("starred"),
    "unread": Not(Marked("read")),
    "read": Marked("read"),
    "noted": Marked("noted"),
}
"""What a cable can be to its reader."""

Token = re.Match[str]


def term(token: Token, open_at: int | None = None) -> Query | None:
    """Read one term of a line; None where it has no letter or digit.

    A term that ends at `open_at` is still being typed: its last word may go on, and one that
    cannot be read may become one that can.
    """
    field = _field(token)
    try:
        return _valued(field, token, open_at)
    except QueryInvalid:
        if token.end() != open_at:
            raise
        return None


def _valued(field: str | None, token: Token, open_at: int | None) -> Query | None:
    if token["phrase"] is not None and not token["close"] and open_at is None:
        raise QueryInvalid(
            "A quotation is not closed.", token.start("phrase"), 'a closing quotation mark (")'
        )
    if field in ("date", "after", "before"):
        return _date(field, token)
    if field == "level":
        return _level(token)
    if token["op"]:
        raise QueryInvalid(
            f"{token['field']}: cannot be compared.", token.start("op") + 1, "a word or a phrase"
        )
    if field == "is":
        return _is(token, open_at)
    part = _phrase(field, token) if token["word"] is None else _word(field, token, open_at)
    return _own(field, part, token) if field in ("tag", "note") else part


def _is(token: Token, open_at: int | None) -> Query:
    """Read what a cable is to be to its reader; while it is typed, the beginning will do."""
    text, column = _value(token)
    name = text.lower()
    if token.end() == open_at and name:
        name = next((known for known in MARKS if known.startswith(name)), name)
    if name in MARKS:
        return MARKS[name]
    nearest = _nearest(name, MARKS)
    raise QueryInvalid(
        f"A cable is not {text}; the nearest is {nearest}." if text else "is: has no value.",
        column,
        "one of " + ", ".join(MARKS),
    )


def _own(field: str | None, part: Query | None, token: Token) -> Query | None:
    """Read a tag or a note of the reader's own; a tag of the cable itself stays what it is."""
    if not isinstance(part, Words | Prefix | Near):
        return part
    if field == "note":
        return Marked("note", part._replace(field=None))
    if part.words[0] != MINE or not _is_own(field, _value(token)[0]):
        return part
    rest = part.words[1:]
    return Marked("tag", part._replace(field=None, words=rest) if rest else None)


def _is_own(field: str | None, text: str) -> bool:
    """Whether a value is one of the reader's own marks, of which there are few."""
    return field == "note" or (field == "tag" and text.lower().startswith(f"{MINE}/"))


def _phrase(field: str | None, token: Token) -> Query | None:
    value = words(token["phrase"])
    if not value:
        _see_to_sign(field, token)
        return None
    if not token["close"]:
        return _begun(field, value, token["phrase"], open_word=token["phrase"][-1].isalnum())
    within = token["near"]
    if within is None:
        return Words(field, value)
    if not re.fullmatch("[0-9]{1,4}", within) or int(within) > FARTHEST:
        raise QueryInvalid(
            "It is not said how near.", token.start("near") + 1, f"a number up to {FARTHEST} (~5)"
        )
    if len(value) > MOST_NEAR:
        raise QueryInvalid(
            f"More than {MOST_NEAR} words are to be near.", token.start("phrase"), "fewer words"
        )
    return Near(field, value, int(within)) if len(value) > 1 else Words(field, value)


def _word(field: str | None, token: Token, open_at: int | None) -> Query | None:
    text = token["word"]
    star = text.find("*")
    value = words(text)
    if 0 <= star < len(text) - 1 or (star >= 0 and not value):
        raise QueryInvalid(
            "A * stands for the rest of a word.", token.start("word") + star + 1, "letters before *"
        )
    if not value:
        _see_to_sign(field, token)
        return None
    if star >= 0 and _is_too_little(field, value, text):
        raise QueryInvalid(
            f"Too many words begin with {value[-1]}.",
            token.start("word") + 1,
            f"{LEAST} letters or more before * where it follows another word",
        )
    open_word = star >= 0 or (token.end() == open_at and text[-1].isalnum())
    return _begun(field, value, text, open_word=open_word)


def _begun(field: str | None, value: tuple[str, ...], text: str, *, open_word: bool) -> Query:
    """Give words of which the last may only be the beginning of one; without it if too little."""
    if open_word and _is_too_little(field, value, text):
        value, open_word = value[:-1], False
    if open_word:
        return Prefix(field, value)
    if field is None and len(value) == 1:
        return Word(value[0], forms(value[0]))
    return Words(field, value)


def _is_too_little(field: str | None, value: tuple[str, ...], text: str) -> bool:
    """Whether too many words begin so, behind another word, to be looked for."""
    return len(value) > 1 and len(value[-1]) < LEAST and not _is_own(field, text)


def _see_to_sign(field: str | None, token: Token) -> None:
    """Pass over signs that stand alone; behind a field they are too little."""
    if field is not None:
        raise QueryInvalid(
            f"{token['field']}: has no value.", token.end("field") + 2, "a word or a phrase"
        )


def _field(token: Token) -> str | None:
    name = token["field"]
    if name is None:
        return None
    field = FIELDS.get(name.lower())
    if field is None:
        nearest = FIELDS[_nearest(name.lower(), FIELDS)]
        raise QueryInvalid(
            f"There is no field {name}; the nearest is {nearest}.",
            token.start("field") + 1,
            "one of " + ", ".join(dict.fromkeys(FIELDS.values())),
        )
    return field


def _nearest(name: str, known: Iterable[str]) -> str:
    """Give the known name that is most like one that is not known."""
    return min(known, key=lambda each: (not each.startswith(name), _distance(each, name[:20])))


def _distance(one: str, other: str) -> int:
    """Count the letters to insert, drop or change to make one word the other."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, against in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (letter != against))
    return row[-1]


def _value(token: Token) -> tuple[str, int]:
    """Give the value behind a field, in quotes or not, and its column."""
    group = "word" if token["phrase"] is None else "phrase"
    return token[group], token.start(group) + 1


def _compared(field: str, op: str, first: int, last: int) -> Between:
    """Give the range that `op` makes of a value that itself reaches from `first` to `last`."""
    bounds: dict[str, tuple[int | None, int | None]] = {
        "": (first, last),
        ">=": (first, None),
        ">": (last + 1, None),
        "<=": (None, last),
        "<": (None, first - 1),
    }
    return Between(field, *bounds[op])


def _level(token: Token) -> Query:
    """Read a level: with its controls or in quotes as it stands, else whatever its controls."""
    from store.marking import portion, rank

    text, column = _value(token)
    as_it_stands = "/" in text or token["phrase"] is not None
    if as_it_stands and not token["op"] and (value := words(text)):
        return Words("level", value)
    name = " ".join(words(text)).upper().replace("TOPSECRET", "TOP SECRET")
    mark = portion(name)
    found = mark.rank if mark and not mark.controls else rank(name)
    if name == "SENSITIVE":
        found = rank("SBU")
    if found is None:
        raise QueryInvalid(
            f"There is no level {text}." if text else "level: has no value.",
            column,
            "unclassified, sbu, confidential, secret or top-secret",
        )
    return _compared("level", token["op"] or "", int(found), int(found))


def _date(field: str, token: Token) -> Query:
    """Read a year, month or day, or a range of them."""
    text, column = _value(token)
    op = {"after": ">", "before": "<"}.get(field, token["op"] or "")
    first, dots, last = text.partition("..")
    if not dots:
        return _compared("date", op, *days(text, column))
    since = days(first, column)[0] if first else None
    until = days(last, column + len(first) + 2)[1] if last else None
    if field != "date" or op or since is until is None:
        raise QueryInvalid("This is no range of dates.", column, "date:2009-05..2009-07")
    if since and until and until < since:
        raise QueryInvalid(
            "The range ends before it begins.", column + len(first) + 2, f"a date from {first} on"
        )
    return Between("date", since, until)
