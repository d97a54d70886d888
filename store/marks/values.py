"""What a reader has said of cables: frozen values. Moments are ISO in UTC."""

from typing import Any, NamedTuple


class Note(NamedTuple):
    """The reader's words on a cable, or on its paragraph of that number as printed."""

    text: str
    paragraph: str | None
    at: str


class Position(NamedTuple):
    """How far a cable is read: the line of its text (from 1) at the top, and its ¶ to say so.

    `at` is when that was kept; "" where it is not known.
    """

    line: int
    paragraph: str | None = None
    at: str = ""


class Mark(NamedTuple):
    """All that a reader has said of one cable; `starred` and `read` are when, None for never."""

    id: str
    starred: str | None = None
    read: str | None = None
    tags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    position: Position | None = None

    def note(self, paragraph: str | None = None) -> Note | None:
        """Give the note on a paragraph, or the one on the cable itself."""
        return next((note for note in self.notes if note.paragraph == paragraph), None)


class Search(NamedTuple):
    """A saved search: its name, its line, how many it found at the last look, and when that was."""

    name: str
    line: str
    found: int
    at: str


def to_mark(id: str, document: dict[str, Any]) -> Mark:  # noqa: A002
    """Give the mark of a document of the file."""
    place = document.get("position")
    return Mark(
        id,
        document.get("starred"),
        document.get("read"),
        tuple(document.get("tags", ())),
        tuple(
            Note(each["text"], each.get("paragraph"), each["at"])
            for each in document.get("notes", ())
        ),
        Position(place["line"], place.get("paragraph"), place.get("at", "")) if place else None,
    )
