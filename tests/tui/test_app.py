import pytest
from rich.segment import Segment
from textual.color import Color

from store.errors import LibraryDamaged
from store.library import Library
from tests.tui.driving import press, seen, send
from tui.app import ReftelApp
from tui.fault import INTERNAL_ERROR
from tui.net import Net

WORDS = "the words of a cable"


async def test_a_fault_of_the_program_prints_nothing_of_a_cable(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    app = ReftelApp(library)

    def broken(layout: object) -> None:
        words = WORDS
        raise RuntimeError(words)

    async def broken_while_reading() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "enter")
            app.screen.text.relay = broken  # type: ignore[attr-defined]
            await pilot.resize_terminal(70, 24)
            await press(pilot)

    with pytest.raises(RuntimeError):
        await broken_while_reading()
    printed = "".join(capsys.readouterr())
    assert "RuntimeError" in printed
    assert WORDS not in printed
    assert "words =" not in printed
    assert app.return_code == INTERNAL_ERROR


@pytest.mark.parametrize("keys", [("enter",), ("slash", "a")], ids=str)
async def test_trouble_with_the_library_is_said_and_the_app_stays(
    library: Library, monkeypatch: pytest.MonkeyPatch, keys: tuple[str]
) -> None:
    def damaged(*_: object, **__: object) -> None:
        raise LibraryDamaged("The library is \x1b[31mdamaged.")

    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        monkeypatch.setattr(library, "get", damaged)
        monkeypatch.setattr(library, "search", damaged)
        await press(pilot, *keys)
        assert seen(app)[-1] == "The library is ␛[31mdamaged."
        assert app.return_code is None


async def test_keys_typed_ahead_find_their_place(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        send(app, "slash", *"failed", "enter", "j", "enter", "q", "j", "enter")
        await press(pilot)
        assert app.rooms.list.rows.cursor == 2
        third = app.rooms.list.rows.current
        assert third is not None
        assert seen(app)[-2].startswith(third.row.id)


AHEAD = {
    "find and next hit": ("enter", "slash", *"raid", "enter", "n"),
    "a reference's letter": ("colon", "3", "enter", "enter", "f", "s", "v"),
    "sort and read": ("slash", *"king", "enter", "comma", "r", "enter"),
    "go to a date and read": ("colon", *"1979-11", "enter", "enter"),
    "narrow and go": ("F", *"le", "tab", *"conf", "enter", "escape", "j", "apostrophe", "z"),
    "all cables and read": ("slash", *"king", "enter", "q", "enter"),
}


@pytest.mark.parametrize("keys", AHEAD.values(), ids=AHEAD)
async def test_keys_typed_ahead_do_what_they_do_one_by_one(
    exercise: Library, keys: tuple[str, ...]
) -> None:
    shown = []
    for ahead in (False, True):
        app = ReftelApp(exercise)
        async with app.run_test(size=(100, 30)) as pilot:
            await press(pilot)
            if ahead:
                send(app, *keys)
            else:
                await press(pilot, *keys)
            await press(pilot, "ctrl+l")
            shown.append(seen(app))
    assert shown[0] == shown[1]


async def test_a_row_far_away_is_read_though_it_is_still_on_its_way(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        send(app, "G", "enter")
        await press(pilot, "ctrl+l")
        assert app.rooms.list.rows.cursor == 120
        assert app.rooms.list.under is not None
        assert seen(app)[-2].startswith(app.rooms.list.under.id)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("asterisk",), " is starred"),
        (("space", "asterisk"), " is starred"),
        (("t", *"crop", "enter"), " is tagged crop"),
        (("a", *"granary", "enter"), ": granary"),
        (("m", "d"), "d is "),
    ],
    ids=["star", "mark", "tag", "note", "place"],
)
async def test_a_row_far_away_is_kept_though_it_is_still_on_its_way(
    library: Library, keys: tuple[str, ...], said: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        send(app, "G", *keys)
        await press(pilot)
        assert app.rooms.list.under is not None
        assert said in seen(app)[-1]
        assert app.rooms.list.under.id in seen(app)[-1]


async def test_screens_are_made_once(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "q", "slash", "escape", "question_mark", "q")
        before = [id(screen) for screen in app._installed_screens.values()]
        nodes = len(list(app.walk_children()))
        for _ in range(5):
            await press(pilot, "enter", "q", "slash", "escape", "question_mark", "q")
        assert [id(screen) for screen in app._installed_screens.values()] == before
        assert len(list(app.walk_children())) == nodes


async def test_no_color_is_kept(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"piracy", "enter", "enter")
        styles = [
            segment.style
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style is not None
        ]
    assert not [
        s for s in styles if not all(c is None or c.is_default for c in (s.color, s.bgcolor))
    ]
    assert any(style.reverse for style in styles)


def test_the_net_keeps_lengths_and_lets_no_control_through() -> None:
    hostile = "a\x1b[2J\x9b31m\u202eb\x7f"
    (caught,) = Net().apply([Segment(hostile)], Color(0, 0, 0))
    assert len(caught.text) == len(hostile)
    assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in caught.text)
    assert "\u202e" not in caught.text


async def test_a_key_does_not_wait_for_ever_for_a_list_that_is_not_drawn(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.keyboard.LATEST", 0.05)
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        app.keyboard.there.clear()
        await press(pilot, "j")
        assert seen(app)[-2].endswith("2 of 121")
