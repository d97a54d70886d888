"""The bullets of a REF text: `A.` `A)` `(A)` `[A]` `A:` `A -` `¶B.` `(1)`, and bare letters."""

import re
from typing import NamedTuple

_BULLET = re.compile(
    r"(?:^|(?<=[\s;,.\d]))[¶(\[]{0,3}([A-Z]{1,2})"
    r"(?: ?[.)\]:]+| -(?= )| (?=[A-Z\d'(]))\s*[-:]? ?(?! ?-)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[(\[]?\b(\d{1,2})[.)\]] ?(?=[A-Z'\d])")


class Entry(NamedTuple):
    """One entry of a REF text: its bullet's letter, None where it has none, and its words."""

    label: str | None
    text: str


def entries(text: str) -> list[Entry]:
    """Cut a REF text at its bullets; what stands before the first is an entry without one."""
    cuts = _numbered(text) or _bullets(text)
    lead = text[: cuts[0].start] if cuts else text
    found = [Entry(None, lead)]
    for number, cut in enumerate(cuts):
        end = cuts[number + 1].start if number + 1 < len(cuts) else len(text)
        found.append(Entry(cut.letter, text[cut.end : end]))
    return found


class _Bullet(NamedTuple):
    letter: str
    start: int
    end: int


def _numbered(text: str) -> list[_Bullet]:
    """Find bullets that are numbers: `(1) STATE 12 (2) PARIS 34`, from 1 on at the beginning.

    `ASUNCION 701 (08)` holds a year, no bullet: numbers count only in their sequence.
    """
    cuts: list[_Bullet] = []
    for mark in _NUMBER.finditer(text):
        if int(mark[1]) == len(cuts) + 1 and (cuts or not text[: mark.start()].strip()):
            cuts.append(_Bullet(mark[1], mark.start(), mark.end()))
        elif not cuts:
            break
    return cuts


def _bullets(text: str) -> list[_Bullet]:
    """Find the bullets; only a letter that goes on with the sequence is one.

    A letter said twice (`A. (A) PARIS`, `A. REF A STATE`) is one bullet; one used again for
    another entry stays two (`B) TALLINN 347`).
    """
    cuts: list[_Bullet] = []
    position = 0
    while (mark := _BULLET.search(text, position)) is not None:
        bullet = _Bullet(mark[1].upper(), mark.start(), mark.end())
        bare = mark[0].strip().isalpha()
        before = cuts[-1] if cuts else None
        position = mark.end()
        if (
            before is not None
            and before.letter == bullet.letter
            and not (bare or _said(text, before, mark))
        ):
            cuts.append(bullet)
        elif before is not None and before.letter == bullet.letter and _said(text, before, mark):
            cuts[-1] = before._replace(end=bullet.end)
        elif _goes_on(before, mark, bare=bare):
            cuts.append(bullet)
        else:
            position = mark.start(1) + 1
    return cuts


def _said(text: str, before: _Bullet, mark: re.Match[str]) -> bool:
    """Whether nothing but REF stands between two bullets."""
    return text[before.end : mark.start()].strip(" .:()").upper() in ("", "REF", "REFTEL")


def _goes_on(before: _Bullet | None, mark: re.Match[str], *, bare: bool) -> bool:
    """Whether a letter is the next of the sequence, or nearly; the first is A, or stands first."""
    if len(mark[1]) > 1 or (before and len(before.letter) > 1):
        return before is not None and not bare and mark[1].upper() in _beyond(before.letter)
    letter = ord(mark[1] if bare else mark[1].upper())
    if before is None:
        return letter == ord("A") or (not bare and mark.start() == 0)
    expected = ord(before.letter) + 1
    return letter == expected or (not bare and expected < letter <= expected + 2)


def _beyond(letter: str) -> tuple[str, ...]:
    """Give what may follow a letter where there are more than 26: `Z. AA. AB.`, `Z. AA. BB.`."""
    first, last = letter[0], letter[-1]
    if letter == "Z":
        return ("AA",)
    if len(letter) == 1:
        return ()
    following = f"{first}{chr(ord(last) + 1)}" if last < "Z" else f"{chr(ord(first) + 1)}A"
    return (following, 2 * chr(ord(first) + 1)) if first == last else (following,)
