"""The words of the command line: those of the shell's commands, and the keys by their ids."""

from collections.abc import Iterable
from typing import NamedTuple


class Word(NamedTuple):
    """One word of the command line.

    `takes` is the form of what stands behind it, in the manner of a usage line; "" for nothing.
    `key` is the key that does as much, as it is shown. `does` is an action; "" for a word that
    `tui.screens.commands` does.
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
    Word("star", "Star the cables meant; --off takes the stars away", "[--off] [ID]", "cable.star"),
    Word("unread", "Make the cables unread; --off read", "[--off] [ID]", "cable.unread"),
    Word("tag", "Tag the cables meant: +word, -word takes one away", "[+WORD]", "cable.tag"),
    Word("note", "A note on the cable, or on a ¶ of it", "[¶N] [TEXT]", "cable.note"),
    Word("marks", "All that you starred, tagged or noted"),
    Word("sort", "The order of the list", "ORDER", "search.order"),
    Word("facets", "Counts of what is found, by a field", "[FIELD]", "search.facets"),
    Word("history", "Searches made of late, to make one again"),
    Word("searches", "The searches you keep, or one by its name", "[NAME]", "searches.open"),
    Word("save", "Keep what is searched for under a name", "[NAME]", "search.save"),
    Word("import", "Bring in a file or a folder; first it is counted", "[PATH]", "import.open"),
    Word("jobs", "What is running, and what came of it", "", "jobs.open", "work.jobs"),
    Word("set", "Settle something for now: width 90, order oldest", "NAME VALUE"),
    Word("info", "Where the library is and what it holds"),
    Word("doctor", "What was found of terminal, library and settings"),
    Word("guide", "The two-minute guide", "", "", "home.guide"),
    Word("home", "The first page: practice, import, guide", "", "home.open", "home.show"),
    Word("help", "The keys of this screen", "", "help.open", "app.help"),
    Word("quit", "Quit", "", "app.quit", "app.leave"),
)
"""What may stand behind a word is read where it is done: `tui.screens.commands`."""

ALONE = ("import", "jobs", "doctor", "guide", "help", "quit")
"""Words that need no library."""

SHELL = ("parse", "config", "verify", "backup", "restore")
"""Commands of the shell that are no words here."""

SHORT = {"h": "help", "q": "quit", "q!": "quit", "qa": "quit", "wq": "quit", "x": "quit"}
"""What fingers that know vi write for a word."""


def words(keys: Iterable[Word]) -> tuple[Word, ...]:
    """Give all words where these keys work: first those of the shell, with the keys they have."""
    by_id = {key.name: key for key in keys}
    shell = (word._replace(key=by_id[word.key].key if word.key in by_id else "") for word in WORDS)
    return (*shell, *by_id.values())


def alone(found: Iterable[Word]) -> tuple[Word, ...]:
    """Give those of some words that need no library; the keys of a screen do where it is open."""
    bound = {word.name for word in WORDS if word.name not in ALONE}
    return tuple(word for word in found if word.name not in bound)
