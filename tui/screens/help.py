"""The keys of a screen, read from the table, and its signs; narrowed by what is typed."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar

from tui import keys
from tui.render.line import EMPTY, Line, join, words, wrap
from tui.render.sheets import Lay, Layout
from tui.render.signs import SIGNS
from tui.screens.frame import Frame
from tui.widgets.text_view import TextView

HANG = 24
NONE = "Nothing here says that"
CALLED = {
    "detail": "reader",
    "home": "first page",
    "query": "query line",
    "searches": "saved searches",
    "tree": "references",
}
"""What people call rooms that the table names otherwise."""


class HelpScreen(Frame):
    """Every key that works on the screen one came from, or what a command has to tell."""

    BINDINGS = keys.bindings("help")
    TABLE = "help"

    def __init__(self) -> None:
        self.text = TextView()
        super().__init__(self.text)
        self._title = ""
        self._said: Callable[[str], Lay] = lambda _: lambda _: ()

    def about(self, screens: tuple[str, ...]) -> None:
        """Show the keys of these screens from the top."""
        named = " and ".join(CALLED.get(each, each) for each in screens)
        self._show(f"keys: {named}", lambda typed: partial(table, screens, typed=typed))

    def tell(self, title: str, said: Lay) -> None:
        """Show other lines of the program's own from the top."""
        self._show(title, lambda typed: partial(having, said, typed))

    def _show(self, title: str, said: Callable[[str], Lay]) -> None:
        self._title, self._said = title, said
        self.narrow("")
        self.settle()

    def narrow(self, typed: str) -> None:
        """Show only what has the words that are typed; all for none."""
        self.text.show(Layout(self._said(typed)))

    def action_filter(self) -> None:
        """Ask for words to narrow the lines by."""
        self.ask(Narrowing(self.narrow))

    def state(self) -> tuple[str, str]:
        """Say what this is, and how far down the view stands."""
        return self._title, self.text.passage.extent

    def on_text_view_laid(self) -> None:
        """Say where the view stands."""
        self.settle()


class Narrowing:
    """Narrows with each letter; Enter keeps to it, Esc shows all again."""

    sign: ClassVar[str] = "/"

    def __init__(self, narrow: Callable[[str], None]) -> None:
        self._narrow = narrow
        self._narrow("")

    def typed(self, line: str) -> bool:
        """Show what has the words so far; there may always be more of them."""
        self._narrow(line)
        return False

    async def answered(self, line: str) -> None:
        """Keep to what is shown."""

    def given_up(self) -> None:
        """Show all again."""
        self._narrow("")


def table(screens: tuple[str, ...], width: int, typed: str = "") -> list[Line]:
    """Lay out the keys of some screens in groups, what each does beside it, and their signs.

    With something `typed` only those that are on that key, or are said to do that.
    """
    groups: dict[str, dict[str, tuple[str, keys.Key]]] = {}
    every = list(rows(screens))
    fits = says if all(typed.strip() not in names.split() for names, _ in every) else is_on
    for names, key in every:
        if fits(typed, names, key.id, key.description, key.tooltip):
            groups.setdefault(key.group, {})[key.id] = names, key
    found: list[Line] = []
    for group, members in groups.items():
        found += [EMPTY] if found else []
        found.append(words(group, "heading"))
        for names, key in members.values():
            found += entry(names, key.tooltip, width)
    signs = [sign for screen in screens for sign in SIGNS.get(screen, ()) if fits(typed, *sign)]
    found += [EMPTY] if signs and found else []
    found += [words("Signs", "heading")] if signs else []
    for sign, said in signs:
        found += entry(sign, said, width)
    return found or [words(NONE)]


def rows(screens: tuple[str, ...]) -> Iterator[tuple[str, keys.Key]]:
    """Give the keys of some screens, and behind them the letters of the menus they open."""
    for key in (key for screen in screens for key in keys.of(screen)):
        yield "  ".join(map(keys.shown, key.names)), key
        if opened := keys.opened(key):
            for each in keys.of(opened):
                if each.action:
                    yield keys.pressed(each.id), each


def is_on(typed: str, names: str, *_: str) -> bool:
    """Tell whether it is a key that is typed."""
    return typed.strip() in names.split()


def says(typed: str, *texts: str) -> bool:
    """Tell whether some texts have all words that are typed, or the beginnings of them."""
    text = " ".join(texts).casefold()
    return all(word in text for word in typed.casefold().split())


def having(said: Lay, typed: str, width: int) -> list[Line]:
    """Lay out those lines that have the words that are typed."""
    return [line for line in said(width) if says(typed, line.plain)] or [words(NONE)]


def entry(names: str, said: str, width: int) -> Iterator[Line]:
    """Lay out one row; on a narrow screen what is said of it stands under it."""
    first = words(names, "code")
    hang = HANG if width >= 2 * HANG else 4
    if 2 + len(first.plain) < hang:
        yield from wrap(words(said), width, join((words("  "), first)), hang)
    else:
        yield from wrap(first, width, words("  "), 2)
        yield from wrap(words(said), width, EMPTY, hang)
