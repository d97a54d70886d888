from tui.screens.deeds import Deed, Deeds


def deed(said: str) -> Deed:
    return Deed(said, lambda: None, lambda: None)


def told(found: Deed | None) -> str:
    return found.said if found else ""


def test_the_last_is_taken_back_first_and_made_again_last() -> None:
    deeds = Deeds()
    for said in ("one", "two"):
        deeds.add(deed(said))
    assert [told(deeds.back()) for _ in range(3)] == ["two", "one", ""]
    assert [told(deeds.again()) for _ in range(3)] == ["one", "two", ""]


def test_what_was_undone_is_forgotten_after_something_new() -> None:
    deeds = Deeds()
    deeds.add(deed("one"))
    deeds.back()
    deeds.add(deed("two"))
    assert deeds.again() is None
    assert told(deeds.back()) == "two"
