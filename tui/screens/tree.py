"""How cables refer to each other, as a tree that opens branch by branch, both ways."""

from asyncio import to_thread
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from store import relations
from store.errors import ReftelError
from store.row import Row
from tui.keys import bindings
from tui.render.branch import Twig, twig
from tui.screens.frame import Frame
from tui.widgets.cable_list import CableList

if TYPE_CHECKING:
    from store.library import Library

REFERS, CITED = "refers", "cited"
"""The two ways of a tree: to the cables that one names, and to those that name it."""

SAID = {REFERS: "names {}", CITED: "is named by {}"}

BAR = 24
"""Cells of a line that the cursor takes."""


class Branch:
    """A cable in the tree; `below` are those it leads to on its way, None until it is opened."""

    def __init__(
        self,
        name: str,
        way: str,
        row: Row | None = None,
        above: "Branch | None" = None,
        *,
        spoken: bool = False,
    ) -> None:
        self.name = name
        self.way = way
        self.row = row
        self.above = above
        self.spoken = spoken
        self.depth: int = above.depth + 1 if above else 0
        self.recurs = above is not None and above.passes(name)
        self.below: list[Branch] | None = None
        self.open = False

    def passes(self, name: str) -> bool:
        """Tell whether a cable is this one, or one above it."""
        return self.name == name or (self.above is not None and self.above.passes(name))

    @property
    def opens(self) -> bool:
        """Whether it can be opened: one that recurs would open without end."""
        return not self.recurs and (self.row is not None or not self.depth) and self.below != []

    def shown(self) -> Iterator["Branch"]:
        """Yield this branch and what is open below it, from top to bottom."""
        yield self
        for each in (self.below or ()) if self.open else ():
            yield from each.shown()

    def twig(self) -> Twig:
        """Give what the tree shows of this branch."""
        sign = " " if not self.opens else "-" if self.open else "+"
        if not self.depth:
            return Twig(0, sign, self.name, None, SAID[self.way].format(_cables(self.below)))
        note = "above already" if self.recurs else "" if self.row else "not in this library"
        return Twig(self.depth, sign, self.name, self.row, note, self.spoken)


class TreeScreen(Frame):
    """Shows what a cable names and what names it; each cable there opens in the same way."""

    BINDINGS = bindings("tree")
    TABLE = "tree"

    def __init__(self, library: "Library") -> None:
        self.rows: CableList[Branch] = CableList(
            lambda each, width: (twig(each.twig(), width),), lambda width: min(BAR, width)
        )
        super().__init__(self.rows)
        self._library = library
        self._roots: list[Branch] = []

    async def show(self, name: str) -> None:
        """Show the tree of a cable, open at its first branches."""
        self._roots = [Branch(name, way) for way in (REFERS, CITED)]
        wrong = [await self._grow(root) for root in self._roots]
        self._draw(0)
        if any(wrong):
            self.say(next(filter(None, wrong)))

    def state(self) -> tuple[str, str]:
        """Say whose tree it is, and which line of how many the cursor is on."""
        name = self._roots[0].name if self._roots else ""
        return f"references: {name}", f"{self.rows.cursor + 1} of {self.rows.count}"

    @property
    def chosen(self) -> str | None:
        """The id of the cable under the cursor."""
        return self.rows.current.name if self.rows.current else None

    async def action_unfold(self) -> None:
        """Open the branch under the cursor."""
        branch = self.rows.current
        if branch is None or branch.open:
            return
        if branch.opens and (wrong := await self._grow(branch)):
            self.say(wrong)
            return
        self._draw(self.rows.cursor)
        if not branch.below:
            self.say(closed(branch))

    def action_fold(self) -> None:
        """Close the branch under the cursor, or go to the one above it."""
        branch = self.rows.current
        if branch is None:
            return
        if branch.open:
            branch.open = False
            self._draw(self.rows.cursor)
        elif branch.above is not None:
            lines = [each for root in self._roots for each in root.shown()]
            self.rows.move_to(lines.index(branch.above))
            self.settle()

    async def _grow(self, branch: Branch) -> str:
        """Find what a branch leads to, and open it; tell what prevents it, "" for nothing."""
        find = relations.refers if branch.way == REFERS else relations.cited
        try:
            found = await to_thread(find, self._library, branch.name)
        except ReftelError as error:
            return str(error)
        branch.below = [
            Branch(each.id, branch.way, each.row, branch, spoken=each.spoken) for each in found
        ]
        branch.open = bool(found)
        return ""

    def _draw(self, cursor: int) -> None:
        lines = [each for root in self._roots for each in root.shown()]
        self.rows.reset(len(lines), lines)
        self.rows.move_to(cursor)
        self.settle()


def closed(branch: Branch) -> str:
    """Say why a branch does not open."""
    if branch.recurs:
        return f"{branch.name} stands above already: opening it would have no end"
    if branch.depth and branch.row is None:
        return f"{branch.name} is not in this library"
    names = "names no cable" if branch.way == REFERS else "is named by no cable here"
    return f"{branch.name} {names}"


def _cables(branches: Sequence[Branch] | None) -> str:
    if branches is None:
        return "what could not be looked up"
    count = len(branches)
    return f"{count} cables" if count > 1 else "one cable" if count else "no cable"
