"""What a user sees after each key of the table, on a large screen and on a small one."""

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

import pytest
from textual.app import App

from store.library import Library
from tui import keys
from tui.app import ReftelApp

Seen = Callable[[App[Any]], list[str]]
Press = Callable[..., Awaitable[None]]


class Effect(NamedTuple):
    """Of the key `id`, pressed after `before`: `shown` is seen then, `gone` is not.

    With neither, what is seen is another thing than before the key; `same` where it is the same.
    `then` are keys by which one sees it.
    """

    id: str
    before: tuple[str, ...] = ()
    shown: str = ""
    gone: str = ""
    same: bool = False
    then: tuple[str, ...] = ()


COPIED = ("text", "paragraph", "citation", "quote", "id", "path")
FAILED = ("slash", *"failed", "enter")
MOVES = [
    Effect("page.up", ("G",)),
    Effect("half.down", ("g",)),
    Effect("half.up", ("G",)),
    Effect("help.open", shown="keys: "),
    Effect("jobs.open"),
    Effect("home.open"),
    Effect("searches.open"),
    Effect("command.open"),
    Effect("app.interrupt", shown="Q quits"),
    Effect("app.redraw", same=True),
    Effect("count", shown="1"),
]
KEPT = [
    Effect("cable.star", shown="starred"),
    Effect("cable.unread", shown="09MOSCOW1869 is read"),
    Effect("cable.tag", shown="t"),
    Effect("cable.note", shown="a"),
    Effect("cable.note.edit"),
    Effect("cable.original"),
    Effect("cable.copy", shown="Esc copy nothing"),
    Effect("undo", ("asterisk",), shown="Undone: "),
    Effect("redo", ("asterisk", "u"), shown="Done again: "),
    Effect("place.name", shown="Esc as it is"),
    Effect("place.go", shown="' To where one was"),
    Effect("reference.tree", shown="references: "),
]
EFFECTS: dict[str, list[Effect]] = {
    "list": [
        *MOVES,
        *KEPT,
        Effect("move.down", shown=" 2 of 121"),
        Effect("move.up", ("j", "j"), shown=" 2 of 121"),
        Effect("move.top", ("G",), shown=" 1 of 121"),
        Effect("move.end", shown="121 of 121"),
        Effect("move.jump", shown=":"),
        Effect("page.only"),
        Effect("cable.open", shown="09MOSCOW1869", gone="of 121"),
        Effect("mark.row", shown="1 marked"),
        Effect("mark.all", shown="121 marked"),
        Effect("mark.none", ("space",), gone="marked"),
        Effect("search.open", shown="Enter results"),
        Effect("search.line", shown="Enter results"),
        Effect("search.facets", shown="level"),
        Effect("search.order", shown="n Newest first"),
        Effect("search.save", FAILED),
        Effect("filter.open"),
        Effect("import.open"),
        Effect("list.anew", same=True),
        Effect("result.next", FAILED, shown="2 of 3"),
        Effect("result.previous", (*FAILED, "j", "j"), shown="2 of 3"),
        Effect("list.widen", FAILED, shown="of 121"),
        Effect("list.quit", FAILED, shown="of 121"),
    ],
    "detail": [
        *MOVES,
        *KEPT,
        Effect("move.down", ("g",)),
        Effect("move.up", ("g", "j")),
        Effect("move.top", ("G",)),
        Effect("move.end", shown="end"),
        Effect("page.on", ("g",)),
        Effect("page.only", ("g",)),
        Effect("paragraph.next", ("g",), shown="¶1/7"),
        Effect("paragraph.previous", ("3", "p"), shown="¶2/7"),
        Effect("paragraph.jump", shown=":"),
        Effect("cable.next", shown="05STRELSAU"),
        Effect("cable.previous", ("J",), shown="09MOSCOW1869"),
        Effect("cable.explain", ("g",), shown="Date-time group:"),
        Effect("cable.explain.back", ("g", "i", "i"), shown="Date-time group:"),
        Effect("cable.received", shown="  as "),
        Effect("cable.findings"),
        Effect("cable.view", shown="Esc as it is"),
        Effect("cable.wider", ("minus",), shown="Lines of at most 100"),
        Effect("cable.narrower", shown="Lines of at most"),
        Effect("cable.outline", shown="outline: "),
        Effect("cable.versions", shown="There is one version"),
        Effect("reference.hints", ("1", "p"), shown="No references in"),
        Effect("reference.next", ("g",), shown="09MOSCOW1439 is not in this"),
        Effect("reference.before", ("g", "tab"), shown="No reference before"),
        Effect("reference.follow", ("g",), shown="Tab goes to"),
        Effect("history.back", ("q", "j", "enter"), shown="09MOSCOW1869"),
        Effect("history.forward", ("q", "j", "enter", "H"), shown="05STRELSAU99"),
        Effect("find.open", shown="/"),
        Effect("hit.next", ("g", "slash", *"raid", "enter"), shown="hit 2/"),
        Effect("hit.previous", ("g", "slash", *"raid", "enter", "n"), shown="hit 1/"),
        Effect("hit.clear", ("g", "slash", *"raid", "enter"), gone="hit 1/"),
        Effect("view.back", shown="1 of 121"),
        Effect("place.tell"),
        Effect("line.left", shown="All lines fit;"),
        Effect("line.right", shown="All lines fit;"),
    ],
    "order": [
        Effect("order.origin", shown="by origin  "),
        Effect("order.class", shown="by class  "),
        Effect("order.newest", gone="by class  "),
        Effect("order.oldest", shown="oldest first  "),
        Effect("order.best", shown="Relevance to what?"),
        Effect("order.cancel", gone="Oldest first"),
    ],
    "view": [
        Effect("view.header", shown="RUEH"),
        Effect("view.received", shown="  as "),
        Effect("view.cancel.menu", gone="Esc as it is"),
    ],
    "copy": [
        *(Effect(f"copy.{what}", gone="Esc copy nothing") for what in COPIED),
        Effect("copy.cancel", gone="Esc copy nothing"),
    ],
    "naming": [Effect("place.cancel", gone="Esc as it is")],
    "waymark": [
        Effect("place.before", shown="No place is before"),
        Effect("place.cancel", gone="Esc as it is"),
    ],
    "facets": [
        Effect("facet.narrow", shown="search: "),
        Effect("facet.exclude", shown="search: -"),
        Effect("facet.field", then=("enter",), shown="search: origin:"),
        Effect("facet.close", gone="level"),
    ],
    "outline": [
        Effect("outline.go", gone="outline: "),
        Effect("move.down", ("g",), shown="2 of "),
        Effect("view.back", gone="outline: "),
        Effect("view.cancel", gone="outline: "),
    ],
    "tree": [
        Effect("tree.close", gone="09MOSCOW1439"),
        Effect("tree.open", ("g", "h"), shown="09MOSCOW1439"),
        Effect("tree.read", shown="09MOSCOW1869", gone="references: "),
        Effect("tree.back", gone="references: "),
    ],
    "help": [
        Effect("help.close", gone="keys: "),
        Effect("view.back", gone="keys: "),
        Effect("move.end", shown="end"),
    ],
    "prompt": [
        Effect("prompt.answer", shown=" 7 of 121"),
        Effect("prompt.cancel", shown=" 1 of 121"),
    ],
    "query": [
        Effect("query.run", shown="search: har"),
        Effect("query.results", shown="search: har"),
        Effect("query.cancel", gone="search: "),
        Effect("query.next", shown="2 of "),
        Effect("query.help", shown="keys: query"),
        Effect("query.rub", gone="/har"),
        Effect("query.clear", gone="/har"),
    ],
}
WAYS: dict[str, tuple[str, ...]] = {
    "list": (),
    "detail": ("enter",),
    "help": ("question_mark",),
    "query": ("slash", *"har"),
    "prompt": ("colon", "7"),
    "facets": ("f",),
    "order": ("comma",),
    "view": ("enter", "z"),
    "copy": ("enter", "1", "p", "y"),
    "waymark": ("apostrophe",),
    "naming": ("m",),
    "outline": ("enter", "O"),
    "tree": ("enter", "r"),
}


