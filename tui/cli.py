"""The `reftel` command: what may be said to it, and what it answers when something is wrong.

Each command is a module of `tui.commands` and loaded only when it is meant; Textual is loaded
only when the app opens. stdout carries data, stderr talk.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from store import errors
from tui import keeping, marking, reading, secure, terminal
from tui.fault import report
from tui.nearest import nearest
from tui.render.safe import safe

DONE, NOTHING_FOUND, USAGE, NO_LIBRARY, REFUSED, INTERRUPTED = 0, 1, 2, 3, 4, 130
PIPE_CLOSED = 141
"""What a shell reports of a program that SIGPIPE ended."""

# Which module of `tui.commands` runs a command that is not named like it.
_MODULES = {None: "read", "import": "importing"}

_ABOUT = """\
Read diplomatic cables in a terminal.

Without a command, reftel opens the reader. Without a library of yours it begins
with the ways into one: a practice library, your first import, a guide."""

_EXAMPLES = """\
examples:
  reftel                                   open the reader
  reftel import ~/cables                   take in every cable of a folder
  reftel search 'piracy origin:moscow'     find
  reftel show 09MOSCOW1869                 read one

exit codes: 0 done, 1 nothing found, 2 usage, 3 library missing, locked, damaged
or newer, 4 some input was refused, 130 interrupted"""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, with nothing of what was typed acting on the terminal."""

    def __init__(self, prog: str, examples: str, about: str | None = None) -> None:
        super().__init__(
            prog,
            description=about,
            epilog=examples,
            formatter_class=_help,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        say(f"{message} (see {self.prog} --help)")
        raise SystemExit(USAGE)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Refuse what is not known here, where the options that may be meant are known."""
        known, left = super().parse_known_args(args, namespace)
        for each in left:
            if not each.startswith("-"):
                self.error(f"{each!r} is too much")
            name = each.partition("=")[0] if each.startswith("--") else ""
            near = nearest(name, self._option_string_actions)
            hint = f"the nearest is {near}" if near else "-- goes before words with a hyphen"
            self.error(f"there is no option {each}; {hint}")
        return known, left

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            near = nearest(value, action.choices)
            hint = f"the nearest is {near}" if near else f"choose from {', '.join(action.choices)}"
            raise argparse.ArgumentError(action, f"there is no {value!r}; {hint}")


def say(message: str) -> None:
    """Write one line to stderr."""
    sys.stderr.write(f"reftel: {safe(' '.join(message.split()))}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    terminal.stand_in()
    terminal.write_what_can_be_shown(os.environ)
    if sys.stdout is None:
        say("standard output is closed, so there is nowhere to write to")
        return USAGE
    try:
        code = _run(argv)
        sys.stdout.flush()
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of the pipe has seen enough; what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except errors.QueryInvalid as error:
        say(f"query, column {error.column}: {error} Expected {error.expected}.")
        return USAGE
    except errors.ReftelError as error:
        say(str(error))
        return _exit_code(error)
    except OSError as error:
        where = error.filename or "standard output"
        say(f"{where}: {error.strerror or error}")
        return NO_LIBRARY
    except Exception as error:
        return report(error)
    return code


def _run(argv: Sequence[str] | None) -> int:
    words = sys.argv[1:] if argv is None else argv
    if words[:1] == ["help"]:
        words = [*words[1:], "--help"]
    parser = _parser(_meant(words))
    args = parser.parse_args(marking.signed(words))
    if args.version:
        sys.stdout.write(f"reftel {_version()}\n")
        return DONE
    if args.command is None and not terminal.interactive():
        sys.stderr.write(f"{parser.format_usage()}\n{_EXAMPLES}\n")
        say("the reader needs a terminal; the commands above do not")
        return USAGE
    if args.command is None and terminal.dumb(os.environ):
        say("TERM names no terminal the reader can draw on; reftel search and show need no such")
        return USAGE
    if args.secure:
        os.environ[secure.VARIABLE] = "1"
    if secure.on(os.environ):
        secure.shut(os.environ)
    if args.command in _LOOK_UPS:
        gc.disable()  # it ends before it has made what would be worth collecting
    module = import_module(f"tui.commands.{_MODULES.get(args.command, args.command)}")
    code: int = module.run(args)
    return code


def _meant(words: Sequence[str]) -> str | None:
    """Name the command a line begins with, past `--library DIR`; None where that is not plain."""
    first = words[2:3] if words[:1] == ["--library"] else words[:1]
    return next((word for word in first if word in _COMMANDS), None)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("reftel")
    except PackageNotFoundError:
        return "(run from its source, not installed)"


def _exit_code(error: errors.ReftelError) -> int:
    if isinstance(error, errors.CableUnknown | errors.ParagraphUnknown):
        return NOTHING_FOUND
    if isinstance(error, errors.MarkRefused):
        return USAGE
    return REFUSED if isinstance(error, errors.Refused) else NO_LIBRARY


def _parser(meant: str | None) -> _Parser:
    """Lay out the command that is meant; for None all of them, which takes a look-up's fifth."""
    parser = _Parser("reftel", _EXAMPLES, _ABOUT)
    parser.add_argument("--version", action="store_true", help="say which version this is")
    parser.add_argument("--secure", action="store_true", help="read cables, do nothing else")
    _add_library(parser, default=None)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", prog="reftel"
    )
    for name in [meant] if meant else _COMMANDS:
        about, examples, add = _COMMANDS[name]
        command = commands.add_parser(name, help=about, examples=examples)
        add(command)
        if name not in _WITHOUT_LIBRARY:
            _add_library(command, default=argparse.SUPPRESS)
    return parser


def _help(prog: str) -> argparse.HelpFormatter:
    """Format help for 80 columns; to ask the terminal would load shutil for every look-up."""
    return argparse.RawDescriptionHelpFormatter(prog, width=80)


def _add_library(parser: _Parser, default: str | None) -> None:
    """Take `--library` before the command and after it; what is not said must not unsay it."""
    parser.add_argument(
        "--library", metavar="DIR", default=default, help="the library's folder (REFTEL_LIBRARY)"
    )


_COMMANDS: dict[str, marking.Command] = {
    **reading.COMMANDS,
    **marking.COMMANDS,
    **keeping.COMMANDS,
}
_WITHOUT_LIBRARY = ("parse",)
_LOOK_UPS = ("search", "show")
