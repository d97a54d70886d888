import pytest

from store.query import fold, words
from store.query.words import WORD, is_short, joined, short, spaced


def test_words_are_what_the_index_holds() -> None:
    assert words("Café-Bar: ¶1. (SBU) №5") == ("cafe", "bar", "1", "sbu", "no5")


@pytest.mark.parametrize("character", [chr(n) for n in range(128)])
def test_folding_ascii_keeps_its_length(character: str) -> None:
    assert len(fold(f"{character}é")) == 2


@pytest.mark.parametrize("text", ["½ of Æther", "x \ud800 y", "Ελλάδα, ελλάδα", "_a_ß\x00"])
def test_spaced_leaves_words_and_blanks(text: str) -> None:
    assert all(c == " " or (c.isalnum() and c == fold(c)) for c in spaced(text))
    assert spaced(text).split() == WORD.findall(fold(text))


def test_short_is_how_words_begin() -> None:
    beginnings = short(spaced("pri-so a_b 09xy so prxy"))
    assert sorted(beginnings.split()) == sorted(["0", "09", *"abps", "pr", "pri", "so"])


@pytest.mark.parametrize("text", ["c", "co", "con", "coq", "cont", "é", "09"])
def test_a_beginning_is_short_where_words_that_begin_so_give_it(text: str) -> None:
    assert is_short(fold(text)) == (fold(text) in short(spaced(f"{text}xyz")).split())


def test_ids_are_joined_without_blanks() -> None:
    assert joined("id", ("09", "moscow", "1")) == "09moscow1"
    assert joined("tag", ("human", "rights")) == "human rights"