@pytest.mark.parametrize(
    ("part", "size"),
    [
        *(pytest.param(part, (120, 40), id=f"{part}, large") for part in EFFECTS),
        *(pytest.param(part, (40, 12), id=f"{part}, small") for part in ("list", "detail", "copy")),
    ],
)
async def test_a_key_shows_what_it_did(
    library: Library, seen: Seen, press: Press, part: str, size: tuple[int, int]
) -> None:
    names = {key.id: key.names[0] for key in keys.of(part)}
    app = ReftelApp(library)
    wrong = []
    async with app.run_test(size=size) as pilot:
        for effect in (each for each in EFFECTS[part] if each.id in names):
            await press(pilot, *WAYS[part], *effect.before)
            before = text(seen(app))
            await press(pilot, names[effect.id], *effect.then)
            after = text(seen(app))
            moved = (after == before) == effect.same or effect.shown or effect.gone
            absent = effect.gone and effect.gone in after
            if effect.shown not in after or absent or not moved:
                wrong.append((effect.id, after))
            while app.focused is not None:
                await press(pilot, "escape")
            while len(app.screen_stack) > 1:
                await app.action_back()
            while app._list.picks.names or app._list.view.line:
                await press(pilot, "escape")
            await press(pilot, "g")
    assert wrong == []


def text(rows: list[str]) -> str:
    """Give what is seen, what is said in two lines put together."""
    return "\n".join([*rows[:-2], " ".join(rows[-2:])])


@pytest.mark.parametrize("part", ["list", "detail", "order", "copy", "facets"])
def test_the_effect_of_every_key_of_a_part_is_told(part: str) -> None:
    leaving = {"app.quit", "app.suspend"}
    assert {key.id for key in keys.of(part)} - {each.id for each in EFFECTS[part]} <= leaving
