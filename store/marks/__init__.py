"""The reader's own: stars, tags, notes, what was read and how far, searches kept and made.

They lie in a file of their own beside a library and are bound to cables by id, so that they
outlive it: a library made anew from the same cables has them all, and those of a cable that is
gone stay.
"""

import os
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from store.errors import MarkRefused
from store.marks.file import Document, MarksDB, MarksTable
from store.marks.values import Mark, Note, Position, Search, to_mark
from store.query.marked import matches
from store.query.values import Marked
from store.query.words import words

__all__ = ["Mark", "Marks", "Note", "Position", "Search", "Searches", "place_beside"]

LONGEST_TAG = 60
LONGEST_NOTE = 100_000
"""Characters; what is longer was not typed."""
HISTORY = 500
"""Lines of searches that are remembered."""


def place_beside(library: Path) -> Path:
    """Name the file of the marks that belong to the library at a folder."""
    folder = Path(os.path.abspath(os.path.expanduser(library)))  # noqa: PTH100, PTH111 - links stay
    return folder.with_name(f"{folder.name}.marks.json")


class Marks:
    """What a reader has said of cables.

    Each change is on disk when it returns, and made to all of some cables or to none. Raises
    MarksDamaged, MarksUnsaved, LibraryLocked.
    """

    def __init__(self, path: Path) -> None:
        db = MarksDB(path)
        self.path = path
        self.searches = Searches(db)
        self._cables: MarksTable = db.table("cables")

    def state(self) -> tuple[int, int, int] | None:
        """Tell one state of the file from others by a look at its folder; None for no file."""
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns

    def of(self, id: str) -> Mark:  # noqa: A002
        """Give what was said of a cable, an empty mark where that is nothing."""
        return to_mark(id, self._cables.document(id))

    def all(self) -> list[Mark]:
        """Give every mark, the one changed last at the end."""
        return [to_mark(*each) for each in self._cables.named()]

    def found(self, sought: Marked) -> list[str]:
        """Give the ids of the cables that have such a mark."""
        has = _having(sought)
        return [id for id, document in self._cables.named() if has(document)]  # noqa: A001

    def star(self, ids: Iterable[str], *, off: bool = False) -> None:
        """Star cables, or take their stars away."""
        self._cables.change(ids, _since("starred", off=off))

    def read(self, ids: Iterable[str], *, off: bool = False) -> None:
        """Mark cables as read, or as unread."""
        self._cables.change(ids, _since("read", off=off))

    def tag(self, ids: Iterable[str], add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
        """Put tags on cables and take others away; MarkRefused for what is no tag."""
        put = [_checked_tag(tag) for tag in add]
        gone = {words(tag) for tag in (*put, *remove)}

        def alter(document: Document) -> None:
            kept = [tag for tag in document.get("tags", ()) if words(tag) not in gone]
            _set(document, "tags", [*kept, *put])

        self._cables.change(ids, alter)

    def note(
        self,
        id: str,  # noqa: A002
        text: str,
        paragraph: str | None = None,
        *,
        below: bool = False,
    ) -> None:
        """Put a note on a cable or a paragraph, in the place of the one there or `below` it.

        No text takes the note away. MarkRefused for one that grows too long.
        """
        self.note_all([id], text, paragraph, below=below)

    def note_all(
        self, ids: Iterable[str], text: str, paragraph: str | None = None, *, below: bool = False
    ) -> None:
        """Put the same note on several cables; where it is too long for one, on none."""
        text = _plain(text).strip()

        def alter(document: Document) -> None:
            notes = document.get("notes", [])
            here = [each for each in notes if each.get("paragraph") == paragraph]
            whole = "\n".join([each["text"] for each in here] + [text]) if below else text
            if len(whole) > LONGEST_NOTE:
                raise MarkRefused(f"A note has at most {LONGEST_NOTE:,} characters.")
            kept = [each for each in notes if each not in here]
            put = [Note(whole, paragraph, _now())._asdict()] if text else []
            _set(document, "notes", kept + put)

        self._cables.change(ids, alter)

    def place(self, id: str, position: Position | None) -> None:  # noqa: A002
        """Keep how far a cable is read, as of now."""
        kept = position and position._replace(at=_moment())._asdict()
        self._cables.change([id], lambda document: _set(document, "position", kept))

    def last(self) -> Mark | None:
        """Give the mark of the cable that was read last, of those left below their top."""
        kept = ((mark.position.at, mark) for mark in self.all() if mark.position)
        at, last = max(kept, key=lambda each: each[0], default=("", None))
        return last if at else None


class Searches:
    """The searches a reader keeps, and those made of late."""

    def __init__(self, db: MarksDB) -> None:
        self._kept: MarksTable = db.table("searches")
        self._made: MarksTable = db.table("history")

    def all(self) -> list[Search]:
        """Give the saved searches, in order of name."""
        kept = self._kept.named()
        return sorted(
            Search(name, each["line"], each.get("found", 0), each.get("at", ""))
            for name, each in kept
        )

    def named(self, name: str) -> Search:
        """Give a saved search; MarkRefused names the nearest where there is none of that name."""
        kept = {each.name: each for each in self.all()}
        if name not in kept:
            from difflib import get_close_matches

            near = get_close_matches(name, kept, 1, 0)
            hint = f"the nearest is {near[0]}" if near else "none is saved yet"
            raise MarkRefused(f"There is no saved search {name}; {hint}.")
        return kept[name]

    def save(self, name: str, line: str, found: int) -> None:
        """Keep a search, which finds so many now, in the place of one of that name."""
        name, line = " ".join(_plain(name).split()), _plain(line)
        if not name:
            raise MarkRefused("A saved search needs a name.")
        self._kept.change([name], lambda document: document.update(_looked(found), line=line))

    def looked(self, name: str, found: int) -> None:
        """Remember how many a saved search finds; one that is gone stays so."""
        self._kept.change(
            [name], lambda document: document.update(_looked(found)) if document else None
        )

    def forget(self, name: str) -> None:
        """Keep a search no longer."""
        self._kept.change([name], dict.clear)

    def remember(self, line: str) -> None:
        """Put a line at the end of the history; the oldest beyond `HISTORY` are forgotten."""
        lines = [line for line, _ in self._made.named()]
        made = _plain(line).strip()
        if made and lines[-1:] != [made]:
            self._made.change([made], lambda document: document.update(at=_moment()))
            if oldest := [each for each in lines if each != made][: 1 - HISTORY]:
                self._made.change(oldest, dict.clear)

    def history(self) -> list[str]:
        """Give the lines searched of late, the last first."""
        return [line for line, _ in self._made.named()][::-1]


def _having(sought: Marked) -> Callable[[Document], bool]:
    """Tell documents that have a mark from others."""
    if sought.kind == "tag":
        one = cache(lambda tag: matches(sought, tag, whole=True))  # many cables, few tags
        return lambda document: any(map(one, document.get("tags", ())))
    if sought.kind == "note":
        return lambda document: any(
            matches(sought, note["text"]) for note in document.get("notes", ())
        )
    field = "notes" if sought.kind == "noted" else sought.kind
    return lambda document: field in document


def _since(field: str, *, off: bool) -> Callable[[Document], None]:
    now = _now()

    def alter(document: Document) -> None:
        _set(document, field, None if off else document.get(field, now))

    return alter


def _set(document: Document, field: str, value: object) -> None:
    """Put a value into a document; nothing is not kept."""
    if value:
        document[field] = value
    else:
        document.pop(field, None)


def _looked(found: int) -> Document:
    return {"found": found, "at": _now()}


def _checked_tag(tag: str) -> str:
    tag = _plain(tag)
    if not words(tag) or len(tag) > LONGEST_TAG or not tag.isprintable() or set(tag) & set(' "()*'):
        raise MarkRefused(
            f"{tag[:LONGEST_TAG]!a} is no tag: one word, at most {LONGEST_TAG} characters, without"
            " blanks, quotes, brackets or *."
        )
    return tag


def _plain(text: str) -> str:
    """Give a text that UTF-8 can write: half a surrogate pair is none."""
    return text.encode(errors="replace").decode()


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def _moment() -> str:
    """Give the time to the millisecond, where one must be told from the next."""
    return f"{_now()[:-1]}.{time.time_ns() // 10**6 % 1000:03}Z"
