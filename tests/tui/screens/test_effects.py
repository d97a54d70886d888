"""What a user sees after each key of the table, on a large screen and on a small one."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

import seeds
from store.cable import Received
from store.layouts import read
from store.library import Library
from store.parse import parse
from tests.tui.screens.effects import FOOT, PARTS, Effect
from tui import keys
from tui.app import ReftelApp
from tui.work.job import Job

Seen = Callable[[App[Any]], list[str]]
Press = Callable[..., Awaitable[None]]

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


@pytest.mark.parametrize(
    ("part", "size"),
    [
        *(pytest.param(part, (120, 40), id=f"{part}, large") for part in PARTS),
        *(pytest.param(part, (40, 12), id=f"{part}, small") for part in ("list", "detail", "copy")),
    ],
)
async def test_a_key_shows_what_it_did(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    clip: Path,
    seen: Seen,
    press: Press,
    part: str,
    size: tuple[int, int],
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "true")
    app = ReftelApp(furnished(request.getfixturevalue("two" if part == "versions" else "library")))
    wrong = []
    async with app.run_test(size=size) as pilot:
        app.work.board.jobs += jobs() if part == "jobs" else []
        for effect in PARTS[part]:
            key = next((key for key in keys.of(part) if key.id == effect.id), None)
            if key is None:
                continue
            await press(pilot, *(WAYS[part] if effect.way is None else effect.way))
            await come(pilot, seen, COMES.get(part, ""))
            await press(pilot, *effect.before)
            before = seen(app)
            await press(pilot, effect.key or key.names[0], *effect.then)
            copied = clip.read_text() if clip.exists() else ""
            if not done(effect, before, seen(app)) or not copied.startswith(effect.copied):
                wrong.append((effect, text(before), text(seen(app)), copied[:40]))
            clip.unlink(missing_ok=True)
            await leave(app, pilot, press)
    assert wrong == []


def furnished(library: Library) -> Library:
    """Give a library in which one has kept something already."""
    library.marks.searches.save("bad harvests", "failed", 3)
    library.marks.searches.save("moscow", "origin:moscow", 1)
    library.marks.searches.remember("harvest tax")
    library.marks.note("09MOSCOW1869", "mind the granary")
    return library


def jobs() -> list[Job]:
    return [Job("import", what, ()) for what in ("/first", "/second")]


async def come(pilot: Pilot[Any], seen: Seen, awaited: str) -> None:
    for _ in range(2000):
        if awaited in text(seen(pilot.app)):
            return
        await pilot.pause(0.01)
    raise AssertionError(seen(pilot.app))


async def leave(app: ReftelApp, pilot: Pilot[Any], press: Press) -> None:
    """Go back to the whole list, its first row, nothing marked."""
    while app.focused is not None:
        await press(pilot, "escape")
    while len(app.screen_stack) > 1:
        await app.action_back()
    while app.rooms.list.picks.names or app.rooms.list.view.line:
        await press(pilot, "escape")
    await press(pilot, "comma", "n", "g")


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
