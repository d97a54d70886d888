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
from typing import NoReturn

from store import errors
from tui import keeping, marking, secure, terminal
from tui.fault import report
from tui.render.safe import safe

DONE, NOTHING_FOUND, USAGE, NO_LIBRARY, REFUSED, INTERRUPTED = 0, 1, 2, 3, 4, 130
ORDERS = ("newest", "oldest", "relevance", "origin", "class")
COUNTED = ("level", "origin", "tag", "year")
PIPE_CLOSED = 141
"""What a shell reports of a program that SIGPIPE ended."""

# Which module of `tui.commands` runs a command that is not named like it.
_MODULES = {None: "read", "import": "importing"}

LAYOUTS = ("json", "frus", "html", "csv", "nara", "listing", "plain", "pdf")

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

_IMPORT = """\
examples:
  reftel import ~/cables                   a folder, with all in it
  reftel import a.txt b.txt                some files
  reftel import --dry-run ~/cables         what is there, and nothing written
  reftel import --json ~/cables            the report as one JSON object
  reftel import --max-size 50M ~/cables    larger cables than the usual 10M

Importing a file again changes nothing; another text of the same id is kept as a
further version."""

_SHOW = """\
examples:
  reftel show 09MOSCOW1869                 as the reader shows it
  reftel show 09MOSCOW1869 --width 60      in 60 columns
  reftel show 09MOSCOW1869 --json          all that is known of it
  reftel show 09MOSCOW1869 --version 1     as it first came in
  reftel show 09MOSCOW1869 --raw > it.txt  the very bytes that came in"""

_COMPARE = """\
examples:
  reftel compare 09MOSCOW1869              its last two versions, as by git diff
  reftel compare 09MOSCOW1869 1            the first with the newest
  reftel compare 09MOSCOW1869 1 2          the first with the second
  reftel compare 09MOSCOW1869 --json       paragraph by paragraph

A cable has several versions where texts that differ came in under one id, as
when one is released again with less left out."""

_SEARCH = """\
examples:
  reftel search piracy                     a word in its forms, in any case
  reftel search '"law enforcement" raid'   a phrase and a word
  reftel search 'raid -trial or pri*'      without a word; either; so begun
  reftel search '"release group"~5'        words that are near
  reftel search 'origin:moscow (tag:KIPR or tag:ETRD) date:2009-05..2009-07'
  reftel search 'level:>=secret before:1980' --sort relevance
  reftel search piracy --facets origin --facets year
  reftel search piracy --ids | xargs -n 1 reftel show

fields: id, subject, body, origin, post, from, to, tag, level, portion, caption,
ref (what it cites), in (its path or layout), date, after, before; of your own
marks: is (starred, unread, read, noted), tag:mine/WORD, note. Quotes around the
whole keep the shell away; put -- before a line that begins with a hyphen.
Into a pipe goes one line a cable: id, date, level, origin, subject, snippet,
separated by tabs."""

_PARSE = """\
examples:
  reftel parse 09MOSCOW1869.txt            all that can be read of it, as JSON
  reftel parse - < cables.txt              of standard input, one object a cable
  reftel parse --layout plain x.txt        of a telegram with nothing around it

No library is needed, and none is changed."""

_INFO = """\
examples:
  reftel info                              where the library is, what it holds
  reftel --library ~/frus info             of another library"""


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
    parser.add_argument("--secure", action="store_true", help="no other program, no other file")
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


def _add_import(taking: _Parser) -> None:
    taking.add_argument("paths", metavar="PATH", nargs="+", help="a file or a folder")
    _add_max_size(taking)
    taking.add_argument("--dry-run", action="store_true", help="count what is there, no more")
    form = taking.add_mutually_exclusive_group()
    _add_json(form, "report as one JSON object")
    form.add_argument(
        "--progress", action="store_true", help="how far it is as JSON lines, the report last"
    )


def _add_show(show: _Parser) -> None:
    show.add_argument("id", metavar="ID", help="its reference id, such as 09MOSCOW1869")
    form = show.add_mutually_exclusive_group()
    form.add_argument("--raw", action="store_true", help="the bytes as they came in")
    show.add_argument("--force", action="store_true", help="--raw to a terminal, which obeys them")
    _add_json(form, "all that is known of it, as one JSON object")
    form.add_argument("--width", metavar="N", type=_count, help="columns (terminal's, or 80)")
    show.add_argument("--version", metavar="N", dest="of", type=_count, help="an older version")


def _add_compare(compare: _Parser) -> None:
    compare.add_argument("id", metavar="ID", help="its reference id, such as 09MOSCOW1869")
    compare.add_argument("versions", metavar="VERSION", type=_count, nargs="*", help="old, new")
    _add_json(compare, "as one JSON object")
    compare.add_argument("--width", metavar="N", type=_count, help="columns (terminal's, or 80)")


def _add_search(search: _Parser) -> None:
    search.add_argument("query", metavar="QUERY", nargs="*", help='words, "phrases", field:value')
    search.add_argument("--saved", metavar="NAME", help="what a saved search finds, or of that")
    search.add_argument("--sort", choices=ORDERS, default="newest", help="newest comes first")
    search.add_argument("--limit", metavar="N", type=_count, default=20, help="at most N (20)")
    form = search.add_mutually_exclusive_group()
    form.add_argument("--count", action="store_true", help="only how many there are")
    form.add_argument("--ids", action="store_true", help="only their ids")
    form.add_argument(
        "--facets", action="append", choices=COUNTED, help="count them by a field; may be repeated"
    )
    _add_json(search, "one JSON object a line")


def _add_parse(parse: _Parser) -> None:
    parse.add_argument("file", metavar="FILE", help="a file, or - for standard input")
    parse.add_argument("--layout", choices=LAYOUTS, help="what it is, where that is not found")
    _add_max_size(parse)


def _add_info(info: _Parser) -> None:
    _add_json(info, "as one JSON object")


def _help(prog: str) -> argparse.HelpFormatter:
    """Format help for 80 columns; to ask the terminal would load shutil for every look-up."""
    return argparse.RawDescriptionHelpFormatter(prog, width=80)


def _add_json(options: argparse._ActionsContainer, what: str) -> None:
    options.add_argument("--json", action="store_true", help=what)


def _add_max_size(taking: _Parser) -> None:
    said = "refuse a larger cable (10M; K, M, G)"
    taking.add_argument("--max-size", metavar="SIZE", type=_size, help=said)


def _add_library(parser: _Parser, default: str | None) -> None:
    """Take `--library` before the command and after it; what is not said must not unsay it."""
    parser.add_argument(
        "--library", metavar="DIR", default=default, help="the library's folder (REFTEL_LIBRARY)"
    )


def _count(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text[:10]) < 10**9:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 on")
    return int(text)


def _size(text: str) -> int:
    from tui.size import size

    found = size(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no size such as 10M")
    return found


_COMMANDS: dict[str, marking.Command] = {
    "import": ("take in files and folders", _IMPORT, _add_import),
    "show": ("print a cable", _SHOW, _add_show),
    "compare": ("what differs in a version", _COMPARE, _add_compare),
    "search": ("find cables", _SEARCH, _add_search),
    "parse": ("read a file into JSON", _PARSE, _add_parse),
    "info": ("say what the library holds", _INFO, _add_info),
    **marking.COMMANDS,
    **keeping.COMMANDS,
}
_WITHOUT_LIBRARY = ("parse",)
_LOOK_UPS = ("search", "show")
