import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp

BANNER = "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
SIZES = [(120, 40), (80, 24), (60, 20), (40, 12)]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_banner_stands_over_and_under_the_text(
    library: Library, size: tuple[int, int]
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter")
        rows = seen(app)
    assert BANNER in rows[0]
    assert BANNER in rows[-3]
    assert rows[1].split() == ["CABLE", "09MOSCOW1869"] or "09MOSCOW1869" in rows[1]
    assert rows[-2].startswith("09MOSCOW1869")


@pytest.mark.parametrize(
    ("keys", "first"),
    [
        (("j",), 1),
        (("down", "j", "k"), 1),
        (("space",), 19),
        (("pagedown", "b"), 0),
        (("space", "space", "pageup"), 19),
        (("ctrl+d",), 10),
        (("ctrl+d", "ctrl+d", "ctrl+u"), 10),
        (("G", "g"), 0),
        (("1", "2", "G"), 11),
        (("G", "5", "g"), 4),
        (("end", "home"), 0),
        (("k",), 0),
    ],
    ids=str,
)
async def test_keys_move_the_text(library: Library, keys: tuple[str, ...], first: int) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", *keys)
        assert app.screen.text.passage.top == first  # type: ignore[attr-defined]


async def test_the_end_of_the_text_is_the_last_page(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "G", "j", "pagedown")
        rows = seen(app)
    assert "BEYRLE" in rows[-4]
    assert rows[-2].endswith("end")


@pytest.mark.parametrize("key", ["q", "h", "left", "backspace"])
async def test_back_leads_to_the_list(library: Library, key: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", key)
        assert seen(app)[-2].endswith("1 of 121")
        assert app.return_code is None


async def test_capital_f_opens_the_findings_and_folds_them(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 60)) as pilot:
        await press(pilot, "enter")
        folded = "\n".join(seen(app))
        await press(pilot, "F")
        opened = "\n".join(seen(app))
        await press(pilot, "F")
        again = "\n".join(seen(app))
    assert "FINDINGS    3 findings: F opens them" in folded
    assert "line 19: The end of the header" not in folded
    assert "line 19: The end of the header" in opened
    assert again == folded


async def test_v_shows_the_text_as_received_at_the_same_place(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "space", "space")
        reading = seen(app)
        await press(pilot, "v")
        received = seen(app)
        await press(pilot, "v")
        again = seen(app)
    assert received[-2].startswith("09MOSCOW1869  as received")
    top = next(filter(str.strip, reading[1:]))
    assert " ".join(top.split()[-3:]) in " ".join(received[1:4])
    assert next(filter(str.strip, again[1:])) == top


async def test_what_opens_out_of_view_is_said_to(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "4", "p", "z", "h")
        assert seen(app)[-1] == "The header is open at the top: g goes there"
        await press(pilot, "F")
        assert seen(app)[-1] == "The findings are open at the top: g goes there"
        await press(pilot, "v", "F")
        assert seen(app)[-1] == "The findings are folded in the reading view: v turns to it"
        await press(pilot, "v", "g", "z", "h")
        assert "The header" not in seen(app)[-1]


async def test_the_very_top_stays_the_top_in_every_view(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "4", "p", "g")
        assert seen(app)[1].startswith("CABLE")
        await press(pilot, "z", "h")
        assert seen(app)[1].startswith("CABLE")
        await press(pilot, "v")
        assert seen(app)[1].startswith("09MOSCOW1869")
        await press(pilot, "v")
        assert seen(app)[1].startswith("CABLE")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert seen(app)[1].startswith("CABLE")


async def test_a_narrower_terminal_keeps_the_place(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "enter", "space", "space")
        wide = seen(app)[1].split()
        await pilot.resize_terminal(60, 30)
        await press(pilot)
        narrow = " ".join(seen(app)[1:5])
    assert wide[-2] in narrow


async def test_each_cable_opens_at_its_top(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "G", "v", "q", "j", "enter")
        rows = seen(app)
    assert "CONFIDENTIAL" in rows[0]
    assert "05STRELSAU" in rows[1]
    assert "as received" not in rows[-2]


async def test_what_a_cable_holds_is_shown_and_never_acts(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "G", "enter")
        for _ in range(2):
            shown = "\n".join(seen(app))
            assert "␛]52;c;aGk=␇ [/b] [red]red[/red] �evil" in shown
            assert not any(ord(letter) < 32 and letter != "\n" for letter in shown)
            await press(pilot, "v")


async def test_without_hits_n_says_what_to_do(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "n")
        assert "/ finds" in seen(app)[-1]


@pytest.mark.parametrize("size", [(20, 6), (10, 4), (3, 3), (1, 1)], ids=str)
async def test_a_tiny_terminal_breaks_nothing(library: Library, size: tuple[int, int]) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter", "j", "space", "v", "G", "question_mark", "q", "slash", "a")
        assert app.is_running


async def test_letters_are_found_in_the_text_as_they_are_typed(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "slash", *"interfil")
        typing = seen(app)
        await press(pilot, "enter", "n")
        second = seen(app)
    assert typing[-1] == "/interfil"
    assert typing[-2].split("hit ")[1].startswith("1/")
    assert any("interfilm" in row.lower() for row in typing[1:-3])
    assert second[-2].split("hit ")[1].startswith("2/")
    assert second[-1].startswith("Space page")


async def test_n_finds_in_the_next_cable_what_was_found_in_this(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "J", "slash", *"granary", "enter", "J")
        assert "hit" not in seen(app)[-2]
        await press(pilot, "n")
        assert "hit 1/27" in seen(app)[-2]
        await press(pilot, "J", "N")
        assert "hit 27/27" in seen(app)[-2]
        await press(pilot, "3", "K", "n")
        assert seen(app)[-1] == "This cable does not say granary"


async def test_finding_goes_on_from_the_place_in_view(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "G", "slash", *"russia")
        text = app.screen.text  # type: ignore[attr-defined]
        assert text.found.at > 0
        assert text.passage.top > 0


async def test_escape_goes_back_to_the_place_and_the_hits_of_before(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"piracy", "enter", "enter", "space")
        before = seen(app)
        await press(pilot, "slash", *"beyrle", "escape")
        assert seen(app) == before
        await press(pilot, "slash", "enter")
        assert seen(app) == before


async def test_letters_that_are_nowhere_are_said_to_be(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "slash", *"zanzibar", "enter")
        assert seen(app)[-1] == "This cable does not say zanzibar"


async def test_a_typed_beginning_lights_the_words_it_found(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"pira", "tab")
        await press(pilot, "slash", *"*", "enter", "enter")
        assert "hit 1/" in seen(app)[-2]


async def test_a_find_given_up_leads_back_though_the_terminal_was_resized(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "4", "p")
        before = seen(app)
        await press(pilot, "slash", *"beyrle")
        await pilot.resize_terminal(50, 24)
        await pilot.resize_terminal(80, 24)
        await press(pilot, "escape")
        assert seen(app)[:-2] == before[:-2]
