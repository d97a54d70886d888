import pytest

from store.query import parse
from tui.commanding import Offer
from tui.commanding.filtering import (
    FIELDS,
    Value,
    Wish,
    anywhere,
    field,
    fields,
    is_turned,
    term,
    values,
    wish,
)

POSTS = [Value("Embassy Moscow", cables=1200), Value("Embassy Strelsau", cables=3)]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("", Wish("")),
        ("ori", Wish("ori")),
        ("origin:", Wish("origin")),
        ("Origin:Embassy Moscow ", Wish("origin", "Embassy Moscow")),
        ("-tag:PREL", Wish("tag", "PREL", excluded=True)),
        ("in:a:b", Wish("in", "a:b")),
    ],
)
def test_a_line_asks_for_a_field_and_its_value(line: str, read: Wish) -> None:
    assert wish(line) == read


@pytest.mark.parametrize(
    ("line", "name"),
    [("origin", None), ("origin:", "origin"), ("-origin:x", "origin"), ("nonsense:x", None)],
)
def test_a_field_is_chosen_once_a_colon_stands_behind_it(line: str, name: str | None) -> None:
    assert field(line) == name


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        (Wish("origin", "Embassy Moscow"), 'origin:"Embassy Moscow"'),
        (Wish("level", "TOP SECRET"), "level:TOP-SECRET"),
        (Wish("level", ">=secret"), "level:>=secret"),
        (Wish("date", "2009-05..2009-07"), "date:2009-05..2009-07"),
        (Wish("mine", "to-check"), "tag:mine/to-check"),
        (Wish("is", "starred"), "is:starred"),
        (Wish("subject", 'the "Hut"'), 'subject:"the  Hut "'),
    ],
)
def test_what_is_wanted_is_written_as_a_term(wanted: Wish, written: str) -> None:
    assert term(wanted) == written
    parse(written)


def test_all_fields_are_offered_first() -> None:
    offer = fields("", "")
    assert [each.name for each in offer.choices] == [name for name, _ in FIELDS]
    assert offer.at is None
    assert not any(each.done for each in offer.choices)


def test_terms_that_are_asked_for_stand_before_the_fields() -> None:
    offer = fields("", 'raid origin:"Embassy Moscow"')
    assert [each.line for each in offer.choices[:2]] == ["×raid", '×origin:"Embassy Moscow"']
    assert offer.choices[0].done


@pytest.mark.parametrize(
    ("line", "first"),
    [("ori", "origin:"), ("-ori", "-origin:"), ("starred", "is:starred"), ("t", "tag:")],
)
def test_letters_mean_a_field(line: str, first: str) -> None:
    offer = fields(line, "raid")
    assert offer.at == 0
    assert offer.choices[0].line == first


def test_letters_that_mean_no_field_offer_none() -> None:
    assert fields("qq", "raid") == Offer([], None)


def test_a_value_is_offered_with_its_count() -> None:
    offer = values("-origin:mosc", POSTS)
    assert [(each.line, each.name, each.beside) for each in offer.choices] == [
        ("-origin:Embassy Moscow", "Embassy Moscow", "1,200")
    ]
    assert offer.at == 0


def test_a_value_of_the_readers_own_words_is_the_line() -> None:
    assert values("subject:raid", []).at is None
    assert values("origin:qqq", POSTS).at is None


@pytest.mark.parametrize(
    ("line", "turned"),
    [
        pytest.param("origin:-", True, id="for the first of all"),
        pytest.param("origin:mosc-", True, id="no value goes on so"),
        pytest.param("origin:bissau-", True, id="at the end of a value"),
        pytest.param("origin:guinea-", False, id="a letter of a value"),
        pytest.param("-origin:-", False, id="turned already"),
        pytest.param("date:2009-", False, id="a letter of a date"),
        pytest.param("date:-", True, id="for the first year"),
        pytest.param("origin:qqq-", False, id="of no value"),
        pytest.param("-", False, id="before a field"),
        pytest.param("orig-", False, id="within a field"),
        pytest.param("origin:mosc", False, id="no hyphen"),
    ],
)
def test_a_hyphen_turns_a_value_into_what_is_not_wanted(line: str, turned: bool) -> None:  # noqa: FBT001
    assert is_turned(line, [*POSTS, Value("Embassy Guinea-Bissau")]) is turned


def test_a_hyphen_stays_in_words_of_the_readers_own() -> None:
    assert not is_turned("subject:bit-", [])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("mosc", ["origin:Embassy Moscow"]),
        ("-strel", ["-origin:Embassy Strelsau"]),
        ("secret", ["level:SECRET", "tag:PINR"]),
        ("zanzibar", []),
    ],
)
def test_values_of_any_field_are_found_by_themselves(line: str, names: list[str]) -> None:
    known = {
        "origin": POSTS,
        "level": [Value("SECRET", cables=2)],
        "tag": [Value("PINR", "secret matters", 1)],
        "date": [],
    }
    offer = anywhere(line, known.__getitem__)
    assert [(each.name, each.line) for each in offer.choices] == [(name, name) for name in names]
    assert offer.at == (0 if names else None)
