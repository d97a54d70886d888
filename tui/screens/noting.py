"""What a screen asks for to put it on cables: tags, a note."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from tui.commanding import Offer
from tui.commanding.completing import of_tags
from tui.commanding.filtering import Value
from tui.screens.deeds import Deed
from tui.screens.known import Known

if TYPE_CHECKING:
    from store.library import Library

Done = tuple[str, Deed | None]
"""What there is to say, and the change that was made, if any."""

Do = Callable[[Callable[[], Done]], None]
"""Does something that takes as long as a disk does, and says what it gives."""


class Tagging:
    """Puts tags on cables, and takes away those that have a hyphen before them."""

    sign: ClassVar[str] = "t"
    earlier: Sequence[str] = ()

    def __init__(self, library: "Library", names: Sequence[str], do: Do) -> None:
        self._library = library
        self._names = names
        self._do = do

    def offered(self, line: str) -> Offer:
        """Give the reader's own tags that the last word may be the beginning of."""
        return Offer(list(of_tags(line, Known(self._library).tags())))

    def typed(self, line: str) -> bool:  # noqa: ARG002
        """Wait for the whole line."""
        return False

    async def taken(self, line: str) -> str | None:  # noqa: ARG002
        """Have every line answered."""
        return None

    async def rubbed(self) -> bool:
        """Leave: nothing stands before the line."""
        return False

    async def answered(self, line: str) -> None:
        """Tag the cables."""
        self._do(partial(tagged, self._library, self._names, line.split()))

    def given_up(self) -> None:
        """Leave the tags as they are."""


class Untagging(Tagging):
    """Takes tags away from cables that have them."""

    sign: ClassVar[str] = "T"

    def offered(self, line: str) -> Offer:
        """Give the tags that the cables have, of which the last word may be the beginning."""
        counted = Counter(tag for name in self._names for tag in self._library.marks.of(name).tags)
        return Offer(list(of_tags(line, [Value(tag, "", n) for tag, n in counted.most_common()])))

    async def answered(self, line: str) -> None:
        """Take the tags away; without any, say which there are."""
        await super().answered(" ".join(f"-{each.lstrip('+-')}" for each in line.split()))


class Noting:
    """Puts a note on cables or on a paragraph, below the one there."""

    sign: ClassVar[str] = "a"

    def __init__(
        self, library: "Library", names: Sequence[str], paragraph: str | None, do: Do
    ) -> None:
        self._library = library
        self._names = names
        self._paragraph = paragraph
        self._do = do

    def typed(self, line: str) -> bool:  # noqa: ARG002
        """Wait for the whole line."""
        return False

    async def answered(self, line: str) -> None:
        """Keep the note."""
        self._do(partial(noted, self._library, self._names, self._paragraph, line))

    def given_up(self) -> None:
        """Leave the note as it is."""


def called(names: Sequence[str]) -> str:
    """Name one cable, or count several."""
    return names[0] if len(names) == 1 else f"{len(names):,} cables"


def tagged(library: "Library", names: Sequence[str], given: Sequence[str]) -> Done:
    """Put tags on cables (`word`, `+word`), take some away (`-word`), and tell which they have."""
    add = [each.removeprefix("+") for each in given if not each.startswith("-")]
    remove = [each.removeprefix("-") for each in given if each.startswith("-")]
    marks, deed = library.marks, None
    if given:
        before = {name: marks.of(name).tags for name in names}
        marks.tag(names, add, remove)
        deed = Deed(
            f"tags of {called(names)}",
            partial(_untagged, library, before, [*add, *remove]),
            partial(marks.tag, names, add, remove),
        )
    tags = ", ".join(dict.fromkeys(tag for name in names for tag in marks.of(name).tags))
    verb, has = ("is", "has") if len(names) == 1 else ("are", "have")
    said = f"{verb} tagged {tags}" if tags else f"{has} no tags of yours"
    return f"{called(names)} {said}", deed


def unread(library: "Library", names: Sequence[str], *, wanted: bool | None = None) -> Done:
    """Make cables unread again, or read where one of them is not yet, and tell which they are.

    What is `wanted` goes before that: True for unread.
    """
    from store.query.values import Marked

    marks = library.marks
    read = set(marks.found(Marked("read")))
    turned = all(name in read for name in names) if wanted is None else wanted
    changed = [name for name in names if (name in read) == turned]
    put = partial(marks.read, changed, off=turned)
    put()
    verb = "is" if len(names) == 1 else "are"
    said = f"{called(names)} {verb} {'unread' if turned else 'read'}"
    return said, Deed(said, partial(marks.read, changed, off=not turned), put)


def _untagged(library: "Library", before: dict[str, tuple[str, ...]], touched: list[str]) -> None:
    """Give cables the tags back that they had, as far as they were touched."""
    folded = {each.casefold() for each in touched}
    groups: dict[tuple[str, ...], list[str]] = {}
    for name, tags in before.items():
        put = tuple(tag for tag in tags if tag.casefold() in folded)
        groups.setdefault(put, []).append(name)
    for put, names in groups.items():
        library.marks.tag(names, put, touched)


def noted(library: "Library", names: Sequence[str], paragraph: str | None, text: str) -> Done:
    """Put a note on cables, or on a paragraph by its number, and tell what stands there."""
    marks, deed = library.marks, None
    place = f"{called(names)} ¶{paragraph}" if paragraph else called(names)
    if text:
        before = {name: marks.of(name).note(paragraph) for name in names}
        put = partial(_noted, library, names, paragraph, text)
        put()
        old = {name: note.text if note else "" for name, note in before.items()}
        deed = Deed(f"note on {place}", partial(_unnoted, library, old, paragraph), put)
    if len(names) > 1:
        return f"{place}: {' '.join(text.split())}" if text else f"Notes on {place}: read one", deed
    note = marks.of(names[0]).note(paragraph)
    return f"{place}: {' '.join(note.text.split())}" if note else f"No note on {place}", deed


def _noted(library: "Library", names: Sequence[str], paragraph: str | None, text: str) -> None:
    library.marks.note_all(names, text, paragraph, below=True)


def _unnoted(library: "Library", before: dict[str, str], paragraph: str | None) -> None:
    for text in set(before.values()):
        names = [name for name, old in before.items() if old == text]
        library.marks.note_all(names, text, paragraph)
