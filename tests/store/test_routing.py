"""Names of routing indicators, learnt from cables."""

from store.cable import Addressee, Cable, Header
from store.routing import learnt, settled


def cable(*names: tuple[str | None, str]) -> Cable:
    to = tuple(Addressee(routing, name, None, None) for routing, name in names)
    return Cable("09ZENDA1", "", header=Header(to=to))


def test_a_cable_names_its_own_indicators() -> None:
    names = learnt([cable(("RUEHXD", "MOSCOW POLITICAL COLLECTIVE"), (None, "ZENDA"))])
    assert settled(names) == {"RUEHXD": "MOSCOW POLITICAL COLLECTIVE"}


def test_the_name_said_most_often_wins() -> None:
    state, usaid = cable(("RUEHC", "SECSTATE WASHDC")), cable(("RUEHC", "USAID WASHDC"))
    assert settled(learnt([usaid, state, state]))["RUEHC"] == "SECSTATE WASHDC"
    assert settled(learnt([usaid, state]))["RUEHC"] == "SECSTATE WASHDC"
