"""The words of the command line: those of the shell's commands, and the keys by their ids."""

from collections.abc import Iterable
from typing import NamedTuple


class Word(NamedTuple):
    """One word of the command line.

    `takes` is the form of what stands behind it, in the manner of a usage line; "" for nothing.
    `does` is the action of a key; "" for a word that `tui.screens.commands` does.
    """

    name: str
    about: str
    takes: str = ""
    key: str = ""
    does: str = ""

    @property
    def needs(self) -> bool:
        """Whether the word says nothing by itself."""
        return bool(self.takes) and not self.takes.startswith("[")


WORDS = (
    Word("search", "Find cables: words, phrases, field:value", "[QUERY]", "search.open"),
    Word("show", "Read a cable, by its id or a part of it (mosc 1869)", "ID"),
    Word("compare", "The version before beside this one", "[ID]", "cable.versions"),
    Word("cite", "Copy the citation of the cable, or of a ¶ of it", "[¶N]"),
    Word("star", "Star the cable; --off takes the star away", "[--off] [ID]", "cable.star"),
    Word("tag", "Tag the cable: +word, -word takes one away", "[+WORD] [-WORD]", "cable.tag"),
    Word("note", "A note on the cable, or on a ¶ of it", "[¶N] [TEXT]", "cable.note"),
    Word("sort", "The order of the list", "ORDER", "search.order"),
    Word("facets", "Counts of what is found, by a field", "[FIELD]", "search.facets"),
    Word("history", "Searches made of late, to make one again"),
    Word("set", "Settle something for now: width 90, order oldest", "NAME VALUE"),
    Word("info", "Where the library is and what it holds"),
    Word("doctor", "What was found of terminal, library and settings"),
    Word("help", "The keys of this screen", "", "help.open"),
    Word("quit", "Quit", "", "app.quit"),
)
"""What may stand behind a word is read where it is done; see `tui.screens.commands`."""


def words(keys: Iterable[Word]) -> tuple[Word, ...]:
    """Give all words where these keys work: first those of the shell, with the keys they have."""
    by_id = {key.name: key for key in keys}
    shell = (word._replace(key=by_id[word.key].key if word.key in by_id else "") for word in WORDS)
    return (*shell, *by_id.values())
