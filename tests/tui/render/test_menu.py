import pytest

from tui.render.line import cells
from tui.render.menu import Entry, panel

SIX = [Entry(letter, f"thing {letter}", f"Does the thing called {letter}") for letter in "abcdef"]


@pytest.mark.parametrize(
    ("width", "height", "rows", "first"),
    [
        pytest.param(
            120, 10, 2, "a Does the thing called a   c Does the thing called c   e Does", id="wide"
        ),
        pytest.param(40, 10, 6, "a Does the thing called a", id="narrow"),
        pytest.param(40, 3, 2, "a thing a   c thing c   e thing e", id="low"),
        pytest.param(10, 2, 2, "a thing a", id="too low for all"),
        pytest.param(6, 5, 5, "a thi…", id="too narrow for a name"),
    ],
)
def test_sentences_where_they_fit_else_names(
    width: int, height: int, rows: int, first: str
) -> None:
    lines = panel(SIX, width, height)
    assert len(lines) == rows
    assert lines[0].plain.startswith(first)
    assert all(cells(line.plain) <= width for line in lines)


def test_a_menu_of_nothing_has_no_lines() -> None:
    assert panel([], 80, 10) == []


def test_what_comes_from_a_cable_is_made_safe() -> None:
    line = panel([Entry("a", "\x1b[2J", "\x1b]52;c;aGk=\x07")], 80, 4)[0]
    assert "\x1b" not in line.plain
    assert "\x07" not in line.plain
