"""What is said to be done is on disk: the order of writes and syncs, which no kill can show.

    python -m tests.harness.synced [--only WORD]

A kill leaves what the kernel holds, a power cut does not. So each command is run once under strace,
and its calls are gone through. A file is on disk before it gets its name, and a journal, with its
name, before the documents are written; the index is noted after them; and when the command says
what it did, nothing that it wrote and no name that it gave or took is still to be synced. (The
index is derived, and left out.) Prints a JSON line a command: how many writes, names and syncs were
seen, and what is wrong.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from tests.harness.faults import COMMANDS, Tried

CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)")
HANDLE = re.compile(r"(\d+)<([^>]*)>")
NAME = re.compile(r'"([^"]*)"')
DERIVED = re.compile(r"/index(/|\.json|$)|/import\.lock$|\.lock$|/index\.json\.\d+\.tmp$")
JOURNAL = "-journal"
WRITING = ("write", "writev", "pwrite64", "pwritev", "ftruncate")
NAMING = (
    *("openat", "rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat"),
    *("mkdir", "mkdirat"),
)


class Order:
    """The calls of a command, gone through one by one; `wrong` is what came in the wrong order."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._written: set[str] = set()
        self._names: set[str] = set()
        self.counts = Counter(writes=0, names=0, syncs=0)
        self.wrong: list[str] = []

    def take(self, lines: Iterable[str]) -> None:
        """Go through a log of strace."""
        for line in lines:
            found = CALL.match(line)
            if found is None or ") = -1 " in line:
                continue
            call, rest = found[1], found[2]
            if call in WRITING:
                self._write(rest)
            elif call in ("fsync", "fdatasync"):
                self._sync(rest)
            elif call in NAMING:
                self._name(call, NAME.findall(rest), rest)
        self._said("it ended")

    def _write(self, rest: str) -> None:
        handle = HANDLE.match(rest)
        if handle is None:
            return
        number, path = handle[1], handle[2].removesuffix(" (deleted)")
        if number in ("1", "2"):
            self._said("it said so")
        if path.startswith(f"{self._folder}/library/index.json") and any(
            each.endswith(JOURNAL) for each in self._names
        ):
            self.wrong.append("the index is noted before the documents are on disk")
        if not self._counts(path):
            return
        self.counts["writes"] += 1
        self._written.add(path)
        journal = f"{path}{JOURNAL}"
        if journal in self._written:
            self.wrong.append(f"{self._short(path)} is written before its journal is on disk")
        elif journal in self._names:
            self.wrong.append(f"{self._short(path)} is written before the name of its journal is")

    def _sync(self, rest: str) -> None:
        handle = HANDLE.match(rest)
        if handle is None:
            return
        path = handle[2]
        self.counts["syncs"] += path.startswith(self._folder)
        self._written.discard(path)
        self._names = {each for each in self._names if _above(each) != path}

    def _name(self, call: str, names: list[str], rest: str) -> None:
        if not names or not self._counts(names[-1]):
            return
        if call == "openat":
            if "O_CREAT" in rest and names[-1].endswith(JOURNAL):
                self._names.add(names[-1])
            return
        self.counts["names"] += 1
        if call in ("unlink", "unlinkat"):
            self._written.discard(names[0])
            self._names.discard(names[0])
            if names[0].endswith(JOURNAL):  # by which what was written counts
                self._names.add(names[0])
            return
        if names[0] in self._written:
            self.wrong.append(f"{self._short(names[-1])} gets its name before it is on disk")
        self._names.add(names[-1])

    def _said(self, when: str) -> None:
        left = sorted(each for each in self._written if ".tmp" not in each)
        self.wrong += [f"{when}, and {self._short(each)} is not on disk" for each in left]
        names = sorted(self._names)
        self.wrong += [f"{when}, and the name of {self._short(each)} is not" for each in names]
        self._written, self._names = set(), set()

    def _counts(self, path: str) -> bool:
        return path.startswith(f"{self._folder}/") and not DERIVED.search(path)

    def _short(self, path: str) -> str:
        return path.removeprefix(f"{self._folder}/")


def _above(path: str) -> str:
    return str(PurePath(path).parent)


def synced(name: str) -> dict[str, object]:
    """Run a command; say what it wrote, and what of it in the wrong order."""
    tried = Tried(COMMANDS[name])
    tried.close()
    order = Order(tried.folder)
    order.take(tried.log.splitlines())
    wrong = sorted(set(order.wrong))
    wrong += [] if order.counts["syncs"] else ["nothing was synced"]
    return {"command": name, **order.counts, "wrong": wrong}


def lasting() -> Iterator[str]:
    """Name the commands whose changes are to last."""
    return (name for name, each in COMMANDS.items() if not each.derived)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="commands that have this in their name")
    args = parser.parse_args()
    failed = False
    for name in lasting():
        if args.only in name:
            told = synced(name)
            print(json.dumps(told), flush=True)
            failed |= bool(told["wrong"])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
