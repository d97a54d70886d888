from collections import Counter

import pytest
from textual.dom import DOMNode

from store.library import Library
from tui import keys
from tui.app import PARTS as PARTS_OF_ALL
from tui.app import ReftelApp
from tui.screens.detail import DetailScreen
from tui.screens.help import HelpScreen
from tui.screens.home import HomeScreen
from tui.screens.importing import ImportScreen
from tui.screens.jobs import JobsScreen
from tui.screens.list import ListScreen
from tui.screens.outline import OutlineScreen
from tui.screens.page import PageScreen
from tui.screens.searches import SearchesScreen
from tui.screens.tree import TreeScreen
from tui.screens.versions import VersionsScreen
from tui.widgets.facet_pane import FacetPane
from tui.widgets.prompt import Prompt
from tui.widgets.query_line import QueryLine

SCREENS: dict[str, type[DOMNode]] = {
    "list": ListScreen,
    "detail": DetailScreen,
    "help": HelpScreen,
    "query": QueryLine,
    "prompt": Prompt,
    "facets": FacetPane,
    "outline": OutlineScreen,
    "tree": TreeScreen,
    "versions": VersionsScreen,
    "home": HomeScreen,
    "import": ImportScreen,
    "jobs": JobsScreen,
    "searches": SearchesScreen,
    "page": PageScreen,
}
MENUS = {"order": "list", "view": "detail", "copy": "list", "waymark": "list", "naming": "list"}
"""What has the keys until a letter is pressed, and a screen it opens on."""

PARTS = sorted({*SCREENS, *MENUS})

MODIFIED_ONLY = {"half.down", "half.up", "query.rub.word", "query.clear", "query.recall"} | {
    key.id for key in keys.KEYS if key.id.startswith("app.")
}


def test_every_id_names_one_row() -> None:
    assert [name for name, count in Counter(key.id for key in keys.KEYS).items() if count > 1] == []


@pytest.mark.parametrize("screen", PARTS)
def test_no_key_means_two_things_on_a_screen(screen: str) -> None:
    used = Counter(name for key in keys.of(screen) for name in key.keys.split(","))
    assert [name for name, count in used.items() if count > 1] == []


async def test_every_action_exists_where_its_key_works(library: Library) -> None:
    app = ReftelApp(library)
    async with app.run_test():
        screens = {screen.TABLE: screen for screen in app.rooms.all()}
        for key in keys.KEYS:
            target, _, action = key.action.partition("(")[0].rpartition(".")
            if target in PARTS_OF_ALL:
                assert hasattr(getattr(app, target), f"action_{action}"), key.id
                continue
            for name in key.screens if key.action else ():
                screen = screens[MENUS.get(name, name if name in screens else "list")]
                namespaces = {"": SCREENS.get(name), "app": app, "screen": screen}
                assert hasattr({**namespaces, **screen.parts}[target], f"action_{action}"), key.id


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_binds_its_part_of_the_table_and_nothing_else(screen: str) -> None:
    bound = SCREENS[screen]._merged_bindings
    assert bound is not None
    expected = {
        name: [(key.id, key.action.format(name))] for key in keys.of(screen) for name in key.names
    }
    found = {
        name: [(each.id, each.action) for each in bindings]
        for name, bindings in bound.key_to_bindings.items()
    }
    assert found == expected


@pytest.mark.parametrize("key", keys.KEYS, ids=lambda key: key.id)
def test_what_one_needs_is_never_only_on_ctrl(key: keys.Key) -> None:
    plain = [name for name in key.keys.split(",") if "ctrl+" not in name]
    assert plain or key.id in MODIFIED_ONLY


@pytest.mark.parametrize("screen", PARTS)
@pytest.mark.parametrize("width", range(0, 130, 7))
def test_the_footer_holds_whole_entries_that_fit(screen: str, width: int) -> None:
    pairs = keys.footer(screen, width)
    taken = (" " * keys.GAP).join(f"{key} {does}" for key, does in pairs)
    assert len(taken) <= width or not pairs
    known = {(keys.shown(key.keys.split(",")[0]), key.description) for key in keys.of(screen)}
    assert set(pairs) <= known


@pytest.mark.parametrize("screen", ["list", "detail", "query", "prompt"])
def test_the_way_to_the_keys_stays_in_the_footer_longest(screen: str) -> None:
    assert keys.footer(screen, 8) in ([("?", "keys")], [("F1", "keys")])


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("j", "j"),
        ("ctrl+d", "Ctrl-d"),
        ("pagedown", "PgDn"),
        ("slash", "/"),
        ("f1", "F1"),
        ("insert", "Ins"),
        ("left", "←"),
    ],
)
def test_keys_are_written_as_people_do(key: str, written: str) -> None:
    assert keys.shown(key) == written
