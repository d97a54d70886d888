"""A driver for a test: its terminal becomes another size at the moment its size is asked for."""

import os
import signal
import termios

from tui.wire.driver import LeanDriver


class Overtaken(LeanDriver):
    """Finds that a terminal of five rows has twelve, by a signal, before it can tell the app."""

    def _get_terminal_size(self) -> tuple[int, int]:
        size = super()._get_terminal_size()
        if size[1] == 5:
            termios.tcsetwinsize(self.fileno, (12, 40))
            os.kill(os.getpid(), signal.SIGWINCH)
        return size
