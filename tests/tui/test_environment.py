"""What stands in variables of Textual's that it would fail on is said in a line."""

import os
from pathlib import Path

import pytest

from tui.environment import mistake


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("TEXTUAL_DRIVER", "nonsense"),
        ("TEXTUAL_DRIVER", ":LeanDriver"),
        ("TEXTUAL_DRIVER", ".driver:LeanDriver"),
        ("TEXTUAL_DRIVER", "no.such.module:Driver"),
        ("TEXTUAL_DRIVER", "tui.wire.driver:NoSuch"),
        ("TEXTUAL_DRIVER", "os:path"),
        ("TEXTUAL_DRIVER", "textual.app:App"),
        ("TEXTUAL_DRIVER", "textual.driver:Driver"),
        ("TEXTUAL_COLOR_SYSTEM", "nonsense"),
        ("TEXTUAL_COLOR_SYSTEM", ""),
        ("TEXTUAL_SCREENSHOT", "0"),
        ("TEXTUAL_LOG", "/nowhere/at/all"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_its_variable(variable: str, value: str) -> None:
    said = mistake({variable: value}) or ""
    assert said.startswith(f"{variable}={value}: ")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("TEXTUAL_DRIVER", ""),
        ("TEXTUAL_DRIVER", "textual.drivers.linux_driver:LinuxDriver"),
        ("TEXTUAL_COLOR_SYSTEM", "256"),
        ("TEXTUAL_SCREENSHOT", "1"),
        ("TEXTUAL_SCREENSHOT", "soon"),
        ("TEXTUAL_LOG", os.devnull),
        ("TEXTUAL_FPS", "x"),
        ("TEXTUAL_THEME", "nonsense"),
    ],
)
def test_what_textual_takes_or_leaves_aside_is_none_of_ours(variable: str, value: str) -> None:
    assert mistake({variable: value}) is None


def test_a_log_that_can_be_written_is_left_to_textual(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("before")
    assert mistake({"TEXTUAL_LOG": str(tmp_path / "log")}) is None
    assert (tmp_path / "log").read_text() == "before"


def test_every_colour_system_there_is_may_be_named() -> None:
    from rich.console import COLOR_SYSTEMS

    assert [each for each in COLOR_SYSTEMS if mistake({"TEXTUAL_COLOR_SYSTEM": each})] == []
