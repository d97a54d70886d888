"""What is meant for the terminal behind the reader."""

from tests.harness.classes.made import SEED, Bad, holding, with_body, with_line

ESCAPES = "\x1b[2J\x1b]0;t\x07\x1b]52;c;Zm9v\x1b\\\x1bP+q\x1b\\\x1b[6n\x1b[?1049h\x1bc"

CLASSES = (
    Bad("escapes in a body", with_body(lambda: ESCAPES)),
    Bad("escapes in a subject", with_line("INTERNET PIRACY", ESCAPES)),
    Bad("escapes in an origin", with_line("Embassy Moscow", f"Embassy {ESCAPES}")),
    Bad("escapes in every line", holding(SEED.replace(b" \n", ESCAPES.encode() + b"\n"))),
    Bad("C1", with_line("Summary", "\x9b2J\x9d0;t\x9c")),
    Bad("C1 as bytes", holding(SEED.replace(b"Summary", b"\x9b2J\x9d0;t\x9c"))),
    Bad("backspaces", with_line("Summary", "Secret\b\b\b\b\b\bPublic")),
    Bad("a CR within a line", with_line("Summary", "SECRET\rUNCLAS")),
    Bad("bidi", with_line("Summary", "\u202elive\u2066\u2069\u200f")),
    Bad("invisible letters", with_line("Summary", "S\u200bum\u2060ma\ufeffry\U000e0041")),
    Bad("100,000 marks on a letter", with_body(lambda: "a" + "\u0300" * 100_000)),
    Bad("1 MB of emoji", with_body(lambda: "\U0001f600" * 250_000)),
    Bad("joined emoji", with_body(lambda: "\U0001f468\u200d" * 50_000)),
    Bad("U+FDFA, which grows", with_body(lambda: "\ufdfa" * 50_000)),
    Bad("markup", with_body(lambda: "[/] [@click=app.quit]x[/] [link=file:///]y :smile:")),
    Bad("private and unassigned", with_line("Summary", "\ue000\U0010ffff\u0378")),
    Bad("half a pair as UTF-8", holding(SEED.replace(b"Summary", b"\xed\xa0\xbd\xed\xb8\x80"))),
)
