import pytest

from tui.render.line import EMPTY
from tui.render.portion import chip


@pytest.mark.parametrize(
    ("mark", "plain", "role"),
    [
        ("U", "(U)", "unclassified"),
        ("SBU", "(SBU)", "sensitive"),
        ("C/NF", "(C/NF)", "confidential"),
        ("S", "(S)", "secret"),
        ("TS", "(TS)", "top-secret"),
        ("QQ", "(QQ)", "unknown"),
        ("\x1b[m", "(␛[m)", "unknown"),
    ],
)
def test_a_mark_has_the_colour_of_its_level(mark: str, plain: str, role: str) -> None:
    drawn = chip(mark)
    assert drawn.plain == plain
    assert [stroke.role for stroke in drawn.strokes] == [role]


def test_no_mark_draws_nothing() -> None:
    assert chip(None) == chip("") == EMPTY
