"""Where the program itself fails, whatever stands in a cable: no words of it, a sound terminal."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.hostile.commands import Home
from tests.hostile.falls import FALLS, wrong
from tests.hostile.faulty import BY_ITSELF, BY_KEY

SOME = [
    *(("handler", "reader"), ("drawn", "list"), ("forgotten", "list"), ("seen", "list")),
    *(("thread", "list"), ("compose", "keys"), ("begin", "")),
]


@pytest.fixture(scope="module")
def falls(home: Home) -> dict[tuple[str, str], list[str]]:
    with ThreadPoolExecutor(4) as pool:
        return dict(zip(SOME, pool.map(lambda where: list(wrong(home, *where)), SOME), strict=True))


@pytest.mark.parametrize("where", SOME, ids="-".join)
def test_a_fault_says_its_place_alone_and_restores_the_terminal(
    falls: dict[tuple[str, str], list[str]], where: tuple[str, str]
) -> None:
    assert falls[where] == []


def test_the_full_run_fails_at_every_place() -> None:
    assert {place for place, _ in FALLS} == BY_KEY.keys() | BY_ITSELF.keys()
