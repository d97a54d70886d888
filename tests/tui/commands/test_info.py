import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.tui.commands.conftest import Reftel


def test_it_says_where_and_what(reader: "Reftel") -> None:
    done = reader("info")
    lines = dict(line.strip().split("  ", 1) for line in done.stdout.splitlines())
    assert (done.returncode, done.stderr) == (0, "")
    assert lines["library"].strip() == str(reader.library)
    assert lines["cables"].strip() == "2"
    assert lines["dates"].strip() == "22 Jul 2009 to 22 Jul 2009"
    assert lines["UNCLASSIFIED//FOR OFFICIAL USE ONLY"].strip() == "2"


def test_json_is_one_object(reader: "Reftel") -> None:
    info = json.loads(reader("info", "--json").stdout)
    assert info["cables"] == info["sources"] == 2
    assert info["levels"] == {"UNCLASSIFIED//FOR OFFICIAL USE ONLY": 2}
    assert info["path"] == str(reader.library)
