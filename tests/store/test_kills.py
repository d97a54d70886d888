"""What is left after kill -9 and after faults; the full runs are scripts of `tests.harness`."""

import shutil
import subprocess

import pytest

from tests.harness.faults import COMMANDS, Tried
from tests.harness.kills import killed
from tests.harness.resumed import resumed


@pytest.mark.parametrize("victim", ["add", "import", "marks", "practice", "reindex"])
def test_a_kill_loses_nothing_that_was_acknowledged(victim: str) -> None:
    assert killed(victim, 2, files=60)["wrong"] == []


def test_an_import_that_was_killed_comes_to_the_same_end() -> None:
    told = resumed(60, 2, longest=0.6)
    assert told["wrong"] == []


def _traceable() -> bool:
    words = ["strace", "-o", "/dev/null", "true"]
    return bool(shutil.which("strace")) and subprocess.run(words, check=False).returncode == 0


@pytest.mark.skipif(not _traceable(), reason="strace is not there, or may not trace")
@pytest.mark.parametrize("command", ["an import", "a note"])
def test_a_fault_leaves_the_old_state_or_the_new_and_is_named(command: str) -> None:
    tried = Tried(COMMANDS[command])
    try:
        outcomes = list(tried.all(2 * len(tried.calls) // 3, 2))
    finally:
        tried.close()
    assert {each.fault for each in outcomes} == {"kill", "no space", "error", "errors from then"}
    assert [each for each in outcomes if each.wrong] == []
