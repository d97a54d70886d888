import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.render.ascii import in_ascii
from tui.render.line import cells
from tui.render.safe import safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain [red] words", "plain [red] words", id="ASCII stays"),
        pytest.param("¶3 · more…", "P3 - more~", id="our own signs"),
        pytest.param("“don’t”", '"don\'t"', id="quotes"),
        pytest.param("Élysée, Łódź", "Elysee, Lodz", id="accents"),
        pytest.param("e\u0301t", "et", id="accents of their own"),
        pytest.param("½ km²", "? km?", id="no letter at the base: no guess"),
        pytest.param("中国", "????", id="two cells each"),
        pytest.param("a\u00a0b", "a b", id="blanks"),
        pytest.param("\ufffd\u241b", "??", id="stand-ins of controls"),
        pytest.param("▁▄█", ".=#", id="bars by height"),
    ],
)
def test_signs_stand_for_what_cannot_be_sent(text: str, shown: str) -> None:
    assert in_ascii(text) == shown


@given(st.text())
def test_cells_are_kept_and_all_is_ascii(text: str) -> None:
    shown = in_ascii(safe(text))
    assert shown.isascii()
    assert shown.isprintable()
    assert len(shown) == cells(safe(text))
