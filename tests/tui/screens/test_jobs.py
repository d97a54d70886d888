from pathlib import Path

import pytest

from store.library import Library
from tests.tui.driving import press, seen, until
from tests.tui.work.held import HELD
from tui.app import ReftelApp
from tui.doors import Doors


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have imports go on until they are stopped."""
    monkeypatch.setattr("tui.work.job.PROGRAM", HELD)


async def test_a_job_is_stopped_when_asked_twice_and_what_is_in_stays(
    library: Library, tmp_path: Path, files: Path, held: None
) -> None:
    words = ("--library", str(tmp_path / "own"))
    app = ReftelApp(library, doors=Doors(tmp_path / "own", words=words))
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "w", "x")
        assert seen(app)[-1] == "No jobs yet"
        await press(pilot, "q")
        await app.work.action_bring(str(files))
        await until(pilot, lambda: any("Enter  import into" in row for row in seen(app)))
        await press(pilot, "enter")
        assert seen(app)[0].startswith("import ")
        await until(pilot, lambda: "of 3 files" in seen(app)[1])
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
    library: Library, tmp_path: Path, files: Path, held: None
) -> None:
    words = ("--library", str(tmp_path / "own"))
    app = ReftelApp(library, doors=Doors(tmp_path / "own", words=words))
    async with app.run_test(size=(100, 24)) as pilot:
        await app.work.action_bring(str(files))
        await until(pilot, lambda: any("Enter  import into" in row for row in seen(app)))
        await press(pilot, "enter")
        await until(pilot, lambda: "of 3 files" in seen(app)[1])
        await press(pilot, "Q")
    (told,) = app.finish()
    assert told.startswith("import ")
    assert told.endswith(f"the same again goes on: reftel import {files}")


async def test_a_library_that_cannot_be_is_said_before_anything_is_imported(
    library: Library, tmp_path: Path, files: Path
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


async def test_a_job_that_fails_says_why(library: Library, tmp_path: Path, files: Path) -> None:
    words = ("--library", str(tmp_path / "own"))
    app = ReftelApp(library, doors=Doors(tmp_path / "own", words=words))
    async with app.run_test(size=(160, 24)) as pilot:
        await app.work.action_bring(str(files))
        await until(pilot, lambda: any("Enter  import into" in row for row in seen(app)))
        (tmp_path / "own").write_text("a file")
        await press(pilot, "enter")
        await until(pilot, lambda: seen(app)[0].endswith("failed"))
        assert "is a file; a library is a" in seen(app)[1]
