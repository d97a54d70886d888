import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui import keys
from tui.app import ReftelApp
from tui.render.signs import SIGNS
from tui.screens.help import NONE, table

SIZES = pytest.mark.parametrize("size", [(120, 60), (40, 20)], ids=["large", "small"])

WAYS: dict[str, tuple[str, ...]] = {
    "list": (),
    "detail": ("enter",),
    "outline": ("enter", "O"),
    "tree": ("enter", "r"),
}


@pytest.mark.parametrize("screen", WAYS)
@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_shows_the_keys_of_the_screen_and_goes_back(
    library: Library, screen: str, key: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 160)) as pilot:
        await press(pilot, *WAYS[screen])
        before = seen(app)
        await press(pilot, key)
        shown = "\n".join(seen(app))
        await press(pilot, key)
        assert seen(app) == before
    for known in keys.of(screen):
        assert known.tooltip in shown


async def test_help_while_typing_shows_the_keys_of_the_line(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", "f1")
        assert seen(app)[-2].startswith("keys: query line and list")
        await press(pilot, "escape", "x")
        assert seen(app)[0] == "/x"


async def test_help_calls_a_room_as_people_do_and_finds_what_one_would_do(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "question_mark", "slash", *"cite", "enter")
        assert seen(app)[-2].startswith("keys: reader")
        assert any(row.split()[:2] == ["yc", "Citation,"] for row in seen(app))


@pytest.mark.parametrize("screens", [*((name,) for name in WAYS), ("query", "list")], ids="+".join)
def test_each_group_of_keys_is_named_once(screens: tuple[str, ...]) -> None:
    groups = {key.group for key in keys.KEYS}
    named = [line.plain for line in table(screens, 120) if line.plain in groups]
    assert len(named) == len(set(named)) > 2


@pytest.mark.parametrize("width", [120, 60, 40, 20])
def test_no_line_of_the_keys_is_wider_than_the_screen(width: int) -> None:
    lines = table(("query", "list"), width)
    assert all(len(line.plain) <= width for line in lines)


async def test_help_scrolls_on_a_small_screen(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "question_mark", "G")
        assert seen(app)[-2].endswith("end")
        await press(pilot, "escape")
        assert app.return_code is None
        assert seen(app)[-2].endswith("1 of 121")


@pytest.mark.parametrize("screen", SIGNS)
async def test_every_sign_of_a_screen_is_explained(library: Library, screen: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 160)) as pilot:
        await press(pilot, *WAYS[screen], "question_mark")
        rows = [" ".join(row.split()) for row in seen(app)]
    for sign, said in SIGNS[screen]:
        assert " ".join(f"{sign} {said}".split()) in rows


@SIZES
@pytest.mark.parametrize("way", [("enter",), ("f2",)], ids=["reader", "first page"])
async def test_letters_narrow_the_keys_to_those_that_do_so(
    library: Library, way: tuple[str, ...], size: tuple[int, int]
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *way, "question_mark")
        before = seen(app)
        await press(pilot, "slash", *"quit")
        rows = [" ".join(row.split()) for row in seen(app)[:-2] if row]
        assert "Q Quit from anywhere" in rows or {"Q", "Quit from anywhere"} <= {*rows}
        assert not any("page down" in row for row in rows)
        await press(pilot, "escape")
        assert seen(app) == before
        await press(pilot, "slash", *"zzz", "enter")
        assert seen(app)[0] == "Nothing here says that"
        await press(pilot, "slash")
        assert seen(app)[:-2] == before[:-2]


async def test_a_key_that_is_typed_is_told_of_alone(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "question_mark", "slash", "i")
        rows = " ".join(" ".join(seen(app)[:-2]).split())
        assert rows == f"Read i {told('cable.explain')[0].tooltip}"


async def test_letters_narrow_what_a_command_tells(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", *"doctor", "enter", "slash", *"python")
        assert [row.split()[0] for row in seen(app)[:-2] if row] == ["versions"]


@pytest.mark.parametrize(
    ("screen", "typed", "found"),
    [
        ("detail", "zh", ["view.header"]),
        ("detail", "unwrap", []),
        ("detail", "wrap", ["view.wrap"]),
        ("list", "sort oldest", []),
        ("list", "Oldest", ["order.oldest"]),
        ("list", "starred", ["cable.star"]),
        ("list", "undo", ["undo"]),
    ],
)
def test_the_letters_of_menus_are_among_the_keys(screen: str, typed: str, found: list[str]) -> None:
    shown = "\n".join(line.plain for line in table((screen,), 120, typed))
    for each in (each for name in found for each in told(name)):
        assert each.tooltip in shown
    assert found or shown == NONE


def told(id: str) -> list[keys.Key]:  # noqa: A002
    return [key for key in keys.KEYS if key.id == id]
