import pytest

from tui.commanding.matching import matching

NAMES = (
    ("search", "Find cables"),
    ("show", "Read a cable"),
    ("cable.outline", "Headings and paragraphs"),
    ("paragraph.next", "To the next paragraph"),
    ("history.back", "Cable read before"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("", [name for name, _ in NAMES], id="nothing: all as they are"),
        pytest.param("s", ["search", "show"], id="names that begin so"),
        pytest.param("SHOW", ["show"], id="in any case"),
        pytest.param("outl", ["cable.outline"], id="a part of a name"),
        pytest.param("utli", ["cable.outline"], id="within a name"),
        pytest.param("para", ["paragraph.next", "cable.outline"], id="a name before its words"),
        pytest.param("next para", ["paragraph.next"], id="several words"),
        pytest.param("read bef", ["history.back"], id="words of what is said of it"),
        pytest.param("shw", ["show"], id="letters in order"),
        pytest.param("zq", [], id="none"),
    ],
)
def test_the_likeliest_goes_first(typed: str, found: list[str]) -> None:
    assert [name for name, _ in matching(typed, NAMES, lambda each: each)] == found


def test_a_name_that_is_just_that_goes_before_those_that_begin_so() -> None:
    names = (("searches", ""), ("search", ""))
    assert matching("search", names, lambda each: each)[0] == ("search", "")
