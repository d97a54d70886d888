"""What a screen asks for to put it on a cable: tags, a note."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from store.library import Library

Do = Callable[[Callable[[], str]], None]
"""Does something that takes as long as a disk does, and says what it gives."""


class Tagging:
    """Puts tags on a cable, and takes away those that have a hyphen before them."""

    sign: ClassVar[str] = "t"

    def __init__(self, library: "Library", name: str, do: Do) -> None:
        self._library = library
        self._name = name
        self._do = do

    def typed(self, line: str) -> bool:  # noqa: ARG002
        """Wait for the whole line."""
        return False

    async def answered(self, line: str) -> None:
        """Tag the cable."""
        self._do(partial(tagged, self._library, self._name, line.split()))

    def given_up(self) -> None:
        """Leave the tags as they are."""


class Noting:
    """Puts a note on a cable or a paragraph, below the one there."""

    sign: ClassVar[str] = "a"

    def __init__(self, library: "Library", name: str, paragraph: str | None, do: Do) -> None:
        self._library = library
        self._name = name
        self._paragraph = paragraph
        self._do = do

    def typed(self, line: str) -> bool:  # noqa: ARG002
        """Wait for the whole line."""
        return False

    async def answered(self, line: str) -> None:
        """Keep the note."""
        self._do(partial(noted, self._library, self._name, self._paragraph, line))

    def given_up(self) -> None:
        """Leave the note as it is."""


def tagged(library: "Library", name: str, given: list[str]) -> str:
    """Put tags on a cable (`word`, `+word`), take some away (`-word`), and tell which it has."""
    add = [each.removeprefix("+") for each in given if not each.startswith("-")]
    remove = [each.removeprefix("-") for each in given if each.startswith("-")]
    if given:
        library.marks.tag([name], add, remove)
    tags = library.marks.of(name).tags
    return f"{name} is tagged {', '.join(tags)}" if tags else f"{name} has no tags of yours"


def noted(library: "Library", name: str, paragraph: str | None, text: str) -> str:
    """Put a note on a cable or its paragraph of that number, and tell what stands there."""
    if text:
        library.marks.note(name, text, paragraph, below=True)
    note = library.marks.of(name).note(paragraph)
    place = f"{name} ¶{paragraph}" if paragraph else name
    return f"{place}: {' '.join(note.text.split())}" if note else f"No note on {place}"
