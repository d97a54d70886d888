from collections.abc import Sequence

import pytest

from tui.commanding.completing import complete
from tui.commanding.filtering import Value
from tui.commanding.words import WORDS

BY_NAME = {word.name: word for word in WORDS}


class Kept:
    """What a library would say."""

    def cables(self, text: str) -> Sequence[tuple[str, str]]:
        return [("09MOSCOW1869", "PIRACY")] if "1869" in text else []

    def tags(self) -> Sequence[Value]:
        return [Value("harvest", cables=3), Value("to-check", cables=1)]

    def values(self, field: str) -> Sequence[Value]:
        return [Value("Embassy Moscow", cables=1200), Value("Embassy Rome", cables=2)]

    def paths(self, begun: str) -> Sequence[str]:
        return [each for each in ("~/cables/", "~/cables.csv") if each.startswith(begun)]

    def kept(self) -> Sequence[str]:
        return ["bad harvests", "moscow"]

    def searches(self) -> Sequence[str]:
        return ["piracy", "tag:prel"]


@pytest.mark.parametrize(
    ("word", "given", "lines"),
    [
        pytest.param("show", "mosc 1869", ["show 09MOSCOW1869"], id="an id"),
        pytest.param("show", "", [], id="no id yet"),
        pytest.param("compare", "1869", ["compare 09MOSCOW1869"], id="an id to compare"),
        pytest.param("sort", "ol", ["sort oldest"], id="an order"),
        pytest.param("facets", "y", ["facets year"], id="a field to count by"),
        pytest.param("tag", "+har", ["tag +harvest"], id="a tag to put on"),
        pytest.param("tag", "+x -to", ["tag +x -to-check"], id="a tag to take away, the last word"),
        pytest.param("tag", "har", ["tag +harvest"], id="a tag without a sign"),
        pytest.param("search", "", ["search piracy", "search tag:prel"], id="earlier searches"),
        pytest.param("search", "piracy orig", ["search piracy origin:"], id="a field"),
        pytest.param(
            "search", "a origin:mos", ['search a origin:"Embassy Moscow"'], id="a value of a field"
        ),
        pytest.param(
            "search", '-origin:"Embassy R', ['search -origin:"Embassy Rome"'], id="in quotes"
        ),
        pytest.param("search", "piracy ", [], id="nothing typed of the next term"),
        pytest.param("search", "zzz", [], id="no field begins so"),
        pytest.param("set", "order", ["set order newest", "set order oldest"], id="a setting"),
        pytest.param("searches", "mos", ["searches moscow"], id="a saved search"),
        pytest.param("import", "~/ca", ["import ~/cables/", "import ~/cables.csv"], id="a path"),
        pytest.param("quit", "x", [], id="a word that takes nothing"),
    ],
)
def test_what_stands_behind_a_word_is_completed(word: str, given: str, lines: list[str]) -> None:
    assert [each.line for each in complete(BY_NAME[word], given, Kept())] == lines


def test_a_folder_goes_on_and_a_file_is_done() -> None:
    folder, file = complete(BY_NAME["import"], "~/", Kept())
    assert (folder.done, file.done) == (False, True)


def test_a_field_goes_on_and_a_value_is_done() -> None:
    assert not complete(BY_NAME["search"], "orig", Kept())[0].done
    value = complete(BY_NAME["search"], "origin:mos", Kept())[0]
    assert (value.done, value.beside) == (True, "1,200")
