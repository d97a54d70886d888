"""Encodings and line ends."""

import unicodedata

from tests.harness.classes.made import SEED, Bad, holding, with_body, with_line

TEXT = SEED.decode()
LATIN = SEED.replace("¶".encode(), b"\xb6")


def _coded(encoding: str, mark: bytes = b"", text: str = TEXT) -> bytes:
    return mark + text.encode(encoding)


def _raw(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _in_line(data: bytes) -> Bad:
    return Bad(f"{data!r} in a line", with_line("Summary", lambda: f"Sum{_raw(data)}mary"))


CLASSES = (
    Bad("UTF-8 with its mark", holding(b"\xef\xbb\xbf" + SEED)),
    Bad("UTF-16, little end first", holding(_coded("utf-16-le", b"\xff\xfe"))),
    Bad("UTF-16, big end first", holding(_coded("utf-16-be", b"\xfe\xff"))),
    Bad("UTF-16 without a mark", holding(_coded("utf-16-le"))),
    Bad("UTF-16, big, without a mark", holding(_coded("utf-16-be"))),
    Bad("UTF-32", holding(_coded("utf-32-le", b"\xff\xfe\0\0"))),
    Bad("UTF-32, big end first", holding(_coded("utf-32-be", b"\0\0\xfe\xff"))),
    Bad("UTF-16 of an odd length", holding(_coded("utf-16-le", b"\xff\xfe") + b"x"), 0, "is not"),
    Bad(
        "half a pair in UTF-16", holding(_coded("utf-16-le", b"\xff\xfe") + b"\0\xd8"), 0, "is not"
    ),
    Bad("40 MB of UTF-16", holding(lambda: _coded("utf-16-le", b"\xff\xfe") * 3000), 0, "at once"),
    Bad("Latin-1", holding(LATIN)),
    Bad("cp1252 with its quotes", holding(LATIN.replace(b'"', b"\x93"))),
    Bad("cp1252 with what it has not", holding(LATIN.replace(b'"', b"\x81"))),
    Bad("UTF-8 misread once", holding(TEXT.encode().decode("cp1252").encode())),
    Bad("UTF-8 misread twice", holding(SEED.decode("latin-1").encode().decode("latin-1").encode())),
    _in_line(b"\xff"),
    _in_line(b"\xc3"),
    _in_line(b"\xc0\xaf"),
    _in_line(b"\xed\xa0\x80"),
    _in_line(b"\xf8\x88\x80\x80\x80"),
    _in_line(b"\xef\xbf\xbe\xef\xb7\x90"),
    Bad("UTF-8 cut at its end", holding(SEED + "¶".encode()[:1])),
    Bad("NFD", with_line("Moscow", unicodedata.normalize("NFD", "Mòscòw"))),
    Bad("badly ordered marks", with_body(lambda: "a" + "\u0315\u0300" * 50_000)),
    Bad("EBCDIC", holding(TEXT.replace("¶", "").encode("cp500")), 0, "no cable|binary"),
    Bad("Shift-JIS", with_line("Summary", lambda: _raw("要約".encode("shift-jis")))),
    Bad("KOI8-R", with_line("Summary", lambda: _raw("Сводка".encode("koi8-r")))),
    Bad("lines that end in CR LF", holding(SEED.replace(b"\n", b"\r\n"))),
    Bad("lines that end in CR", holding(SEED.replace(b"\n", b"\r"))),
    Bad("lines that end in either", holding(SEED.replace(b"\n", b"\r\n", 20))),
    Bad("lines that end in LF CR", holding(SEED.replace(b"\n", b"\n\r")), 0, "no cable"),
    Bad("no line end at the end", holding(SEED.rstrip(b"\n"))),
    Bad("one line", holding(SEED.replace(b"\n", b" ")), 0, "no cable"),
    Bad("U+2028 between lines", with_line("End Summary.", "End\u2028Summary.\u2029")),
    Bad("U+0085 between lines", with_line("End Summary.", "End\x85Summary.")),
    Bad("VT and FF", with_line("End Summary.", "End\x0bSummary.\x0c")),
    Bad("FS to US", with_line("End Summary.", "End\x1c\x1d\x1e\x1fSummary.")),
    Bad("a form feed before all", holding(b"\f" + SEED), 0, "no listing"),
)
