"""What a pattern or a loop may never come to an end with: each is read once, or not at all."""

from tests.harness.classes.made import SEED, Bad, Make, holding, with_body, with_line

MANY = 50_000


def _tags(text: str) -> Make:
    return with_line("TAGS: PGOV ETRD KIPR ECON RS", lambda: f"TAGS: {text}")


def _subject(text: str) -> Make:
    return with_line("SUBJECT: INTERNET PIRACY: RUSSIAN", lambda: f"SUBJECT: {text}")


def _ref(text: str) -> Make:
    return with_line("REF: MOSCOW 1439", lambda: f"REF: {text}")


def _dtg(text: str) -> Make:
    return with_line("R 220336Z JUL 09", lambda: text)


CLASSES = (
    Bad("200,000 blank lines", with_body(lambda: "\n" * 200_000)),
    Bad("200,000 lines of a blank", with_body(lambda: " \n" * 200_000)),
    Bad("blanks to the end of a line", with_body(lambda: " " * 500_000 + "x")),
    Bad("tabs", with_body(lambda: "\t" * 200_000)),
    Bad("dashes", with_body(lambda: "-" * 500_000)),
    Bad("lines of dashes", with_body(lambda: "----------\n" * MANY)),
    Bad("dashes and blanks", with_body(lambda: "- " * 200_000)),
    Bad("opening brackets", with_body(lambda: "(" * 200_000)),
    Bad("numbers and brackets", with_body(lambda: "1. (" * MANY)),
    Bad("lines of ¶ and a mark", with_body(lambda: "¶9. (C)\n" * MANY)),
    Bad("lines of marks", with_body(lambda: "(S/NF//REL) \n" * MANY)),
    Bad("a number of 100,000 digits", with_body(lambda: "1" * 100_000 + ". (U) x")),
    Bad("Roman numbers", with_body(lambda: "M" * 100_000 + ". (U) x")),
    Bad("TAGS of one letter", _tags("A " * MANY)),
    Bad("TAGS in one word", _tags("PGOV" * MANY)),
    Bad("TAGS with commas", _tags(", ," * MANY)),
    Bad("5,000 TAGS", _tags("PGOV ECON " * 2_500)),
    Bad("SUBJECT: 20,000 times", _subject("SUBJECT: " * 20_000)),
    Bad("SUBJECT: in 20,000 lines", _subject("x\nSUBJECT: " * 20_000)),
    Bad("10,000 references", _ref(" B. 08 ZENDA 12\n" * 10_000)),
    Bad("references in one line", _ref("A. 08 ZENDA 12, " * 10_000)),
    Bad("letters of references", _ref("A. B. C. " * 10_000)),
    Bad("reftels in the text", with_body(lambda: "reftel A, B and C (ref D), refs E-Z, " * 9_000)),
    Bad("ids in the text", with_body(lambda: "09MOSCOW1439 08 ZENDA 12; " * 20_000)),
    Bad("digits and letters", with_body(lambda: "09A" * 100_000)),
    Bad("10,000 addressees", with_line("INFO RUC", lambda: "INFO RUEHC/X\n" * 10_000 + "INFO RUC")),
    Bad("INFO in one line", with_line("INFO RUC", lambda: "INFO " * MANY + "RUC")),
    Bad("routing for ever", with_line("RUEHYG", lambda: "RUEHYG " * MANY)),
    Bad("a DTG of many digits", _dtg(f"R {'2' * 100_000}Z JUL 09")),
    Bad("many precedences", _dtg("R " * MANY + "220336Z JUL 09")),
    Bad("letters apart", with_line("UNCLAS SECTION", lambda: "U " * MANY + "UNCLAS SECTION")),
    Bad("a section of many", with_line("01 OF 02", lambda: f"01 OF {'9' * 90_000}")),
    Bad(
        "E.O. in 20,000 lines",
        with_line("E.O. 12958", lambda: "E.O. 12958: N/A\n" * 20_000 + "E.O."),
    ),
    Bad(
        "Classified By: again",
        with_body(lambda: "Classified By: A. B. for reasons 1.4 (b)\n" * 9000),
    ),
    Bad("slashes in a caption", with_line("SENSITIVE", lambda: "SENSITIVE//" * 20_000)),
    Bad("captions", with_line("SENSITIVE", lambda: "NODIS\nEXDIS\nSTADIS\n" * 10_000)),
    Bad(
        "pass lines",
        with_line("STATE FOR", lambda: "STATE PLEASE PASS TO X\n" * MANY + "STATE FOR"),
    ),
    Bad("page breaks", with_body(lambda: "MOSCOW 00001869  001.2 OF 002\n\n" * 20_000)),
    Bad("sections", with_body(lambda: "UNCLAS SECTION 01 OF 02 MOSCOW 001869 \n" * 20_000)),
    Bad("headings", with_body(lambda: "\n".join(["-----", "Raid", "-----", ""] * 20_000))),
    Bad("bullets", with_body(lambda: "-- a\n  - b\n" * MANY)),
    Bad("tables", with_body(lambda: "a    b    c\n" * MANY)),
    Bad("BEGIN TEXT", with_body(lambda: "BEGIN TEXT:\n" * MANY)),
    Bad("signatures", with_body(lambda: "BEYRLE\n" * MANY)),
    Bad("NNNN", with_body(lambda: "NNNN\n" * MANY)),
    Bad("quotes", with_body(lambda: '"' * 200_000)),
    Bad("points", with_body(lambda: ". " * 200_000)),
    Bad("a header again and again", holding(lambda: SEED[: SEED.index(b"SUBJECT")] * 400)),
    Bad("first lines of many cables", holding(b"09MOSCOW1869\n" * 20_000), 0, "no cable|."),
)
