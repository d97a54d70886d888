from tui.screens.history import History, Visit

ONE, TWO, THREE = (Visit(name, 1, "") for name in ("09A1", "09A2", "09A3"))


def walked(*visits: Visit) -> History:
    history = History()
    for visit in visits:
        history.visit(visit)
    return history


def test_one_goes_back_and_forward_again() -> None:
    history = walked(ONE, TWO, THREE)
    assert history.peek(-1) == TWO
    history.go(-1)
    assert history.peek(-1) == ONE
    assert history.peek(1) == THREE


def test_beyond_the_ends_is_nothing() -> None:
    assert walked().peek(-1) is None
    assert walked(ONE).peek(-1) is None
    assert walked(ONE).peek(1) is None


def test_going_on_elsewhere_forgets_what_lay_ahead() -> None:
    history = walked(ONE, TWO)
    history.go(-1)
    history.visit(THREE)
    assert history.peek(1) is None
    assert history.peek(-1) == ONE


def test_the_same_again_is_one_visit() -> None:
    assert walked(ONE, ONE).peek(-1) is None
