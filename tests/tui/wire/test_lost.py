"""A reader that is ended from outside: what was marked and where one was are kept."""

import json
import os
import signal
from pathlib import Path
from typing import Any

SEED = "09MOSCOW1869"


def reading(opened: Any, marks: Path) -> Any:
    """Star a cable and go to its fifth paragraph."""
    terminal = opened(REFTEL_MARKS=str(marks))
    terminal.keys(b"\r")
    terminal.shows("CABLE")
    terminal.keys(b"5p*")
    terminal.shows("is starred")
    return terminal


def kept(marks: Path) -> tuple[bool, str]:
    mark = json.loads(marks.read_text())["cables"][SEED]
    return bool(mark["starred"]), mark["position"]["paragraph"]


def test_the_place_and_the_star_outlive_the_terminal(opened: Any, tmp_path: Path) -> None:
    terminal = reading(opened, tmp_path / "lost.json")
    os.close(terminal.slave)
    os.close(terminal.master)
    assert terminal.process.wait(timeout=30) == 128 + signal.SIGHUP
    terminal.master, terminal.slave = os.pipe()
    assert kept(tmp_path / "lost.json") == (True, "5")


def test_the_place_and_the_star_outlive_an_interrupt(opened: Any, tmp_path: Path) -> None:
    terminal = reading(opened, tmp_path / "lost.json")
    terminal.process.send_signal(signal.SIGINT)
    assert terminal.code() == 128 + signal.SIGINT
    assert kept(tmp_path / "lost.json") == (True, "5")
