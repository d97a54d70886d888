"""The two-minute guide: what a cable is, and how one finds, reads and keeps one here."""

import re
from collections.abc import Iterator

from tui.keys import pressed

KEYS = re.compile(r"\{([\w.]+)\}")
COLUMN = 12
"""Cells of the keys before what they do."""

GUIDE = """\
# What this is
reftel reads diplomatic cables: telegrams between embassies and their foreign ministry. You bring \
the files, it makes a library of them, and you search and read it with the keyboard. Nothing \
leaves this machine.

# The list
It shows every cable, the newest first: its date, its id, its level and its subject.
  {move.down} {move.up} | move; arrows and PgDn do too
  {cable.open} | read the cable
  {search.open} | search, with results as you type
  {search.facets} | counts by level, origin, year and TAGS: Enter narrows to one
  {search.order} | sort
  {mark.row} | mark the row; what you do next is done to all that are marked
  {list.quit} | back to the whole list; there, quit

# Searching
  raid trial             both words, in any of their forms
  "law enforcement"      a phrase
  origin:moscow          from a post
  tag:prel date:2009-07  with a subject tag, in a month
  level:>=secret         at least of a level
  is:starred             what you starred
Esc leaves the line as it was, Enter goes to the results.

# Reading
The banner above and below says how the whole cable is marked; the letter at a paragraph says how \
that one is: U, C, S.
  {page.on} | a page; at its end, the next cable of the list
  {paragraph.next} | the next paragraph; with 7 before it, ¶7
  {find.open} | find in this cable
  {hit.next} | the next hit
  {cable.explain} | explains the next code in the header: TAGS, routing, precedence
  {reference.hints} | letters over the references: press one to read that cable
  {reference.tree} | what this cable names, and what names it, as a tree
  {view.back} | back to the list

# Keeping
  {cable.star} | a star
  {cable.tag} | tags of your own
  {cable.note} | a note, on the paragraph one is at
  {cable.copy} | copies: the text, a paragraph, a citation
  {undo} | takes the last of these back
They are kept in a file of their own beside the library, which importing again does not touch.

# Your own cables
  {import.open} | import; it says first what it found
  {jobs.open} | what is running, how far it is, and how to stop it
  {searches.open} | starred, unread, noted; searches you saved, and what is new to each
Text, HTML, JSON, CSV, XML and PDF are known by what is in them. A file that is none of these is \
named with the reason, and costs nothing else.

# Help
  {help.open} | every key of the page you are on
  {command.open} | every command by its word
  {app.quit} | quits from anywhere; how far you read is remembered
In a shell, reftel --help says what there is without the screen."""


def guide() -> Iterator[str]:
    """Give the guide line by line, with the keys as their user has them."""
    for line in GUIDE.split("\n"):
        named, bar, does = KEYS.sub(lambda found: pressed(found[1]), line).partition(" | ")
        yield f"{named:<{COLUMN + 2}} {does}" if bar else line
