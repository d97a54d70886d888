"""REF lines: what a cable refers to, each entry with its bullet.

An entry is a post and a number, the year before it (`07 BRASILIA 1868`), behind it
(`ASUNCION 701 (08)`, `PANAMA 00789/08`) or else the cable's own. Posts and bullets carry over to
numbers that follow (`STATE 41252 AND 44603`). E-mails, reports and books are kept, without an id.
"""

import re

from store.cable import Reference
from store.parse import identifier
from store.parse.bullets import Entry, entries
from store.parse.kinds import kind
from store.parse.posts import exact_post, near_post
from store.parse.tokens import Tokens

_BREAK = re.compile(r"[A-Z][A-Z. ]{1,20} 0\d{7} +\d{3}(?:\.\d+)? +OF +\d{3}")
_LABEL = re.compile(
    r"(?:REF(?:TEL|ERENCE)?S?(?: ?\([A-Z]\))? ?[:.]{1,4} {0,20}"
    r"|REF(?:TEL)?S? {1,20}(?=[A-Z\d(\[]))+",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"'?(\d{4}|\d{2})?[\-_]?([A-Z][A-Z\-]*[A-Z])[\-_]?(\d{1,7})?")
_ID = re.compile(r"'?(\d{4}|\d{2})([A-Z]+)\d{1,7}")
_TURNED = re.compile(r"(\d{2,6}) ([A-Za-z ]{3,30})")
_NUMBER_YEAR = re.compile(r"(\d{1,7})-(\d{2}|(?:19|20)\d{2})")
_YEAR_NUMBER = re.compile(r"(\d{2})-(\d{3,7})")
_RANGE = re.compile(r"(\d{3,6})-(\d{3,6})")
_NOTE = re.compile(r"[ ,]*([A-Za-z][A-Za-z \-]{1,60}?)[ .;,]*")
_BESIDE = """REF REFS REFTEL REFTELS AND OR PLUS SEE ALSO UNCLASS UNCLAS CABLE CABLES TELEGRAM
TELEGRAMS TEL TELS NO NOS NR NUMBER SEPTEL OF"""
_NUMBERED = """UNSCR UNGA RESOLUTION EO PL HR IIR FAM PARA PARAS PAGE SECTION TITLE ARTICLE CFR USC
JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER
JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC"""
_FILLERS = frozenset(_BESIDE.split())
_NOT_POSTS = frozenset(_NUMBERED.split())
_LONGEST_NUMBER = 8
_SHORTEST_POST = 4
_SHORTEST_UNKNOWN = 5


def read(text: str, year: int | None, origin: str | None = None) -> tuple[Reference, ...]:
    """Read the text behind a REF label, page breaks already left out.

    `year` is the cable's, `origin` its post, for entries that name none (`A) 6307`). Where
    neither the entry nor the cable has a year, a cable is kept without an id.
    """
    if not text:
        return ()
    flat = _BREAK.sub(" ", " ".join(text.split()))
    found: list[Reference] = []
    post: str | None = None
    for entry in entries(flat):
        scan = _Scan(entry, year, post or origin)
        scan.run()
        post = scan.post or post
        found.extend(scan.found or scan.other())
    return tuple(found)


