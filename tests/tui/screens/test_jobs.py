from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from store.library import Library
from tui.app import ReftelApp
from tui.doors import Doors

Seen = Callable[[App[Any]], list[str]]
Press = Callable[..., Awaitable[None]]


async def until(pilot: Pilot[Any], ready: Callable[[], object]) -> None:
    for _ in range(2000):
        await pilot.pause(0.01)
        if ready():
            await pilot.pause()
            return
    raise AssertionError(pilot.app.screen)


@pytest.fixture
def many(files: Path) -> Path:
    """A folder that takes some seconds to import."""
    one = files / "in" / "1.txt"
    for number in range(3_000):
        (files / "in" / f"more{number}.txt").hardlink_to(one)
    return files / "in"


async def test_a_job_is_stopped_when_asked_twice_and_what_is_in_stays(
    library: Library, tmp_path: Path, seen: Seen, press: Press, many: Path
) -> None:
    words = ("--library", str(tmp_path / "own"))
    app = ReftelApp(library, doors=Doors(tmp_path / "own", words=words))
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "w", "x")
        assert seen(app)[-1] == "No jobs yet"
        await press(pilot, "q")
        await app.work.action_bring(str(many))
        await until(pilot, lambda: any("Enter  import into" in row for row in seen(app)))
        await press(pilot, "enter")
        assert seen(app)[0].startswith("import ")
        await until(pilot, lambda: "of 3,003 files" in seen(app)[1])
        assert "import" in seen(app)[-2]
        await press(pilot, "x")
        assert seen(app)[-1].startswith("Stop it? x again does")
        await press(pilot, "q", "w", "x")
        assert seen(app)[-1].startswith("Stop it? x again does")
        await press(pilot, "j", "x", "x")
        assert seen(app)[-1].startswith("Stopping")
        await until(pilot, lambda: seen(app)[0].endswith("stopped"))
        assert "import again for the rest" in seen(app)[1]
        await press(pilot, "x")
        assert seen(app)[-1] == "This is at its end"
        assert app.finish() == []


async def test_what_runs_at_the_end_is_stopped_and_told(
    library: Library, tmp_path: Path, seen: Seen, press: Press, many: Path
) -> None:
    words = ("--library", str(tmp_path / "own"))
    app = ReftelApp(library, doors=Doors(tmp_path / "own", words=words))
    async with app.run_test(size=(100, 24)) as pilot:
        await app.work.action_bring(str(many))
        await until(pilot, lambda: any("Enter  import into" in row for row in seen(app)))
        await press(pilot, "enter")
        await until(pilot, lambda: "of 3,003 files" in seen(app)[1])
        await press(pilot, "Q")
    (told,) = app.finish()
    assert told.startswith("import ")
    assert told.endswith(f"the same again goes on: reftel import {many}")


async def test_a_library_that_cannot_be_is_said_before_anything_is_imported(
    library: Library, tmp_path: Path, seen: Seen, press: Press, files: Path
) -> None:
    (tmp_path / "own").write_text("a file")
    words = ("--library", str(tmp_path / "own"))
    app = ReftelApp(library, doors=Doors(tmp_path / "own", words=words))
    async with app.run_test(size=(100, 24)) as pilot:
        await app.work.action_bring(str(files))
        await until(pilot, lambda: any("another path" in row for row in seen(app)))
        assert "own is a file; a library is a folder" in " ".join(seen(app)[:2])
        await press(pilot, "enter")
        assert seen(app)[-1] == "Nothing to import"


async def test_a_job_that_fails_says_why(
    library: Library, tmp_path: Path, seen: Seen, press: Press, files: Path
) -> None:
    words = ("--library", str(tmp_path / "own"))
    app = ReftelApp(library, doors=Doors(tmp_path / "own", words=words))
    async with app.run_test(size=(160, 24)) as pilot:
        await app.work.action_bring(str(files))
        await until(pilot, lambda: any("Enter  import into" in row for row in seen(app)))
        (tmp_path / "own").write_text("a file")
        await press(pilot, "enter")
        await until(pilot, lambda: seen(app)[0].endswith("failed"))
        assert "is a file; a library is a" in seen(app)[1]
