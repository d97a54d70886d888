import pytest

from store.errors import MarksDamaged
from store.library import Library
from tui.screens.stars import Stars

ONE, TWO = "09MOSCOW1869", "05STRELSAU1"


def test_what_the_marks_say_is_known_once_it_is_loaded(library: Library) -> None:
    library.marks.star([ONE])
    stars = Stars(library)
    assert not stars.has(ONE)
    stars.load()
    assert (stars.has(ONE), stars.has(TWO)) == (True, False)


@pytest.mark.parametrize("before", [True, False], ids=["starred", "not-starred"])
def test_a_star_is_turned_at_once_and_kept_later(library: Library, before: bool) -> None:  # noqa: FBT001
    library.marks.star([ONE], off=not before)
    stars = Stars(library)
    stars.load()
    assert stars.turn([ONE]) == (not before, [ONE])
    assert stars.has(ONE) is not before
    assert bool(library.marks.of(ONE).starred) is before
    stars.keep()
    assert bool(library.marks.of(ONE).starred) is not before


def test_what_is_turned_while_the_marks_load_is_not_lost(library: Library) -> None:
    library.marks.star([TWO])
    stars = Stars(library)
    stars.turn([ONE])
    stars.load()
    assert stars.has(ONE)
    assert stars.has(TWO)


def test_a_star_that_cannot_be_kept_is_as_before(library: Library) -> None:
    stars = Stars(library)
    stars.turn([ONE])
    library.marks.path.write_text("no marks")
    with pytest.raises(MarksDamaged):
        stars.keep()
    assert not stars.has(ONE)


@pytest.mark.parametrize(
    ("before", "starred", "changed"),
    [((), True, [ONE, TWO]), ((TWO,), True, [ONE]), ((ONE, TWO), False, [ONE, TWO])],
    ids=["none", "one", "all"],
)
def test_several_are_starred_unless_all_are(
    library: Library,
    before: tuple[str, ...],
    starred: bool,  # noqa: FBT001
    changed: list[str],
) -> None:
    stars = Stars(library)
    stars.turn(before)
    assert stars.turn([ONE, TWO]) == (starred, changed)
    stars.keep()
    assert [bool(library.marks.of(name).starred) for name in (ONE, TWO)] == [starred] * 2
