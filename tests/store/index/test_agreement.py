"""What the index finds is what the reader sees marked, and nothing else."""

from random import Random

import pytest

from store.cable import Cable
from store.index import Index, Mark
from store.index.entry import entry
from store.query import parse, spans

SOME = (
    *("raid", "raids", "raided", "radar", "trial", "trials", "a", "b", "c", "of", "the"),
    *("release", "group", "Élan", "élan", "12", "12th"),
)
RANDOM = Random(1869)  # noqa: S311 - the same texts each time
TEXTS = [
    RANDOM.choice((" ", ", ", "-", "\n")).join(RANDOM.choices(SOME, k=RANDOM.randint(1, 12)))
    for _ in range(500)
]


@pytest.fixture(scope="module")
def index() -> Index:
    made = Index(None)
    cables = (Cable(f"x{n}", text) for n, text in enumerate(TEXTS))
    made.update(Mark("texts", 1, len(TEXTS)), list(enumerate(map(entry, cables))))
    return made


@pytest.mark.parametrize(
    "line",
    [
        *("raid", '"raid"', "raids", "trial", "elan", "12", "ra*", "r*", "rai*", "raid*", "1*"),
        *('"release group"', '"of the"', "raid-trial", "a-rai*", '"a b c"', '"the the"'),
        *('"a b"~0', '"a b"~1', '"a b"~2', '"b a"~4', '"release group"~3', '"raid the"~6'),
        *("raid or trial", '"a b" or "c a"', "(raid or elan) or gr*"),
    ],
)
def test_a_text_is_found_when_something_in_it_is_marked(index: Index, line: str) -> None:
    query = parse(line)
    marked = {n for n, text in enumerate(TEXTS) if spans(query, text)}
    _, found = index.search(query, 0, len(TEXTS))
    assert set(found) == marked
    assert 0 < len(marked) < len(TEXTS)
