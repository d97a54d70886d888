"""`reftel parse`: cables out of one file or the standard input, as JSON, without a library."""

import sys
import time
from argparse import Namespace
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from store import layouts
from store.cable import Received, Source
from store.errors import Refused
from store.export import as_json
from store.parse import parse
from tui.cli import DONE, REFUSED, say
from tui.commands import data
from tui.commands.opening import largest


def run(args: Namespace) -> int:
    """Print each cable as `reftel show --json` would; what could not be read is said on stderr."""
    name = "standard input" if args.file == "-" else args.file
    code, limit = DONE, largest(args)
    try:
        with ExitStack() as opened:
            handle = sys.stdin.buffer if args.file == "-" else opened.enter_context(_opened(name))
            for each in layouts.stream(handle, Path(name).name, limit, args.layout):
                if isinstance(each, Refused):
                    say(_told(name, each))
                    code = REFUSED
                else:
                    cable = parse(each)._replace(source=_source(each, name))
                    data.one(as_json(cable, time.strftime("%Y-%m-%d")))
    except Refused as error:
        say(_told(name, error))
        return REFUSED
    return code


def _told(name: str, refused: Refused) -> str:
    """Say what was refused as compilers do: `rows.csv:12:3: a row of 7 columns, not 8`."""
    at = [str(number) for number in (refused.line, refused.column) if number is not None]
    return f"{':'.join([name, *at])}: {refused.reason}"


def _opened(name: str) -> BinaryIO:
    """Open a file to read; a pipe is waited for, since the user named it."""
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise Refused(error.strerror or str(error)) from error


def _source(received: Received, name: str) -> Source:
    raw = received.raw
    return Source(received.layout, name, sha256(raw).hexdigest(), len(raw), received.encoding)
