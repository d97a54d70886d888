"""Letters of another alphabet, on the screens and where one types."""

from collections.abc import Iterator

import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui import keys
from tui.app import ReftelApp


@pytest.fixture(autouse=True)
def russian() -> Iterator[None]:
    keys.use((), langmap="ru")
    yield
    keys.use(())


async def test_a_letter_does_what_the_latin_one_on_its_key_does(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "о", "о", "л")
        assert seen(app)[-2].endswith(" 2 of 121")
        await press(pilot, "П")
        assert seen(app)[-2].endswith("121 of 121")


async def test_a_menu_and_a_place_take_it_too(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "б", "щ")
        assert seen(app)[-2].startswith("oldest first")
        await press(pilot, "ь", "ф", "j", "э", "ф")
        assert seen(app)[-2].endswith(" 1 of 121")


async def test_letters_over_references_take_it_too(exercise: Library) -> None:
    app = ReftelApp(exercise)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *("slash", *"09strelsau58", "enter", "enter"), "п", "а", "ф")
        assert seen(app)[-2].startswith("74STRELSAU311")


async def test_what_is_typed_stays_what_it_is(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"мир")
        assert seen(app)[0] == "/мир"
