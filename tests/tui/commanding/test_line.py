from collections.abc import Sequence

import pytest

from tui.commanding import Choice, Offer
from tui.commanding.line import Place, Said, WordUnknown, offered, read
from tui.commanding.words import Word, words

KEYS = (
    Word("cable.outline", "Headings and paragraphs, to go to one of them", key="O", does="outline"),
    Word("search.open", "Search the library", key="/", does="query"),
)
KNOWN = words(KEYS)
BY_NAME = {word.name: word for word in KNOWN}


@pytest.mark.parametrize("line", ["120", "7", "7A", "¶7", "¶ 12", "2009-", "2009-07", "end", " 3 "])
def test_a_place_is_gone_to(line: str) -> None:
    assert read(line, KNOWN) == Place(line.strip())


@pytest.mark.parametrize(
    ("line", "name", "given"),
    [
        pytest.param("search piracy origin:moscow", "search", "piracy origin:moscow", id="given"),
        pytest.param("SEARCH Piracy", "search", "Piracy", id="a word in any case"),
        pytest.param("  quit  ", "quit", "", id="blanks around"),
        pytest.param("q", "quit", "", id="the beginning of a word"),
        pytest.param("q!", "quit", "", id="as vi quits"),
        pytest.param("h", "help", "", id="as vi helps"),
        pytest.param("cable.outline", "cable.outline", "", id="the id of a key"),
        pytest.param("headings", "cable.outline", "", id="what is said of a key"),
        pytest.param("09MOSCOW1869", "show", "09MOSCOW1869", id="an id alone"),
        pytest.param("09 moscow 1869", "show", "09 moscow 1869", id="an id in parts"),
        pytest.param("tag +a -b", "tag", "+a -b", id="signs"),
    ],
)
def test_a_word_is_read_with_what_it_is_given(line: str, name: str, given: str) -> None:
    assert read(line, KNOWN) == Said(BY_NAME[name], given)


def test_an_empty_line_says_nothing() -> None:
    assert read("  ", KNOWN) is None


@pytest.mark.parametrize("line", ["serach piracy", "serach"])
def test_a_wrong_word_is_named_with_the_nearest(line: str) -> None:
    with pytest.raises(WordUnknown, match="no command serach; the nearest is search"):
        read(line, KNOWN)


@pytest.mark.parametrize("line", ["oops x", "w out.txt", "e foo"])
def test_a_word_that_is_like_none_has_no_nearest(line: str) -> None:
    with pytest.raises(WordUnknown, match=r"^There is no command \w+; : alone lists all$"):
        read(line, KNOWN)


@pytest.mark.parametrize("line", ["verify", "Verify --repair", "backup x"])
def test_a_command_of_the_shell_alone_is_said_to_be_one(line: str) -> None:
    with pytest.raises(WordUnknown, match=r" is for the shell: reftel (verify|backup)$"):
        read(line, KNOWN)


def test_nothing_is_offered_for_a_command_of_the_shell() -> None:
    assert offered("verify", KNOWN, behind) == Offer()


def test_what_vi_writes_for_a_word_is_offered_first() -> None:
    offer = offered("h", KNOWN, behind)
    assert (offer.choices[0].line, offer.at) == ("help", 0)


def behind(word: Word, given: str) -> Sequence[Choice]:
    return [Choice(f"{word.name} {given}!", f"{given}!")]


def test_all_words_are_offered_before_anything_is_typed() -> None:
    offer = offered("", KNOWN, behind)
    assert offer.at is None
    assert [each.line.strip() for each in offer.choices] == [word.name for word in KNOWN]


def test_what_is_typed_narrows_and_enter_means_the_first() -> None:
    offer = offered("outl", KNOWN, behind)
    about = "Headings and paragraphs, to go to one of them"
    assert offer == Offer([Choice("cable.outline", "cable.outline", about, "O")], 0)


def test_a_word_that_needs_more_goes_on_after_a_blank() -> None:
    show = offered("show", KNOWN, behind).choices[0]
    assert (show.line, show.name, show.done) == ("show ", "show ID", False)


def test_a_word_of_the_shell_has_the_key_that_does_as_much() -> None:
    assert offered("search", KNOWN, behind).choices[0].beside == "/"


def test_behind_a_word_enter_means_the_line() -> None:
    assert offered("search  pir", KNOWN, behind) == Offer([Choice("search pir!", "pir!")])


def test_a_place_is_offered_nothing() -> None:
    assert offered("2009-07", KNOWN, behind) == Offer()