class _Scan:
    """Goes through one entry's words and numbers, collecting the cables they name."""

    def __init__(self, entry: Entry, year: int | None, post: str | None) -> None:
        self.entry = entry
        self.year = year
        self.post: str | None = None
        self.found: list[Reference] = []
        self._inherited = post
        self._text = _LABEL.sub("", entry.text.strip(), count=1) if entry.text else ""
        self._said = self._text.strip(" ;,")
        self._tokens = Tokens(self._text)
        self._words: list[str] = []
        self._given: int | None = None
        self._last_year: int | None = None
        self._taken = 0
        self._end = 0

    def run(self) -> None:
        """Read the entry from its first word to its last."""
        for word in self._tokens:
            if word in "([":
                self._bracket()
            elif word.isdigit() or (not word.isalpha() and any(map(str.isdigit, word))):
                self._number(word.rstrip(".-'’"))
            elif word[0].isalpha():
                self._words.append(word.upper().strip(".'’-"))
            elif word not in "#:,":
                self._words.clear()
                self._given = None
        self._note_words()
        turned = None if self.found else _TURNED.fullmatch(self._said)
        words = turned[2].upper().split() if turned else []
        post, count = exact_post(words)
        if turned is not None and post is not None and count == len(words):
            self._take(post, turned[1], None)

    def _note_words(self) -> None:
        """Keep the words behind the last cable (`AND PREVIOUS`, `CIRCULAR`) as its note."""
        words = _NOTE.fullmatch(self._text, self._end) if self.found else None
        if words is not None and not set(words[1].upper().split()) <= _FILLERS:
            self.found[-1] = _annotated(self.found[-1], words[1])

    def other(self) -> list[Reference]:
        """Keep an entry that names no cable, by its kind; a bare label or nothing is none."""
        words = self._text.strip(" .;,:")
        if not words or not any(map(str.isalnum, words)):
            return []
        return [Reference(None, self.entry.label, None, kind(self._text) or "other", words)]

    def _bracket(self) -> None:
        """Pass over brackets: a year (`STATE (01) 201265`), or a note to the cable before."""
        inner, start, end = self._tokens.bracketed()
        said = inner[0].strip("'’") if len(inner) == 1 else ""
        if identifier.is_year(said):
            if self._words or not self.found:
                self._given = identifier.full_year(said)
            else:
                self._redate(said)
        elif self.found and not self._words:
            self.found[-1] = _annotated(self.found[-1], self._text[start:end].strip())
            self._end = end + 1

    def _redate(self, digits: str) -> None:
        """Give the last cable found the year that stands behind it."""
        last = self.found[-1]
        read = identifier.split(last.id or "")
        if read is not None:
            year = identifier.full_year(digits)
            self.found[-1] = last._replace(id=read._replace(year=year).id)
            self._end = self._tokens.end
            self._words.clear()

    def _number(self, token: str) -> None:
        year = None
        if not token.isdigit():
            if self._compact(token.upper()) or self._unknown(token) or self._range(token):
                return
            token, year = _dated(token)
        digits = token.upper().replace("O", "0").lstrip("'’")
        if len(digits) > _LONGEST_NUMBER or not digits.isascii() or not digits.isdigit():
            self._words.append(token.upper().replace("0", "O"))
            return
        if self.found and len(digits) == _LONGEST_NUMBER and digits[0] == "0":
            self._words.clear()  # half of a page break: MOSCOW 00001869
            return
        post = self._named(digits) if self._words else None
        ahead = self._tokens.ahead
        if post is not None and len(digits) == 2 and ahead.isdigit() and len(ahead) > 2:
            self._given = identifier.full_year(digits)  # MEXICO 06 1234
        elif post is not None:
            self._take(post, digits, year or self._given)
        elif self._follows_number(digits):
            self._redate(digits)
        elif not self._carries_over(digits):
            self._given = identifier.early_year(digits)
            self._words.clear()

    def _range(self, token: str) -> bool:
        """Take both ends of a range: `STATE 1234-1236`."""
        ranged = _RANGE.fullmatch(token)
        if ranged is None or identifier.is_year(ranged[2]):
            return False
        self._number(ranged[1])
        if self.post is not None and self._taken == self._tokens.at:
            self._take(self.post, ranged[2], self._last_year)
        return True

    def _compact(self, token: str) -> bool:
        """Take a post with its year, its number or both: `09CAIRO0561`, `08LIMA`, `LIMA-701`."""
        read = _COMPACT.fullmatch(token)
        if read is None or (len(read[2]) < _SHORTEST_POST and not (read[1] and read[3])):
            return False
        year, number = read[1], read[3]
        post = near_post([read[2]]) if year and number else exact_post([*self._words, read[2]])[0]
        if year and not number:
            self._given = identifier.full_year(year)
            self._words.append(read[2])
            return True
        if post is None:
            return False
        self._take(post, number, identifier.full_year(year) if year else self._given)
        return True

    def _unknown(self, token: str) -> bool:
        """Take an id in capitals of a post that is not known, `09STRELSAU13`, and of no later year.

        What is short may be a book or a form: `09DIA12`.
        """
        read = _ID.fullmatch(token)
        if read is None or len(read[2]) < _SHORTEST_UNKNOWN or not identifier.is_year(read[1]):
            return False
        year, post = identifier.full_year(read[1]), read[2]
        if post in _FILLERS or post in _NOT_POSTS or kind(post) or year > (self.year or year):
            return False
        self._take(post, token[read.end(2) :], year)
        return True

    def _named(self, digits: str) -> str | None:
        """Give the post the words before a number name, if they name one."""
        while self._words and self._words[-1] in _FILLERS and len(self._words) > 1:
            self._words.pop()
        post = near_post(self._words)
        if post is None and self._is_plain():
            return "".join(word for word in self._words if word not in _FILLERS)
        year_like = len(digits) == 4 and identifier.is_year(digits)
        extra = [word for word in self._words if word not in _FILLERS]
        if post is not None and year_like and len("".join(extra)) > len(post) + 2:
            return None
        return post

    def _is_plain(self) -> bool:
        """Whether the entry is but one to three words and a number: a post not in the tables."""
        words = [word for word in self._words if word not in _FILLERS]
        ahead = self._tokens.ahead
        return (
            0 < len(words) <= 3
            and not self.found
            and all(word.isalpha() and len(word) > 1 and word not in _NOT_POSTS for word in words)
            and (ahead in "([,;" or ahead in ("AND", "NOTAL"))
            and kind(self._text) is None
        )

    def _follows_number(self, digits: str) -> bool:
        """`AMMAN 07718 99` and `PANAMA 00789/08`: a year right behind a cable's number."""
        if not self.found or not identifier.is_year(digits):
            return False
        before = self._tokens.before()
        if self._words:
            return self._words == ["OF"] and before == "OF" and self._taken == self._tokens.at - 2
        return before == "/" or (len(digits) == 2 and before[-1:].isdigit())

    def _carries_over(self, digits: str) -> bool:
        """`STATE 41252 AND 44603`, `936/935`, and `A) 6307`, which is of the origin's post."""
        if [word for word in self._words if word not in _FILLERS]:
            return False
        ahead = self._tokens.ahead
        if ahead and (ahead[0].isalpha() and ahead not in _FILLERS | {"NOTAL"}):
            return False
        if self.post is not None:
            if self._tokens.before(2).isdigit() and self._taken != self._tokens.at - 2:
                return False  # DTD 12/3/2008
            if self._tokens.before() in (",", "/", "AND", "OR", "PLUS", "&", ";"):
                self._take(self.post, digits, self._last_year)
                return True
        alone = self._tokens.at == 1 and len(digits) >= 3 and ahead in ("", "AND", ",")
        if alone and self._inherited and (self.entry.label or not ahead):
            self._take(self._inherited, digits, None)
            return True
        return False

    def _take(self, post: str, digits: str, year: int | None) -> None:
        of = year or self.year
        id = f"{of % 100:02}{post}{int(digits)}" if of else None  # noqa: A001
        self.found.append(Reference(id, self.entry.label, None, "cable", self._said))
        self.post = post
        self._taken = self._tokens.at
        self._end = self._tokens.end
        self._last_year = year
        self._words.clear()
        self._given = None


def _annotated(reference: Reference, words: str) -> Reference:
    """Give a reference with words as its note, behind those that it has."""
    return reference._replace(note=f"{reference.note}; {words}" if reference.note else words)


def _dated(token: str) -> tuple[str, int | None]:
    """Part a number from the year behind or before it: `4525-91`, `08-701`; None without one."""
    behind = _NUMBER_YEAR.fullmatch(token)
    if behind is not None:
        return behind[1], identifier.full_year(behind[2])
    before = _YEAR_NUMBER.fullmatch(token)
    return (before[2], identifier.full_year(before[1])) if before else (token, None)
