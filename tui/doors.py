"""The libraries there are to open: the user's own, and the practice library."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store.errors import LibraryMissing

if TYPE_CHECKING:
    from store.library import Library


class Doors(NamedTuple):
    """Where the libraries are; `words` tell a command of this program which the own one is.

    `practice` is None where no folder is known to put it in.
    """

    own: Path
    practice: Path | None = None
    marks: Path | None = None
    words: tuple[str, ...] = ()

    def enter(self) -> "Library | None":
        """Open the user's own library; None where there is none yet, or nothing in it."""
        from store.library import Library

        try:
            library = Library.open(self.own, marks=self.marks)
        except LibraryMissing:
            return None
        if len(library):
            return library
        library.close()  # the first import was refused, or is under way
        return None

    def tried(self) -> "Library | None":
        """Open the practice library as it was left; None where it was not tried out."""
        from store.library import Library

        try:
            return Library.open(self.practice) if self.practice else None
        except LibraryMissing:
            return None

    def try_out(self) -> "Library":
        """Open the practice library, made where there is none; LibraryMissing, LibraryFull."""
        from store.practice import practice

        if self.practice is None:
            raise LibraryMissing("No home folder is known here for the practice library.")
        return practice(self.practice)
