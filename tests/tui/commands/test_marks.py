"""A reader's own marks, from the shell: star, tag, note, marks."""

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from store.marks import Marks, place_beside
from tui.marking import signed
from tui.render.safe import safe

if TYPE_CHECKING:
    from tests.tui.commands.conftest import Reftel

SEED, OTHER = "09MOSCOW1869", "09MOSCOW1870"


@pytest.fixture
def marked(reader: "Reftel") -> "Reftel":
    """The command of someone with two cables and no marks."""
    place_beside(reader.library).unlink(missing_ok=True)
    return reader


def ids(done: "subprocess.CompletedProcess[str]") -> list[str]:
    return sorted(done.stdout.split())


def test_stars_are_put_found_and_taken_away(marked: "Reftel") -> None:
    done = marked("star", SEED.lower(), OTHER)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "reftel: 2 cables starred\n")
    assert ids(marked("search", "is:starred", "--ids")) == [SEED, OTHER]
    marked("star", "--off", OTHER)
    assert ids(marked("search", "is:starred", "--ids")) == [SEED]
    assert ids(marked("search", "--ids", "--", "-is:starred")) == [OTHER]


def test_cables_are_made_read_and_unread_again(marked: "Reftel") -> None:
    done = marked("unread", "--off", SEED.lower(), OTHER)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "reftel: 2 cables read\n")
    done = marked("unread", OTHER)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "reftel: 1 cable unread\n")
    assert ids(marked("search", "is:unread", "--ids")) == [OTHER]
    assert ids(marked("search", "is:read", "--ids")) == [SEED]


def test_tags_are_put_and_taken_away_in_one_go(marked: "Reftel") -> None:
    assert marked("tag", "+harvest", "+to-check", SEED, OTHER).returncode == 0
    done = marked("tag", SEED, "-to-check", "+hot", "-harvest")
    assert done.stderr == "reftel: +hot -to-check -harvest on 1 cable\n"
    assert ids(marked("search", "tag:mine/hot", "--ids")) == [SEED]
    assert ids(marked("search", "tag:mine/to-check", "--ids")) == [OTHER]


def test_a_tag_that_was_not_there_is_said_not_to_have_been(marked: "Reftel") -> None:
    marked("tag", "+Harvest", SEED)
    done = marked("tag", "-harvest", "-harvets", SEED)
    said = "reftel: none of these had -harvets\nreftel: -harvest -harvets on 1 cable\n"
    assert (done.returncode, done.stderr) == (0, said)


def test_all_that_a_query_finds_can_be_tagged(marked: "Reftel") -> None:
    assert marked("tag", "+pirates", "--query", "piracy").returncode == 0
    assert ids(marked("search", "tag:mine/pirates", "--ids")) == [SEED, OTHER]
    done = marked("tag", "+pirates", "--query", "zanzibar")
    assert (done.returncode, done.stderr) == (1, "reftel: +pirates on 0 cables\n")


def test_ids_come_from_standard_input(marked: "Reftel") -> None:
    done = subprocess.run(
        marked.command("star", "-"), input=f"{SEED}\n{OTHER}\n", env=marked.env, text=True,
        capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "reftel: 2 cables starred\n")


def test_notes_grow_are_replaced_and_taken_away(marked: "Reftel") -> None:
    assert marked("note", SEED, "Who", "was it?").stderr == f"reftel: noted on {SEED}\n"
    marked("note", SEED, "¶3", "Compare.")
    assert marked("note", SEED, ":3", "Twice.").stderr == f"reftel: noted on {SEED} ¶3\n"
    done = marked("note", SEED)
    assert done.stdout == "Who was it?\n¶3    Compare.\n¶3    Twice.\n"
    assert ids(marked("search", "note:twice", "--ids")) == [SEED]
    marked("note", "--replace", SEED, ":3", "Once.")
    assert marked("note", SEED, ":3").stdout == "¶3    Once.\n"
    gone = marked("note", SEED, ":3", "--delete")
    assert gone.stderr == f"reftel: the note on {SEED} ¶3 is taken away\n"
    assert marked("note", SEED).stdout == "Who was it?\n"
    done = marked("note", SEED, ":3")
    assert (done.returncode, done.stderr) == (1, f"reftel: {SEED} has no note\n")


