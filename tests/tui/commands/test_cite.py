from typing import TYPE_CHECKING

import pytest

from tui.render.safe import safe

if TYPE_CHECKING:
    from tests.tui.commands.conftest import Reftel


def test_a_cable_is_cited_in_a_line(reader: "Reftel") -> None:
    done = reader("cite", "09MOSCOW1869")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Telegram 1869 from Embassy Moscow to the Department of State,"
        ' "INTERNET PIRACY: RUSSIAN LAW ENFORCEMENT SUCCESSFULLY TAKES DOWN ILLEGAL WEBSITE,"'
        " July 22, 2009, 09MOSCOW1869.\n"
    )


@pytest.mark.parametrize("number", ["3", "¶3", ":3"])
def test_a_paragraph_is_quoted_above_its_citation(reader: "Reftel", number: str) -> None:
    words, citation = reader("cite", "09MOSCOW1869", number, "--quote").stdout.splitlines()
    assert words.startswith('"Dozens of law enforcement officials')
    assert words.endswith('$16,000 each."')
    assert citation.endswith("July 22, 2009, 09MOSCOW1869, paragraph 3 (SBU).")


def test_nothing_of_a_document_acts_on_the_terminal(reader: "Reftel") -> None:
    _, written = reader.on_a_terminal("cite", "09MOSCOW1870", "2", "--quote")
    assert all(safe(line) == line for line in written.splitlines())


def test_a_citation_is_copied_past_a_pipe(reader: "Reftel") -> None:
    _, written = reader.on_a_terminal("cite", "09MOSCOW1869", "--copy")
    assert "\x1b]52;c;" in written
    assert "reftel: sent to the terminal (OSC 52)" in written
    kept = reader.home / ".local/state/reftel/clip.txt"
    assert kept.read_text().startswith("Telegram 1869 from Embassy Moscow")
    done = reader("cite", "09MOSCOW1869", "2", "--copy")
    assert (done.returncode, done.stdout) == (0, "")
    assert kept.read_text().endswith("paragraph 2 (U).")
