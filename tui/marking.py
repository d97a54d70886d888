"""What may be said to the commands for what is a reader's own: marks, citations, settings."""

import argparse
from collections.abc import Callable, Sequence
from typing import Any

Command = tuple[str, str, Callable[[Any], None]]
"""What a command is for, examples of it, and what adds its arguments to its parser."""

_STAR = """\
examples:
  reftel star 09MOSCOW1869 08STRELSAU107   star two cables
  reftel star --off 09MOSCOW1869           take the star away
  reftel search is:starred                 find them again

Instead of ids, --query QUERY means all that a search finds, and - the ids on
standard input."""

_UNREAD = """\
A cable is read once it was looked at for a while in the reader.

examples:
  reftel unread 09MOSCOW1869               to read it again
  reftel unread --off --query before:1980  done with all of those
  reftel search is:unread                  what is left

Instead of ids, --query QUERY means all that a search finds, and - the ids on
standard input."""

_TAG = """\
Put tags of your own on cables (+WORD) and take them away (-WORD). A tag is one
word, without blanks, quotes, brackets or *; case does not count.

examples:
  reftel tag +harvest +to-check 09MOSCOW1869
  reftel tag -to-check +done --query 'tag:mine/to-check before:1980'
  reftel search piracy --ids | reftel tag +pirates -
  reftel search tag:mine/pirates           find them again"""

_NOTE = """\
examples:
  reftel note 09MOSCOW1869 'Who was the prosecutor?'
  reftel note 09MOSCOW1869 ¶3 'Compare 09MOSCOW1439.'
  reftel note 09MOSCOW1869 :3 'The same, where ¶ is hard to type.'
  reftel note 09MOSCOW1869                 print its notes
  reftel note --delete 09MOSCOW1869 ¶3     take one away
  reftel search note:prosecutor            find it again

A cable has one note, and each paragraph one; what is said again is added below,
or with --replace put in its place. TEXT of - is read from standard input."""

_MARKS = """\
examples:
  reftel marks                             all that you marked, the newest last
  reftel marks --json > marks.jsonl        one JSON object a cable

Into a pipe goes one line a cable: id, starred, read, tags, how far it is read,
notes, separated by tabs. They are kept in one readable file beside the library
(reftel info says which; REFTEL_MARKS names another): copy it to back them up."""

_SEARCHES = """\
examples:
  reftel searches --save pirates 'piracy date:2009'
  reftel searches                          all, with how many are new to each
  reftel search --saved pirates            look: from now on, others are new
  reftel search --saved pirates is:unread  of those
  reftel searches --forget pirates
  reftel searches --history                those of the reader, the last first

Into a pipe goes one line a search: name, how many it finds, how many more than
at the last look, query, separated by tabs."""

_CITE = """\
examples:
  reftel cite 09MOSCOW1869                 what a footnote says of it
  reftel cite 09MOSCOW1869 ¶3              of its third paragraph
  reftel cite 09MOSCOW1869 3 --quote       with the words of the paragraph
  reftel cite 09MOSCOW1869 3 --quote >> notes.txt  the same, kept in a file
  reftel cite 09MOSCOW1869 3 --copy        to where it can be pasted

The model is the National Archives' for electronic telegrams. Series and record
group are named for that archive's own records alone; add where and when you saw
a cable that comes from anywhere else."""

_CONFIG = """\
examples:
  reftel config show                       every setting, with where it is from
  reftel config validate                   what is wrong with the file, by line
  reftel config init                       write a file with all there is
  reftel config keys                       every key by its id, as it counts
  reftel config keys --preset emacs        as a set of keys has it
  reftel config path                       where the file is (REFTEL_CONFIG)

A mistake costs only the setting it is in. What the command line says goes
before the environment, and that before the file."""


_DOCTOR = """\
examples:
  reftel doctor                            what was found here, and what follows
  reftel doctor --json                     the same as one JSON object

exit codes: 0 all is well, 2 the settings have a mistake, 3 the library cannot
be opened"""


def _add_star(star: argparse.ArgumentParser) -> None:
    star.add_argument("--off", action="store_true", help="take the stars away")
    _add_cables(star)


