from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LEFT = b"\x1b[?1049l"
MOUSE = b"\x1b[?1000h"


@pytest.mark.parametrize("mouse", ["false", "true"])
def test_keys_and_mouse_are_what_the_user_made_them(
    opened: Callable[..., Any], tmp_path: Path, mouse: str
) -> None:
    settled = tmp_path / "config.toml"
    keys = '[keys]\n"move.down" = ["Z"]\n"list.quit" = "X"\n'
    settled.write_text(f"terminal.mouse = {mouse}\n{keys}")
    terminal = opened(REFTEL_CONFIG=str(settled))
    terminal.shows("1 of 121")
    assert (MOUSE in terminal.sent) == (mouse == "true")
    terminal.keys(b"Z")
    terminal.shows("2 of 121")
    terminal.keys(b"\x1b[B")
    terminal.shows("3 of 121")
    terminal.keys(b"X")
    assert terminal.code() == 0
    assert LEFT in terminal.sent


@pytest.mark.parametrize(
    ("keys", "steps"),
    [
        pytest.param(
            'preset = "emacs"',
            [(b"\x0e", " 2 of 121"), (b"\x1b>", "121 of 121"), (b"\x10", "120 of 121")],
            id="emacs",
        ),
        pytest.param(
            'preset = "arrows"',
            [(b"\x1b[2~", "1 marked"), (b"\x1b[19~", "The whole text"), (b"\x1b", " 2 of 121")],
            id="arrows",
        ),
        pytest.param(
            'langmap = "ru"',
            [("о".encode(), " 2 of 121"), ("П".encode(), "121 of 121")],
            id="russian",
        ),
    ],
)
def test_a_set_of_keys_is_what_one_presses(
    opened: Callable[..., Any], tmp_path: Path, keys: str, steps: list[tuple[bytes, str]]
) -> None:
    settled = tmp_path / "config.toml"
    settled.write_text(f"[keys]\n{keys}\n")
    terminal = opened(REFTEL_CONFIG=str(settled))
    terminal.shows("1 of 121")
    for key, shown in steps:
        terminal.keys(key)
        terminal.shows(shown)
