import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp


async def test_the_outline_has_headings_and_paragraphs_with_their_marks(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "O")
        rows = seen(app)
    assert rows[0].startswith("¶1 (SBU) Summary.  Russian law enforcement")
    assert rows[1] == "Surprise Raid"
    assert rows[2].startswith("¶2 (U) Early in the morning")
    assert rows[-2].startswith("outline: 09MOSCOW1869")
    assert all(len(row) <= 80 for row in rows)


@pytest.mark.parametrize("key", ["enter", "l", "right"])
async def test_enter_goes_to_the_part_of_the_text(library: Library, key: str) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "O", "j", key)
        heading = seen(app)
        await press(pilot, "O", "j", key)
        paragraph = seen(app)
    assert heading[1] == "Surprise Raid"
    assert paragraph[1].startswith("¶2 (U)")
    assert "¶2/7" in paragraph[-2]


async def test_the_outline_opens_where_one_reads_and_changes_nothing(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "4", "p")
        before = seen(app)
        await press(pilot, "O")
        rows = seen(app)
        cursor = int(rows[-2].split()[-3])
        assert rows[cursor - 1].startswith("¶4")
        await press(pilot, "q")
        assert seen(app) == before


async def test_a_part_far_down_is_gone_to_from_the_text_as_received(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "v", "O", "j", "j", "enter")
        assert seen(app)[1].startswith("¶2. (U)")


@pytest.mark.parametrize("size", [(40, 12), (12, 4), (3, 3)], ids=str)
async def test_the_outline_of_a_cable_without_parts_leads_nowhere(
    exercise: Library, size: tuple[int, int]
) -> None:
    app = ReftelApp(exercise)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *("slash", *"76strelsau902", "tab", "enter", "O", "j", "enter", "O"))
        assert app.is_running
