import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

import seeds
import store
from store.importer.reader import Job, Share, do
from store.importer.walk import Found, Refusal
from store.workers import WorkerLost, Workers

SEED = seeds.data("cables/09MOSCOW1869.txt")


def jobs(folder: Path, count: int) -> Iterator[Job]:
    for number in range(count):
        path = folder / f"{number}.txt"
        path.write_bytes(SEED.replace(b"1869", b"%04d" % (1000 + number)))
        found = Found(path.name, str(path))
        yield (found, Refusal(str(number), "no files in this folder"))


def test_results_come_in_the_order_of_the_jobs(tmp_path: Path) -> None:
    with Workers(do, 2) as workers:
        results = list(workers.each(jobs(tmp_path, 9)))
    ids = [[cable.id for done in result for cable, _ in done.cables] for result in results]
    assert ids == [[f"09MOSCOW{1000 + number}"] for number in range(9)]
    assert [result[1].refused[0].path for result in results] == [str(n) for n in range(9)]


def test_large_jobs_and_large_results_pass_each_other(tmp_path: Path) -> None:
    """Neither side may wait for the other to read while that waits for it."""
    refused = tuple(Refusal(str(n), "x" * 1000) for n in range(1000))
    share = Share(Found("a", "/a"), (), refused, 0)
    with Workers(do, 1) as workers:
        results = list(workers.each([share] * 6))
    assert [result[0].refused for result in results] == [refused] * 6


def test_what_a_worker_cannot_name_is_raised_here() -> None:
    with pytest.raises(TypeError), Workers(do, 1) as workers:
        list(workers.each([5]))  # type: ignore[list-item]


def test_a_worker_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    with Workers(do, 2) as workers:
        results = workers.each(jobs(tmp_path, 100))
        next(results)
        os.kill(workers.pids[1], signal.SIGKILL)
        with pytest.raises(WorkerLost, match="exit code -9"):
            list(results)


def test_no_process_is_left(tmp_path: Path) -> None:
    with Workers(do, 2) as workers:
        next(workers.each(jobs(tmp_path, 9)))
        pids = workers.pids
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


BLOCKED = """
from pathlib import Path
from signal import SIGINT
from store.workers import Workers

if __name__ == "__main__":
    with Workers(abs, 2) as workers:
        for pid in workers.pids:
            status = Path(f"/proc/{pid}/status").read_text()
            blocked = int(status.partition("SigBlk:")[2].split()[0], 16)
            print(bool(blocked >> SIGINT - 1 & 1))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc tells what is blocked")
def test_an_interrupt_is_left_to_the_master_from_the_first_worker_on(tmp_path: Path) -> None:
    script = tmp_path / "blocked.py"
    script.write_text(BLOCKED)
    environment = {**os.environ, "PYTHONPATH": str(Path(store.__file__).parents[1])}
    with Popen([sys.executable, script], env=environment, stdout=PIPE) as master:
        assert master.communicate()[0].split() == [b"True", b"True"]


IN_AN_APP = """
import io
import sys
from store.workers import Workers

class Captured(io.StringIO):
    def fileno(self):
        return -1

if __name__ == "__main__":
    sys.stderr = Captured()
    with Workers(abs, 2) as workers:
        print(*workers.each([-1, -2]))
"""


def test_workers_begin_where_an_app_has_taken_the_place_of_stderr(tmp_path: Path) -> None:
    script = tmp_path / "app.py"
    script.write_text(IN_AN_APP)
    environment = {**os.environ, "PYTHONPATH": str(Path(store.__file__).parents[1])}
    with Popen([sys.executable, script], env=environment, stdout=PIPE) as app:
        assert app.communicate()[0] == b"1 2\n"


MASTER = """
import time
from store.workers import Workers

if __name__ == "__main__":
    with Workers(time.sleep, 2) as workers:
        print("begun", flush=True)
        next(workers.each([600] * 9))
"""


def test_workers_end_when_their_master_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "master.py"
    script.write_text(MASTER)
    environment = {**os.environ, "PYTHONPATH": str(Path(store.__file__).parents[1])}
    with Popen([sys.executable, script], env=environment, stdout=PIPE) as master:
        assert master.stdout
        assert master.stdout.readline() == b"begun\n"
        master.kill()
        master.communicate(timeout=30)  # its workers have the same output: it ends with the last
