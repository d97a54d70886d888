"""The lines of a transmission header, each by the manual's form (ACP 127, 5 FAH-2 H-320)."""

import pytest

from store.cable import Addressee, DateTimeGroup, Header, Routing, Security, Station, TransmissionId
from store.parse import header
from store.parse.lines import Lines


def test_transmission_id() -> None:
    assert header.transmission("VZCZCXRO3059") == TransmissionId("XRO", 3059)
    assert header.transmission("ZCZCABC123") == TransmissionId("ABC", 123)
    assert header.transmission("VZCZC") is None


def test_routing_line() -> None:
    assert header.routing("OO RUEHBI RUEHCI") == Routing("IMMEDIATE", ("RUEHBI", "RUEHCI"))
    assert header.routing("RR for all") is None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("DE RUEHMO #1869/01 2030336", Station("RUEHMO", 1869, 1, 203, "03:36")),
        ("DE RUZDSVC #0741 2611349", Station("RUZDSVC", 741, None, 261, "13:49")),
        ("DE RUEHMO #1869/01 3670336", None),
        ("DE RUEHMO #1869/01 2032460", None),
        ("DE LA RUE", None),
    ],
)
def test_station_line(line: str, value: Station | None) -> None:
    assert header.station(line) == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("ZNR UUUUU ZZH", Security("ZNR", "UNCLASSIFIED", None, None, ("ZZH",))),
        ("ZNY EEEEE ZZH", Security("ZNY", "UNCLASSIFIED EFTO", None, None, ("ZZH",))),
        ("ZNR UUUAA ZZH", Security("ZNR", "UNCLASSIFIED", "A", None, ("ZZH",))),
        ("ZNY SSSSS/BBBBB ZZH", Security("ZNY", "SECRET", None, "BBBBB", ("ZZH",))),
        ("ZNY TTTTT", Security("ZNY", "TOP SECRET", None, None, ())),
        ("ZNY SCUSS", Security("ZNY", None, None, None, ())),
    ],
)
def test_security_line(line: str, value: Security) -> None:
    assert header.security(line) == value


@pytest.mark.parametrize(
    ("line", "precedences", "sent", "signals"),
    [
        ("R 220336Z JUL 09", ("ROUTINE",), "2009-07-22T03:36:00Z", ()),
        ("P R 281848Z DEC 66", ("PRIORITY", "ROUTINE"), "1966-12-28T18:48:00Z", ()),
        ("O P 180800Z MAR 08 ZDS", ("IMMEDIATE", "PRIORITY"), "2008-03-18T08:00:00Z", ("ZDS",)),
        ("R 290000Z FEB 08", ("ROUTINE",), "2008-02-29T00:00:00Z", ()),
        ("R 290000Z FEB 09", ("ROUTINE",), None, ()),
        ("R 320336Z JUL 09", ("ROUTINE",), None, ()),
        ("R 222560Z JUL 09", ("ROUTINE",), None, ()),
        ("R 220336Z JUX 09", ("ROUTINE",), None, ()),
        ("R 222560Z", ("ROUTINE",), None, ()),
        ("R 220336Z JULY 09", ("ROUTINE",), "2009-07-22T03:36:00Z", ()),
        ("OO 180800Z MAR 08 ZDS", ("IMMEDIATE",), "2008-03-18T08:00:00Z", ("ZDS",)),
    ],
)
def test_date_time_group(
    line: str, precedences: tuple[str, ...], sent: str | None, signals: tuple[str, ...]
) -> None:
    assert header.group(line) == DateTimeGroup(line, precedences, sent, signals)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("RUEHC/SECSTATE WASHDC 4310", Addressee("RUEHC", "SECSTATE WASHDC", "4310", None)),
        ("RUEHTH/AMEMBASSY ATHENS 0121", Addressee("RUEHTH", "AMEMBASSY ATHENS", "0121", None)),
        (
            "RUEHC/SECSTATE WASHDC IMMEDIATE 3355",
            Addressee("RUEHC", "SECSTATE WASHDC", "3355", "IMMEDIATE"),
        ),
        (
            "RUEHC/SECSTATE WASHDC PIORITY 12",
            Addressee("RUEHC", "SECSTATE WASHDC", "12", "PRIORITY"),
        ),
        (
            "RUEHC/SECSTATE WASHDC IMMEDIATE3217",
            Addressee("RUEHC", "SECSTATE WASHDC", "3217", "IMMEDIATE"),
        ),
        ("RUEHC/SECSTATE NIACT 0123", Addressee("RUEHC", "SECSTATE", "0123", "NIACT")),
        ("STATE GRNC", None),
        (
            "SPECIAL EMBASSY PROGRAM NIACT IMMEDIATE",
            Addressee(None, "SPECIAL EMBASSY PROGRAM", None, "NIACT IMMEDIATE"),
        ),
        ("RHMFIUU/39OS INCIRLIK AB TU", Addressee("RHMFIUU", "39OS INCIRLIK AB TU", None, None)),
        ("IMMEDIATE", Addressee(None, "IMMEDIATE", None, None)),
        ("", None),
    ],
)
def test_addressee(line: str, value: Addressee | None) -> None:
    assert header.addressee(line) == value


