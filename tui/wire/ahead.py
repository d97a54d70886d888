"""Escape and another key that came in one go, as from one who types ahead of a slow line."""

import re

from textual.keys import _character_to_key as called

from tui import keys

MET = re.compile(r"\x1b(?=[^\x00-\x20\x7f\x1b\[\]\\OPXN^_])")
"""Escape before what no sequence of a terminal goes on with."""


def apart(typed: str) -> list[str]:
    """Split what was typed at each Escape that is a key by itself.

    A terminal sends Alt and a letter as the same: where the table of keys has that one, it is left.
    """
    parts, at = [], 0
    for met in MET.finditer(typed):
        if not _is_alt(typed[met.end()]):
            parts.append(typed[at : met.start()])
            at = met.end()
    return [*parts, typed[at:]]


def _is_alt(letter: str) -> bool:
    """Whether the table has a key that is Alt and this letter."""
    names = {f"alt+{called(letter)}", f"alt+shift+{letter.lower()}"}
    return any(not names.isdisjoint(key.names) for key in keys.KEYS)