def _add_unread(unread: argparse.ArgumentParser) -> None:
    unread.add_argument("--off", action="store_true", help="make them read")
    _add_cables(unread)


def _add_tag(tag: argparse.ArgumentParser) -> None:
    tag.usage = "reftel tag (+WORD | -WORD)... (ID... | - | --query QUERY) [--library DIR]"
    for name in ("--add", "--remove"):
        tag.add_argument(name, action="append", default=[], help=argparse.SUPPRESS)
    _add_cables(tag)


def _add_note(note: argparse.ArgumentParser) -> None:
    note.add_argument("id", metavar="ID", help="its reference id")
    note.add_argument("text", metavar="TEXT", nargs="*", help="the note, behind ¶N or :N for a ¶")
    form = note.add_mutually_exclusive_group()
    form.add_argument("--replace", action="store_true", help="put it in the place of the old one")
    form.add_argument("--delete", action="store_true", help="take the note away")


def _add_marks(marks: argparse.ArgumentParser) -> None:
    marks.add_argument("--json", action="store_true", help="one JSON object a line")


def _add_searches(searches: argparse.ArgumentParser) -> None:
    searches.add_argument("query", metavar="QUERY", nargs="*", help="what is to be saved")
    form = searches.add_mutually_exclusive_group()
    form.add_argument("--save", metavar="NAME", help="save a query, in the place of the old one")
    form.add_argument("--forget", metavar="NAME", help="save one no longer")
    form.add_argument("--history", action="store_true", help="those made of late, not saved")
    searches.add_argument("--json", action="store_true", help="one JSON value a line")


def _add_cite(cite: argparse.ArgumentParser) -> None:
    cite.add_argument("id", metavar="ID", help="its reference id")
    cite.add_argument("number", metavar="¶N", nargs="?", help="one of its paragraphs (3, :3)")
    cite.add_argument("--quote", action="store_true", help="the words of the paragraph as well")
    cite.add_argument("--copy", action="store_true", help="copy it instead of printing it")


def _add_config(config: argparse.ArgumentParser) -> None:
    config.add_argument("what", choices=("show", "validate", "path", "init", "keys"))
    config.add_argument(
        "--preset",
        choices=("vi", "emacs", "arrows", "azerty", "qwertz"),
        help="with keys: those of a set, not those that count",
    )


def _add_doctor(doctor: argparse.ArgumentParser) -> None:
    doctor.add_argument("--json", action="store_true", help="as one JSON object")


def signed(argv: Sequence[str]) -> list[str]:
    """Turn the `+word` and `-word` of `reftel tag` into options, which argparse can read.

    What stands behind `--`, and `-` and `-h`, are left as they are.
    """
    at = next((n for n, each in enumerate(argv) if _is_command(argv, n)), len(argv))
    if list(argv[at : at + 1]) != ["tag"]:
        return list(argv)
    end = argv.index("--") if "--" in argv else len(argv)
    signs, rest = [], []
    for each in argv[at + 1 : end]:
        if each[:1] == "+" or (each[:1] == "-" and each[1:2] not in ("", "-") and each != "-h"):
            signs.append(f"--{'add' if each[0] == '+' else 'remove'}={each[1:]}")
        else:
            rest.append(each)
    return [*argv[: at + 1], *signs, *rest, *argv[end:]]


def _is_command(argv: Sequence[str], at: int) -> bool:
    return not argv[at].startswith("-") and (at == 0 or argv[at - 1] != "--library")


def _add_cables(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", metavar="ID", nargs="*", help="reference ids, or - for stdin")
    parser.add_argument("--query", metavar="QUERY", help="all cables that a search finds")


COMMANDS: dict[str, Command] = {
    "star": ("star cables", _STAR, _add_star),
    "unread": ("make cables unread again", _UNREAD, _add_unread),
    "tag": ("put your tags on cables", _TAG, _add_tag),
    "note": ("write a note on a cable", _NOTE, _add_note),
    "marks": ("list all that you marked", _MARKS, _add_marks),
    "searches": ("list and save searches", _SEARCHES, _add_searches),
    "cite": ("cite a cable", _CITE, _add_cite),
    "config": ("say what is settled", _CONFIG, _add_config),
    "doctor": ("say what reftel found here", _DOCTOR, _add_doctor),
}
