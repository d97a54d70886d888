"""A driver for a test: it keeps what Textual writes, which is what its own driver would send."""

import os

from tui.wire.driver import LeanDriver


class Recording(LeanDriver):
    """Appends to the file that the environment names, before anything is sent."""

    def write(self, data: str) -> None:
        with open(os.environ["RECORD"], "ab") as record:  # noqa: PTH123
            record.write(data.encode())
        super().write(data)
