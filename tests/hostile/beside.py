"""A walk through all rooms of the program, with what is offered, asked and said in each."""

from pathlib import Path

from tests.hostile.session import BACK, ESCAPE, PAGE, Session
from tests.hostile.strings import Hostile

F2, CTRL_R, CLEAR = b"\x1bOQ", b"\x12", b"\x15"
UP, DOWN = b"\x1b[A", b"\x1b[B"
LIST, READER, QUERY = "Enter read", "Space page  p next", "Enter results"
"""How the line of keys begins there."""


def walk(session: Session, name: str, hostile: Hostile, files: Path) -> None:
    """Go through every room from the list and back, with a cable and a text at hand.

    Of the files some are to be refused.
    """
    keep(session, name, hostile)
    ask(session, hostile)
    complete(session, name)
    searches(session)
    look(session, name)
    bring(session, files)
    told(session)


def to_list(session: Session) -> None:
    """Come back to the whole list, from wherever one is."""
    session.press(ESCAPE * 6 + BACK + b"g")
    session.begins(-1, LIST)


def at_prompt(session: Session, sign: bytes, line: str = "") -> None:
    """Press what asks for a line, wait until it is asked for, and paste one."""
    session.press(sign)
    session.begins(-1, sign.decode())
    session.paste(line)


def at_query(session: Session, line: str) -> None:
    """Go to the query line, and paste one."""
    session.press(b"/")
    session.begins(-1, QUERY)
    session.press(CLEAR)
    session.paste(line)


def keep(session: Session, name: str, hostile: Hostile) -> None:
    """Star, tag, note, copy and mark a row of the list; take all of it back, and do it again."""
    at_query(session, f"id:{name}")
    session.terminal.until(lambda: session.terminal.shown[-2].endswith("1 of 1"))
    session.press(b"\r", b"*")
    for asked in (b"t", b"a"):
        at_prompt(session, asked, f"{asked.decode()}{hostile.text}")
        session.press(b"\r", asked, b"\r")
    session.press(b"u", b"u", b"U", b"Uuuu")
    session.press(*(b"y" + bytes([letter]) for letter in b"tcyl"))
    session.press(b"ma", b"'")
    session.terminal.shows("Place")
    session.press(b"a", b"''", b"m", ESCAPE, b"V", b"o")
    to_list(session)


def ask(session: Session, hostile: Hostile) -> None:
    """Type what is no query and what is no command, and narrow by what the cables have."""
    for begun in ('origin:"', ""):
        at_query(session, f"{begun}{hostile.text}")
        session.press(b"\r", ESCAPE)
    at_query(session, "")
    session.press(CTRL_R)
    session.begins(-1, "/")
    session.press(DOWN, UP)
    to_list(session)
    for field in ("origin:", "tag:", "mine:"):
        at_prompt(session, b"F", field)
        session.press(DOWN, b"\t", b"\r")
        to_list(session)
    session.press(b"f")
    session.begins(-1, "Enter only these")
    session.press(b"j", b"\t", PAGE)
    to_list(session)
    for begun in ("", "show ", "searches ", "save "):
        at_prompt(session, b":", f"{begun}{hostile.text}")
        session.press(b"\t", b"\r")
        to_list(session)


def complete(session: Session, name: str) -> None:
    """Take what is offered for a command, and what it does."""
    for line in ("tag ", "search origin:", "search ", "searches ", f"show {name[:6]}"):
        at_prompt(session, b":", line)
        session.press(DOWN + DOWN + UP, b"\t\r")
        to_list(session)
    for line in (f"compare {name}", "search tag:", "star", "cite", "history"):
        at_prompt(session, b":", line)
        session.press(b"\r")
        to_list(session)


def searches(session: Session) -> None:
    """See what is saved, take one away and bring it back, run one, save another."""
    session.press(b"S")
    session.begins(-2, "saved searches")
    session.press(*[b"j"] * 4, b"d", b"u", PAGE, b"\r", b"s", b"again\r")
    to_list(session)


def look(session: Session, name: str) -> None:
    """Look at a cable in every way, its place and its notes, and on the screen between programs."""
    at_prompt(session, b":", f"show {name}")
    session.press(b"\r")
    session.begins(-1, READER)
    for letter in b"nfwhrtzb":
        session.press(b"z" + bytes([letter]))
    session.press(b"=", b">", b"<", b"mb", b"'")
    session.terminal.shows("Place")
    session.press(b"b", b"zp")
    session.terminal.shows("-- Enter")
    session.press(b"\r")
    session.begins(-1, READER)
    for key, room in ((b"O", "outline"), (b"r", "references"), (b"c", f"{name}: ")):
        session.press(key)
        session.begins(-2, room)
        session.press(PAGE, b"g", BACK)
        session.begins(-1, READER)
    to_list(session)


def bring(session: Session, files: Path) -> None:
    """Type a path with what lies there, look, see what is left out, import, read the report.

    No key types some of its letters: its name is completed.
    """
    begun = str(files)[: -len(files.name) + 2]
    at_prompt(session, b":", f"import {begun}")
    session.press(DOWN, b"\t")
    to_list(session)
    session.press(b"I")
    session.begins(-1, ">")
    session.paste(begun)
    session.press(b"\t")
    session.terminal.shows("one.txt")
    session.press(b"\r")
    session.terminal.shows("import into")
    session.press(b"G", b"l")
    session.begins(-2, "left out")
    session.press(PAGE, b"G", BACK, b"\r")
    session.terminal.until(lambda: any(row.endswith(" done") for row in session.terminal.shown))
    session.press(b"\r")
    session.begins(-2, "import ")
    session.press(PAGE, b"G", BACK)
    to_list(session)


def told(session: Session) -> None:
    """Read what the program says of itself and of the library, and its first page."""
    for line, room in (("info", "library"), ("doctor", "what reftel found")):
        at_prompt(session, b":", line)
        session.press(b"\r")
        session.begins(-2, room)
        session.press(PAGE, BACK)
    session.press(b"?", PAGE, BACK, F2)
    session.terminal.shows("Your library is in")
    session.press(b"3", PAGE, BACK)
    to_list(session)
