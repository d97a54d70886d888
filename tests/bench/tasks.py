"""Five tasks of a newcomer, played through with the fewest keys known: how many, and whether done.

    python -m tests.bench.tasks

Opens the practice library in a pseudo-terminal for each task, and where it is installed `neomutt`
on the same cables as letters (TAGS as labels, the post as sender), presses the keys, and looks
whether what was wanted stands there. Every letter, Enter, Tab and Escape counts as one key; what
leads to where a task begins does not. Prints one JSON line: by task the keys with each program,
null where it cannot be done with it, "failed" where it was not.
"""

import json
import os
import shutil
import tempfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple

from store.cable import Cable
from store.library import Library
from store.practice import practice
from tests.bench import terminal as bare
from tests.bench.terminal import reftel
from tests.tui.wire.terminal import TAKEN, Terminal

SIZE = (120, 40)
QUIET = 0.3
ENTER, TAB, ESCAPE, REDRAW = "\r", "\t", "\x1b", "\x0c"

LETTER = """\
From cable@example.org {day:%a %b %d %H:%M:%S %Y}
From: {origin} <post@example.org>
Date: {date}
Subject: {id} {subject}
Message-ID: <{id}@example.org>
X-Label: {tags}

{text}

"""


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


TASKS: dict[str, tuple[Task, Task | None]] = {
    "find a cable by a phrase": (
        Task(("/", '"internet piracy"', ENTER, ENTER), "CABLE       09MOSCOW1869"),
        Task(("l", '~b "internet piracy"', ENTER, ENTER), "INTERNET PIRACY"),
    ),
    "follow its REF and come back": (
        Task((TAB, ENTER, "H"), "CABLE       09ZENDA44", before=("j", ENTER)),
        Task(
            ("q", "/", "~i 95STRELSAU140", ENTER, ENTER, "q", "/", "~i 09ZENDA44", ENTER, ENTER),
            "A NEW CARD BESIDE THE BED",
            before=("j", ENTER),
        ),
    ),
    "copy ¶3 with its citation": (Task(("3", "p", "y", "q"), "kept in", before=(ENTER,)), None),
    "narrow 2009 Moscow by TAGS": (
        Task(
            ("F", "o", TAB, "m", ENTER, "d", TAB, "2009", ENTER, "ta", TAB, "ki", ENTER, ESCAPE),
            "1 of 1",
        ),
        Task(
            ("l", "~f moscow ~d 1/1/2009-31/12/2009 ~y KIPR", ENTER),
            "INTERNET PIRACY",
            gone="09ZENDA44",
        ),
    ),
    "star three, find them tomorrow": (
        Task(("*", "j", "*", "j", "*", "Q"), "1 of 3", again=("F", "is", TAB, "s", ENTER, ESCAPE)),
        Task(("F", "F", "F", "q"), "THE SECOND BOX", again=("l", "~F", ENTER), gone="09STRELSAU13"),
    ),
}


def played(command: list[str], task: Task) -> int | str:
    """Play a task through with our program, and count its keys."""
    around = {name: value for name, value in os.environ.items() if name not in bare.DROPPED}
    around |= {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
    strokes = (*task.before, *task.keys)
    for day in (strokes, task.again) if task.again else (strokes,):
        terminal = Terminal(command, SIZE, around)
        terminal.until(lambda: TAKEN in terminal.sent)  # noqa: B023
        for stroke in ("", *day):
            terminal.keys(stroke.encode())
            while terminal.process.poll() is None and terminal.read(QUIET):
                pass
        shown = terminal.shown
        terminal.close()
    return task.pressed if any(task.shown in row for row in shown) else "failed"


def with_neomutt(command: list[str], task: Task) -> int | str:
    """Play a task through with neomutt, and count its keys."""
    strokes = (*task.before, *task.keys)
    for day in (strokes, task.again) if task.again else (strokes,):
        terminal = bare.Terminal(command)
        terminal.settled(1)
        for stroke in (*day, REDRAW):
            os.write(terminal.master, stroke.encode())
            came = b""
            while more := terminal.read(QUIET):
                came += more
        terminal.close()
    done = task.shown.encode() in came and not (task.gone and task.gone.encode() in came)
    return task.pressed if done else "failed"


def letter(cable: Cable, id: str, date: str | None) -> str:  # noqa: A002
    """Write a cable as a letter in an mbox."""
    day = datetime.fromisoformat(date or "1970-01-01").replace(tzinfo=UTC)
    return LETTER.format(
        day=day,
        date=format_datetime(day),
        origin=cable.origin or "?",
        id=id,
        subject=cable.subject or "",
        tags=" ".join(cable.tags),
        text=cable.text.replace("\nFrom ", "\n>From "),
    )


def neomutt(library: Library, folder: Path) -> list[str]:
    """Write the cables of a library as letters, and give the command that opens them."""
    rows = library.page(0, len(library))
    letters = (letter(library.get(row.id), row.id, row.date) for row in rows)
    (folder / "letters").write_text("".join(letters))
    settings = (f"set folder={folder}", "set sort=reverse-date", "set quit=yes", "set move=no")
    (folder / "neomuttrc").write_text("\n".join(settings) + "\n")
    return ["neomutt", "-F", str(folder / "neomuttrc"), "-f", str(folder / "letters")]


def main() -> None:
    """Play all, print."""
    found: dict[str, dict[str, int | str | None]] = {}
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"XDG_STATE_HOME": name, "XDG_CONFIG_HOME": name, "XDG_RUNTIME_DIR": name}
        folder = Path(name)
        with practice(folder / "practice") as library:
            command = neomutt(library, folder) if shutil.which("neomutt") else None
        for task, (ours, theirs) in TASKS.items():
            found[task] = {"reftel": played(reftel(folder / "practice"), ours)}
            if command:
                found[task]["neomutt"] = with_neomutt(command, theirs) if theirs else None
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
