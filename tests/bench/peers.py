"""Other engines, asked what reftel is asked: SQLite's FTS5, notmuch and rg, over the same texts."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

MAIL = "From: reftel@example.org\nMessage-ID: <{0}@x>\nDate: {1}\nSubject: {2}\n\n"
FIRST = 50


class Peer(NamedTuple):
    """An engine: `ask` finds the first 50 for a line in an order, and gives how many there are.

    A `process` begins anew for each question. `kinds` are the questions it can be asked.
    """

    name: str
    orders: tuple[str, ...]
    kinds: tuple[str, ...]
    process: bool
    ask: Callable[[str, str], int]


WORDS = ("rare", "mid", "tenth", "common")
TEXTS = (*WORDS, "two words", "phrase", "prefix", "typed")


def fts5(texts: Iterable[str], folder: Path) -> Peer:
    """FTS5 without content of its own, as our index holds none; rowids ascend from the newest."""
    database = sqlite3.connect(folder / "fts5.db")
    database.execute("CREATE VIRTUAL TABLE cables USING fts5(text, content='')")
    database.executemany("INSERT INTO cables (text) VALUES (?)", ((text,) for text in texts))
    database.commit()
    by = {"newest": "rowid", "relevance": "rank"}

    def ask(line: str, order: str) -> int:
        found = "FROM cables WHERE cables MATCH ?"
        rows = f"SELECT rowid {found} ORDER BY {by[order]} LIMIT {FIRST}"
        database.execute(rows, (line,)).fetchall()
        count = database.execute(f"SELECT count(*) {found}", (line,)).fetchone()[0]
        return int(count)

    return Peer("fts5", ("newest", "relevance"), TEXTS, process=False, ask=ask)


def notmuch(texts: Iterable[str], folder: Path) -> Peer | None:
    """notmuch, each text a mail: it takes in some 60 a second. None where it is not installed."""
    if shutil.which("notmuch") is None:
        return None
    mail, config = folder / "mail", folder / "notmuch-config"
    for number, text in enumerate(texts):
        place = mail / str(number // 1000)
        place.mkdir(parents=True, exist_ok=True)
        head = MAIL.format(number, "Mon, 01 Jan 2001 00:00:00 +0000", number)
        (place / f"{number}.eml").write_text(head + text, "utf-8")
    config.write_text(f"[database]\npath={mail}\n[user]\nprimary_email=reftel@example.org\n")
    environment = {**os.environ, "NOTMUCH_CONFIG": str(config)}
    subprocess.run(["notmuch", "new", "--quiet"], check=True, env=environment)

    def ask(line: str, _: str) -> int:
        first = ["notmuch", "search", "--output=messages", f"--limit={FIRST}", line]
        subprocess.run(first, check=True, capture_output=True, env=environment)
        counted = subprocess.run(
            ["notmuch", "count", line], check=True, capture_output=True, env=environment
        )
        return int(counted.stdout)

    return Peer("notmuch", ("newest",), TEXTS, process=True, ask=ask)


def rg(files: Path) -> Peer | None:
    """Run `rg -l` for a word over the files, which names them all. None where it is not there."""
    if shutil.which("rg") is None:
        return None

    def ask(line: str, _: str) -> int:
        command = ["rg", "-l", "-i", "-w", "-F", line.strip('"'), str(files)]
        found = subprocess.run(command, check=False, capture_output=True)
        return found.stdout.count(b"\n")

    return Peer("rg", ("newest",), WORDS, process=True, ask=ask)
