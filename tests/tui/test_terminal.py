import pytest

from tui.terminal import colours


@pytest.mark.parametrize(
    ("environ", "count"),
    [
        pytest.param({"TERM": "xterm-256color"}, 256, id="256"),
        pytest.param({"TERM": "tmux-256color", "COLORTERM": "truecolor"}, 1 << 24, id="truecolor"),
        pytest.param({"TERM": "xterm-kitty"}, 256, id="kitty"),
        pytest.param({"TERM": "xterm-direct"}, 256, id="direct"),
        pytest.param({"TERM": "linux"}, 16, id="console"),
        pytest.param({"TERM": "foot"}, 16, id="not-told"),
        pytest.param({"TERM": "dumb", "COLORTERM": "truecolor"}, 0, id="dumb"),
        pytest.param({}, 0, id="none"),
        pytest.param({"TERM": "xterm-256color", "NO_COLOR": "1"}, 0, id="no-color"),
        pytest.param({"TERM": "xterm-256color", "NO_COLOR": ""}, 256, id="empty-no-color"),
    ],
)
def test_colours_by_what_the_terminal_says(environ: dict[str, str], count: int) -> None:
    assert colours(environ) == count
