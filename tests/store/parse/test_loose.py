from fnmatch import fnmatchcase

import pytest

from store.parse.loose import likeliest, loose, misspelt

IDS = [
    "09MOSCOW186",
    "09MOSCOW1869",
    "08MOSCOW1869",
    "09MOSUL1869",
    "77STATE17976",
    "09MOSCOW21869",
]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("09MOSCOW1869", ["09MOSCOW1869"], id="all of it"),
        pytest.param("09 moscow 1869", ["09MOSCOW1869"], id="in parts"),
        pytest.param("2009 Moscow 001869", ["09MOSCOW1869"], id="long year, zeros"),
        pytest.param("mosc 1869", ["09MOSCOW1869", "08MOSCOW1869"], id="beginning of a post"),
        pytest.param("mos1869", ["09MOSCOW1869", "09MOSUL1869", "08MOSCOW1869"], id="newest first"),
        pytest.param("moscow 18", ["09MOSCOW186", "09MOSCOW1869", "08MOSCOW1869"], id="digits"),
        pytest.param("moscow 186", ["09MOSCOW186"], id="a whole number before a longer one"),
        pytest.param("1869", ["09MOSCOW1869", "09MOSUL1869", "08MOSCOW1869"], id="number alone"),
        pytest.param("77state", ["77STATE17976"], id="year and post"),
        pytest.param("9MOSCOW1869", ["09MOSCOW1869"], id="year without its nought"),
        pytest.param("paris", [], id="none"),
    ],
)
def test_what_is_remembered_finds_the_likeliest_first(text: str, first: list[str]) -> None:
    wanted = loose(text)
    assert wanted is not None
    found = likeliest(wanted, [each for each in IDS if fnmatchcase(each, wanted.pattern)])
    assert found[: max(len(first), 1)] == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("09MOSOCW1869", ["09MOSCOW1869"], id="post"),
        pytest.param("mosocw 1869", ["09MOSCOW1869"], id="post, no year"),
        pytest.param("77STATE17967", ["77STATE17976"], id="long number"),
        pytest.param("PARIS1", [], id="none"),
        pytest.param("1999", [], id="no post"),
    ],
)
def test_what_is_misspelt_finds_what_is_much_like_it(text: str, first: list[str]) -> None:
    wanted = loose(text)
    assert wanted is not None
    ids = [each for each in IDS for pattern in wanted.patterns if fnmatchcase(each, pattern)]
    assert misspelt(wanted, ids, 3)[:1] == first


@pytest.mark.parametrize("text", ["", "  ", "-", "Москва", "09MOSCOW1869?"])
def test_what_is_no_id_is_not_looked_for(text: str) -> None:
    assert (loose(text) is None) == (text != "09MOSCOW1869?")


@pytest.mark.parametrize("text", ["[", "*", "?", "mosc*", "'"])
def test_a_pattern_has_only_signs_of_its_own(text: str) -> None:
    wanted = loose(text)
    assert wanted is None or set(wanted.pattern) <= set("?*MOSC")
