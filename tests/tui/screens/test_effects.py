"""Each key of the table, pressed where it works: what a user sees then, and that the app stays."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

import seeds
from store.cable import Received
from store.layouts import read
from store.library import Library
from store.parse import parse
from tests.tui.driving import press, seen, until
from tests.tui.screens.effects import FOOT, PARTS, Effect
from tui import keys
from tui.app import ReftelApp
from tui.screens.listing import NEWEST
from tui.work.job import Job

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
    "versions": ("enter", "c"),
    "home": ("f2",),
    "import": ("I", *"none", "enter"),
    "jobs": ("w",),
    "searches": ("S",),
    "page": ("f2", "3"),
}
COMES = {"import": "1 unknown"}
"""What is waited for where a part is reached."""

REMEMBERING = {"list", "detail"}
"""Parts that know more of what one did than stands on the screen."""

LEAVING = {"app.quit", "app.suspend"}
"""Keys that end the program or hand the terminal over: test_list and the tests of the wire."""

SEED = seeds.data("cables/09MOSCOW1869.txt")


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Library]:
    """A library of the one cable in two versions, which differ in every paragraph."""
    with Library.open(tmp_path / "library", create=True) as library:
        for data in (SEED, SEED.replace(b" the ", b" that ")):
            for received in read(data, "09MOSCOW1869.txt"):
                assert isinstance(received, Received)
                library.add([(parse(received), received, "/cables/one.txt")])
        yield library


LARGE, SMALL = (120, 40), (40, 12)
SEEN_ON = {LARGE: PARTS.keys(), SMALL: {"list", "detail", "copy"}}
"""The parts whose effects are looked at on a screen of that size; in the others keys are pressed.
"""


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=["large", "small"])
@pytest.mark.parametrize("part", PARTS)
async def test_every_key_shows_what_it_did_and_the_app_stays(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    clip: Path,
    part: str,
    size: tuple[int, int],
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "true")
    app = ReftelApp(furnished(request.getfixturevalue("two" if part == "versions" else "library")))
    wrong = []
    async with app.run_test(size=size) as pilot:
        app.work.board.jobs += jobs() if part == "jobs" else []
        walk = Walk(app, pilot, part)
        for effect, name in pressed(part, size):
            await walk.arrive(effect)
            before = seen(app)
            await press(pilot, name, *effect.then)
            assert app.return_code is None, (effect.id, name)
            copied = clip.read_text() if clip.exists() else ""
            looked_at = part in SEEN_ON[size] and name == own(effect)
            if looked_at and not (
                done(effect, before, seen(app)) and copied.startswith(effect.copied)
            ):
                wrong.append((effect, text(before), text(seen(app)), copied[:40]))
            clip.unlink(missing_ok=True)
        await walk.leave()
    assert wrong == []


def pressed(part: str, size: tuple[int, int]) -> Iterator[tuple[Effect, str]]:
    """Give the keys to press, with their effects: on the small screen all that do the same."""
    names = {key.id: key.names for key in keys.of(part)}
    for effect in PARTS[part]:
        if effect.id in names:
            yield effect, own(effect)
            if size == SMALL and not effect.key:
                yield from ((effect, name) for name in names[effect.id][1:])


def own(effect: Effect) -> str:
    """Give the key that has exactly this effect."""
    return effect.key or next(key.names[0] for key in keys.KEYS if key.id == effect.id)


class Walk:
    """Comes to a part of the app again and again, however a key has left it."""

    def __init__(self, app: ReftelApp, pilot: Pilot[Any], part: str) -> None:
        self.app, self.pilot, self.part = app, pilot, part
        self.rows = app.rooms.list.rows.count
        self.begun: tuple[tuple[str, ...], list[str]] | None = None
        tops = part not in REMEMBERING and any(key.id == "move.top" for key in keys.of(part))
        self.top = ("g",) if tops else ()

    async def arrive(self, effect: Effect) -> None:
        """Stand where the part begins, and press what goes before an effect."""
        way = WAYS[self.part] if effect.way is None else effect.way
        if not await self._is_there(way):
            await self.leave()
            await press(self.pilot, *way)
            await until(self.pilot, lambda: COMES.get(self.part, "") in text(seen(self.app)))
            self.begun = way, seen(self.app)
        if effect.before:
            await press(self.pilot, *effect.before)

    async def _is_there(self, way: tuple[str, ...]) -> bool:
        """Tell whether one is where the part begins, or is so by going to its top."""
        if self.begun is None or self.begun[0] != way or self.app.focused is not None:
            return False
        await press(self.pilot, *self.top)
        return bool(self.top) and self.begun == (way, seen(self.app))

    async def leave(self) -> None:
        """Go back to the whole list, its first row, nothing marked."""
        first = self.app.rooms.list
        while self.app.focused is not None:
            await press(self.pilot, "escape")
        while len(self.app.screen_stack) > 1:
            await self.app.action_back()
        while first.picks.names or first.view.line:
            await press(self.pilot, "escape")
        await press(self.pilot, *(() if first.view.order == NEWEST else ("comma", "n")), "g")
        assert first.pane is first.rows
        assert first.rows.count == self.rows


def furnished(library: Library) -> Library:
    """Give a library in which one has kept something already."""
    library.marks.searches.save("bad harvests", "failed", 3)
    library.marks.searches.save("moscow", "origin:moscow", 1)
    library.marks.searches.remember("harvest tax")
    library.marks.note("09MOSCOW1869", "mind the granary")
    return library


def jobs() -> list[Job]:
    return [Job("import", what, ()) for what in ("/first", "/second")]


def done(effect: Effect, before: list[str], after: list[str]) -> bool:
    """Tell whether what is seen after a key is what it does, and was not seen before it."""
    if effect.row is not None:
        turned = [rows[effect.row].startswith(effect.shown) for rows in (before, after)]
        return turned == [False, True]
    was, now = text(before), text(after)
    if not effect.shown and not effect.gone:
        return (was == now) == effect.same
    shown = not effect.shown or (effect.shown in now and effect.shown not in was)
    return shown and (not effect.gone or (effect.gone in was and effect.gone not in now))


def text(rows: list[str]) -> str:
    """Give what is seen, what is said in two lines put together."""
    return "\n".join([*rows[:-2], " ".join(rows[-2:])])


@pytest.mark.parametrize("part", sorted({room for key in keys.KEYS for room in key.screens}))
def test_the_effect_of_every_key_is_told(part: str) -> None:
    assert {key.id for key in keys.of(part)} - {each.id for each in PARTS[part]} <= LEAVING


@pytest.mark.parametrize(
    ("effect", "before", "after", "is_done"),
    [
        (Effect("x", shown="a"), ["a", "", ""], ["a", "", ""], False),
        (Effect("x", shown="a"), ["b", "", ""], ["a", "", ""], True),
        (Effect("x", gone="a"), ["b", "", ""], ["b", "", ""], False),
        (Effect("x", gone="a"), ["a", "", ""], ["b", "", ""], True),
        (Effect("x"), ["a", "", ""], ["a", "", ""], False),
        (Effect("x", same=True), ["a", "", ""], ["b", "", ""], False),
        (Effect("x", shown="t", row=FOOT), ["t", "", "t"], ["t", "", "t"], False),
        (Effect("x", shown="t", row=FOOT), ["t", "", ""], ["t", "", "t"], True),
    ],
)
def test_a_key_that_does_nothing_is_found_out(
    effect: Effect, before: list[str], after: list[str], *, is_done: bool
) -> None:
    assert done(effect, before, after) == is_done
