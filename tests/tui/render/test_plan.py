from typing import Any

import pytest

from tui.render.plan import Told, lasting, plan, refusals, size

SURVEY: dict[str, Any] = {
    "files": 12_413,
    "unchanged": 0,
    "bytes": 90_000_000,
    "cables": 12_400,
    "estimated": 0,
    "layouts": {"listing": 9_800, "html": 2_600},
    "unknown": 13,
    "passed_over": 0,
    "seconds": 40,
}


def test_a_plan_says_what_lies_there_and_what_it_takes() -> None:
    assert plan(SURVEY) == [
        "12,413 files: 9,800 listing, 2,600 html, 13 unknown",
        "12,400 cables, 90 MB, about 40 s to import",
    ]


def test_what_is_in_the_library_already_is_told_apart() -> None:
    again = SURVEY | {"unchanged": 12_400, "layouts": {"listing": 13}, "unknown": 0}
    assert plan(again)[0] == "12,413 files: 13 listing, 12,400 here already"


def test_what_is_an_estimate_is_said_to_be_one() -> None:
    said = plan(SURVEY | {"estimated": 300})
    assert said[1].startswith("about 12,400 cables")
    assert said[2].startswith("300 of the cables are an estimate")


def test_where_nothing_can_be_imported_no_time_is_said() -> None:
    nothing = SURVEY | {"files": 1, "cables": 0, "layouts": {}, "unknown": 1}
    assert plan(nothing) == ["1 file: 1 unknown"]


def test_a_refusal_is_named_with_its_place() -> None:
    refused: list[Told] = [
        {"path": "a.txt", "reason": "it is empty", "line": None, "column": None},
        {"path": "b.csv", "reason": "a row of 3 columns", "line": 4, "column": 1},
    ]
    assert list(refusals(refused)) == ["a.txt: it is empty", "b.csv:4:1: a row of 3 columns"]


@pytest.mark.parametrize(
    ("count", "said"),
    [(7, "7 bytes"), (1_500, "1.5 kB"), (90_000_000, "90 MB"), (3_210_000_000, "3.2 GB")],
)
def test_sizes_are_said_as_people_say_them(count: int, said: str) -> None:
    assert size(count) == said


@pytest.mark.parametrize(
    ("time", "said"), [(1, "1 s"), (99, "99 s"), (150, "2 min"), (7200, "2 h")]
)
def test_times_are_said_as_people_say_them(time: int, said: str) -> None:
    assert lasting(time) == said
