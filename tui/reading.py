"""What may be said to the commands that take cables in, find and show them."""

import argparse

from tui.marking import Command

ORDERS = ("newest", "oldest", "relevance", "origin", "class")
COUNTED = ("level", "origin", "tag", "year")
LAYOUTS = ("json", "frus", "html", "csv", "nara", "listing", "plain", "pdf")

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
ref (what it cites), in (its path or layout), date or year, after, before; of
your own marks: is (starred, unread, read, noted), tag:mine/WORD, note. Quotes
around the whole keep the shell away; put -- before a line that begins with a
hyphen.
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


def _add_import(taking: argparse.ArgumentParser) -> None:
    taking.add_argument("paths", metavar="PATH", nargs="+", help="a file or a folder")
    _add_max_size(taking)
    taking.add_argument("--dry-run", action="store_true", help="count what is there, no more")
    form = taking.add_mutually_exclusive_group()
    _add_json(form, "report as one JSON object")
    form.add_argument(
        "--progress", action="store_true", help="how far it is as JSON lines, the report last"
    )


def _add_show(show: argparse.ArgumentParser) -> None:
    show.add_argument("id", metavar="ID", help="its reference id, such as 09MOSCOW1869")
    form = show.add_mutually_exclusive_group()
    form.add_argument("--raw", action="store_true", help="the bytes as they came in")
    show.add_argument("--force", action="store_true", help="--raw to a terminal, which obeys them")
    _add_json(form, "all that is known of it, as one JSON object")
    form.add_argument("--width", metavar="N", type=_count, help="columns (terminal's, or 80)")
    show.add_argument("--version", metavar="N", dest="of", type=_count, help="an older version")


def _add_compare(compare: argparse.ArgumentParser) -> None:
    compare.add_argument("id", metavar="ID", help="its reference id, such as 09MOSCOW1869")
    compare.add_argument("versions", metavar="VERSION", type=_count, nargs="*", help="old, new")
    _add_json(compare, "as one JSON object")
    compare.add_argument("--width", metavar="N", type=_count, help="columns (terminal's, or 80)")


def _add_search(search: argparse.ArgumentParser) -> None:
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


def _add_parse(parse: argparse.ArgumentParser) -> None:
    parse.add_argument("file", metavar="FILE", help="a file, or - for standard input")
    parse.add_argument("--layout", choices=LAYOUTS, help="what it is, where that is not found")
    _add_max_size(parse)


def _add_info(info: argparse.ArgumentParser) -> None:
    _add_json(info, "as one JSON object")


def _add_json(options: argparse._ActionsContainer, what: str) -> None:
    options.add_argument("--json", action="store_true", help=what)


def _add_max_size(taking: argparse.ArgumentParser) -> None:
    said = "refuse a larger cable (10M; K, M, G)"
    taking.add_argument("--max-size", metavar="SIZE", type=_size, help=said)


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


COMMANDS: dict[str, Command] = {
    "import": ("take in files and folders", _IMPORT, _add_import),
    "show": ("print a cable", _SHOW, _add_show),
    "compare": ("what differs in a version", _COMPARE, _add_compare),
    "search": ("find cables", _SEARCH, _add_search),
    "parse": ("read a file into JSON", _PARSE, _add_parse),
    "info": ("say what the library holds", _INFO, _add_info),
}
