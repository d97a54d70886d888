"""The sets of keys: none takes anything away, none gives a key two meanings."""

from collections import Counter

import pytest

from tui import keys
from tui.config.keymap import NAMED, name
from tui.keys import langmaps, presets

ROOMS = sorted({screen for key in keys.KEYS for screen in key.screens})
TWINS = {"query.rub.word", "query.clear", "query.recall", "count"}
"""What another key does as well."""


def test_the_names_of_the_sets_are_the_sets() -> None:
    assert set(presets.BY_NAME) | {keys.USUAL} == set(keys.PRESETS)
    assert set(langmaps.BY_NAME) == set(keys.LANGMAPS)


@pytest.mark.parametrize("preset", presets.BY_NAME)
def test_a_set_speaks_of_keys_there_are(preset: str) -> None:
    assert set(presets.BY_NAME[preset]) <= {key.id for key in keys.KEYS}
    assert [each for key in keys.table(preset) for each in key.names if name(each) != each] == []


@pytest.mark.parametrize("preset", keys.PRESETS)
@pytest.mark.parametrize("room", ROOMS)
def test_no_key_means_two_things_in_a_set(preset: str, room: str) -> None:
    used = Counter(each for key in keys.table(preset) if room in key.screens for each in key.names)
    assert [each for each, count in used.items() if count > 1] == []


@pytest.mark.parametrize("preset", keys.PRESETS)
def test_a_set_keeps_what_needs_no_letter(preset: str) -> None:
    there = {each.id: each.names for each in keys.table(preset)}
    named = {key.id: {each for each in key.names if each in NAMED} for key in keys.KEYS}
    assert [id for id in named if not named[id] <= {*there[id]}] == []  # noqa: A001


@pytest.mark.parametrize("preset", keys.PRESETS)
def test_nothing_needs_ctrl_in_any_set(preset: str) -> None:
    plain = {key.id for key in keys.KEYS if any("ctrl+" not in each for each in key.names)}
    kept = {
        key.id
        for key in keys.table(preset)
        if any("ctrl+" not in each and "alt+" not in each for each in key.names)
    }
    assert plain - kept == set()


def needs_no_letter(each: str) -> bool:
    return each.rpartition("+")[2] in NAMED


def test_arrows_and_named_keys_reach_everything() -> None:
    table = {key.id: key for key in keys.table("arrows")}
    command = table["command.open"]
    assert any(map(needs_no_letter, command.names))
    menus = {"order", "view", "copy", "naming", "waymark"}
    by_word = {*command.screens, *menus}
    left = [
        key.id
        for key in table.values()
        if not any(map(needs_no_letter, key.names)) and not by_word & {*key.screens}
    ]
    assert set(left) <= TWINS


@pytest.mark.parametrize("preset", keys.PRESETS)
def test_no_key_is_one_that_terminals_keep_or_mean_otherwise(preset: str) -> None:
    pressed = {each for key in keys.table(preset) for each in key.names}
    assert not pressed & {"shift+f3", "alt+f3", "shift+insert", "alt+f4", "ctrl+q"}


@pytest.mark.parametrize("langmap", keys.LANGMAPS)
def test_an_alphabet_has_a_letter_for_each_latin_one(langmap: str) -> None:
    missing = {"el": "w", "he": "qw"}
    reached = set(langmaps.BY_NAME[langmap].values())
    assert set("abcdefghijklmnopqrstuvwxyz") - reached <= set(missing.get(langmap, ""))
    if langmap in ("ru", "uk"):
        assert set("ABCDEFGHIJKLMNOPQRSTUVWXYZ") <= reached


@pytest.mark.parametrize("langmap", keys.LANGMAPS)
def test_an_alphabet_gives_keys_there_are_and_no_letter_two(langmap: str) -> None:
    given = langmaps.BY_NAME[langmap]
    assert [each for each in given.values() if name(each) != each] == []
    assert [each for each, count in Counter(given.values()).items() if count > 1] == []
    assert not any(each.isascii() and len(each) == 1 for each in given)


@pytest.mark.parametrize(
    ("langmap", "key", "found"),
    [
        ("ru", "о", "j"),
        ("ru", "О", "J"),
        ("ru", "ctrl+в", "ctrl+d"),
        ("uk", "і", "s"),
        ("el", "ξ", "j"),
        ("he", "ח", "j"),
        ("ru", "j", "j"),
        ("ru", "pagedown", "pagedown"),
        ("", "о", "о"),
    ],
)
def test_a_letter_stands_for_the_one_on_its_key(langmap: str, key: str, found: str) -> None:
    keys.use((), langmap=langmap)
    try:
        assert keys.latin(key) == found
    finally:
        keys.use(())


@pytest.mark.parametrize(
    ("preset", "id", "said"),
    [
        ("vi", "view.header", "zh"),
        ("vi", "order.newest", ",n"),
        ("vi", "reference.next", "Tab"),
        ("arrows", "view.header", "Shift-F9 h"),
        ("arrows", "find.open", "F3"),
        ("emacs", "find.open", "Ctrl-s"),
        ("emacs", "move.top", "Alt-<"),
        ("qwertz", "find.open", "#"),
    ],
)
def test_what_is_pressed_is_said_in_ones_own_keys(preset: str, id: str, said: str) -> None:  # noqa: A002
    keys.use((), preset)
    try:
        assert keys.pressed(id) == said
    finally:
        keys.use(())


@pytest.mark.parametrize("preset", keys.PRESETS)
@pytest.mark.parametrize("room", ROOMS)
def test_a_key_that_moves_does_so_in_every_room_that_has_rows(preset: str, room: str) -> None:
    there = {each.id: each for each in keys.table(preset) if room in each.screens}
    if "move.down" in there:
        pages = [each for id, each in there.items() if id.startswith("page.")]  # noqa: A001
        down = {name for each in pages if each.id != "page.up" for name in each.names}
        assert {"emacs": "ctrl+v"}.get(preset, "pagedown") in down
