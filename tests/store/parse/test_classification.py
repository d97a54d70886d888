"""The classification line, spaced, glued, of one section or several."""

import pytest

from store.cable import ClassificationLine
from store.parse import classification


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (
            "UNCLAS SECTION 01 OF 02 MOSCOW 001869",
            ClassificationLine("UNCLAS", "UNCLASSIFIED", 1, 2, "MOSCOW", 1869),
        ),
        (
            "C O N F I D E N T I A L SECTION 01 OF 03 TRIPOLI 000220",
            ClassificationLine("CONFIDENTIAL", "CONFIDENTIAL", 1, 3, "TRIPOLI", 220),
        ),
        (
            "S e c r e t nairobi 001938",
            ClassificationLine("SECRET", "SECRET", None, None, "NAIROBI", 1938),
        ),
        (
            "CONFIDENTIAL NEW DELHI 005238",
            ClassificationLine("CONFIDENTIAL", "CONFIDENTIAL", None, None, "NEW DELHI", 5238),
        ),
        (
            "UNCLAS E F T O LONDON 002468",
            ClassificationLine("UNCLAS EFTO", "UNCLASSIFIED EFTO", None, None, "LONDON", 2468),
        ),
        (
            "S E C R E T   S E C T I O N  01 OF 02 ROME 12",
            ClassificationLine("SECRET", "SECRET", 1, 2, "ROME", 12),
        ),
        (
            "LIMITED OFFICIAL USE SECTION 1 OF 2 MEXICO 0679",
            ClassificationLine("LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE", 1, 2, "MEXICO", 679),
        ),
        (
            "T O P  S E C R E T STATE 1",
            ClassificationLine("TOP SECRET", "TOP SECRET", None, None, "STATE", 1),
        ),
        (
            "CONFIDENTIAL",
            ClassificationLine("CONFIDENTIAL", "CONFIDENTIAL", None, None, None, None),
        ),
        ("SECRETARY RICE MET 12", None),
        ("SECRET TALKS WERE HELD IN THE CITY", None),
        ("MOSCOW 001869", None),
    ],
)
def test_classification_line(line: str, value: ClassificationLine | None) -> None:
    assert classification.read(line) == value


@pytest.mark.parametrize(
    ("line", "before", "level"),
    [
        (
            "RUEHZL/EUROPEAN POLITICAL COLLECTIVEUNCLAS SECTION 01 OF 02 MOSCOW 001869",
            "RUEHZL/EUROPEAN POLITICAL COLLECTIVE",
            "UNCLASSIFIED",
        ),
        (
            "RUEKJCS/JOINT STAFF WASHDCS E C R E T STATE 002634",
            "RUEKJCS/JOINT STAFF WASHDC",
            "SECRET",
        ),
        ("STATE GRNCUNCLASSIFIED BUENOS AIRES 2481", "STATE GRNC", "UNCLASSIFIED"),
    ],
)
def test_glued_to_the_header(line: str, before: str, level: str) -> None:
    found = classification.glued(line)
    assert found is not None
    assert line[: found.start] == before
    assert found.line.level == level


@pytest.mark.parametrize(
    "line", ["RUEHX/US SECRET SERVICE WASHDC 0123", "RUEHC/SECSTATE WASHDC 4310", ""]
)
def test_an_addressee_is_no_classification_line(line: str) -> None:
    assert classification.glued(line) is None
