"""One command that runs beside the program, and what it has told so far.

A process of its own, so that what it does keeps no key waiting. It tells its progress in lines of
JSON; whatever else it says is for the reader.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Any

WAITING, RUNNING, STOPPING = "waiting", "running", "stopping"
DONE, STOPPED, FAILED = "done", "stopped", "failed"
UNDER_WAY = frozenset((WAITING, RUNNING, STOPPING))

REFUSED = 4
"""The exit code of a command that did what it could: some of its input was none."""

ENOUGH = 1.0
"""Seconds of work by which one can tell how long the rest takes."""

PROGRAM = (
    "import json, sys; sys.path[:] = json.loads(sys.argv.pop(1));"
    "from tui.cli import main; sys.exit(main())"
)
"""What runs a command: from where this program runs, and from no folder one happens to be in."""


class Job:
    """A command by its words; `kind` says in one what it does, `name` to what as well.

    `progress` is the last it told of that (`done`, and `of` how many where it knows), `result` what
    it told in the end, `said` the words beside these.
    """

    def __init__(self, kind: str, what: str, words: Sequence[str]) -> None:
        self.kind = kind
        self.name = f"{kind} {what}"
        self.words = tuple(words)
        self.state = WAITING
        self.progress: Mapping[str, Any] = {}
        self.result: Mapping[str, Any] = {}
        self.said: list[str] = []
        self._process: subprocess.Popen[bytes] | None = None
        self._rest = b""
        self._begun = self._ended = monotonic()
        self._first = self._begun, 0.0

    def start(self) -> int:
        """Run the command; gives the file descriptor on which it tells of itself."""
        command = [sys.executable, "-P", "-c", PROGRAM, json.dumps(sys.path), *self.words]
        # In a session of its own no key and no closed terminal reaches it but through `stop`.
        self._process = subprocess.Popen(  # noqa: S603 - this program itself, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        assert self._process.stdout is not None  # noqa: S101 - it was asked for
        self.state, self._begun = RUNNING, monotonic()
        return self._process.stdout.fileno()

    def hear(self, data: bytes) -> None:
        """Take what it tells; a line may come in parts, and `b""` is its end."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines if data else [*lines, self._rest]:
            self._take(line.decode(errors="replace"))
        if not data:
            self._end()

    def stop(self) -> None:
        """Ask it to come to an end; asked again, it ends at once."""
        if self._process is None or self.state not in UNDER_WAY:
            return
        self._process.send_signal(signal.SIGKILL if self.state == STOPPING else signal.SIGINT)
        self.state = STOPPING

    def finish(self) -> None:
        """Have it stop, and wait for that."""
        if self._process is None or self._process.stdout is None or not self.under_way:
            return
        if self.state == RUNNING:
            self.stop()
        handle = self._process.stdout.fileno()
        os.set_blocking(handle, True)
        while self.state in UNDER_WAY:
            self.hear(os.read(handle, 1 << 16))

    @property
    def under_way(self) -> bool:
        """Whether it has not come to its end."""
        return self.state in UNDER_WAY

    @property
    def share(self) -> float | None:
        """How much of it is done, from 0 to 1; None while that is not known."""
        done, of = self.progress.get("done", 0), self.progress.get("of")
        return min(done / of, 1.0) if of else None

    @property
    def seconds(self) -> float:
        """How long it has run, or ran."""
        return (monotonic() if self.under_way else self._ended) - self._begun

    @property
    def left(self) -> float | None:
        """How many seconds it may take yet; None while there is too little to tell by."""
        begun, before = self._first
        share, going = self.share, monotonic() - begun
        if share is None or share <= before or going < ENOUGH:
            return None
        return going * (1 - share) / (share - before)

    def _take(self, line: str) -> None:
        try:
            told = json.loads(line)
        except ValueError:
            told = None
        if not isinstance(told, dict):
            self.said += [line.removeprefix("reftel: ")] if line.strip() else []
        elif "progress" in told:
            fresh = not self.progress
            self.progress = told["progress"]
            if fresh:  # before that it was only starting, which tells nothing of its rate
                self._first = monotonic(), self.share or 0.0
        else:
            self.result = next(iter(told.values()), {})

    def _end(self) -> None:
        code = self._process.wait() if self._process else 0
        if self._process and self._process.stdout:
            self._process.stdout.close()
        self._ended = monotonic()
        if self.state == STOPPING:
            self.state = STOPPED
        else:
            self.state = DONE if code in {0, REFUSED} and self.result else FAILED
