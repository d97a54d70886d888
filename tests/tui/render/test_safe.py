import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.render.safe import MARKS_ON_A_BASE, safe, safe_lines

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


def dangers(text: str) -> set[str]:
    """What no terminal may be sent: controls, format characters, separators, surrogates, …"""
    return {
        c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    }


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain ¶1. (SBU) – “quoted” é", "plain ¶1. (SBU) – “quoted” é", id="prose"),
        pytest.param("[red]x[/] [SIC] [...]", "[red]x[/] [SIC] [...]", id="markup-is-text"),
        pytest.param("\x1b[2J", "␛[2J", id="escape"),
        pytest.param("a\nb\tc\rd\x00", "a␊b␉c␍d␀", id="c0"),
        pytest.param("\x7f", "␡", id="del"),
        pytest.param("don\x92t \x96 \x9b31m", "don’t – ›31m", id="c1-is-cp1252"),
        pytest.param("\x81\x9d", "��", id="c1-without-glyph"),
        pytest.param("a\u202eb\u2066c\u200fd", "a�b�c�d", id="bidi"),
        pytest.param("\u200b\u200d\ufeff\u00ad\u2060", "�����", id="format"),
        pytest.param("\u2028\u2029", "��", id="separators"),
        pytest.param("\ud800\udc80", "��", id="surrogates"),
        pytest.param("\ue000\U0010ffff", "��", id="private-and-unassigned"),
        pytest.param("x\ufe0f\u3164\u2800\U000e0101", "x����", id="invisible"),
        pytest.param("e\u0301", "e\u0301", id="mark-on-a-base"),
        pytest.param("\u0301e", "�e", id="mark-without-a-base"),
        pytest.param(" \u0301", " �", id="blank-is-no-base"),
        pytest.param("a" + "\u0301" * 6, "a" + "\u0301" * 4 + "��", id="too-many-marks"),
        pytest.param("\u1112\u1161\u11ab", "\u1112\u1161\u11ab", id="korean-in-letters"),
        pytest.param("\u1161\u11ab", "��", id="vowel-without-a-letter"),
        pytest.param("\u1112" + "\u1161" * 6, "\u1112" + "\u1161" * 4 + "��", id="heap-of-vowels"),
        pytest.param("a\U0001f3ff", "a�", id="colour-of-skin"),
        pytest.param("Москва 東京", "Москва 東京", id="other-scripts"),
        pytest.param("a\u00a0b\u3000c", "a\u00a0b\u3000c", id="blanks-of-other-kinds"),
    ],
)
def test_what_could_act_or_hide_is_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_no_character_of_unicode_gets_through_that_could_act() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    shown = safe(every)
    assert len(shown) == len(every)
    assert not dangers(shown)


@given(ANY_TEXT)
@example("\u0301" * 6)
@example("\ue000\u0301\u0301")
@example("a\ufe0f\u0301")
def test_the_length_stays_and_twice_is_once(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert safe(shown) == shown
    assert not dangers(shown)


@given(st.text("a \u0301\u0302\u0483\x1b", min_size=1))
def test_no_base_carries_more_marks_than_it_may(text: str) -> None:
    marks = MARKS_ON_A_BASE
    for character in safe(text):
        marks = marks + 1 if unicodedata.combining(character) else 0
        assert marks <= MARKS_ON_A_BASE
        if character == " ":
            marks = MARKS_ON_A_BASE


def test_lines_end_at_newlines_alone() -> None:
    assert safe_lines("a\x0cb\u2028c\x85d\n\ne\r\n") == ["a␌b�c…d", "", "e␍", ""]
