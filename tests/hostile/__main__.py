"""The full run: `python -m tests.hostile [--jobs N] [--every N] [PART...]`.

Every hostile text through every screen and command, on terminals and into pipes, and made-up
documents through every drawing; prints what was seen, by surface, and ends with 1 where something
of a text was more than words. Takes about half an hour of one core; `--every 10` takes a tenth.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from store.library import Library
from tests.hostile import commands, documents, drawn, falls
from tests.hostile.beside import walk
from tests.hostile.commands import Home, faults
from tests.hostile.noted import HELD, NOTES, TYPED, noted
from tests.hostile.oracle import Oracle
from tests.hostile.session import Session, altered, list_all, page_through, read
from tests.hostile.session import faults as found_in
from tests.hostile.strings import STRINGS, Hostile
from tui.cli import _COMMANDS

Numbered = tuple[int, Hostile]
Job = tuple[Home, tuple[str, ...], dict[str, str]]

TERMINALS: dict[str, tuple[tuple[int, int], dict[str, str]]] = {
    "120x40": ((120, 40), {}),
    "170x50": ((170, 50), {}),
    "40x12": ((40, 12), {}),
    "Textual's own driver": (
        (120, 40),
        {"TEXTUAL_DRIVER": "textual.drivers.linux_driver:LinuxDriver"},
    ),
    "ASCII, 16 colours": ((80, 24), {"LANG": "C", "LC_ALL": "C", "TERM": "linux"}),
    "no colours": ((80, 24), {"NO_COLOR": "1", "TERM": "tmux-256color"}),
}


class Seen(NamedTuple):
    """What was seen of a surface: how many runs or screens, and what was wrong."""

    surface: str
    often: int
    wrong: tuple[str, ...] = ()


class Run(NamedTuple):
    """What the parts of a run work on."""

    home: Home
    strings: list[Numbered]
    jobs: int
    share: int

    def own(self, name: str, config: str = "") -> Home:
        """Make a home of its own, of the same library."""
        home = self.home._replace(folder=self.home.folder / "homes" / name)
        home.folder.mkdir(parents=True, exist_ok=True)
        if config:
            home.config(config)
        return home


def printed(run: Run) -> Iterator[Seen]:
    """Run every command that prints the library."""
    jobs: list[Job] = [(run.home, args, {}) for args in commands.of_all()]
    for number, hostile in run.strings:
        jobs += [(run.home, args, {}) for args in commands.of_the_library(number, hostile)]
    return by_command(run, jobs)


def said(run: Run) -> Iterator[Seen]:
    """Say every text to every command, by arguments, files, settings and surroundings."""
    jobs: list[Job] = []
    for number, hostile in run.strings:
        home = run.own(f"{number}")
        file = commands.folder(home.folder, hostile.argument) / "file.txt"
        file.write_bytes(documents.cable(number, hostile))
        jobs += [(home, args, {}) for args in commands.of_words(hostile.argument, file)]
        settled = run.own(f"{number}-settled", commands.settings(hostile.text))
        for args in (("config", "show"), ("config", "validate"), ("doctor",), ("info",)):
            jobs.append((settled, args, {}))
        around = commands.surroundings(hostile.argument)
        for args in (("doctor",), ("doctor", "--json"), ("search", "harvest")):
            jobs.append((home, args, around))
    return by_command(run, jobs)


def by_command(run: Run, jobs: Iterable[Job]) -> Iterator[Seen]:
    """Run commands, and sum up by their names; what names none is for `reftel` itself."""

    def one(job: Job) -> tuple[str, list[str]]:
        home, args, environ = job
        name = args[0] if args[0] in _COMMANDS else "reftel"
        return name, [f"{args!a}: {each}" for each in faults(home, args, bar=True, **environ)]

    counts: Counter[str] = Counter()
    wrong: dict[str, list[str]] = {}
    with ThreadPoolExecutor(run.jobs) as pool:
        for name, found in pool.map(one, jobs):
            counts[name] += 2
            wrong.setdefault(name, []).extend(found)
    for name in sorted(counts):
        yield Seen(name, counts[name], tuple(wrong[name]))


def app(run: Run) -> Iterator[Seen]:
    """Walk every cable through every screen; on terminals of other kinds, some of them."""
    slices = [run.strings[start :: run.jobs] for start in range(run.jobs)]
    jobs = [("120x40", each) for each in slices]
    jobs += [(name, run.strings[::20]) for name in TERMINALS if name != "120x40"]
    with ThreadPoolExecutor(run.jobs) as pool:
        yield from pool.map(lambda job: walked(run, *job), jobs)


def walked(run: Run, name: str, strings: list[Numbered]) -> Seen:
    """Walk some cables through every screen of one terminal."""
    size, environ = TERMINALS[name]
    home = run.own(f"app-{name.replace(' ', '-')}-{strings[0][0]}")
    documents.keep(run.home.library, home.folder / "marks.json", strings)
    session = Session(home, size, **environ)
    session.begin("1 of")
    wrong: list[str] = []
    done = 0
    try:
        list_all(session)
        page_through(session, f"09STRELSAU{documents.PACKED}")
        for number, hostile in strings:
            read(session, f"09STRELSAU{number}", hostile)
            done += 1
    except AssertionError as error:
        wrong.append(f"after {done} cables, {strings[done]!a}: {error}")
    if (code := session.leave()) != 0:
        wrong.append(f"code {code}")
    stock = "TEXTUAL_DRIVER" in environ
    wrong += found_in(session, stock=stock)
    if "LC_ALL" not in environ:
        with Library.open(run.home.library) as library:
            wrong += [f"altered {each}" for each in altered(session, library, STRINGS_BY).items()]
    return Seen(f"app at {name}: keys", session.pressed, tuple(wrong))


def rooms(run: Run) -> Iterator[Seen]:
    """Walk through all rooms with some of the texts, each in the names of files as well."""

    def one(numbered: Numbered) -> Seen:
        number, hostile = numbered
        home = run.own(f"rooms-{number}")._replace(module="tests.hostile.noted")
        documents.keep(home.library, home.folder / "marks.json", run.strings[::20])
        files = commands.folder(home.folder, hostile.argument)
        documents.refuse(files / "more", run.strings[::20])
        notes = home.folder / "notes"
        session = Session(home, (120, 40), EDITOR="true", **{NOTES: str(notes)})
        session.begin("1 of")
        wrong: list[str] = []
        try:
            walk(session, f"09STRELSAU{number}", hostile, files)
        except AssertionError as error:
            wrong.append(" | ".join(f"{error}".split("\n")[-3:]))
        if (code := session.leave()) != 0:
            wrong.append(f"code {code}")
        past = [part for part in noted(notes, HELD) if part.split()[1] not in TYPED]
        wrong += [f"past the gate: {part}" for part in past]
        return Seen(
            f"rooms: keys, {hostile.kind}", session.pressed, (*wrong, *found_in(session, left=1))
        )

    with ThreadPoolExecutor(run.jobs) as pool:
        yield from pool.map(one, run.strings[::10])


def made(run: Run) -> Iterator[Seen]:
    """Make documents up, and draw them in every way."""
    wrong: list[str] = []
    count = 0

    @settings(max_examples=run.share, database=None, deadline=None)
    @given(drawn.bodies(), st.integers(20, 130))
    def check(document: bytes, width: int) -> None:
        nonlocal count
        count += 1
        assert drawn.faults(document, width) == []

    try:
        check()
    except Exception as error:
        wrong.append(repr(error))
    yield Seen("made-up documents", count, tuple(wrong))


def fallen(run: Run) -> Iterator[Seen]:
    """Have the app fail at every place."""
    with ThreadPoolExecutor(run.jobs) as pool:
        found = pool.map(lambda where: list(falls.wrong(run.home, *where)), falls.FALLS)
        for (place, screen), wrong in zip(falls.FALLS, found, strict=True):
            yield Seen(f"fault: {place} {screen}", 1, tuple(wrong))


def guard(run: Run) -> Iterator[Seen]:
    """See that the same is found out where the gate is taken away."""
    home = run.home._replace(module=commands.UNGUARDED)
    ran = commands.on_a_terminal(home, ("search", "harvest", "--limit", "9999"))
    found = list(Oracle(commands.SIZE, app=False).foreign(ran.output))
    yield Seen("without the gate: foreign tokens", len(found), () if found else ("none",))


STRINGS_BY = list(enumerate(STRINGS, documents.FIRST))
PARTS: dict[str, Callable[[Run], Iterator[Seen]]] = {
    "guard": guard,
    "printed": printed,
    "said": said,
    "app": app,
    "rooms": rooms,
    "made": made,
    "fallen": fallen,
}


def main() -> int:
    """Do what was asked for."""
    parser = argparse.ArgumentParser("python -m tests.hostile")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    parser.add_argument("--jobs", type=int, default=3)
    parser.add_argument("--every", type=int, default=1)
    args = parser.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder), Path(folder) / "library")
        documents.write(home.folder / "files", STRINGS_BY)
        documents.library(home.library, home.folder / "files")
        documents.keep(home.library, home.folder / "marks.json", STRINGS_BY)
        run = Run(home, STRINGS_BY[:: args.every], args.jobs, 10_000 // args.every)
        for name in args.parts or PARTS:
            for seen in PARTS[name](run):
                print(f"{name:<8} {seen.surface:<40} {seen.often:>8,} {len(seen.wrong):>4} wrong")
                for each in seen.wrong[:5]:
                    print(f"         {each[:400]}")
                sys.stdout.flush()
                bad += len(seen.wrong)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
