"""The keys of a screen, read from the table, and its signs."""

from collections.abc import Iterator
from functools import partial

from tui import keys
from tui.render.line import EMPTY, Line, join, words, wrap
from tui.render.signs import SIGNS
from tui.screens.frame import Frame
from tui.widgets.text_view import Layout, TextView

HANG = 24


class HelpScreen(Frame):
    """Every key that works on the screen one came from, or what a command has to tell."""

    BINDINGS = keys.bindings("help")
    TABLE = "help"

    def __init__(self) -> None:
        self.text = TextView()
        super().__init__(self.text)
        self._title = ""

    def about(self, screens: tuple[str, ...]) -> None:
        """Show the keys of these screens from the top."""
        named = " and ".join(f"{each} line" if each == "query" else each for each in screens)
        self.tell(f"keys: {named}", partial(table, screens))

    def tell(self, title: str, said: Layout) -> None:
        """Show other lines of the program's own from the top."""
        self._title = title
        self.text.show(said)
        self.settle()

    def state(self) -> tuple[str, str]:
        """Say what this is, and how far down the view stands."""
        return self._title, self.text.extent

    def on_text_view_laid(self) -> None:
        """Say where the view stands."""
        self.settle()


def table(screens: tuple[str, ...], width: int) -> list[Line]:
    """Lay out the keys of some screens in groups, what each does beside it, and their signs."""
    groups: dict[str, dict[str, keys.Key]] = {}
    for key in (key for screen in screens for key in keys.of(screen)):
        groups.setdefault(key.group, {})[key.id] = key
    found: list[Line] = []
    for group, members in groups.items():
        found += [EMPTY] if found else []
        found.append(words(group, "heading"))
        for key in members.values():
            names = "  ".join(keys.shown(name) for name in key.keys.split(","))
            found += entry(names, key.tooltip, width)
    signs = [sign for screen in screens for sign in SIGNS.get(screen, ())]
    found += [EMPTY, words("Signs", "heading")] if signs else []
    for sign, said in signs:
        found += entry(sign, said, width)
    return found


def entry(names: str, said: str, width: int) -> Iterator[Line]:
    """Lay out one row; on a narrow screen what is said of it stands under it."""
    first = words(names, "code")
    hang = HANG if width >= 2 * HANG else 4
    if 2 + len(first.plain) < hang:
        yield from wrap(words(said), width, join((words("  "), first)), hang)
    else:
        yield from wrap(first, width, words("  "), 2)
        yield from wrap(words(said), width, EMPTY, hang)
