"""Every room on the smallest of the usual terminals, on the poorest kind, and on a large one."""

from pathlib import Path

import pytest

from tests.bench.captures import Capture, Place, captures
from tests.bench.rooms import ROOMS

TERMINALS = {"small": ((40, 12), "linux", "C"), "large": ((120, 40), "xterm-256color", "C.UTF-8")}


@pytest.fixture(scope="module")
def seen(exercise_folder: Path) -> dict[Place, Capture]:
    places = [Place(room, *terminal) for room in ROOMS for terminal in TERMINALS.values()]
    return {each.place: each for each in captures(exercise_folder, places)}


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("terminal", TERMINALS.values(), ids=TERMINALS)
def test_a_room_can_be_read(
    seen: dict[Place, Capture], room: str, terminal: tuple[tuple[int, int], str, str]
) -> None:
    capture = seen[Place(room, *terminal)]
    assert not capture.wrong, "\n".join(capture.shown)
