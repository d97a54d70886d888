import json
import re
from typing import TYPE_CHECKING

from tui.render.safe import safe

if TYPE_CHECKING:
    from tests.tui.commands.conftest import Reftel

COLOURS = re.compile(r"\x1b\[[\d;]*m")


def test_a_pipe_gets_a_line_of_fields_for_each_hit(reader: "Reftel") -> None:
    done = reader("search", "id:09MOSCOW1869", "piracy")
    assert (done.returncode, done.stderr) == (0, "")
    (line,) = done.stdout.splitlines()
    fields = line.split("\t")
    assert fields[:4] == [
        "09MOSCOW1869",
        "2009-07-22",
        "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
        "Embassy Moscow",
    ]
    assert "piracy" in fields[5]


def test_json_is_an_object_a_line_with_the_marks_of_the_hit(reader: "Reftel") -> None:
    done = reader("search", "piracy", "--json")
    hits = [json.loads(line) for line in done.stdout.splitlines()]
    assert {hit["id"] for hit in hits} == {"09MOSCOW1869", "09MOSCOW1870"}
    for hit in hits:
        start, end = hit["marks"][0]
        assert hit["snippet"][start:end].lower() == "piracy"
    assert done.stdout.isascii()


def test_a_terminal_gets_two_lines_for_each_hit(reader: "Reftel") -> None:
    code, written = reader.on_a_terminal("search", "piracy")
    lines = COLOURS.sub("", written).splitlines()
    assert code == 0
    assert len(lines) == 4
    assert {len(line) for line in lines} == {80}
    assert all(safe(line) == line for line in lines)
    assert "piracy" in lines[1]


def test_the_rest_beyond_the_limit_is_mentioned(reader: "Reftel") -> None:
    done = reader("search", "piracy", "--limit", "1")
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == "reftel: 1 of 2 shown; --limit N shows more\n"


def test_nothing_found_says_so(reader: "Reftel") -> None:
    for form in ((), ("--json",)):
        done = reader("search", "zanzibar", *form)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == "reftel: no cable matches zanzibar\n"


def test_a_query_that_cannot_be_read_names_the_column(reader: "Reftel") -> None:
    done = reader("search", "raid orgin:moscow")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("reftel: query, column 6: ")
    assert "origin" in done.stderr
