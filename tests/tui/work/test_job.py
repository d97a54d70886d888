import json
import os
import time
from importlib import resources
from pathlib import Path

import pytest

from tests.tui.work.held import HELD
from tui.work.job import DONE, FAILED, RUNNING, STOPPED, STOPPING, Job

SEED = Path(str(resources.files("seeds") / "cables" / "09MOSCOW1869.txt"))


def heard(job: Job) -> Job:
    handle = job.start()
    while job.under_way:
        job.hear(os.read(handle, 1 << 16))
    return job


def test_a_command_runs_beside_and_tells_its_result(tmp_path: Path) -> None:
    library = tmp_path / "library"
    words = ("--library", str(library), "import", "--progress", "--", str(SEED))
    job = heard(Job("import", "a cable", words))
    assert (job.state, job.result["new"], job.said) == (DONE, 1, [])
    assert job.progress["of"] == 1
    assert library.is_dir()


def test_it_is_run_from_where_the_program_is_and_from_no_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("tui.py", "json.py", "store.py"):
        (tmp_path / name).write_text("raise SystemExit('a file of a stranger was run')\n")
    monkeypatch.chdir(tmp_path)
    job = heard(Job("look", "", ("import", "--dry-run", "--progress", "--", str(SEED))))
    assert (job.state, job.result["cables"], job.said) == (DONE, 1, [])


def test_what_it_cannot_do_is_said_and_no_result(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("a file")
    words = ("--library", str(tmp_path / "library"), "import", "--progress", str(SEED))
    job = heard(Job("import", "", words))
    assert (job.state, job.result) == (FAILED, {})
    assert job.said[-1].endswith("is a file; a library is a folder.")


def test_refused_input_is_a_result(tmp_path: Path) -> None:
    (tmp_path / "none.txt").touch()
    job = heard(Job("look", "", ("import", "--dry-run", "--progress", str(tmp_path))))
    assert job.state == DONE
    assert job.result["refused"][0]["reason"] == "it is empty"


def test_a_job_that_is_stopped_comes_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.work.job.PROGRAM", HELD)
    words = ("--library", str(tmp_path / "library"), "import", "--progress", str(SEED))
    job = Job("import", "", words)
    handle = job.start()
    while not job.progress:
        job.hear(os.read(handle, 1 << 16))
    job.stop()
    assert job.state == STOPPING
    job.finish()
    assert job.state == STOPPED
    assert job.result["interrupted"]


def told(*lines: object) -> bytes:
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def test_lines_may_come_in_parts() -> None:
    job = Job("import", "", ())
    data = told({"progress": {"done": 1, "of": 4}}, {"progress": {"done": 2, "of": 4}})
    for at in range(len(data)):
        job.hear(data[at : at + 1])
    assert job.share == 0.5


def test_what_is_no_line_of_json_is_what_it_says() -> None:
    job = Job("import", "", ())
    job.hear(b"reftel: no such file\n[1]\n\n" + told({"report": {"new": 1}}))
    assert (job.said, job.result) == (["no such file", "[1]"], {"new": 1})


def test_the_time_left_is_told_when_there_is_something_to_tell_by() -> None:
    job = Job("import", "", ())
    job.state = RUNNING
    assert (job.share, job.left) == (None, None)
    job.hear(told({"progress": {"done": 0, "of": 100}}))
    job._first = time.monotonic() - 10, 0.0
    job.hear(told({"progress": {"done": 25, "of": 100}}))
    assert job.left is not None
    assert 29 < job.left < 31
