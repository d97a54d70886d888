import pytest

from tui.fault import fault

WORDS = "the words of a cable"


def int_of_words() -> None:
    raise ValueError(WORDS)


def test_a_fault_is_named_by_type_and_place_alone() -> None:
    with pytest.raises(ValueError, match=WORDS) as raised:
        int_of_words()
    said = fault(raised.value)
    assert "ValueError" in said
    assert "test_fault.py:" in said
    assert WORDS not in said


def test_without_a_place_the_type_is_named() -> None:
    assert "KeyError at unknown place" in fault(KeyError(WORDS))
