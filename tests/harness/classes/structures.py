"""Cables that are not as cables are."""

from collections.abc import Callable

from tests.harness.classes.made import SEED, Bad, Make, holding, with_line

BODY = SEED.index("¶1".encode())


def _id(id: bytes) -> Make:  # noqa: A002
    return holding(id + SEED[SEED.index(b"\n") :])


def _day(day: str) -> Make:
    return with_line("Wed Jul 22 00:00:00 +0200 2009", day)


def _level(level: str) -> Make:
    return with_line("UNCLASSIFIED//FOR OFFICIAL USE ONLY", level)


def _twice(change: Callable[[bytes], bytes]) -> Make:
    return holding(SEED + b"\n" + change(SEED))


CLASSES = (
    Bad("cut in its header", holding(SEED[:700]), 1),
    Bad("cut in its body", holding(SEED[: BODY + 999])),
    Bad("no header", holding(SEED[: SEED.index(b"VZCZ")] + SEED[BODY:])),
    Bad("a header alone", holding(SEED[:BODY])),
    Bad("no listing before it", holding(SEED[SEED.index(b"VZCZ") :])),
    Bad("the listing alone", holding(SEED[: SEED.index(b"VZCZ")])),
    Bad("two cables", _twice(lambda seed: seed.replace(b"1869", b"1870")), 2),
    Bad("the same cable twice", _twice(bytes)),
    Bad("two texts of an id", _twice(lambda seed: seed.replace(b"raid", b"visit")), 2),
    Bad(
        "two ids that differ in case",
        _twice(lambda seed: seed.replace(b"MOSCOW1", b"moscow1", 1)),
        2,
    ),
    Bad("no id", _id(b""), 1),
    Bad("an id of 1 MB", _id(b"09MOSCOW" + b"1" * 1_000_000), 1),
    Bad("an id that climbs", _id(b"../../../../etc/passwd"), 1),
    Bad("an id with an escape", _id(b"09MOSCOW\x1b[2J1869"), 1),
    Bad("an id in markup", _id(b"[red]09MOSCOW1869[/]"), 1),
    Bad("an id of SQL", _id(b"09MOSCOW1869'; DROP TABLE documents_1; --"), 1),
    Bad("an id of a query", _id(b'09MOSCOW1869" OR id:* NEAR('), 1),
    Bad("an empty subject", with_line("INTERNET PIRACY: RUSSIAN LAW", "")),
    Bad("no SUBJECT", with_line("SUBJECT: ", "")),
    Bad("no TAGS", with_line("TAGS: ", "")),
    Bad("TAGS that are none", with_line("TAGS: PGOV", "TAGS: %&/( 12 \x07")),
    Bad("a day that is none", _day("Wed Feb 30 00:00:00 +0200 2009"), 1),
    Bad("a day long to come", _day("Wed Jul 22 00:00:00 +0200 2999")),
    Bad("a day of the year 99999", _day("Wed Jul 22 00:00:00 +0200 99999"), 1),
    Bad("a day of 1861", _day("Mon Jul 22 00:00:00 +0200 1861")),
    Bad("no day", _day(""), 1),
    Bad("a DTG of another day", with_line("220336Z", "010101Z")),
    Bad("a DTG that is none", with_line("220336Z JUL", "992599Z FOO")),
    Bad("a level that is none", _level("COSMIC ULTRA"), 1),
    Bad("a level below the text's", _level("SECRET//NOFORN")),
    Bad("no level", _level("")),
    Bad("portion marks of every level", with_line("(SBU) Summary", "(TS//SI//NF) Summary")),
    Bad("a mark that is none", with_line("(SBU) Summary", "(XYZZY/QQ) Summary")),
    Bad("a reference to itself", with_line("REF: MOSCOW 1439", "REF: 09 MOSCOW 1869")),
    Bad("a reference to nothing", with_line("REF: MOSCOW 1439", "REF: A) B) C)")),
    Bad("paragraphs that go back", with_line("¶2. (U)", "¶-2. (U)")),
    Bad("section 0 of 0", with_line("SECTION 01 OF 02", "SECTION 00 OF 00")),
    Bad("section 9 of 2", with_line("SECTION 01 OF 02", "SECTION 09 OF 02")),
    Bad("its lines backwards", holding(b"\n".join(SEED.split(b"\n")[::-1]))),
    Bad("all in small letters", holding(SEED.lower()), 0, "no cable"),
    Bad(
        "quoted as in a mail",
        holding(b"".join(b"> " + line for line in SEED.splitlines(keepends=True))),
        0,
        "no cable",
    ),
)
