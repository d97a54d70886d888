"""Film numbers of the National Archives."""

import pytest

from store.film import Film, film


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("D740169-1020", Film("D-Reel", 1974, 169, 1020)),
        ("P750066-0259", Film("P-Reel", 1975, 66, 259)),
        ("d770001-0001", Film("D-Reel", 1977, 1, 1)),
        ("n/a", None),
        ("D74-1020", None),
    ],
)
def test_film(number: str, read: Film | None) -> None:
    assert film(number) == read
