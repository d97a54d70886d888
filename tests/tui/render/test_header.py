import pytest

from store.cable import (
    Addressee,
    Cable,
    DateTimeGroup,
    ExecutiveOrder,
    Finding,
    Header,
    Link,
    Reference,
    Section,
    Source,
    Span,
)
from tui.render.header import day, header, quoted
from tui.render.look import Look

ORDER = ExecutiveOrder(
    order="12958",
    not_applicable=False,
    declassify_on=None,
    event=None,
    exemptions=(),
    schedule=None,
    text="",
)


def drawn(cable: Cable, width: int = 80) -> list[str]:
    return [line.plain for line in header(cable, width)]


@pytest.mark.parametrize(
    ("kinds", "line"),
    [
        (("joined-line", "dtg-invalid"), ["FINDINGS    2 findings: F opens them"]),
        (("joined-line", "section-missing"), ["FINDINGS    2 findings, 1 serious: F opens them"]),
        (("joined-line",), ["FINDINGS    1 finding: F opens it"]),
        ((), []),
    ],
)
def test_findings_fold_to_one_line(kinds: tuple[str, ...], line: list[str]) -> None:
    cable = Cable("09X1", "", findings=tuple(Finding(kind, None, "said") for kind in kinds))
    shown = [line.plain for line in header(cable, 80, Look(header=True))]
    assert shown[1:] == line


def with_dtg(text: str, precedences: tuple[str, ...], sent: str | None) -> Cable:
    return Cable(
        "09X1", "", sent=sent, header=Header(dtg=DateTimeGroup(text, precedences, sent, ()))
    )


def test_what_a_cable_does_not_say_is_not_there() -> None:
    assert drawn(Cable("09X1", "")) == ["CABLE       09X1"]


@pytest.mark.parametrize(
    ("cable", "line"),
    [
        pytest.param(
            with_dtg("R 220336Z JUL 09", ("ROUTINE",), "2009-07-22T03:36:00Z"),
            "DTG         22 Jul 2009 03:36 UTC (220336Z JUL 09)",
            id="dtg-decoded",
        ),
        pytest.param(
            with_dtg("R 320336Z JUL 09", ("ROUTINE",), None),
            "DTG         320336Z JUL 09 (names no real moment)",
            id="dtg-of-no-moment",
        ),
        pytest.param(
            Cable("09X1", "", date="2009-07-02"),
            "DTG         2 Jul 2009 (the day alone is known)",
            id="day-of-the-listing",
        ),
        pytest.param(
            with_dtg("P R 281848Z DEC 66", ("PRIORITY", "ROUTINE"), None),
            "PRECEDENCE  PRIORITY for action, ROUTINE for information",
            id="two-precedences",
        ),
        pytest.param(
            Cable("09X1", "", header=Header(origin="AMEMBASSY MOSCOW")),
            "FROM        AMEMBASSY MOSCOW",
            id="from",
        ),
        pytest.param(
            Cable("09X1", "", header=Header(to=(Addressee("RUEHC", "SECSTATE", "4310", "FLASH"),))),
            "TO          RUEHC  SECSTATE  FLASH  4310",
            id="addressee-with-precedence-and-number",
        ),
        pytest.param(
            Cable("09X1", "", header=Header(info=(Addressee(None, "ATHENS", "0121", None),))),
            "INFO        ATHENS  0121",
            id="addressee-without-routing",
        ),
        pytest.param(
            Cable("09X1", "", header=Header(excluded=(Addressee(None, "SOFIA", None, None),))),
            "XMT         SOFIA",
            id="excluded",
        ),
        pytest.param(
            Cable("09X1", "", eo=ORDER._replace(not_applicable=True, text="N/A")),
            "E.O.        12958: N/A",
            id="eo-not-applicable",
        ),
        pytest.param(
            Cable("09X1", "", eo=ORDER._replace(declassify_on="2019-07-22", text="DECL: 7/22/19")),
            "E.O.        12958: DECL: 7/22/19 (declassify on 22 Jul 2019)",
            id="eo-with-a-date",
        ),
        pytest.param(
            Cable("09X1", "", date="2009-07-22", tags=("RS",)),
            "TAGS        RS Russia (RS is Serbia today)",
            id="tags-by-the-cables-year-and-todays",
        ),
        pytest.param(
            Cable("75X1", "", date="1975-07-22", tags=("UR",)),
            "TAGS        UR Soviet Union",
            id="tags-long-before-todays",
        ),
        pytest.param(
            Cable("09X1", "", date="2009-07-22", tags=("QQQQ",)),
            "TAGS        QQQQ",
            id="unknown-tags-stay-codes",
        ),
        pytest.param(
            Cable("09X1", "", refs=(Reference("09MOSCOW1439", "A", "NOTAL", "cable", "x"),)),
            "REF         A. 09MOSCOW1439 (NOTAL)",
            id="reference",
        ),
        pytest.param(
            Cable("09X1", "", refs=(Reference(None, None, None, "email", "SMITH E-MAIL"),)),
            "REF         SMITH E-MAIL",
            id="reference-without-id",
        ),
        pytest.param(
            Cable("09X1", "", captions=("SENSITIVE", "SIPDIS")),
            "CAPTIONS    SENSITIVE, SIPDIS",
            id="captions",
        ),
        pytest.param(
            Cable("09X1", "", findings=(Finding("joined-line", 19, "Two lines in one."),)),
            "FINDINGS    line 19: Two lines in one.",
            id="finding",
        ),
        pytest.param(
            Cable("09X1", "", findings=(Finding("x", None, "All agree."),)),
            "FINDINGS    All agree.",
            id="finding-of-the-whole",
        ),
    ],
)
def test_a_field_is_decoded(cable: Cable, line: str) -> None:
    assert line in drawn(cable)


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        ((Section(1, 2, 1), Section(2, 2, 9)), "2 sections"),
        ((Section(1, 2, 1),), "section 1 of 2"),
        ((Section(1, 4, 1), Section(3, 4, 9)), "sections 1, 3 of 4"),
    ],
)
def test_missing_sections_show(sections: tuple[Section, ...], said: str) -> None:
    assert drawn(Cable("09X1", "", sections=sections)) == [f"CABLE       09X1  {said}"]


