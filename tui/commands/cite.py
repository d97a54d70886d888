"""`reftel cite`: a cable for a footnote."""

import os
import sys
from argparse import Namespace

from store import cite
from store.errors import MarkRefused
from tui.cli import DONE, REFUSED, say
from tui.commands.opening import talked
from tui.commands.paper import put
from tui.render.line import words


def run(args: Namespace) -> int:
    """Print the citation of a cable or a paragraph, with its words where they are asked for."""
    number = (args.number or "").lstrip("¶: ")
    if args.quote and not number:
        raise MarkRefused("--quote needs a paragraph: reftel cite ID ¶3 --quote.")
    with talked(args) as library:
        cable = library.get(args.id)
    paragraph = cite.numbered(cable, number) if number else None
    said = cite.quote(cable, paragraph) if args.quote and paragraph else cite.cite(cable, paragraph)
    if args.copy:
        return _copied(said)
    put(map(words, said.split("\n")))
    return DONE


def _copied(text: str) -> int:
    """Copy instead of printing: the terminal is asked on stderr, where there is one."""
    from tui.copying import copy

    copied = copy(text, os.environ, sys.stderr.write if sys.stderr.isatty() else None)
    say(copied.said)
    return DONE if copied.done else REFUSED
