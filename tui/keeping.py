"""What may be said to the commands that keep a library whole."""

import argparse

from tui.marking import Command

_VERIFY = """\
examples:
  reftel verify                            every source, record, count, the index
  reftel verify --json                     the report as one JSON object
  reftel verify --repair                   make anew what can be

Each source is held against its sha256, and read again: its record is to say the
same. A record made by an older reftel is no damage. Nothing is changed without
--repair. That makes records, counts and index anew out of the sources that are
whole; no source is written to, and the documents as they were stay beside the
new ones under a name it tells. A source that is damaged is named with the path
it came from, to be imported again.

exit codes: 0 sound or mended, 3 something is wrong, or left to do"""


def _add_verify(verify: argparse.ArgumentParser) -> None:
    verify.add_argument("--repair", action="store_true", help="make anew what is derived")
    verify.add_argument("--json", action="store_true", help="report as one JSON object")


COMMANDS: dict[str, Command] = {
    "verify": ("see that the library is whole", _VERIFY, _add_verify),
}
