from typing import Any

import pytest

from tui.render.doing import bar, brief, counted, outcome, row

REPORT: dict[str, Any] = {"new": 1, "version": 0, "same": 0, "refused": []}


@pytest.mark.parametrize(
    ("share", "left", "said"),
    [
        (None, None, "import…"),
        (0.34, None, "import 34 %"),
        (0.34, 130.0, "import 34 %, 2 min left"),
        (1.0, 0.0, "import: indexing"),
    ],
)
def test_what_is_under_way_is_said_in_a_word_or_two(
    share: float | None, left: float | None, said: str
) -> None:
    assert brief("import", share, left) == said


@pytest.mark.parametrize(
    ("share", "drawn"), [(None, "." * 20), (0, "." * 20), (0.5, "#" * 10 + "." * 10), (1, "#" * 20)]
)
def test_a_bar_is_drawn_in_letters_every_terminal_has(share: float | None, drawn: str) -> None:
    assert bar(share) == f"[{drawn}]"


def test_files_cables_and_rate_are_counted() -> None:
    progress = {"done": 1_200.5, "of": 12_413, "added": 1_180, "refused": 2}
    assert counted(progress, 2) == "1,200 of 12,413 files, 1,180 cables, 590 a second, 2 refused"
    assert counted({}, 0) == "0 files"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "1 new cable"),
        ({"new": 0, "same": 7}, "0 new cables, 7 known already"),
        ({"version": 2, "refused": [{}]}, "1 new cable, 2 further versions, 1 refused"),
    ],
    ids=str,
)
def test_the_outcome_names_only_what_there_is(more: dict[str, Any], said: str) -> None:
    assert outcome(REPORT | more) == said


@pytest.mark.parametrize("width", [120, 40, 20, 5, 1])
def test_a_job_takes_no_more_than_the_width(width: int) -> None:
    for line in row("import ~/a folder \x1b[31m of cables", "running", "x" * 200, width):
        assert len(line.plain) <= width
        assert line.plain.isprintable()
