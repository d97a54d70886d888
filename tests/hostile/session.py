"""A reader's session among hostile cables, on a terminal, each screen of the program seen."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from html import unescape

from store.library import Library
from tests.hostile.commands import Blind, Home
from tests.hostile.documents import marked
from tests.hostile.oracle import Oracle
from tests.hostile.strings import Hostile
from tests.tui.wire.terminal import TAKEN, Terminal
from tui.render.safe import safe

MARKED = re.compile(r"\{(\d+):((?:(?!\{\1:).)*?):\1\}")
WHITE, BLANKS = re.compile(r"\s+"), re.compile(" +")

FIRST, QUIET = 0.1, 0.02
"""Seconds that a key may take to draw something, and after which no more comes of it."""

ESCAPE, BACK, PAGE = b"\x1b[27u", b"\x7f", b"\x1b[6~"
"""Escape as terminals of today may send it: not the beginning of another key."""

READING = (
    *(b"zh", PAGE, PAGE, b"F", PAGE, b"F", b"g", b"v", PAGE, PAGE, b"G", b"v", b"g"),
    *(b"i", b"i", b"i", b"i", b"i", b"i", b"I", b"\t", b"\t", b"\t"),
    *(b"f", ESCAPE, b"+", b"-", b"p", b"p", b"P", b"J", b"K", b"*"),
)
ASIDE = {
    "outline: ": (b"O", b"j", b"G"),
    "references: ": (b"r", b"j", b"l", b"j", b"l", b"G"),
    "{}:": (b"c", PAGE),
    "keys": (b"?", PAGE),
}
"""Where one goes from the reader, by how the status line begins there; what one does there."""

BESIDE = (b"o", b"yi", b"yt", b"yp", b"yc", b"yq", b"yl", b"=", b"R")
"""What one does in the reader that says something."""


class Session:
    """One run of the app; all that was sent is kept, and what the screen showed of marked texts."""

    def __init__(
        self, home: Home, size: tuple[int, int], *, first: Sequence[str] = (), **environ: str
    ) -> None:
        command = home.command(*first, "--library", str(home.library))
        self.terminal = Terminal(command, size, home.environ | environ)
        self.size = size
        self.sent = b""
        self.pressed = 0
        self.shown: dict[int, set[str]] = {}
        self.rows: set[str] = set()
        self.seen: set[str] = set()

    def guess(self) -> None:
        """Look at no screen: what comes may be anything."""
        self.terminal.glass = Blind(*self.size)

    def press(self, *keys: bytes) -> None:
        """Press keys, each after what the one before drew has been sent; keep what is shown."""
        for key in keys:
            self.terminal.keys(key)
            self.settle()
            self.pressed += 1

    def settle(self, patience: float = FIRST) -> None:
        """Take what is sent until nothing more is."""
        while self.terminal.read(patience):
            patience = QUIET
        self.sent += self.terminal.sent
        self.terminal.sent = b""
        shown = self.terminal.shown
        self.rows.update(shown)
        for row in shown:
            for number, text in MARKED.findall(row):
                self.shown.setdefault(int(number), set()).add(text)
        if len(shown) > 1:
            self.seen.add(shown[-2].split(":")[0].split("  ")[0])

    def begin(self, words: str) -> None:
        """Wait for the list, and for the app: what shows early hears no keys yet."""
        self.terminal.shows(words)
        self.terminal.until(lambda: TAKEN in self.terminal.sent)
        self.settle(0.3)

    def begins(self, row: int, words: str) -> None:
        """Wait until a row, of the last ones -1, begins with some words."""
        self.terminal.until(lambda: self.terminal.shown[row].startswith(words))
        self.settle()

    def paste(self, text: str) -> None:
        """Paste as a terminal does: it leaves out what would end the paste."""
        data = text.replace("\x1b[201~", "").encode("utf-8", "surrogateescape")
        self.press(b"\x1b[200~" + data + b"\x1b[201~")

    def leave(self) -> int:
        """Quit from wherever one is."""
        self.press(ESCAPE, ESCAPE)
        self.terminal.keys(b"Q")
        try:
            return self.terminal.code()
        finally:
            while self.terminal.read(0.05):
                pass
            self.sent += self.terminal.sent
            self.terminal.close()

    def at(self, name: str) -> bool:
        """Whether the reader of a cable is in front: the status line begins with its id.

        That of its versions has a colon behind it.
        """
        return re.match(rf"{re.escape(name)}(?!:)", self.terminal.shown[-2]) is not None

    def back_to(self, name: str) -> None:
        """Come back to the reader of a cable, from a screen over it or a prompt in it."""
        for key in (ESCAPE, BACK, ESCAPE):
            with suppress(AssertionError):
                self.terminal.until(lambda: self.at(name), 2)
                return
            self.press(key)
        self.terminal.until(lambda: self.at(name))


def list_all(session: Session) -> None:
    """See every row of the list, and every result with its sentence."""
    for keys in ((b"g",), (b"/harvest ", b"\r")):
        session.press(*keys)
        session.settle(1)
        page = b""
        while page != (page := session.terminal.shown[-2].encode()):
            session.press(PAGE)
    session.press(BACK, b"f", b"j", b"\t", PAGE, PAGE, b"f", b",", ESCAPE)


def page_through(session: Session, name: str) -> None:
    """Read a cable to its end, as it is read and as it was received."""
    open_(session, name)
    for view in (b"", b"v"):
        session.press(*([view] if view else []), b"g")
        while not session.terminal.shown[-2].endswith(("end", "all")):
            session.press(PAGE)
    session.press(b"v", BACK, BACK)


def open_(session: Session, name: str) -> None:
    """Open a cable from the list by its id."""
    session.press(b"/" + f"id:{name}".encode())
    session.terminal.until(lambda: session.terminal.shown[-2].endswith("1 of 1"))
    session.press(b"\r", b"\r")
    session.terminal.until(lambda: session.at(name))


def read(session: Session, name: str, hostile: Hostile) -> None:
    """Open a cable from the list by its id, and do all that can be done to it."""
    open_(session, name)
    session.press(*READING)
    for words, (key, *keys) in ASIDE.items():
        session.press(key)
        session.begins(-2, words.format(name))
        session.press(*keys, ESCAPE)
        session.back_to(name)
    for key in BESIDE:
        session.press(key)
        session.back_to(name)
    for asked in (b"/", b":", b"t", b"a"):
        session.press(asked)
        # On the command line letters alone choose a command, one of which hands over the terminal.
        session.paste(f"show {hostile.text}" if asked == b":" else hostile.text)
        session.press(b"\r")
        session.back_to(name)
        session.press(asked, b"\r")  # it says what there is
        session.back_to(name)
    session.press(BACK, b"f", b"j", b"\t", b"f", BACK)


def faults(session: Session, *, stock: bool = False, left: int = 0) -> list[str]:
    """Give the foreign tokens of all that was sent, and what was copied that acts."""
    oracle = Oracle(session.size, copies=True, stock=stock, left=left)
    found = [ascii(token) for token in oracle.foreign(session.sent)]
    acting = [text for text in oracle.copied if text not in (lined(text), "")]
    return found + [f"copied {text!a}" for text in acting]


def lined(text: str) -> str:
    """Make the lines of a text safe."""
    return "\n".join(map(safe, text.split("\n")))


def altered(
    session: Session, library: Library, strings: Sequence[tuple[int, Hostile]]
) -> dict[int, set[str]]:
    """Give, by its number, what was shown of a text between its marks that it does not say."""
    found = {}
    by_number = dict(strings)
    for number, shown in session.shown.items():
        cables = [library.get(f"09STRELSAU{number}", version) for version in (1, 2)]
        said = [each for cable in cables for each in (cable.text, " · ".join(cable.tags))]
        texts = {
            text for each in said for whose, text in MARKED.findall(each) if whose == str(number)
        } | {by_number[number].text}
        right = {form for text in texts for form in forms(number, text)}
        if wrong := {text for text in shown if BLANKS.sub(" ", text) not in right}:
            found[number] = wrong
    return found


def forms(number: int, text: str) -> Iterator[str]:
    """Yield how a text is shown between its marks: as it is, in capitals, or its entities read.

    A row of blanks is as good as one.
    """
    kept = text.encode(errors="replace").decode()  # by the marks: half a pair is no UTF-8
    said = (text, kept, text.upper(), unescape(text), text.expandtabs(), WHITE.sub(" ", text))
    for each in said:
        shown = BLANKS.sub(" ", safe(marked(number, each)))
        yield from MARKED.findall(shown)[0][1:]
