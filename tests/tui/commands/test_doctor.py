import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.tui.commands.conftest import Reftel


def test_it_says_what_was_found_and_what_follows(reader: "Reftel") -> None:
    code, said = reader.on_a_terminal("doctor", NO_COLOR="1")
    assert code == 0
    lines = [line.rstrip() for line in said.splitlines()]
    assert "terminal  xterm-256color, 80×24" in lines
    assert f"library   {reader.library}, 2 cables" in lines
    assert "index     2 cables" in lines
    assert len(lines) < 24


def test_json_is_one_object(reader: "Reftel") -> None:
    told = json.loads(reader("doctor", "--json").stdout)
    assert told["terminal"]["follows"] == "only the commands work"
    assert all(set(each) == {"found", "follows"} for each in told.values())


def test_without_a_library_all_is_well(reftel: "Reftel") -> None:
    done = reftel("doctor")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"none yet at {reftel.library}" in done.stdout
    assert not reftel.library.exists()


def test_a_library_asked_for_must_be_there(reftel: "Reftel") -> None:
    done = reftel("doctor", "--library", reftel.home / "none")
    assert done.returncode == 3
    assert "There is no library at" in done.stdout


def test_a_damaged_library_is_named(reftel: "Reftel") -> None:
    reftel.library.parent.mkdir(parents=True)
    reftel.library.write_text("no folder")
    done = reftel("doctor")
    assert (done.returncode, done.stderr) == (3, "")
    assert f"{reftel.library} is a file" in done.stdout


def test_a_mistake_in_the_settings_is_named_with_its_line(reftel: "Reftel") -> None:
    file = reftel.home / "config.toml"
    file.write_text("[list]\norder = 3\n")
    done = reftel("doctor", REFTEL_CONFIG=str(file))
    assert done.returncode == 2
    assert f"{file}, line 2: " in done.stdout


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_the_reader_is_refused_where_it_cannot_draw(reader: "Reftel", term: str) -> None:
    code, said = reader.on_a_terminal(TERM=term)
    assert code == 2
    assert said.count("\n") == 1
    assert "reftel search and show" in said
    assert "\x1b" not in said


def test_a_library_that_others_may_look_into_is_said_to_be_one(reader: "Reftel") -> None:
    reader.library.chmod(0o755)
    try:
        told = json.loads(reader("doctor", "--json").stdout)["library"]["follows"]
    finally:
        reader.library.chmod(0o700)
    assert told == "others may use it; reftel verify --repair keeps them out"
    assert json.loads(reader("doctor", "--json").stdout)["library"]["follows"] == ""
