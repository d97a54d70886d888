"""A paste is a text, whatever stands in it and in however many parts it comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste

from tests.hostile.strings import STRINGS
from tui.wire.pasted import BEGIN, END, Pasted

TEXTS = [each.text for each in STRINGS if "\x1b" in each.text]


def heard(*parts: str) -> list[str]:
    """Give what Textual makes of what comes in parts: keys by their names, pastes as they are."""
    pasted, parser = Pasted(), XTermParser()
    messages = [each for part in parts for each in parser.feed(pasted.harmless(part))]
    named = [each.key for each in messages if isinstance(each, Key)]
    return named + [each.text for each in messages if isinstance(each, Paste)]


def test_textual_alone_takes_what_follows_an_escape_for_keys() -> None:
    messages = list(XTermParser().feed(f"{BEGIN}x\x1bQ{END}"))
    assert any(isinstance(each, Key) and each.character == "Q" for each in messages)


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_no_part_of_a_paste_is_a_key(text: str) -> None:
    shown = text.replace("\x1b", "␛")
    assert heard(f"{BEGIN}a{text}Q{END}") == [f"a{shown}Q"]


@given(st.lists(st.sampled_from(["\x1b", "[", "20", "1~", "Q", BEGIN[:-1], END[:-1], "é"])))
def test_it_comes_in_whatever_parts(letters: list[str]) -> None:
    text = "".join(letters).replace(END, "")
    came = f"j{BEGIN}{text}.{END}k"
    whole = Pasted().harmless(came)
    pasted = Pasted()
    assert "".join(map(pasted.harmless, came)) == whole
    assert whole == f"j{BEGIN}{text.replace(chr(27), '␛')}.{END}k"


def test_what_is_typed_goes_on_at_once() -> None:
    pasted = Pasted()
    assert [pasted.harmless(each) for each in ("\x1b", "j", "\x1b[A", "\x1b[20")] == [
        *("\x1b", "j", "\x1b[A", "\x1b[20")
    ]


def test_one_paste_after_the_other() -> None:
    twice = f"{BEGIN}a\x1bQ{END}{BEGIN}b\x1bQ{END}"
    assert heard(twice[:9], twice[9:20], twice[20:]) == ["a␛Q", "b␛Q"]
