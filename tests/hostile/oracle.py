"""Tells what of a terminal's input is not the program's own.

It knows what Textual and this program write, each with the arguments that make sense: moves within
the screen, colours, modes of a fixed list and each no more often than a start and an end need, and
words. All else came from a document, or might have: it is foreign.
"""

import re
import unicodedata
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator

TOKEN = re.compile(
    r"(?P<csi>\x1b\[[0-?]*[ -/]*[@-~])"
    r"|(?P<string>\x1b[]PX^_k][^\x07\x1b]*(?:\x07|\x1b\\)?)"
    r"|(?P<escape>\x1b[ -/]*[0-~]?)"
    r"|(?P<control>[\x00-\x1f\x7f])"
    r"|(?P<words>[^\x00-\x1f\x7f]+)"
)
COLOUR = r"(?:\d|2[1-9]|[34][0-79]|9[0-7]|10[0-7]|[34]8;5;\d{1,3}|[34]8;2;\d{1,3};\d{1,3};\d{1,3})"
COLOURS = re.compile(rf"\x1b\[(?:{COLOUR}(?:;{COLOUR})*)?m")
ARGUMENTS = re.compile(r"\x1b\[(\d{0,4})(?:;(\d{1,4}))?([A-Za-z])")
CLIPBOARD = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
POINTER = re.compile(r"\x1b\]22;[a-z-]{1,20}\x07")
FOREIGN_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}

# A start and an end each write these once; so do a suspension and the way back.
MODES = {
    f"\x1b[{mode}"
    for mode in (
        *("?1049h", "?1049l", "?25l", "?25h", "?1004h", "?1004l", ">25u", "<u", "?2026$p"),
        *("?2048$p", "?2048h", "?2048l", "?2004h", "?2004l", "?7l", "?7h", "999;1H"),
    )
}
MOUSE = {f"\x1b[?{mode}{way}" for mode in (1000, 1003, 1015, 1006) for way in "hl"}
FRAMES = {"\x1b[?2026h", "\x1b[?2026l"}
"""What Textual puts around each frame, where its own driver writes."""


class Oracle:
    """Judges all that one process sends to a terminal of a size; what it judged is counted.

    `app` is for the program on the whole screen; a command may write words and colours alone.
    `stock` for Textual's own driver, `mouse` with the mouse, `bar` for a bar of progress; `copies`
    where something is copied by the terminal: what, is in `copied`. `left` counts how often the
    program was left for another meanwhile.
    """

    def __init__(
        self,
        size: tuple[int, int],
        *,
        app: bool = True,
        stock: bool = False,
        mouse: bool = False,
        bar: bool = False,
        copies: bool = False,
        left: int = 0,
    ) -> None:
        self.size = size
        self.tokens = 0
        self.copied: list[str] = []
        self._app = app
        self._bar = bar
        self._copies = copies
        self._stock = stock
        self._often: Counter[str] = Counter()
        self._most = dict.fromkeys(MODES, 1 + left) if app else {}
        if app and mouse:
            self._most |= dict.fromkeys(MOUSE, 2)
        if app and stock:
            self._most |= dict.fromkeys(FRAMES, 1 << 30)
        if bar:
            self._most |= {"\x1b[?25l": 1, "\x1b[?25h": 1}

    def foreign(self, sent: bytes) -> Iterator[str]:
        """Yield the foreign tokens of all that was sent, in their order."""
        for token in TOKEN.finditer(sent.decode("utf-8", "surrogateescape")):
            self.tokens += 1
            kind, text = token.lastgroup, token.group()
            if kind == "words":
                yield from foreign_words(text)
            elif not self._knows(kind, text):
                yield text

    def _knows(self, kind: str | None, text: str) -> bool:
        if kind == "control":
            return text in ("\r\n" if self._app else "\t\r\n")
        if kind == "csi":
            return self._knows_sequence(text)
        if found := CLIPBOARD.fullmatch(text):
            self.copied.append(b64decode(found[1]).decode())
            return self._copies
        return self._stock and POINTER.fullmatch(text) is not None

    def _knows_sequence(self, text: str) -> bool:
        if COLOURS.fullmatch(text):
            return True
        if text in self._most:
            self._often[text] += 1
            return self._often[text] <= self._most[text]
        found = ARGUMENTS.fullmatch(text)
        if not found:
            return False
        first, second, final = int(found[1] or 1), int(found[2] or 1), found[3]
        width, height = self.size
        if self._bar and final in "AK":
            return first <= 2
        if not self._app:
            return False
        return {
            "H": first <= height and second <= width,
            "C": found[2] is None and first < width,
            "K": not found[1] and found[2] is None,
            "J": found[1] == "2" and found[2] is None,
            "L": found[2] is None and first < height,
            "M": found[2] is None and first < height,
            "r": found[1] == "" or first < second <= height,
        }.get(final, False)


def foreign_words(text: str) -> Iterator[str]:
    """Yield the characters of some words that act, or that show nothing."""
    for character in text:
        if unicodedata.category(character) in FOREIGN_CATEGORIES:
            yield character


def piped(sent: bytes) -> list[str]:
    """Give what is foreign in what goes into a pipe: text with tabs and line ends alone."""
    text = sent.decode("utf-8", "surrogateescape")
    return [
        each
        for each in text
        if each not in "\t\n" and unicodedata.category(each) in FOREIGN_CATEGORIES
    ]
