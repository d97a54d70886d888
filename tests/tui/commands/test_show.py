import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.render.safe import safe

if TYPE_CHECKING:
    from tests.tui.commands.conftest import Reftel

GOLDEN = Path(__file__).parents[1] / "render"
COLOURS = re.compile(r"\x1b\[[\d;]*m")


def lines_between_banners(out: str) -> list[str]:
    lines = out.splitlines()
    assert lines[0] == lines[-1]
    assert "UNCLASSIFIED//FOR OFFICIAL USE ONLY" in lines[0]
    assert lines[1] == lines[-2] == ""
    return lines[2:-2]


@pytest.mark.parametrize(
    ("asked", "width"),
    [
        pytest.param((), 80, id="80-into-a-pipe"),
        pytest.param(("--width", "40"), 40, id="40-as-asked"),
        pytest.param(("--width", "120"), 120, id="120-as-asked"),
    ],
)
def test_a_cable_reads_as_in_the_reader(
    reader: "Reftel", asked: tuple[str, ...], width: int
) -> None:
    done = reader("show", "09MOSCOW1869", *asked)
    shown = lines_between_banners(done.stdout)
    golden = (GOLDEN / f"09MOSCOW1869-{width}.txt").read_text("utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert shown == golden.splitlines()


def test_raw_is_the_very_bytes(reader: "Reftel") -> None:
    done = reader.bytes("show", "09MOSCOW1869", "--raw")
    assert hashlib.sha256(done.stdout).hexdigest() == (
        "0a40a733eaf4d3921b1232f47ca1c1d582302b4f85eff0cc7fe5de894d52811c"
    )


def test_raw_bytes_of_a_hostile_cable_come_out_whole(reader: "Reftel", hostile: bytes) -> None:
    assert reader.bytes("show", "09MOSCOW1870", "--raw").stdout == hostile


def test_raw_never_goes_to_a_terminal(reader: "Reftel") -> None:
    code, written = reader.on_a_terminal("show", "09MOSCOW1870", "--raw")
    assert code == 2
    assert written == (
        "reftel: --raw is for a file or a pipe: reftel show 09MOSCOW1870 --raw > 09MOSCOW1870.txt\n"
    )


def test_json_is_one_object_of_ascii(reader: "Reftel") -> None:
    out = reader("show", "09MOSCOW1869", "--json").stdout
    cable = json.loads(out)
    assert out.isascii()
    assert cable["id"] == "09MOSCOW1869"
    assert cable["paragraphs"][0]["portion"] == "SBU"
    assert cable["source"]["bytes"] == 7833


def test_nothing_of_a_hostile_cable_acts(reader: "Reftel") -> None:
    code, written = reader.on_a_terminal("show", "09MOSCOW1870")
    assert code == 0
    assert "[red]x[/]" in written
    assert "Fm9v" not in written
    words = COLOURS.sub("", written)
    assert all(safe(line) == line for line in words.split("\n"))


def test_json_of_a_hostile_cable_is_harmless_on_a_terminal(reader: "Reftel") -> None:
    _, written = reader.on_a_terminal("show", "09MOSCOW1870", "--json")
    assert all(" " <= character <= "~" for character in written.replace("\n", ""))


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        pytest.param(
            {"COLORTERM": "truecolor"}, "\x1b[38;2;255;255;255;48;2;80;43;133m", id="full"
        ),
        pytest.param({}, "\x1b[38;5;231;48;5;54m", id="256"),
        pytest.param({"TERM": "linux"}, "\x1b[97;45m", id="16"),
        pytest.param({"NO_COLOR": "1"}, "\x1b[7m", id="no-color"),
    ],
)
def test_a_terminal_gets_the_levels_colour(
    reader: "Reftel", env: dict[str, str], expected: str
) -> None:
    code, written = reader.on_a_terminal("show", "09MOSCOW1869", **env)
    assert code == 0
    assert written.startswith(expected)


def test_no_color_takes_every_colour_away(reader: "Reftel") -> None:
    _, written = reader.on_a_terminal("show", "09MOSCOW1869", NO_COLOR="1")
    assert set(COLOURS.findall(written)) <= {"\x1b[0m", "\x1b[1m", "\x1b[7m"}


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"TERM": ""}])
def test_a_dumb_terminal_gets_words_alone(reader: "Reftel", env: dict[str, str]) -> None:
    _, written = reader.on_a_terminal("show", "09MOSCOW1869", **env)
    assert "\x1b" not in written
    assert lines_between_banners(written)


@pytest.mark.parametrize("lang", ["C", "de_DE.ISO-8859-1"])
def test_a_terminal_without_utf8_gets_ascii_and_a_pipe_the_text(
    reader: "Reftel", lang: str
) -> None:
    _, written = reader.on_a_terminal("show", "09MOSCOW1870", LANG=lang)
    assert written.isascii()
    assert "?[31m" in written
    assert not reader.bytes("show", "09MOSCOW1870", LANG="C").stdout.isascii()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16"])
def test_any_encoding_of_stdout_will_do(reader: "Reftel", encoding: str) -> None:
    done = reader.bytes("show", "09MOSCOW1869", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr.decode(encoding).strip("\ufeff")) == (0, "")
    assert "1 (SBU) Summary." in done.stdout.decode(encoding)


def test_an_unknown_id_names_the_nearest(reader: "Reftel") -> None:
    done = reader("show", "09MOSCOW1868\x1b[31m")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("reftel: ")
    assert "09MOSCOW1868␛[31m" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("form", [(), ("--json",), ("--raw",)])
def test_a_look_up_loads_neither_textual_nor_rich_nor_the_index(
    reader: "Reftel", form: tuple[str, ...]
) -> None:
    code = (
        "import sys\nfrom tui.cli import main\nmain(sys.argv[1:])\n"
        "print(*sorted({m.split('.')[0] for m in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "show", "09MOSCOW1869", *form],
        env=reader.env,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stderr.split())
    assert "store" in loaded
    assert not loaded & {"textual", "rich", "tantivy", "dataclasses", "inspect", "logging"}
