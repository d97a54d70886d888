import pytest

from store.codes import Code
from tui.render.hints import LETTERS, labelled, labels
from tui.render.line import words


@pytest.mark.parametrize(("count", "size"), [(0, 1), (1, 1), (26, 1), (27, 2), (600, 2)])
def test_there_are_as_many_labels_as_wanted_all_unlike_and_none_begins_another(
    count: int, size: int
) -> None:
    given = labels(count)
    assert len(set(given)) == count
    assert all(len(label) == size and set(label) <= set(LETTERS) for label in given)


def test_letters_stand_over_the_beginning_of_a_code() -> None:
    line = words("A. ").plain + "09MOSCOW1439"
    shown = words(line)._replace(spots=words(line, code=Code("cable", "x")).spots)
    drawn = labelled(shown, shown.spots[0]._replace(start=3), "fj")
    assert drawn.plain == "A. fjMOSCOW1439"
    assert (drawn.strokes[-1].start, drawn.strokes[-1].end) == (3, 5)
