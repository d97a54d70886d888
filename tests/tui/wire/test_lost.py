"""A connection that is lost while one reads: what was marked and where one was are kept."""

import json
import os
import signal
from pathlib import Path
from typing import Any

SEED = "09MOSCOW1869"


def test_the_place_and_the_star_outlive_the_terminal(opened: Any, tmp_path: Path) -> None:
    marks = tmp_path / "lost.json"
    terminal = opened(REFTEL_MARKS=str(marks))
    terminal.keys(b"\r")
    terminal.shows("CABLE")
    terminal.keys(b"5p*")
    terminal.shows("is starred")
    os.close(terminal.slave)
    os.close(terminal.master)
    assert terminal.process.wait(timeout=30) == 128 + signal.SIGHUP
    terminal.master, terminal.slave = os.pipe()
    kept = json.loads(marks.read_text())["cables"][SEED]
    assert kept["starred"]
    assert kept["position"]["paragraph"] == "5"
