import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.query import parse, spans
from store.query.find import find
from store.query.spans import MOST, blanked

TEXT = "The Café of\n  Medvedev; CAFE medvedev. Straße, ﬁle"


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        pytest.param("medvedev", ["Medvedev", "medvedev"], id="case"),
        pytest.param("cafe", ["Café", "CAFE"], id="accents"),
        pytest.param("edve", ["edve", "edve"], id="within a word"),
        pytest.param("of medvedev", ["of\n  Medvedev"], id="over a line end"),
        pytest.param(" ; ", [";"], id="punctuation, blanks around it aside"),
        pytest.param(".", ["."], id="letters, not a pattern"),
        pytest.param("straße", ["Straße"], id="folds to two letters"),
        pytest.param("le", ["le"], id="after a letter that folds to two"),
        pytest.param("", [], id="nothing"),
        pytest.param("  ", [], id="blanks"),
        pytest.param("zanzibar", [], id="not there"),
    ],
)
def test_letters_are_found_where_they_stand(sought: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in find(TEXT, sought)] == found


ZURICH = "Zu\u0308rich"


@pytest.mark.parametrize("sought", ["z\xfcrich", "zurich", ZURICH])
def test_accents_that_are_characters_of_their_own_do_not_count_either(sought: str) -> None:
    text = f"From {ZURICH}, Z\xfcrich and Zurich"
    found = [text[start:end] for start, end in find(text, sought)]
    assert found == [ZURICH, "Z\xfcrich", "Zurich"]


def test_a_hit_takes_in_the_accent_of_its_last_letter() -> None:
    assert find("cafe\u0301s", "cafe") == [(0, 5)]


def test_what_is_read_over_does_not_part_a_sentence() -> None:
    text = "the harvest\n\nPAGE 2\n\nfailed"
    start, end = text.index("\n"), text.index("failed")
    assert find(text, "harvest failed") == []
    assert find(text, "harvest failed", [(start, end)]) == [(4, len(text))]
    assert find(text, "page", [(start, end)]) == []


@given(st.text(max_size=60), st.text(max_size=5))
def test_places_ascend_within_the_text(text: str, sought: str) -> None:
    found = find(text, sought)
    edges = [edge for span in found for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in found)


def test_of_very_many_places_the_first_are_found() -> None:
    text = "harvest " * (MOST + 5)
    first = [(8 * number, 8 * number + 7) for number in range(MOST)]
    assert find(text, "harvest") == first
    assert spans(parse("harvest"), text) == first


@pytest.mark.parametrize(
    ("skip", "expected"),
    [
        pytest.param([], "abcdefgh", id="none"),
        pytest.param([(0, 2), (4, 5)], "  cd fgh", id="two"),
        pytest.param([(6, 8)], "abcdef  ", id="at the end"),
    ],
)
def test_what_is_read_over_becomes_blank(skip: list[tuple[int, int]], expected: str) -> None:
    assert blanked("abcdefgh", skip) == expected
