"""Names of routing indicators, learnt from cables."""

from pathlib import Path

from store.cable import Addressee, Cable, Header, Received
from store.library import Library
from store.parse import parse
from store.routing import learnt, named, settled


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


def test_a_library_names_what_its_cables_address(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library", create=True) as library:
        for number, name in enumerate(("ZENDA COLLECTIVE", "ZENDA", "ZENDA COLLECTIVE"), 1):
            text = f"R 22033{number}Z JUL 09\nTO RUEHXX/{name}\nUNCLAS ZENDA 00{number}"
            received = Received("plain", text.encode(), text, "utf-8", None, 0)
            library.add([(parse(received), received, "a")])
        assert named(library, "RUEHXX") == "ZENDA COLLECTIVE"
        assert named(library, "RUEHYY") is None
