"""What is said of each code of the one cable, and of codes that others have."""

from typing import Any

import pytest

import seeds
from store.cable import Cable, DateTimeGroup, ExecutiveOrder, Header, Received
from store.codes import Code, placed
from store.explain import explain
from store.layouts import read
from store.parse import parse

[RECEIVED] = read(seeds.data("cables/09MOSCOW1869.txt"), "09MOSCOW1869.txt")
assert isinstance(RECEIVED, Received)
SEED = parse(RECEIVED)
BARE = Cable("09X1", "")


def order(**said: Any) -> Cable:
    unsaid = ExecutiveOrder(
        order="11652",
        not_applicable=False,
        declassify_on=None,
        event=None,
        exemptions=(),
        schedule=None,
        text="",
    )
    return Cable("75X1", "", eo=unsaid._replace(**said))


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("transmission", "VZCZCXRO3059", "Transmission 3059 of channel XRO"),
        ("precedence", "RR", "precedence ROUTINE"),
        ("precedence", "ROUTINE", "precedence R"),
        ("precedence", "NIACT IMMEDIATE", "night action"),
        ("routing", "RUEHXD", "MOSCOW POLITICAL COLLECTIVE, as this cable names it"),
        ("routing", "RUEHMO", "AMEMBASSY MOSCOW, the sender"),
        ("routing", "RUEHAG", "AMCONSUL HAMBURG"),
        (
            "station",
            "#1869/01 2030336",
            "Serial 1869, section 1, filed on day 203 (22 July)",
        ),
        ("security", "UUUUU", "UNCLASSIFIED (security line"),
        ("security", "SSSSS/BBBBB", "SECRET, special category (SPECAT)"),
        ("security", "UUUAA", "UNCLASSIFIED, transmission release A"),
        ("signal", "ZZH", "State Department traffic (operating signal"),
        ("dtg", "220336Z JUL 09", "Date-time group: Wednesday 22 July 2009, 03:36 UTC"),
        ("marking", "UNCLAS …", "UNCLASSIFIED, section 1 of 2, number 1869 of MOSCOW (5 FAH-1"),
        ("caption", "SIPDIS", "shared on the government's secret network (caption"),
        (
            "order",
            "E.O. 12958: N/A",
            "E.O. 12958 (1995): does not apply, the cable",
        ),
        ("reason", "1.4 (b)", "foreign government information (E.O. 12958 as amended)"),
        ("tag", "PGOV", "Internal Governmental Affairs (subject TAG, 5 FAH-3)"),
        ("tag", "RS", "Russia in 2009"),
        ("cable", "09MOSCOW1439", "reference"),
    ],
)
def test_a_code_is_explained_in_a_line(kind: str, text: str, said: str) -> None:
    line = explain(Code(kind, text), SEED)
    assert line.removeprefix(f"{text}: ").startswith(said)
    assert "\n" not in line


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("precedence", "M"),
        ("routing", "RXXXXX"),
        ("security", "XXXXX"),
        ("signal", "ZQQ"),
        ("caption", "GARDEN CHANNEL"),
        ("reason", "1.4 (x)"),
        ("tag", "QQQQ"),
    ],
)
def test_what_no_table_knows_stays_unknown(kind: str, text: str) -> None:
    assert "not known" in explain(Code(kind, text), BARE)


@pytest.mark.parametrize(
    ("cable", "said"),
    [
        (order(schedule="GDS"), "declassified by the general schedule"),
        (order(schedule="XGDS3"), "exempt from the general schedule of declassification"),
        (order(declassify_on="1985-12-31"), "classified until 1985-12-31"),
        (order(exemptions=("X1", "X5")), "exempt from declassification in ten years: X1, X5"),
        (order(event="THE ELECTION"), "classified until THE ELECTION"),
        (order(text="DECL: OADR"), "classified until its originating agency decides"),
        (order(), "it says no more"),
    ],
)
def test_the_line_of_an_order_says_until_when(cable: Cable, said: str) -> None:
    assert explain(Code("order", "E.O."), cable).startswith(f"E.O. 11652 (1972): {said}")


def test_a_group_that_names_no_moment_is_said_to() -> None:
    group = DateTimeGroup("R 320336Z JUL 09", ("ROUTINE",), None, ())
    line = explain(Code("dtg", "320336Z JUL 09"), BARE._replace(header=Header(dtg=group)))
    assert line.endswith("names no real moment")


def test_every_code_of_a_cable_stands_where_it_is_said_to() -> None:
    found = placed(SEED)
    printed = [(each.code.kind, SEED.text[each.start : each.end]) for each in found]
    assert ("dtg", "220336Z JUL 09") in printed
    assert ("tag", "RS") in printed
    assert printed[-2:] == [("cable", "MOSCOW 1439"), ("cable", "reftel")]
    assert {each.code.text for each in found[-2:]} == {"09MOSCOW1439"}
    assert [each.start for each in found] == sorted(each.start for each in found)
    for each in found:
        assert explain(each.code, SEED)


def test_other_cables_are_asked_only_for_what_is_unknown() -> None:
    cable = Cable("09ZENDA1", "")
    assert explain(Code("routing", "RUEHXD"), cable, lambda _: "ZENDA COLLECTIVE") == (
        "RUEHXD: ZENDA COLLECTIVE, as other cables name it (routing)"
    )
    known = explain(Code("routing", "RUEHAG"), cable, lambda _: "ZENDA COLLECTIVE")
    assert known == explain(Code("routing", "RUEHAG"), cable)
    unknown = explain(Code("routing", "RUEHXD"), cable, lambda _: None)
    assert unknown == "RUEHXD: a routing indicator that is not known"
