import pytest

from store.parse.tokens import Tokens


def test_words_numbers_and_signs_come_one_by_one() -> None:
    assert list(Tokens("D. 03 Hanoi 2323/24; 'n")) == [
        *("D.", "03", "Hanoi", "2323", "/", "24", ";", "'n"),
    ]
    assert list(Tokens(" ")) == []


def test_what_stands_around_the_token_at_hand_is_given_in_capitals() -> None:
    tokens = Tokens("Moscow and Lima")
    seen = [(tokens.before(2), tokens.before(), tokens.ahead) for _ in tokens]
    assert seen == [("", "", "AND"), ("", "MOSCOW", "LIMA"), ("MOSCOW", "AND", "")]


@pytest.mark.parametrize(
    ("text", "inside", "left"),
    [
        ("(not to all) x", "not to all", ["x"]),
        ("[03] x", "03", ["x"]),
        ("() x", "", ["x"]),
        ("(no end", "no end", []),
    ],
)
def test_what_stands_in_brackets_is_passed_over(text: str, inside: str, left: list[str]) -> None:
    tokens = Tokens(text)
    next(iter(tokens))
    found, start, end = tokens.bracketed()
    assert (found, text[start:end]) == (inside.split(), inside)
    assert list(tokens) == left