def test_a_second_version_is_said_so() -> None:
    source = Source("listing", "x.txt", "0" * 64, 10, "utf-8", 2)
    assert drawn(Cable("09X1", "", source=source)) == ["CABLE       09X1  version 2"]


def test_long_fields_hang_under_their_beginning() -> None:
    passes = ("STATE PLEASE PASS TO USTR KALVAREZ",)
    assert drawn(Cable("09X1", "", passes=passes), 40)[1:] == [
        "PASS    STATE PLEASE PASS TO USTR",
        "        KALVAREZ",
    ]


def test_the_subject_keeps_its_offsets_over_two_lines() -> None:
    text = "TAGS: X\nSUBJECT: ONE TWO \nTHREE \n"
    cable = Cable("09X1", text, subject="ONE TWO THREE", spans=(Span("subject", 8, 32),))
    line = next(one for one in header(cable, 80) if one.plain.startswith("SUBJECT"))
    assert [text[start:end] for _, start, end in line.pieces] == ["ONE TWO", "THREE"]


def test_a_subject_that_stands_nowhere_has_no_offsets() -> None:
    cable = Cable("09X1", "SUBJECT: OTHER", subject="ONE", spans=(Span("subject", 0, 14),))
    assert quoted(cable, "subject", "ONE").plain == "ONE"
    assert not quoted(cable, "subject", "ONE").pieces


@pytest.mark.parametrize(
    ("date", "said"),
    [("2009-07-22", "22 Jul 2009"), ("2009-13-01", "2009-13-01"), ("soon", "soon"), ("", "")],
)
def test_days(date: str, said: str) -> None:
    assert day(date) == said


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (None, "(declassify on 31 Dec 1981)"),
        ("1981-12-31", "(declassify on 31 Dec 1981)"),
        ("1982-01-01", "(declassify on 31 Dec 1981, date past)"),
    ],
)
def test_a_day_of_declassification_that_is_past_is_said_to_be(today: str | None, said: str) -> None:
    order = ORDER._replace(order="11652", schedule="GDS", text="GDS")
    cable = Cable("75X1", "", date="1975-07-22", level="CONFIDENTIAL", eo=order)
    lines = [line.plain for line in header(cable, 80, today=today)]
    assert f"E.O.        11652: GDS {said}" in lines


def test_on_a_narrow_screen_a_folded_header_gives_codes_alone(seed: Cable) -> None:
    shown = [line.plain for line in header(seed, 40, Look())]
    assert "TAGS    PGOV ETRD KIPR ECON RS" in shown
    assert shown[-1].endswith("opens them")
    assert not any("RUEHC" in line for line in shown)


@pytest.mark.parametrize(
    ("link", "said"),
    [
        (Link("corrects", "09STRELSAU12"), "COPY        corrects 09STRELSAU12"),
        (Link("corrects", None), "COPY        corrects an earlier copy"),
        (Link("duplicates", None), "COPY        suspected duplicate of one sent before"),
        (Link("cancelled", None), "COPY        cancelled"),
    ],
)
def test_what_a_cable_is_a_copy_of_is_said_and_can_be_gone_to(link: Link, said: str) -> None:
    drawn = [line for line in header(Cable("09X1", "", links=(link,)), 80) if line.plain == said]
    assert len(drawn) == 1
    assert [spot.code.text for spot in drawn[0].spots] == ([link.id] if link.id else [])
