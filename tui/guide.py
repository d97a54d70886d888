"""The two-minute guide: what a cable is, and how one finds, reads and keeps one here."""

GUIDE = """\
# What this is
reftel reads diplomatic cables: telegrams between embassies and their foreign ministry. You bring \
the files, it makes a library of them, and you search and read it with the keyboard. Nothing \
leaves this machine.

# The list
It shows every cable, the newest first: its date, its id, its level and its subject.
  ↓ ↑ or j k   move, Space or PgDn a page
  Enter        read the cable
  /            search, with results as you type
  f            counts by level, origin, year and TAGS: Enter narrows to one
  ,            sort
  q            back to the whole list; there, quit

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
  Space        a page; at its end, the next cable of the list
  p, or 7p     the next paragraph, or ¶7
  /            find in this cable, n goes to the next hit
  i            explains the next code in the header: TAGS, routing, precedence
  f            letters over the references: press one to read that cable
  r            what this cable names, and what names it, as a tree
  q            back to the list

# Keeping
  *            a star
  t            tags of your own
  a            a note, on the paragraph one is at
  y            copies: the text, a paragraph, a citation
They are kept in a file of their own beside the library, which importing again does not touch.

# Your own cables
  :import      or choose Import on the first page. It says first what it found.
  w            what is running, how far it is, and how to stop it
  S            searches you have saved, with what is new to each
Text, HTML, JSON, CSV, XML and PDF are known by what is in them. A file that is none of these is \
named with the reason, and costs nothing else.

# Help
  ?            every key of the page you are on
  Q            quits from anywhere; how far you read is remembered
In a shell, reftel --help says what there is without the screen."""
