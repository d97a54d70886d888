import pytest
from textual.keys import Keys, _character_to_key

from tui import keys
from tui.config.keymap import NAMED, keymap, name


@pytest.mark.parametrize("sign", [chr(code) for code in range(33, 127)] + ["é", "ж", "¶", "中"])
def test_a_sign_is_called_as_textual_calls_it(sign: str) -> None:
    assert name(sign) == _character_to_key(sign)


@pytest.mark.parametrize("key", sorted(NAMED - {"space"}))
def test_a_key_without_a_letter_is_one_of_textuals(key: str) -> None:
    assert key in {each.value for each in Keys}


@pytest.mark.parametrize("each", keys.KEYS, ids=lambda key: key.id)
def test_every_key_of_the_table_could_be_asked_for(each: keys.Key) -> None:
    assert [name(key) for key in each.keys.split(",")] == each.keys.split(",")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("ctrl+n", "ctrl+n"),
        ("alt+/", "alt+slash"),
        ("+", "plus"),
        ("ctrl++", "ctrl+plus"),
        ("slash", "slash"),
        ("shift+f3", "shift+f3"),
        ("f13", None),
        ("xx", None),
        ("", None),
        (" ", None),
        ("\x1b", None),
        ("ctrl+", None),
        ("meta+x", None),
    ],
)
def test_keys_are_named_in_several_ways_or_refused(asked: str, found: str | None) -> None:
    assert name(asked) == found


def test_letters_are_replaced_and_the_rest_of_the_keys_stays() -> None:
    found, wrong = keymap({"move.down": ["n", "ctrl+n"], "result.next": "X", "hit.next": "X"})
    assert wrong == []
    assert dict(found) == {"move.down": "n,ctrl+n,down", "result.next": "X", "hit.next": "X"}


def test_two_keys_can_be_exchanged() -> None:
    found, wrong = keymap({"move.down": "k", "move.up": "j"})
    assert wrong == []
    assert dict(found) == {"move.down": "k,down", "move.up": "j,up"}


def test_of_keys_that_clash_the_old_ones_stay() -> None:
    found, wrong = keymap({"move.down": "G", "move.up": "j", "move.end": "Z"})
    assert dict(found) == {"move.down": "G,down", "move.up": "j,up", "move.end": "Z,end"}
    found, wrong = keymap({"move.down": "G", "move.up": "j"})
    assert found == ()
    assert [id for id, _ in wrong] == ["move.down", "move.up"]  # noqa: A001


def test_the_table_with_a_users_keys_still_has_no_clash() -> None:
    found, _ = keymap({"cable.next": "Z", "list.quit": "X", "app.quit": "ctrl+q"})
    chosen = dict(found)
    for screen in {screen for key in keys.KEYS for screen in key.screens}:
        used = [each for key in keys.of(screen) for each in chosen.get(key.id, key.keys).split(",")]
        assert len(used) == len(set(used))
