"""What may be said to the commands that keep a library whole."""

import argparse

from tui.marking import Command

_VERIFY = """\
examples:
  reftel verify                            sources, records, counts, the index
  reftel verify --json                     the report as one JSON object
  reftel verify --repair                   make anew what can be

Each source is held against its sha256, and read again: its record is to say the
same. A record made by an older reftel is no damage. Nothing is changed without
--repair. That makes records, counts and index anew out of the sources that are
whole; no source is written to, and the documents as they were stay beside the
new ones under a name it tells. A source that is damaged is named with the path
it came from, to be imported again.

exit codes: 0 sound or mended, 3 something is wrong, or left to do"""

_BACKUP = """\
examples:
  reftel backup ~/cables.reftel            library and marks, in one file
  reftel backup --force ~/cables.reftel    in the place of the last one

A copy of one moment, whatever is read or written meanwhile. It is a zip of the
documents, the marks and a manifest with the sha256 of each, read back before it
gets its name. The search index is left out: it is made anew."""

_RESTORE = """\
examples:
  reftel restore ~/cables.reftel           where your library would be
  reftel restore ~/cables.reftel --library ~/other
  reftel restore --force ~/cables.reftel   also where there is one

The backup is unpacked beside the library and seen to be whole; only then is it
moved into place, at once. A library or marks that are there stay untouched;
with --force they are kept under another name, which is told."""

_OPEN = """\
examples:
  reftel open 09MOSCOW1869                 the file it came from, by the desktop
  reftel open 09MOSCOW1869 --path          only say where that is

Over SSH, and without a desktop, it is shown in your PAGER. It is the file as it
is now: reftel show --raw has the bytes that came in."""


def _add_verify(verify: argparse.ArgumentParser) -> None:
    verify.add_argument("--repair", action="store_true", help="make anew what is derived")
    verify.add_argument("--json", action="store_true", help="report as one JSON object")


def _add_backup(backup: argparse.ArgumentParser) -> None:
    backup.add_argument("file", metavar="FILE", help="the file to write")
    backup.add_argument("--force", action="store_true", help="write over one that is there")
    backup.add_argument("--json", action="store_true", help="what is in it, as one JSON object")


def _add_restore(restore: argparse.ArgumentParser) -> None:
    restore.add_argument("file", metavar="FILE", help="a backup")
    restore.add_argument("--force", action="store_true", help="also where a library is")
    restore.add_argument("--json", action="store_true", help="what is where, as one JSON object")


def _add_open(original: argparse.ArgumentParser) -> None:
    original.add_argument("id", metavar="ID", help="its reference id")
    original.add_argument("--path", action="store_true", help="print the path and open nothing")
    original.add_argument("--version", metavar="N", dest="of", type=int, help="an older version")


COMMANDS: dict[str, Command] = {
    "open": ("open the file a cable came from", _OPEN, _add_open),
    "verify": ("see that the library is whole", _VERIFY, _add_verify),
    "backup": ("write library and marks to one file", _BACKUP, _add_backup),
    "restore": ("make the library what a backup holds", _RESTORE, _add_restore),
}
