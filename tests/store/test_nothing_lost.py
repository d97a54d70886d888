"""What is left after kills, faults, full disks, flipped bits, and of two at once.

The full runs are the scripts of `tests.harness`: here each is so small that it can be run each day.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.harness import cuts, disks, flips, full, pairs
from tests.harness.faults import COMMANDS, Tried
from tests.harness.kills import killed
from tests.harness.resumed import resumed
from tests.harness.synced import Order, synced


def _may(*words: str) -> bool:
    return bool(shutil.which(words[0])) and subprocess.run(words, check=False).returncode == 0


@pytest.mark.parametrize(
    "victim", ["add", "import", "marks", "practice", "reindex", "repair", "restore"]
)
def test_a_kill_loses_nothing_that_was_acknowledged(victim: str) -> None:
    assert killed(victim, 2, files=40)["wrong"] == []


def test_an_import_that_was_killed_comes_to_the_same_end() -> None:
    assert resumed(40, 2, longest=0.5)["wrong"] == []


traced = pytest.mark.skipif(
    not _may("strace", "-o", "/dev/null", "true"), reason="strace may not trace"
)


@traced
@pytest.mark.parametrize("command", ["an import", "a note"])
def test_a_fault_leaves_the_old_state_or_the_new_and_is_named(command: str) -> None:
    tried = Tried(COMMANDS[command])
    try:
        outcomes = list(tried.all(len(tried.calls) - 1, 2))
    finally:
        tried.close()
    assert {each.fault for each in outcomes} == {"kill", "no space", "error", "errors from then"}
    assert [each for each in outcomes if each.wrong] == []


@traced
@pytest.mark.parametrize("command", ["a first import", "a note", "a backup", "a restore"])
def test_what_is_said_to_be_done_is_on_disk(command: str) -> None:
    assert synced(command)["wrong"] == []


@pytest.mark.parametrize(
    ("calls", "says"),
    [
        (['write(3</x/m.tmp>, ""..., 9) = 9', 'rename("/x/m.tmp", "/x/m") = 0'], "gets its name"),
        (['rename("/x/m.tmp", "/x/m") = 0', 'write(1</o>, ""..., 9) = 9'], "the name of m is not"),
        (['pwrite64(3</x/c.db>, ""..., 9, 0) = 9'], "c.db is not on disk"),
        (
            ['write(4</x/c.db-journal>, ""..., 9) = 9', 'pwrite64(3</x/c.db>, ""..., 9, 0) = 9'],
            "c.db is written before its journal",
        ),
        (['unlink("/x/c.db-journal") = 0'], "the name of c.db-journal is not"),
        (['mkdir("/x/library", 0700) = 0'], "the name of library is not"),
    ],
)
def test_the_order_of_writes_is_seen_to_be_wrong(calls: list[str], says: str) -> None:
    order = Order("/x")
    order.take(calls)
    assert any(says in each for each in order.wrong)


@pytest.fixture
def failing() -> None:
    """Where the power can be made to fail."""
    if not cuts.possible():
        pytest.skip("no disk can be made")


@pytest.mark.usefixtures("failing")
@pytest.mark.parametrize("victim", ["add", "marks"])
def test_a_power_cut_loses_nothing_that_was_acknowledged(victim: str) -> None:
    told = cuts.tried(victim, 2)
    assert told["acknowledged"]
    assert told["wrong"] == []


@traced
@pytest.mark.usefixtures("failing")
def test_a_power_cut_is_seen_to_lose_what_was_not_synced() -> None:
    assert cuts.tried("marks", 2, control=True)["wrong"]


@pytest.mark.parametrize("fill", ["documents", "marks", "what is restored"])
def test_a_full_disk_loses_nothing(tmp_path: Path, fill: str) -> None:
    if not _may("mount", "-t", "tmpfs", "-o", f"size={full.SMALL}", "none", str(tmp_path)):
        pytest.skip("no disk may be mounted")
    try:
        assert list(full.FULL[fill](tmp_path)) == []
    finally:
        subprocess.run(["umount", "--lazy", tmp_path], check=True)


def test_a_library_that_may_only_be_read_is_read(tmp_path: Path) -> None:
    assert list(disks.read_only(tmp_path)) == []


@pytest.mark.parametrize("lose", disks.WHILE_OPEN.values(), ids=disks.WHILE_OPEN)
def test_what_is_lost_while_open_is_named(tmp_path: Path, lose: full.Fill) -> None:
    assert list(lose(tmp_path)) == []


@pytest.mark.parametrize("victim", disks.VICTIMS, ids=lambda victim: victim.name)
def test_a_file_that_is_noise_is_named_or_made_again(victim: disks.Victim) -> None:
    assert list(disks.found(disks.noise, victim)) == []


def test_a_flipped_bit_is_found_and_costs_no_other_source() -> None:
    told = flips.flipped(6, 8)
    assert told["source, reported"]
    assert told["wrong"] == []


def test_a_second_import_is_refused_and_the_first_is_whole(tmp_path: Path) -> None:
    assert pairs.imports(tmp_path, 90)["wrong"] == []


@pytest.mark.parametrize(("victim", "writes"), [("marks", 60), ("add", 15)])
def test_two_writers_lose_nothing(tmp_path: Path, victim: str, writes: int) -> None:
    assert pairs.writers(tmp_path, victim, writes)["wrong"] == []
