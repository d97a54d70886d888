"""Cables that hold a hostile text in every field, and a library of them."""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from store import importer
from store.errors import MarkRefused
from store.library import Library
from tests.hostile.strings import Hostile

LISTING = """\
09STRELSAU{number}
{text}
Wed Jul {day:02} {hour:02}:{minute:02}:00 +0200 2009
CONFIDENTIAL
Embassy {text}
"""
MANGLED = """\
VZCZCXRO{number} {text}
RR RUEHC {text}
DE RUEHSR #{number:04}/01 {text}
ZNY CCCCC ZZH {text}
R {day:02}{hour:02}{minute:02}Z JUL 09 {text}
FM AMEMBASSY {text}
TO RUEHC/SECSTATE {text} 1000
INFO RUEHZL/EUROPEAN POLITICAL {text}C O N F I D E N T I A L STRELSAU {number:06}
"""
HEADER = """\
VZCZCXRO{number}
RR RUEHC
DE RUEHSR #{number:04}/01 {of_year:03}{hour:02}{minute:02}
ZNY CCCCC ZZH
R {day:02}{hour:02}{minute:02}Z JUL 09
FM AMEMBASSY STRELSAU
TO RUEHC/SECSTATE {text} 1000
INFO RUEHZL/EUROPEAN POLITICAL {text}
RUEHKX/AMEMBASSY SLAVNA 0158C O N F I D E N T I A L STRELSAU {number:06}
"""
TELEGRAM = """\

SIPDIS
{text}
STATE FOR EUR {text}

E.O. 12958: DECL: 07/22/2019 {text}
TAGS: PGOV, PREL, {text}, RU
SUBJECT: {text}
REF: A. 09STRELSAU{before} {text}
     B. {text}
     C. 09 STRELSAU {after}
     D. 09 STRELSAU {before}

Classified By: {text}, Reasons 1.4 (b) and (d) {text}.

----------
{text}
----------

1. (C) Evil harvest {text} of the {which} text; see 09STRELSAU{after} and 09{text}77.

2. (S) {text}

Comment {text}
-------

3. {text} (U) no mark {text}. End comment.

{text}
"""


NO_UTF8 = ("bytes", "surrogate")
FIRST, PACKED = 1000, 9999
"""The number of the first text, and of the cable that has all of them."""


def marked(number: int, text: str) -> str:
    """Put a text between marks that name it."""
    return f"{{{number}:{text}:{number}}}"


def cable(number: int, hostile: Hostile, version: int = 1) -> bytes:
    """Make a cable of the listing layout; the second version has a header that can be read."""
    header = MANGLED if version == 1 else HEADER
    filled = (LISTING + header + TELEGRAM).format(
        number=number,
        text="\0",
        day=number % 28 + 1,
        of_year=number % 28 + 182,
        hour=number % 24,
        minute=number % 60,
        before=max(number - 1, 1),
        after=number + 1,
        which=["first", "second"][version - 1],
    )
    text = marked(number, "\0").encode().replace(b"\0", hostile.raw)
    return filled.encode().replace(b"\0", text)


def packed(number: int, strings: Sequence[tuple[int, Hostile]]) -> bytes:
    """Make one cable of many texts, a paragraph each."""
    lead = (LISTING + HEADER).format(
        number=number, text="PACKED", day=31, of_year=212, hour=0, minute=0
    )
    texts = (
        f"{at}. (C) ".encode() + marked(each, "\0").encode().replace(b"\0", hostile.raw)
        for at, (each, hostile) in enumerate(strings, 1)
        if hostile.kind not in NO_UTF8
    )
    return lead.encode() + b"\nSUBJECT: PACKED\n\n" + b"\n\n".join(texts) + b"\n"


def record(number: int, hostile: Hostile) -> str:
    """Make a cable as an object of JSON, with the text in its id too."""
    text = marked(number, hostile.text)
    keys = ("subject", "origin", "classification", "created")
    values = dict.fromkeys(keys, text) | {
        "id": f"07STRELSAU{text}{number}",
        "tags": ["PGOV", text],
        "references": [text, f"09STRELSAU{number}"],
        "text": f"SUBJECT: {text}\n\n1. (C) {text} of a record.\n",
    }
    return json.dumps(values)


def write(folder: Path, strings: Sequence[tuple[int, Hostile]]) -> None:
    """Write files of the texts, with the texts in their names and in the folders' too."""
    for number, hostile in strings:
        name = b"%d-" % number + hostile.raw[:80].replace(b"/", b"_").replace(b"\0", b"_")
        inner = bytes(folder) + b"/" + name
        Path(inner.decode("utf-8", "surrogateescape")).mkdir(parents=True)
        for version in (1, 2):
            path = inner + b"/%d " % version + name + b".txt"
            Path(path.decode("utf-8", "surrogateescape")).write_bytes(
                cable(number, hostile, version)
            )
    (folder / "packed.txt").write_bytes(packed(PACKED, strings))
    records = (record(number, hostile) for number, hostile in strings)
    (folder / "records.jsonl").write_text("\n".join(records) + "\n")


def refuse(folder: Path, strings: Sequence[tuple[int, Hostile]]) -> None:
    """Write files that are refused, with the texts in their names, and a cable that is not."""
    folder.mkdir(parents=True)
    for number, hostile in strings:
        name = b"%d-" % number + hostile.raw[:80].replace(b"/", b"_").replace(b"\0", b"_")
        Path(os.fsdecode(bytes(folder) + b"/" + name)).write_bytes(b"\0" * number)
    (folder / "one.txt").write_bytes(cable(*strings[0]))


def library(folder: Path, files: Path) -> importer.Report:
    """Import all of it, as a user's files are."""
    with Library.open(folder, create=True) as made:
        return importer.run([files], made, processes=0)


def keep(folder: Path, marks: Path, strings: Sequence[tuple[int, Hostile]]) -> None:
    """Mark cables with the texts: tags, notes and saved searches, in so far as they are taken."""
    with Library.open(folder, marks=marks) as opened:
        for number, hostile in strings:
            name, text = f"09STRELSAU{number}", marked(number, hostile.text)
            with suppress(MarkRefused):
                opened.marks.tag([name], ["".join(hostile.text.split())])
            with suppress(MarkRefused):
                opened.marks.note(name, text)
            with suppress(MarkRefused):
                opened.marks.searches.save(text, f"harvest {number}", 1)
            with suppress(MarkRefused):
                opened.marks.searches.remember(hostile.text)
