import asyncio
import signal
from collections.abc import Iterator

import pytest

from tui.terminal import away, colours, on_hangup, settle_colours, utf8


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
        pytest.param({"TERM": "vt220"}, 0, id="vt220"),
        pytest.param({"TERM": "xterm-mono"}, 0, id="mono"),
    ],
)
def test_colours_by_what_the_terminal_says(environ: dict[str, str], count: int) -> None:
    assert colours(environ) == count


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({"TERM": "xterm", "NO_COLOR": ""}, None),
        ({"TERM": "xterm", "NO_COLOR": "0"}, "1"),
        ({"TERM": "xterm"}, None),
        ({"TERM": "vt100"}, "1"),
    ],
)
def test_textual_is_told_in_its_own_word(environ: dict[str, str], told: str | None) -> None:
    settle_colours(environ)
    assert environ.get("NO_COLOR") == told


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        pytest.param({"LANG": "de_DE.UTF-8"}, True, id="LANG"),
        pytest.param({"LANG": "C.utf8"}, True, id="utf8"),
        pytest.param({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, False, id="LC_ALL goes before"),
        pytest.param({"LANG": "C", "LC_ALL": "", "LC_CTYPE": "en_US.UTF-8"}, True, id="LC_CTYPE"),
        pytest.param({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, False, id="put there by Python"),
        pytest.param({"LC_CTYPE": "C.UTF-8"}, False, id="put there where nothing was"),
        pytest.param({"LANG": "en_US.UTF-8", "LC_CTYPE": "C.UTF-8"}, True, id="not installed"),
        pytest.param({"LANG": "de_DE.ISO-8859-1"}, False, id="Latin-1"),
        pytest.param({}, False, id="nothing"),
    ],
)
def test_utf8_by_the_locale(environ: dict[str, str], *, told: bool) -> None:
    assert utf8(environ) is told


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
def test_whoever_came_by_ssh_sits_at_another_machine(name: str) -> None:
    assert away({name: "1"})
    assert not away({name: "", "TERM": "xterm"})


@pytest.fixture
def interrupts() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interrupts")
def test_an_interrupt_ends_the_loop_by_its_number_and_is_as_usual_after_it() -> None:
    async def until_asked() -> int:
        asked = asyncio.get_running_loop().create_future()
        on_hangup(asked.set_result)
        signal.raise_signal(signal.SIGINT)
        return int(await asked)

    assert asyncio.run(until_asked()) == signal.SIGINT
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
