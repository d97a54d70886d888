"""Every room on the smallest of the usual terminals, on the poorest kind, and on a large one."""

from pathlib import Path

import pytest

from tests.bench.captures import Place, captured
from tests.bench.rooms import ROOMS

TERMINALS = {"small": ((40, 12), "linux", "C"), "large": ((120, 40), "xterm-256color", "C.UTF-8")}


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("terminal", TERMINALS.values(), ids=TERMINALS)
def test_a_room_can_be_read(
    exercise_folder: Path, room: str, terminal: tuple[tuple[int, int], str, str]
) -> None:
    capture = captured(exercise_folder, Place(room, *terminal))
    assert not capture.wrong, "\n".join(capture.shown)
