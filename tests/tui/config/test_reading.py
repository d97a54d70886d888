import os
from pathlib import Path

import pytest

from tui.config import configured, file
from tui.config.reading import load
from tui.config.settings import SETTINGS, UNSETTLED, Config, Loaded


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def read(path: Path, text: str) -> Loaded:
    path.write_text(text, "utf-8")
    return load(path)


def test_what_the_file_gives_counts_and_the_rest_is_as_ever(path: Path) -> None:
    loaded = read(
        path,
        """
        library = "~/cables"
        reader.width = 72

        [list]
        order = "oldest"

        [keys]
        "cable.next" = ["x"]
        """,
    )
    assert loaded.problems == ()
    assert loaded.config == Config(
        library="~/cables", width=72, order="oldest", keys=(("cable.next", "x"),)
    )
    assert loaded.lines == {
        "library": 2,
        "reader.width": 3,
        "list.order": 6,
        "keys.cable.next": 9,
    }


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        pytest.param("libary = '/x'", 1, "no setting 'libary'; the nearest is library", id="name"),
        pytest.param("\n[list]\nordr = 1", 3, "'list.ordr'; the nearest is list.order", id="in"),
        pytest.param("width = 80", 1, "'width'; the nearest is reader.width", id="out of place"),
        pytest.param("[lists]\norder = 1", 1, "'lists'; the nearest is list", id="table"),
        pytest.param("[colours]\nx = 1", 1, "'colours'; reftel config show lists", id="like none"),
        pytest.param("list = 3", 1, "no setting 'list'", id="value for a table"),
        pytest.param("list.order = 3", 1, 'is to be "newest" or "oldest", not 3', id="type"),
        pytest.param("[reader]\nwidth = 39", 2, "from 40 to 160, not 39", id="range"),
        pytest.param("reader.width = true", 1, "not true", id="no number"),
        pytest.param("reader.width = '80'", 1, "not '80'", id="a number in quotes"),
        pytest.param("terminal.mouse = 1", 1, "true or false, not 1", id="no truth"),
        pytest.param("import.max_size = 'big'", 1, 'a size such as "10M"', id="no size"),
        pytest.param("library = 'cables'", 1, "whole path", id="relative path"),
        pytest.param("library = '~nobody-here/x'", 1, "whole path", id="nobody's home"),
        pytest.param("library = '/a'\nlibrary = '/b'", 2, "Cannot overwrite", id="twice"),
        pytest.param("a = = 3", 1, "no TOML: Invalid value (column 5)", id="syntax"),
        pytest.param("[list", 1, "no TOML", id="open bracket"),
        pytest.param("b = 1\na = '", 2, "(at its end)", id="open quote"),
        pytest.param("[keys]\npreset = 'vim'", 2, 'is to be "vi", "emacs"', id="no such preset"),
        pytest.param("[keys]\nlangmap = 'fr'", 2, 'is to be "ru", "uk"', id="no such alphabet"),
        pytest.param("keys = 3", 1, "keys is to be a table", id="keys"),
        pytest.param("[keys]\n'cable.nxt' = 'x'", 2, "nearest is 'cable.next'", id="no such key"),
        pytest.param("[keys]\ncable.nxt = 'x'", 2, "nearest is 'cable.next'", id="unquoted"),
        pytest.param("[keys]\n'zzz' = 'x'", 2, "'zzz'; reftel config keys lists", id="like no key"),
        pytest.param("[keys]\n'cable.next' = 3", 2, "keys in a list", id="no keys"),
        pytest.param("[keys]\n'cable.next' = []", 2, "keys in a list", id="none"),
        pytest.param("[keys]\n'cable.next' = ['xx']", 2, "no key 'xx'", id="no such letter"),
        pytest.param("[keys]\n'hit.next' = 'p'", 2, "p is paragraph.next already", id="clash"),
        pytest.param("[keys]\n'query.run' = 'e'", 2, "e is typed there", id="typed"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_costs_nothing_else(
    path: Path, text: str, line: int | None, said: str
) -> None:
    loaded = read(path, text)
    assert [problem.line for problem in loaded.problems] == [line]
    assert said in loaded.problems[0].text
    assert loaded.config == Config()
    assert loaded.said()[0].startswith(f"{path}, line {line}: " if line else f"{path}: ")


def test_all_mistakes_are_named_in_order_and_the_rest_counts(path: Path) -> None:
    loaded = read(path, "[reader]\nwidth = 1\nhight = 2\n[list]\norder = 'oldest'\n[x]\n")
    assert [problem.line for problem in loaded.problems] == [2, 3, 6]
    assert loaded.config.order == "oldest"
    assert "and 2 more" in str(loaded.first())
    assert UNSETTLED.first() is None


@pytest.mark.parametrize(
    ("held", "said"),
    [
        pytest.param(b"\xff\xfe", "line 1: it is not in UTF-8", id="no UTF-8"),
        pytest.param(b"# a\n# \xe4\n", "line 2: it is not in UTF-8", id="Latin-1"),
        pytest.param(b"#" * (1 << 21), "too large", id="too large"),
        pytest.param(b"a = " + b"[" * 100_000, "nested|TOML", id="deep"),
        pytest.param(b"a = \x00", "TOML", id="NUL"),
    ],
)
def test_what_is_no_configuration_is_named(path: Path, held: bytes, said: str) -> None:
    path.write_bytes(held)
    (told,) = load(path).said()
    assert any(part in told for part in said.split("|"))


def test_a_mark_of_byte_order_is_passed_over(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf[list]\norder = 'oldest'\n")
    assert load(path).problems == ()
    assert load(path).config.order == "oldest"


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    (problem,) = load(path).problems
    assert problem.text == "it is a pipe, which may have no end"


@pytest.mark.parametrize("link", ["itself", "nowhere"])
def test_a_link_that_leads_nowhere_is_named(
    path: Path, monkeypatch: pytest.MonkeyPatch, link: str
) -> None:
    path.symlink_to(path if link == "itself" else path.with_name("nowhere"))
    monkeypatch.setenv("REFTEL_CONFIG", str(path))
    configured.cache_clear()
    loaded = configured()
    configured.cache_clear()
    assert loaded
    assert loaded.problems


def test_a_file_that_cannot_be_opened_is_named(path: Path) -> None:
    path.mkdir()
    (problem,) = load(path).problems
    assert problem.text == "Is a directory"


@pytest.mark.parametrize(
    ("environ", "found"),
    [
        ({"HOME": "/h"}, "/h/.config/reftel/config.toml"),
        ({"HOME": "/h", "XDG_CONFIG_HOME": "/c"}, "/c/reftel/config.toml"),
        ({"HOME": "/h", "XDG_CONFIG_HOME": "c"}, "/h/.config/reftel/config.toml"),
        ({"HOME": "/h", "REFTEL_CONFIG": "/my.toml"}, "/my.toml"),
        ({"HOME": "/h", "REFTEL_CONFIG": "~nobody-here/x"}, "~nobody-here/x"),
    ],
)
def test_where_the_file_lies(environ: dict[str, str], found: str) -> None:
    assert str(file(environ)) == found


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_a_field_and_its_default_would_fit(setting: object) -> None:
    assert setting in SETTINGS
    each = next(known for known in SETTINGS if known is setting)
    assert each.fits(each.example if each.default is None else each.default)


def test_own_keys_go_over_a_preset(path: Path) -> None:
    loaded = read(path, "[keys]\npreset = 'emacs'\nlangmap = 'ru'\n'move.down' = 'ctrl+x'\n")
    assert loaded.problems == ()
    assert loaded.config == Config(
        preset="emacs", langmap="ru", keys=(("move.down", "ctrl+x,down"),)
    )
    assert (loaded.lines["keys.preset"], loaded.lines["keys.langmap"]) == (2, 3)


def test_a_key_that_clashes_with_one_of_the_preset_is_named(path: Path) -> None:
    loaded = read(path, "[keys]\npreset = 'emacs'\n'cable.star' = 'ctrl+n'\n")
    assert loaded.config == Config(preset="emacs")
    assert [problem.line for problem in loaded.problems] == [3]
    assert "Ctrl-n is move.down already" in loaded.problems[0].text