def test_a_note_that_is_not_there_is_not_taken_away(marked: "Reftel") -> None:
    marked("note", SEED, ":3", "Who?")
    done = marked("note", SEED, "--delete")
    assert (done.returncode, done.stderr) == (1, f"reftel: {SEED} has no such note\n")
    assert marked("note", SEED).stdout == "¶3    Who?\n"


def test_marks_are_listed_and_given_to_programs(marked: "Reftel") -> None:
    marked("star", SEED)
    marked("tag", "+a", "+b", SEED)
    marked("note", OTHER, "¶2", "x \x1b[31m y")
    first, second = marked("marks").stdout.splitlines()
    assert first.split("\t")[0] == SEED
    assert first.split("\t")[2:] == ["", "a b", "", ""]
    assert second.split("\t") == [OTHER, "", "", "", "", "¶2 x ␛[31m y"]
    done = marked("marks", "--json")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.stdout.isascii()
    assert [each["id"] for each in told] == [SEED, OTHER]
    assert told[0]["tags"] == ["a", "b"]
    assert told[1]["notes"][0]["paragraph"] == "2"
    code, written = marked.on_a_terminal("marks")
    assert code == 0
    assert all(safe(line) == line for line in written.splitlines())
    assert "starred +a +b" in written


def test_no_marks_is_said(marked: "Reftel") -> None:
    done = marked("marks")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "reftel: nothing is marked yet\n")


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        pytest.param(("star", "09MOSCOW1"), 1, "no cable 09MOSCOW1", id="unknown"),
        pytest.param(("star", SEED, "09MOSCOW1"), 1, "no cable 09MOSCOW1", id="one unknown"),
        pytest.param(("star",), 2, "--query", id="none named"),
        pytest.param(("star", SEED, "--query", "x"), 2, "--query", id="both ways"),
        pytest.param(("star", "--query", "is:stared"), 2, "starred", id="no such mark"),
        pytest.param(("tag", SEED), 2, "+word", id="no tag"),
        pytest.param(("tag", "+a b", SEED), 2, "no tag", id="two words"),
        pytest.param(("note", SEED, "¶99", "x"), 1, "no ¶99; it has ¶1 to ¶7", id="no paragraph"),
        pytest.param(("note", "09MOSCOW1", "x"), 1, "no cable", id="note on nothing"),
        pytest.param(("note", SEED, "x", "--delete"), 2, "--delete", id="delete a text"),
        pytest.param(("cite", SEED, "--quote"), 2, "¶3 --quote", id="quote of all"),
        pytest.param(("cite", SEED, "99"), 1, "no ¶99", id="cite nothing"),
    ],
)
def test_what_cannot_be_marked_is_one_line_and_changes_nothing(
    marked: "Reftel", args: tuple[str, ...], code: int, said: str
) -> None:
    done = marked(*args)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith("reftel: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not place_beside(marked.library).exists()


def test_damaged_marks_are_named_and_the_rest_goes_on(marked: "Reftel") -> None:
    path = place_beside(marked.library)
    path.write_text('{"cables": ')
    done = marked("star", SEED)
    assert done.returncode == 3
    assert str(path) in done.stderr
    assert "line 1, column 12" in done.stderr
    assert path.read_text() == '{"cables": '
    assert marked("search", "piracy", "--count").stdout == "2\n"


def test_marks_of_a_cable_that_is_gone_can_be_taken_away(marked: "Reftel") -> None:
    marks = Marks(place_beside(marked.library))
    marks.star(["74GONE1"])
    assert marked("marks").stdout.startswith("74GONE1\t")
    assert marked("star", "--off", "74gone1").returncode == 0
    assert marks.all() == []


def test_marks_of_a_cable_that_is_gone_are_listed_and_said_to_be_so(marked: "Reftel") -> None:
    Marks(place_beside(marked.library)).star([SEED, "77GONE1"])
    done = marked("marks")
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == [SEED, "77GONE1"]
    said = "1 of these is not in this library; what you marked is kept"
    assert done.stderr == f"reftel: {said}\n"


def test_marks_can_be_kept_elsewhere_and_info_says_where(marked: "Reftel") -> None:
    mine = marked.home / "mine.json"
    marked("star", SEED, REFTEL_MARKS=str(mine))
    assert json.loads(mine.read_text())["cables"].keys() == {SEED}
    assert str(mine) in marked("info", REFTEL_MARKS=str(mine)).stdout
    assert "none yet" in marked("info").stdout
    assert json.loads(marked("info", "--json").stdout)["marks"].endswith(".marks.json")


def test_searches_are_saved_looked_at_and_forgotten(marked: "Reftel") -> None:
    done = marked("searches", "--save", "pirates", "piracy", "is:unread")
    assert (done.returncode, done.stderr) == (0, "reftel: saved as pirates; it finds 2 now\n")
    assert marked("searches").stdout == "pirates\t2\t0\tpiracy is:unread\n"
    marks = Marks(place_beside(marked.library))
    marks.read([SEED])
    assert marked("searches").stdout == "pirates\t1\t-1\tpiracy is:unread\n"
    assert ids(marked("search", "--saved", "pirates", "zanzibar", "--ids")) == []
    assert marked("searches").stdout == "pirates\t1\t-1\tpiracy is:unread\n"
    assert ids(marked("search", "--saved", "pirates", "--ids")) == [OTHER]
    assert json.loads(marked("searches", "--json").stdout)["found"] == 1
    marks.read([SEED], off=True)
    more = "reftel: 1 more than at the last look\n"
    assert [marked("search", "--saved", "pirates").stderr for _ in range(2)] == [more, ""]
    assert "pirates" in marked.on_a_terminal("searches")[1]
    forgotten = marked("searches", "--forget", "pirates")
    assert forgotten.stderr == "reftel: pirates is saved no longer\n"
    done = marked("searches")
    assert (done.returncode, done.stdout) == (1, "")
    assert "--save NAME QUERY" in done.stderr


def test_searches_made_in_the_reader_are_listed_the_last_first(marked: "Reftel") -> None:
    assert marked("searches", "--history").returncode == 1
    searches = Marks(place_beside(marked.library)).searches
    for line in ("piracy", "tag:prel \x1b[31m"):
        searches.remember(line)
    assert marked("searches", "--history").stdout == "tag:prel ␛[31m\npiracy\n"
    told = marked("searches", "--history", "--json").stdout
    assert [json.loads(line) for line in told.splitlines()] == ["tag:prel \x1b[31m", "piracy"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("searches", "--save", "x"), "--save NAME QUERY"),
        (("searches", "x"), "--save NAME QUERY"),
        (("searches", "--save", "x", "orgin:y"), "nearest is origin"),
        (("searches", "--save", " ", "x"), "needs a name"),
        (("searches", "--forget", "pirats"), "no saved search pirats; none is saved yet"),
        (("search", "--saved", "pirats"), "no saved search pirats"),
    ],
)
def test_what_is_no_search_is_not_saved(marked: "Reftel", args: tuple[str, ...], said: str) -> None:
    done = marked(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("tag +a -b x", "tag --add=a --remove=b x"),
        ("tag x +a y -b", "tag --add=a --remove=b x y"),
        ("tag -hot x", "tag --remove=hot x"),
        ("tag -h", "tag -h"),
        ("tag --query x +a -", "tag --add=a --query x -"),
        ("tag +a -- -x", "tag --add=a -- -x"),
        ("--library tag tag +a x", "--library tag tag --add=a x"),
        ("--library=d tag +a x", "--library=d tag --add=a x"),
        ("search tag -x", "search tag -x"),
        ("--version", "--version"),
        ("", ""),
    ],
)
def test_signs_are_read_as_options_of_tag_alone(given: str, read: str) -> None:
    assert signed(given.split()) == read.split()