def names(text: str) -> tuple[list[str], list[str], list[str]]:
    read = header.read(Lines(text), 0).header
    return [a.name for a in read.to], [a.name for a in read.info], [a.name for a in read.excluded]


def test_a_page_line_among_the_addressees_is_none() -> None:
    text = (
        "FM SECSTATE WASHDC\nTO PAGE 02        STATE   023763  071504Z\n"
        "AMEMBASSY NEW DELHI PRIORITY\nINFO MISSILE TECHNOLOGY CONTROL REGIME COLLECTIVE PRIORITY"
    )
    assert names(text) == (
        ["AMEMBASSY NEW DELHI"],
        ["MISSILE TECHNOLOGY CONTROL REGIME COLLECTIVE"],
        [],
    )


@pytest.mark.parametrize("label", ["XMT/", "XMT "])
def test_xmt_names_are_exclusions(label: str) -> None:
    text = (
        f"FM AMEMBASSY FOOBAR\nTO RUEHX/EUROPEAN COLLECTIVE\n{label}AMEMBASSY SOFIA\nAMEMBASSY BERN"
    )
    assert names(text) == (["EUROPEAN COLLECTIVE"], [], ["AMEMBASSY SOFIA", "AMEMBASSY BERN"])


def test_the_joined_line_is_taken_apart_and_said() -> None:
    joined = "IMMEDIATE 3217C O N F I D E N T I A L SECTION 01 OF 03 TRIPOLI 000220"
    read = header.read(
        Lines(f"FM AMEMBASSY TRIPOLI\nTO RUEHC/SECSTATE WASHDC {joined}\n\nSIPDIS"), 0
    )
    assert read.header.to == (Addressee("RUEHC", "SECSTATE WASHDC", "3217", "IMMEDIATE"),)
    assert read.glued is not None
    assert read.glued.line.level == "CONFIDENTIAL"
    assert read.line == 1
    assert [(f.kind, f.line) for f in read.findings] == [("joined-line", 2)]


def test_no_header_is_no_fault() -> None:
    read = header.read(Lines("C O N F I D E N T I A L ROME 001196\n\nSIPDIS"), 0)
    assert read.header == Header()
    assert (read.line, read.spans, read.findings) == (0, (), ())


def test_an_addressee_glued_to_another_is_one_of_its_own() -> None:
    text = "FM AMEMBASSY ZENDA\nTO RUEHC/SECSTATE WASHDC IMMEDIATE 3217RUEHMO/AMEMBASSY MOSCOW"
    assert names(text) == (["SECSTATE WASHDC", "AMEMBASSY MOSCOW"], [], [])
