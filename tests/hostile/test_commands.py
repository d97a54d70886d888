"""Every command, on a terminal and into a pipe: what it writes of hostile texts is words."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.hostile import commands, documents
from tests.hostile.commands import (
    UNGUARDED,
    Home,
    faults,
    of_all,
    of_the_library,
    of_words,
    on_a_terminal,
)
from tests.hostile.conftest import NUMBERED
from tests.hostile.oracle import Oracle
from tests.hostile.strings import CONTROL, STRINGS
from tui.cli import _COMMANDS

PACKED = f"09STRELSAU{documents.PACKED}"
PRINTED = [
    ("show", PACKED),
    ("search", "harvest or record", "--limit", "9999"),
    ("marks",),
    ("info",),
]
WORDS = " ".join(each.argument for each in STRINGS if each.kind in CONTROL)


@pytest.mark.parametrize("args", PRINTED, ids=" ".join)
def test_what_is_printed_is_words(home: Home, args: tuple[str, ...]) -> None:
    assert faults(home, args) == []


def test_what_is_said_to_a_command_comes_back_as_words(home: Home) -> None:
    own = home._replace(folder=home.folder / "said")
    file = commands.folder(own.folder, WORDS) / "one.txt"
    file.write_bytes(documents.cable(*NUMBERED[0]))
    said = list(of_words(WORDS, file))[::3]
    with ThreadPoolExecutor(4) as pool:
        found = pool.map(lambda args: (args, faults(own, args, bar=True)), said)
        assert [each for each in found if each[1]] == []


def test_every_command_is_among_them() -> None:
    walked = {*of_all(), *of_words("x", Path("y")), *of_the_library(*NUMBERED[0])}
    assert {word for args in walked for word in args} >= set(_COMMANDS)


@pytest.mark.parametrize("what", ["show", "validate"])
def test_settings_come_back_as_words(home: Home, what: str) -> None:
    own = home._replace(folder=home.folder / "settled")
    own.config(commands.settings(WORDS))
    assert faults(own, ("config", what)) == []


def test_surroundings_come_back_as_words(home: Home) -> None:
    around = commands.surroundings(WORDS)
    assert faults(home, ("doctor",), bar=False, **around) == []


@pytest.mark.parametrize("args", PRINTED[:2], ids=" ".join)
def test_without_the_gate_the_same_command_is_found_out(home: Home, args: tuple[str, ...]) -> None:
    ran = on_a_terminal(home._replace(module=UNGUARDED), args)
    assert list(Oracle(commands.SIZE, app=False).foreign(ran.output))
