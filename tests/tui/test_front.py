from pathlib import Path

import pytest

from store.library import Library
from tests.tui.driving import press, seen
from tui.app import ReftelApp
from tui.front import front
from tui.screens.stars import Stars

SIZES = [(120, 40), (200, 50), (80, 24), (60, 15), (40, 12), (20, 6)]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("coached", [True, False], ids=["knowing", "new"])
async def test_the_first_frame_is_the_list_as_the_app_draws_it(
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    size: tuple[int, int],
    *,
    coached: bool,
) -> None:
    library.marks.star(["05STRELSAU99"])
    stars = Stars(library)
    stars.load()
    if not coached:
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "nothing yet"))
    app = ReftelApp(library, stars=stars)
    async with app.run_test(size=size) as pilot:
        await press(pilot)
        rows = seen(app)
    drawn = front(library, stars, size, order="newest", coached=coached)
    early = [each.line.plain.rstrip() for each in drawn]
    if size[1] >= 20:
        del rows[1], early[1]  # the times come later
    assert early == rows


async def test_the_oldest_come_first_where_that_is_settled(library: Library) -> None:
    early = front(library, Stars(library), (80, 24), order="oldest", coached=True)
    assert "05STRELSAU" in early[2].line.plain
    assert early[-2].line.plain.startswith("oldest first")
