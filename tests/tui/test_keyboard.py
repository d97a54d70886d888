import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        pytest.param(("d",), "d", id="list"),
        pytest.param(("enter", "s"), "s", id="reader"),
        pytest.param(("enter", "ж"), "ж", id="another alphabet"),
        pytest.param(("f", "f7"), "F7", id="counts"),
        pytest.param(("]",), "]", id="sign"),
        pytest.param(("ctrl+w",), "Ctrl-w", id="with Ctrl"),
    ],
)
async def test_a_key_that_does_nothing_says_where_those_are_that_do(
    library: Library, keys: tuple[str, ...], said: str
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        assert seen(app)[-1] == f"{said} does nothing here: ? shows the keys"
        await press(pilot, "down")
        assert "does nothing" not in seen(app)[-1]


async def test_a_number_before_a_key_that_does_nothing_is_gone_with_it(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5", "d", "j")
        assert seen(app)[-2].endswith(" 2 of 121")


async def test_a_key_that_does_nothing_in_a_line_leaves_what_is_said_there(
    library: Library,
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"piracy", "f7")
        assert seen(app)[-1].startswith("Enter results")
