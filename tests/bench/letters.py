"""The cables of a library as letters, and programs that read letters, to measure beside ours.

TAGS become labels, the post is the sender, the day is the date.
"""

import mailbox
import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple

from store.library import Library

LETTER = """\
From: {origin} <post@example.org>
Date: {date}
Subject: {id} {subject}
Message-ID: <{id}@example.org>
X-Label: {labels}

{text}

"""


class Letter(NamedTuple):
    """A cable as a letter: its id, its TAGS, when it was sent, and all of it."""

    id: str
    tags: tuple[str, ...]
    sent: datetime
    text: str


def letters(library: Library) -> Iterator[Letter]:
    """Write every cable as a letter, the newest first."""
    for row in library.page(0, len(library)):
        cable = library.get(row.id)
        sent = datetime.fromisoformat(row.date or "1970-01-01").replace(tzinfo=UTC)
        text = LETTER.format(
            date=format_datetime(sent),
            origin=cable.origin or "?",
            id=row.id,
            subject=cable.subject or "",
            labels=" ".join(cable.tags),
            text=cable.text,
        )
        yield Letter(row.id, tuple(cable.tags), sent, text)


def neomutt(library: Library, folder: Path) -> list[str]:
    """Write a library as an mbox, and give the command that opens it."""
    with (folder / "letters").open("w") as box:
        for letter in letters(library):
            text = letter.text.replace("\nFrom ", "\n>From ")
            box.write(f"From cable@example.org {letter.sent:%a %b %d %H:%M:%S %Y}\n{text}")
    settings = (f"set folder={folder}", "set sort=reverse-date", "set quit=yes", "set move=no")
    (folder / "neomuttrc").write_text("\n".join(settings) + "\n")
    return ["neomutt", "-F", str(folder / "neomuttrc"), "-f", str(folder / "letters")]


def alot(library: Library, folder: Path) -> list[str]:
    """Write a library as a maildir that notmuch knows, and give the command that lists it."""
    told = folder / "notmuch.ini"
    settings = f"[database]\npath={folder}/maildir\n[new]\ntags=\n"
    told.write_text(f"{settings}[maildir]\nsynchronize_flags=false\n")
    (folder / "alot.ini").touch()
    around = os.environ | {"NOTMUCH_CONFIG": str(told)}
    box, tagged = mailbox.Maildir(folder / "maildir"), ""
    for letter in letters(library):
        box.add(letter.text.encode())
        tagged += f"{' '.join(f'+{tag}' for tag in letter.tags)} -- id:{letter.id}@example.org\n"
    subprocess.run(["notmuch", "new", "--quiet"], env=around, check=True)
    tags = "".join(line for line in tagged.splitlines(keepends=True) if line.startswith("+"))
    subprocess.run(["notmuch", "tag", "--batch"], input=tags.encode(), env=around, check=True)
    alike = ["-c", str(folder / "alot.ini"), "-n", str(told)]
    return ["env", f"NOTMUCH_CONFIG={told}", "alot", *alike, "search", "*"]
