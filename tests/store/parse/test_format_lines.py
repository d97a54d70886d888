"""The lines of a transmission header, each by the manual's form (ACP 127, 5 FAH-2 H-320)."""

import pytest

from store.cable import Addressee, DateTimeGroup, Routing, Security, Station, TransmissionId
from store.parse import format_lines


def test_transmission_id() -> None:
    assert format_lines.transmission("VZCZCXRO3059") == TransmissionId("XRO", 3059)
    assert format_lines.transmission("ZCZCABC123") == TransmissionId("ABC", 123)
    assert format_lines.transmission("VZCZC") is None


def test_routing_line() -> None:
    assert format_lines.routing("OO RUEHBI RUEHCI") == Routing("IMMEDIATE", ("RUEHBI", "RUEHCI"))
    assert format_lines.routing("RR for all") is None


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
    assert format_lines.station(line) == value


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
    assert format_lines.security(line) == value


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
    assert format_lines.group(line) == DateTimeGroup(line, precedences, sent, signals)


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
    assert format_lines.addressee(line) == value
