import pytest

from store.parse import doubts, references
from store.parse.identifier import Mrn


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("094 QUITO 841", ["The year in 094 QUITO 841 is odd; read as 94QUITO841."]),
        ("SOFIA 999", ["09SOFIA999 would be later than this cable; 08SOFIA999 may be meant."]),
        ("SOFIA 11", []),
        ("08 SOFIA 999, MOSCOW 999", []),
    ],
)
def test_years_that_may_be_others(text: str, said: list[str]) -> None:
    found = references.read(text, 2009, "SOFIA")
    assert list(doubts.years(found, Mrn(2009, "SOFIA", 12))) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("09STRELSAU13", ["The post of 09STRELSAU13 is not known; it may be misspelt."]),
        ("1998SLAVNA61", ["The post of 98SLAVNA61 is not known; it may be misspelt."]),
        ("STRELSAU 13", []),
        ("09MOSCOW1869", []),
        ("09MOSCWO1869", []),
        ("SMITH E-MAIL", []),
    ],
)
def test_posts_that_no_table_knows(text: str, said: list[str]) -> None:
    assert list(doubts.posts(references.read(text, 2009))) == said
