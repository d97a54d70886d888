"""E.O. lines of every order, and the faults they come with."""

import pytest

from store.parse import order


@pytest.mark.parametrize(
    ("line", "number", "day", "event", "exemptions", "schedule"),
    [
        ("E.O. 12958: DECL: 07/24/2018", "12958", "2018-07-24", None, (), None),
        ("EO 12958 DECL: 2020/02/23", "12958", "2020-02-23", None, (), None),
        ("EO 12958: decl: 6/3/08", "12958", "2008-06-03", None, (), None),
        ("E.O. 1295: DECL: 07/24/2018", "12958", "2018-07-24", None, (), None),
        ("E.O. 13526: DECL: 02/30/2020", "13526", None, "02/30/2020", (), None),
        (
            "E.o. 12958: decl: after korean unification",
            "12958",
            None,
            "after korean unification",
            (),
            None,
        ),
        ("E.O. 12958: DECL: X1, X5", "12958", None, None, ("X1", "X5"), None),
        ("E.O. 12356: DECL:  OADR", "12356", None, None, ("OADR",), None),
        ("E.O. 11652: GDS", "11652", None, None, (), "GDS"),
        ("E.0. 12598: DECL: 07/24/2018", "12958", "2018-07-24", None, (), None),
        ("E.O. 12958: DECL: 24 JUL 2018", "12958", "2018-07-24", None, (), None),
        ("E.O. 12958: DECL: July 24, 2018", "12958", "2018-07-24", None, (), None),
        ("E.O. 12958: DECL: THE 24 2018 TALKS", "12958", None, "THE 24 2018 TALKS", (), None),
        ("E.O. 12958: DECL: X-1", "12958", None, None, ("X1",), None),
        ("E.O. 11652: XGDS-2", "11652", None, None, (), "XGDS2"),
        ("E.O. 12065: RDS-3 3/1/99", "12065", "1999-03-01", None, (), "RDS3"),
        ("E.O. 11652: XGDS1, DECLAS 12-31-84", "11652", "1984-12-31", None, (), "XGDS1"),
        (
            "E.O. 12958: DECL: DECLASSIFIED BY NARA 09/02/2009",
            "12958",
            None,
            "DECLASSIFIED BY NARA 09/02/2009",
            (),
            None,
        ),
    ],
)
def test_executive_order(
    line: str,
    number: str,
    day: str | None,
    event: str | None,
    exemptions: tuple[str, ...],
    schedule: str | None,
) -> None:
    read = order.read(line)
    assert read is not None
    assert (read.order, read.not_applicable) == (number, False)
    assert (read.declassify_on, read.event) == (day, event)
    assert (read.exemptions, read.schedule) == (exemptions, schedule)


@pytest.mark.parametrize(
    "line", ["E.O. 12958: N/A", "E.O.1295: NA", "E.O. 12958:N/A", "E.O. 11652: N/A"]
)
def test_not_applicable(line: str) -> None:
    read = order.read(line)
    assert read is not None
    assert read.not_applicable
    assert (read.declassify_on, read.event, read.exemptions) == (None, None, ())


def test_no_order_is_none() -> None:
    assert order.read("") is None
    assert order.read("TAGS: PREL") is None
