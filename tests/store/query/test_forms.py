import pytest

from store.query.forms import forms


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("raid", "raided raiding raids"),
        ("raids", "raid raided raiding"),
        ("policy", "policies"),
        ("policies", "policy"),
        ("arriving", "arrive arrived arrives"),
        ("planned", "plan planning plans"),
        ("plan", "planned planning plans"),
        ("visited", "visit visiting visits"),
        ("taxes", "tax taxed taxing"),
        ("agreed", "agree agreeing agrees"),
        ("meeting", "meet meetings meets"),
        ("tied", "tie ties"),
        ("sanctions", "sanction"),
    ],
)
def test_a_word_has_its_other_forms(word: str, others: str) -> None:
    assert set(others.split()) <= set(forms(word))


@pytest.mark.parametrize("word", ["news", "during", "its", "kipr1", "е", "a", "東京", "café"])
def test_what_is_no_english_word_with_an_ending_has_none(word: str) -> None:
    assert forms(word) == ()


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("string", "str"),
        ("glass", "glas"),
        ("virus", "viru"),
        ("stated", "stat"),
        ("policy", "police"),
        ("raid", "raid"),
    ],
)
def test_another_word_is_no_form(word: str, other: str) -> None:
    assert other not in forms(word)
