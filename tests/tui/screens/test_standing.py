"""Where one stands in a cable: said, moved on the screen, kept while lines are not wrapped."""

import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((120, 40), "09MOSCOW1869  ¶4/7  42%  line 73 of 170  section 1 of 2  row 1 of 121"),
        ((40, 12), "09MOSCOW1869"),
    ],
)
async def test_a_key_says_where_one_is(library: Library, size: tuple[int, int], said: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter", "4", "p", "equals_sign")
        rows = seen(app)
    shown = rows[-2].split("   ")[0] + rows[-1]
    assert said.split("%")[0][:-2] in shown
    assert "¶4/7" in shown
    assert "line " in shown


async def test_a_cable_that_is_no_row_of_the_list_has_none(exercise: Library) -> None:
    app = ReftelApp(exercise)
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "slash", *"second", "space", *"box", "tab", "enter", "escape")
        await press(pilot, "equals_sign")
        assert "row 1 of " in " ".join(seen(app)[-2:])
        await press(pilot, "tab", "enter", "equals_sign")
        assert "row " not in " ".join(seen(app)[-2:])


@pytest.mark.parametrize(("key", "row"), [("t", 1), ("z", 11), ("b", 20)])
async def test_the_paragraph_one_is_at_is_put_where_it_reads_best(
    library: Library, key: str, row: int
) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "4", "p", "z", key)
        rows = seen(app)
    assert rows[row].startswith("¶4 (U)")
    assert "¶4/7" in rows[-2]


async def test_lines_are_left_as_they_were_set_and_looked_along(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(50, 24)) as pilot:
        await press(pilot, "enter", "2", "p", "greater_than_sign")
        assert "unwrapped" in " ".join(seen(app)[-2:])
        await press(pilot, "2", "p", "z", "w")
        rows = seen(app)
        assert rows[1].startswith("¶2 (U) Early in the morning")
        assert rows[1].endswith(">")
        assert "unwrapped" in rows[-2]
        await press(pilot, "greater_than_sign")
        assert seen(app)[1].startswith("<")
        await press(pilot, "less_than_sign", "less_than_sign")
        assert seen(app)[1] == rows[1]
        await press(pilot, "z", "w")
        assert seen(app)[1] == "¶2 (U) Early in the morning on May 26, Russian"
