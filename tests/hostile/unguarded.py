"""The command with its gate and its net taken out: what the tests must find fault with."""

import sys

import tui.render.safe
from tui.render.safe import Shown

if __name__ == "__main__":
    # Before any other module takes it from there. Textual itself is loaded later, by the app.
    tui.render.safe.safe = lambda text: Shown(text)
    from tui.cli import main
    from tui.net import Net

    Net.apply = lambda self, segments, background: segments  # type: ignore[method-assign]
    sys.exit(main())
