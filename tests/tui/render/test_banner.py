import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.render.banner import NO_LEVEL, banner
from tui.render.line import Stroke, cells


@pytest.mark.parametrize(
    ("level", "captions", "width", "said"),
    [
        pytest.param("SECRET", (), 20, "SECRET", id="level"),
        pytest.param("SECRET", ("NODIS", "SIPDIS"), 40, "SECRET   NODIS  SIPDIS", id="captions"),
        pytest.param("SECRET", ("NODIS", "SIPDIS"), 20, "SECRET   NODIS …", id="no-room-for-all"),
        pytest.param("SECRET", ("NODIS",), 14, "SECRET   NODIS", id="just-room"),
        pytest.param("SECRET", ("NODIS",), 8, "SECRET …", id="room-for-none"),
        pytest.param("SECRET", ("NODIS",), 6, "SECRET", id="room-for-the-level"),
        pytest.param("SECRET", (), 4, "SEC…", id="narrower-than-the-level"),
        pytest.param(None, (), 40, NO_LEVEL, id="no-level"),
        pytest.param("S\x1b[2J", ("\x9b31m",), 40, "S␛[2J   ›31m", id="hostile"),
    ],
)
def test_the_words_are_always_there(
    level: str | None, captions: tuple[str, ...], width: int, said: str
) -> None:
    assert banner(level, captions, width).plain.strip() == said


def test_the_colour_takes_the_whole_width() -> None:
    line = banner("TOP SECRET", (), 30)
    assert line.strokes == (Stroke(0, 30, "top-secret"),)


@given(st.text(max_size=20), st.lists(st.text(max_size=9), max_size=3), st.integers(1, 60))
def test_it_is_as_wide_as_asked(level: str, captions: list[str], width: int) -> None:
    assert cells(banner(level, tuple(captions), width).plain) == width
