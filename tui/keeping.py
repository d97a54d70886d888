"""What may be said to the commands that keep a library whole."""

import argparse

from tui.marking import Command

_VERIFY = """\
examples:
  reftel verify                            every source, record, count, the index
  reftel verify --json                     the report as one JSON object

Each source is held against its sha256, and read again: its record is to say the
same. A record made by an older reftel is no damage. Nothing is changed.

exit codes: 0 sound, 3 something is wrong"""


def _add_verify(verify: argparse.ArgumentParser) -> None:
    verify.add_argument("--json", action="store_true", help="report as one JSON object")


COMMANDS: dict[str, Command] = {
    "verify": ("see that the library is whole", _VERIFY, _add_verify),
}
