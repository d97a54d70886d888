"""`reftel` as a process of its own: what it wrote, how it ended, what it cost."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Timer
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
PLAIN = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Takes from root the power to read and write what it may not."""


class Done(NamedTuple):
    """How a process ended: its exit code, or less than 0 for a signal."""

    code: int
    out: str
    err: str
    megabytes: float


def words(*said: object) -> list[str]:
    """Give the words of a command of reftel."""
    return [sys.executable, "-m", "tui", *(os.fsdecode(str(each)) for each in said)]


def run(
    said: Sequence[object],
    *,
    anyone: bool = False,
    before: Sequence[str] = (),
    env: Mapping[str, str] | None = None,
    seconds: float = 120,
) -> Done:
    """Run a command to its end, as `anyone` without root's powers, with `before` in front."""
    bound = PLAIN if anyone and os.geteuid() == 0 else ()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [*before, *bound, *words(*said)],
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
        late = Timer(seconds, process.kill)
        late.start()
        try:
            _, status, used = os.wait4(process.pid, 0)
        finally:
            late.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        wrote, said_of_it = out.read().decode(), err.read().decode()
    return Done(process.returncode, wrote, said_of_it, used.ru_maxrss / 1024)
