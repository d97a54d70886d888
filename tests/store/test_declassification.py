"""Until when an E.O. line keeps a cable classified."""

import pytest

from store.cable import Cable
from store.declassification import ends, past
from store.parse import order


def cable(line: str, level: str = "CONFIDENTIAL") -> Cable:
    return Cable("75ZENDA1", "", date="1975-03-01", level=level, eo=order.read(line))


@pytest.mark.parametrize(
    ("line", "level", "day"),
    [
        ("E.O. 12958: DECL: 07/24/2018", "SECRET", "2018-07-24"),
        ("E.O. 13526: DECL: 2020/02/23", "SECRET", "2020-02-23"),
        ("E.O. 11652: GDS", "CONFIDENTIAL", "1981-12-31"),
        ("E.O. 11652: GDS", "SECRET", "1983-12-31"),
        ("E.O. 11652: XGDS1, DECLAS 12-31-84", "SECRET", "1984-12-31"),
        ("E.O. 12065: GDS 3/1/81", "SECRET", "1981-03-01"),
        ("E.O. 12356: DECL: OADR", "SECRET", None),
        ("E.O. 12958: DECL: after Korean unification", "SECRET", None),
        ("E.O. 12958: N/A", "UNCLASSIFIED", None),
    ],
)
def test_the_day_it_ends(line: str, level: str, day: str | None) -> None:
    assert ends(cable(line, level)) == day


def test_past_is_seen_from_a_given_day() -> None:
    one = cable("E.O. 12958: DECL: 07/24/2018")
    assert past(one, "2018-07-25") is True
    assert past(one, "2018-07-24") is False
    assert past(cable("E.O. 12356: DECL: OADR"), "2018-07-24") is None
