import json
import re
from typing import TYPE_CHECKING

import pytest

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


def test_ids_in_json_are_a_string_a_line(reader: "Reftel") -> None:
    done = reader("search", "piracy", "--ids", "--json")
    assert {json.loads(line) for line in done.stdout.splitlines()} == {
        "09MOSCOW1869",
        "09MOSCOW1870",
    }


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
    assert done.stderr == "reftel: showing 1 of 2; --limit N shows more\n"


def test_nothing_found_says_so(reader: "Reftel") -> None:
    for form in ((), ("--json",)):
        done = reader("search", "zanzibar", *form)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == "reftel: no cable matches zanzibar\n"


def test_what_is_in_vain_in_a_query_is_named(reader: "Reftel") -> None:
    done = reader("search", "piracy origin:moscw -raid tag:prle")
    said = "no cable matches piracy origin:moscw -raid tag:prle; none has origin:moscw or tag:prle"
    assert (done.returncode, done.stderr) == (1, f"reftel: {said} at all\n")
    apart = "id:09MOSCOW1869 id:09MOSCOW1870"
    assert reader("search", apart).stderr == f"reftel: no cable matches {apart}\n"


def test_a_query_that_cannot_be_read_names_the_column(reader: "Reftel") -> None:
    done = reader("search", "raid orgin:moscow")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("reftel: query, column 6: ")
    assert "origin" in done.stderr


@pytest.mark.parametrize("order", ["newest", "oldest", "relevance"])
def test_each_order_can_be_asked_for(reader: "Reftel", order: str) -> None:
    done = reader("search", "piracy", "--ids", "--sort", order)
    assert sorted(done.stdout.split()) == ["09MOSCOW1869", "09MOSCOW1870"]


def test_count_is_a_number_and_says_by_its_code_whether_it_is_none(reader: "Reftel") -> None:
    done = reader("search", "piracy", "--count")
    assert (done.returncode, done.stdout, done.stderr) == (0, "2\n", "")
    done = reader("search", "zanzibar", "--count")
    assert (done.returncode, done.stdout) == (1, "0\n")


def test_facets_are_a_line_for_each_value(reader: "Reftel") -> None:
    done = reader("search", "piracy", "--facets", "year", "--facets", "origin")
    year, *origins = done.stdout.splitlines()
    assert year == "year\t2009\t2"
    assert [line.split("\t")[2] for line in origins] == ["1", "1"]
    assert all(safe(part) == part for line in origins for part in line.split("\t"))
    assert (done.returncode, done.stderr) == (0, "")


def test_facets_without_a_query_count_the_library(reader: "Reftel") -> None:
    done = reader("search", "--facets", "tag", "--limit", "1", "--json")
    assert json.loads(done.stdout)["field"] == "tag"
    assert re.fullmatch(r"reftel: showing 1 of \d+ values of tag; .*\n", done.stderr)


def test_nothing_to_search_for_is_a_matter_of_usage(reader: "Reftel") -> None:
    done = reader("search")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("reftel: query, column 1: There is nothing to search for.")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("piracy or zanzibar", 2),
        ("(piracy)", 2),
        ("piracy -interfilm", 0),
        ("pira*", 2),
        ("level:>=confidential", 0),
        ("date:2009-07 level:sbu", 2),
    ],
)
def test_the_whole_language_can_be_asked(reader: "Reftel", line: str, found: int) -> None:
    assert reader("search", line, "--count").stdout == f"{found}\n"
