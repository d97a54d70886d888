"""What the first keys need is loaded by the time they are pressed, and nothing waits for it."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from threading import Event

import pytest

from tui import warming

ROOT = Path(__file__).parents[2]
LOADED = """
import sys, time
from tui import warming
with warming.ahead():
    before = set(sys.modules)
    while not set(warming.MODULES) <= set(sys.modules):
        time.sleep(0.01)
print(len(set(warming.MODULES) - before))
"""


@pytest.mark.parametrize("name", warming.MODULES)
def test_what_is_loaded_ahead_is_there(name: str) -> None:
    assert find_spec(name)


def test_it_is_loaded_beside_what_is_done() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) == len(warming.MODULES)


def test_one_who_leaves_at_once_waits_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []
    monkeypatch.setattr(warming, "AFTER", 60)
    monkeypatch.setattr(warming, "import_module", names.append)
    with warming.ahead():
        pass
    assert names == []


def test_it_stops_with_what_it_is_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Event()
    names: list[str] = []

    def load(name: str) -> None:
        names.append(name)
        begun.set()

    monkeypatch.setattr(warming, "AFTER", 0)
    monkeypatch.setattr(warming, "PAUSE", 60)
    monkeypatch.setattr(warming, "import_module", load)
    with warming.ahead():
        assert begun.wait(30)
    assert names == list(warming.MODULES[:1])
