import random
from collections.abc import Callable
from typing import Any

import pytest

from tui.wire.difference import Shift, difference, shifted
from tui.wire.grid import Grid

WIDTH, HEIGHT = 40, 12
WORDS = ["council", "the", "harvest tax", "\x1b[1mZenda\x1b[0m", "    ", "          ", "é…", "漢字"]
WORDS += ["\x1b[7m   \x1b[0m", "o\u0301", "\x1b[38;5;16;48;5;221mhit\x1b[0m"]

New = Callable[[int, int], Any]


def line(random: random.Random) -> str:
    return " ".join(random.choice(WORDS) for _ in range(random.randint(0, 3)))


def frame(lines: list[str]) -> str:
    return "".join(f"\x1b[{y};1H{' ' * WIDTH}\x1b[{y};1H{x}" for y, x in enumerate(lines, 1))


def changed(random: random.Random, lines: list[str]) -> list[str]:
    """Scroll some lines, write others anew, leave the rest."""
    lines = list(lines)
    if random.random() < 0.7:
        top = random.randrange(HEIGHT - 2)
        bottom = random.randint(top + 2, HEIGHT)
        by = random.randint(1, bottom - top)
        part = lines[top:bottom]
        new = [line(random) for _ in range(by)]
        lines[top:bottom] = part[by:] + new if random.random() < 0.5 else new + part[:-by]
    for _ in range(random.choice([0, 0, 1, 3, HEIGHT])):
        lines[random.randrange(HEIGHT)] = line(random)
    return lines


@pytest.mark.parametrize("scrolls", [True, False], ids=["scrolls", "rewrites"])
@pytest.mark.parametrize("seed", range(40))
def test_the_terminal_shows_what_is_wanted(glass: New, seed: int, *, scrolls: bool) -> None:
    drawn = random.Random(seed)  # noqa: S311
    lines = [line(drawn) for _ in range(HEIGHT)]
    shown, wanted = Grid(WIDTH, HEIGHT), Grid(WIDTH, HEIGHT)
    terminal = glass(WIDTH, HEIGHT)
    for _ in range(8):
        lines = changed(drawn, lines)
        cursor = f"\x1b[{drawn.randint(1, HEIGHT)};{drawn.randint(1, WIDTH)}H"
        list(wanted.write(frame(lines) + cursor))
        terminal.take(difference(shown, wanted, scrolls=scrolls).encode())
        plain = glass(WIDTH, HEIGHT)
        plain.take((frame(lines) + cursor).encode())
        assert terminal.rows == plain.rows
        assert (terminal.x, terminal.y) == (plain.x, plain.y)
        assert shown.rows == wanted.rows


def screen(*lines: str) -> Grid:
    grid = Grid(WIDTH, len(lines))
    list(grid.write(frame(list(lines)) + "\x1b[1;1H"))
    return grid


@pytest.mark.parametrize(
    ("old", "new", "output"),
    [
        pytest.param(["same"], ["same"], "", id="same"),
        pytest.param(["row 1 of 9"], ["row 2 of 9"], "\x1b[4C2\r", id="one cell"),
        pytest.param(["12 of 9"], ["21 of 9"], "21\r", id="cells side by side"),
        pytest.param(["a bc e"], ["x bc y"], "x bc y\r", id="a gap too small to pass"),
        pytest.param(["short and more"], ["short"], "\x1b[5C\x1b[K\r", id="shorter"),
        pytest.param(["a"], ["\x1b[1ma\x1b[0m"], "\x1b[1ma\x1b[m\r", id="bold"),
        pytest.param(["a", "b"], ["c", "d"], "c\r\nd\x1b[1H", id="rows one below the other"),
        pytest.param(["", "", "a"], ["", "", "b"], "\x1b[3Hb\x1b[1H", id="a row further down"),
        pytest.param(["漢 1"], ["漢 2"], "\x1b[K漢\x1b[1;3H 2\r", id="width in doubt"),
    ],
)
def test_no_more_than_the_difference_is_written(
    old: list[str], new: list[str], output: str
) -> None:
    assert difference(screen(*old), screen(*new), scrolls=True) == output


LINES = [f"{number} the council met again in Zenda" for number in range(9)]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param(LINES, [*LINES[1:], "new"], Shift(0, 9, 1), id="up"),
        pytest.param(LINES, ["new", *LINES[:-1]], Shift(0, 9, -1), id="down"),
        pytest.param(
            LINES, [LINES[0], *LINES[3:8], "x", "y", LINES[8]], Shift(1, 8, 2), id="between others"
        ),
        pytest.param(LINES, LINES, None, id="same"),
        pytest.param(LINES, [line.upper() for line in LINES], None, id="all new"),
        pytest.param(["a", "b", "c"], ["b", "c", "d"], None, id="too little to be worth it"),
    ],
)
def test_rows_that_moved_are_found(old: list[str], new: list[str], found: Shift | None) -> None:
    assert shifted(screen(*old).rows, screen(*new).rows) == found


def test_a_line_scrolled_between_two_others_takes_little_more_than_the_line() -> None:
    old, new = screen("over", *LINES, "under"), screen("over", *LINES[1:], "more", "under")
    assert difference(old, new, scrolls=True) == "\x1b[2;10r\x1b[2H\x1b[1M\x1b[r\x1b[10Hmore\x1b[1H"
