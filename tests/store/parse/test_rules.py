"""Rules, and what is none."""

import pytest

from store.parse.rules import is_rule


@pytest.mark.parametrize("line", ["----------", "=====", "- - - -", "___", "***", "———"])
def test_rule(line: str) -> None:
    assert is_rule(line)


@pytest.mark.parametrize("line", ["", "--", "-----------270429Z 060566 /61", "-- a bullet"])
def test_no_rule(line: str) -> None:
    assert not is_rule(line)
