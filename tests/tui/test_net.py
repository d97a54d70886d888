import pytest
from rich.segment import Segment
from textual.color import Color

from tui.net import Net

GROUND = Color(0, 0, 0)


def caught(*texts: str, ascii_only: bool = False) -> list[str]:
    segments = [Segment(text) for text in texts]
    return [segment.text for segment in Net(ascii_only=ascii_only).apply(segments, GROUND)]


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        pytest.param(("a\x1b[2J", "\x9b"), ["a␛[2J", "›"], id="what-acts"),
        pytest.param(("cafe", "\u0301s"), ["cafe", "\u0301s"], id="mark-in-the-next-segment"),
        pytest.param(("", "\u0301s"), ["", "�s"], id="mark-without-a-base"),
        pytest.param(
            ("e\u0301\u0301", "\u0301\u0301\u0301"),
            ["e\u0301\u0301", "\u0301\u0301�"],
            id="heap-over-two-segments",
        ),
    ],
)
def test_a_line_is_made_safe_as_a_whole(texts: tuple[str, ...], shown: list[str]) -> None:
    assert caught(*texts) == shown


def test_a_terminal_without_utf8_is_sent_ascii_in_as_many_cells() -> None:
    assert caught("cafe", "\u0301 東 ¶", ascii_only=True) == ["cafe", " ?? P"]
