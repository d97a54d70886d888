"""Five tasks of a newcomer, played through with the fewest keys known: how many, and whether done.

    python -m tests.bench.tasks

Opens the practice library in a pseudo-terminal for each task, and where they are installed
`neomutt` and `alot` (with notmuch) on the same cables as letters (TAGS as labels, the post as
sender), presses the keys, and looks whether what was wanted stands there. Every letter, Enter, Tab
and Escape counts as one key; what leads to where a task begins does not. Prints one JSON line: by
task the keys with each program, null where it cannot be done with it, "failed" where it was not.
"""

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from store.practice import practice
from tests.bench import letters
from tests.bench import terminal as bare
from tests.bench.terminal import COLUMNS, ROWS, reftel
from tests.tui.wire.terminal import TAKEN, Terminal

QUIET = 0.3
ENTER, TAB, ESCAPE = "\r", "\t", "\x1b"
FIRST = b"09MOSCOW1869"
"""The cable that stands first in every list."""

PEERS = {"neomutt": letters.neomutt, "alot": letters.alot}


class Task(NamedTuple):
    """The keys of a task, and what has to stand on the screen in the end, and what (`gone`) not.

    A stroke of several letters is typed in one go. `before` are the keys to where it begins,
    `again` those of the next day, in the program opened anew.
    """

    keys: tuple[str, ...]
    shown: str
    before: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    gone: str = ""

    @property
    def pressed(self) -> int:
        """How many keys it takes."""
        return sum(map(len, (*self.keys, *self.again)))


TASKS: dict[str, tuple[Task, Task | None, Task | None]] = {
    "find a cable by a phrase": (
        Task(("/", '"internet piracy"', ENTER, ENTER), "CABLE       09MOSCOW1869"),
        Task(("l", '~b "internet piracy"', ENTER, ENTER), "INTERNET PIRACY"),
        Task(("\\", '"internet piracy"', ENTER, ENTER), "AMEMBASSY MOSCOW"),
    ),
    "follow its REF and come back": (
        Task((TAB, ENTER, "H"), "CABLE       09ZENDA44", before=("j", ENTER)),
        Task(
            ("q", "/", "~i 95STRELSAU140", ENTER, ENTER, "q", "/", "~i 09ZENDA44", ENTER, ENTER),
            "A NEW CARD BESIDE THE BED",
            before=("j", ENTER),
        ),
        Task(
            ("\\", "subject:95STRELSAU140", ENTER, ENTER, "d", "d"),
            "A NEW CARD BESIDE THE BED",
            before=("j", ENTER),
        ),
    ),
    "copy ¶3 with its citation": (
        Task(("3", "p", "y", "q"), "kept in", before=(ENTER,)),
        None,
        None,
    ),
    "narrow 2009 Moscow by TAGS": (
        Task(
            ("F", "o", TAB, "m", ENTER, "d", TAB, "2009", ENTER, "t", TAB, "k", ENTER, ESCAPE),
            "1 of 1",
        ),
        Task(
            ("l", "~f moscow ~d 1/1/2009-31/12/2009 ~y KIPR", ENTER),
            "INTERNET PIRACY",
            gone="09ZENDA44",
        ),
        Task(
            ("\\", "from:moscow date:2009 tag:KIPR", ENTER),
            "INTERNET PIRACY",
            gone="09ZENDA44",
        ),
    ),
    "star three, find them tomorrow": (
        Task(("*", "j", "*", "j", "*", "Q"), "1 of 3", again=("S", ENTER)),
        Task(("F", "F", "F", "q"), "THE SECOND BOX", again=("l", "~F", ENTER), gone="09STRELSAU13"),
        Task(
            ("!", "j", "!", "j", "!", "q"),
            "THE SECOND BOX",
            again=("\\", "tag:flagged", ENTER),
            gone="09STRELSAU13",
        ),
    ),
}


def played(command: list[str], task: Task) -> int | str:
    """Play a task through with our program, and count its keys."""
    around = {name: value for name, value in os.environ.items() if name not in bare.DROPPED}
    around |= {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
    strokes = (*task.before, *task.keys)
    for day in (strokes, task.again) if task.again else (strokes,):
        terminal = Terminal(command, (COLUMNS, ROWS), around)
        terminal.until(lambda: TAKEN in terminal.sent)  # noqa: B023
        for stroke in ("", *day):
            terminal.keys(stroke.encode())
            while terminal.process.poll() is None and terminal.read(QUIET):
                pass
        shown = terminal.shown
        terminal.close()
    return task.pressed if any(task.shown in row for row in shown) else "failed"


def with_letters(command: list[str], task: Task) -> int | str:
    """Play a task through with a reader of letters, and count its keys."""
    strokes = (*task.before, *task.keys)
    for day in (strokes, task.again) if task.again else (strokes,):
        terminal = bare.Terminal(command)
        terminal.until(FIRST)
        terminal.settled(QUIET)
        for stroke in day:
            terminal.press(stroke.encode(), QUIET)
        shown = terminal.redrawn(QUIET)
        terminal.close()
    done = task.shown.encode() in shown and not (task.gone and task.gone.encode() in shown)
    return task.pressed if done else "failed"


def main() -> None:
    """Play all, print."""
    found: dict[str, dict[str, int | str | None]] = {}
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"XDG_STATE_HOME": name, "XDG_CONFIG_HOME": name, "XDG_RUNTIME_DIR": name}
        folder = Path(name)
        with practice(folder / "practice") as library:
            there = {name: make for name, make in PEERS.items() if shutil.which(name)}
            commands = {name: make(library, folder) for name, make in there.items()}
        for task, (ours, *theirs) in TASKS.items():
            found[task] = {"reftel": played(reftel(folder / "practice"), ours)}
            for name, its in zip(PEERS, theirs, strict=True):
                if name in commands:
                    found[task][name] = with_letters(commands[name], its) if its else None
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
