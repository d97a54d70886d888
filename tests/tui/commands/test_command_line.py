import os
import re
import shlex
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.tui.commands.conftest import Reftel


def test_the_reader_needs_a_terminal(reader: "Reftel") -> None:
    done = reader()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: reftel ")
    assert len(done.stderr.splitlines()) < 20


@pytest.mark.parametrize(
    ("args", "named"),
    [
        pytest.param(("--zzz",), "no option --zzz; -- goes before", id="unknown-option"),
        pytest.param(
            ("show", "x", "--widht=6"), "--widht=6; the nearest is --width", id="option-misspelt"
        ),
        pytest.param(("show", "x", "--widht", "6"), "(see reftel show --help)", id="whose-help"),
        pytest.param(("show", "mosc", "1869"), "'1869' is too much", id="too-much"),
        pytest.param(("search", "-raid"), "-- goes before words with a hyphen", id="excluded"),
        pytest.param(("shwo", "x"), "no 'shwo'; the nearest is show", id="unknown-command"),
        pytest.param(("zzz",), "no 'zzz'; choose from import, show, ", id="like-no-command"),
        pytest.param(("config", "vaildate"), "the nearest is validate", id="choice-misspelt"),
        pytest.param(("show",), "ID", id="no-id"),
        pytest.param(("show", "x", "--width", "0"), "0", id="no-width"),
        pytest.param(("show", "x", "--width", "9" * 30), "999", id="no-such-width"),
        pytest.param(("show", "x", "--raw", "--json"), "--raw", id="two-forms"),
        pytest.param(("search", "x", "--limit", "many"), "many", id="no-number"),
        pytest.param(("search", ""), "column 1", id="empty-query"),
        pytest.param(("import",), "PATH", id="nothing-to-import"),
        pytest.param(("info", "--\x1b[31m\x9b1m\n"), "␛[31m", id="hostile"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    reader: "Reftel", args: tuple[str, ...], named: str
) -> None:
    done = reader(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("reftel: ")
    assert named in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stderr.removesuffix("\n").isprintable()


@pytest.mark.parametrize(
    "command",
    [
        "",
        "import",
        "show",
        "search",
        "info",
        "star",
        "unread",
        "tag",
        "note",
        "marks",
        "searches",
        "cite",
    ],
)
def test_help_has_examples(reader: "Reftel", command: str) -> None:
    done = reader(*command.split(), "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "examples:\n  reftel " in done.stdout
    assert "--library DIR" in done.stdout


@pytest.mark.parametrize("command", ["", "search", "config"])
def test_help_is_a_word_too(reader: "Reftel", command: str) -> None:
    done = reader("help", *command.split())
    assert done.returncode == 0
    assert done.stdout == reader(*command.split(), "--help").stdout


def test_help_fits_the_usual_terminal(reader: "Reftel") -> None:
    commands = re.findall(r"^    (\w+)  ", reader("--help").stdout, re.MULTILINE)
    assert {"import", "restore"} < set(commands)
    for command in ("", *commands):
        lines = reader(*command.split(), "--help").stdout.splitlines()
        assert max(map(len, lines)) <= 80, max(lines, key=len)


def test_help_is_in_ascii_where_the_terminal_is_sent_no_other(reader: "Reftel") -> None:
    code, written = reader.on_a_terminal("cite", "--help", LANG="C")
    assert (code, written.isascii()) == (0, True)
    assert "reftel cite 09MOSCOW1869 P3" in written


def test_version(reader: "Reftel") -> None:
    done = reader("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("reftel ")


def test_a_reader_who_has_seen_enough_ends_it_quietly(reader: "Reftel") -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(
        reader.command("show", "09MOSCOW1869"),
        env=reader.env,
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(theirs)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_full_disk_under_the_output_is_one_line(reader: "Reftel") -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            reader.command("show", "09MOSCOW1869"),
            env=reader.env,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    said = "reftel: standard output: No space left on device\n"
    assert (done.returncode, done.stderr) == (3, said)


def test_a_closed_output_is_one_line(reader: "Reftel") -> None:
    command = " ".join(reader.command("show", "09MOSCOW1869"))
    done = subprocess.run(
        ["sh", "-c", f"{command} >&-"], env=reader.env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("reftel: standard output is closed")


@pytest.mark.parametrize(
    ("shut", "args", "code", "written"),
    [
        ("2>&-", "search piracy --count", 0, "2\n"),
        ("2>&-", "show 09MOSCOW1", 1, ""),
        ("<&-", "parse -", 4, "reftel: standard input: it is empty\n"),
        ("<&-", "star -", 1, "reftel: 0 cables starred\n"),
        ("<&- >&- 2>&-", "info", 2, ""),
    ],
)
def test_what_is_shut_costs_nothing_else(
    reader: "Reftel", shut: str, args: str, code: int, written: str
) -> None:
    line = f"{shlex.join(reader.command())} {args} {shut}"
    done = subprocess.run(
        ["/bin/sh", "-c", line],
        env=reader.env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (code, written)
