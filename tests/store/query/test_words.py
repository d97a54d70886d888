import pytest

from store.query import fold, words
from store.query.words import WORD, joined, short, spaced


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
    assert sorted(short(spaced("pri-so a_b 09xy so")).split()) == sorted(
        ["0", "09", "09x", "a", "b", "p", "pr", "pri", "s", "so"]
    )


def test_ids_are_joined_without_blanks() -> None:
    assert joined("id", ("09", "moscow", "1")) == "09moscow1"
    assert joined("tag", ("human", "rights")) == "human rights"
