import pytest

from store.cable import Cable, Section, Source
from tui.render.whereabouts import whereabouts

CABLE = Cable(
    "09X1",
    "one\ntwo\nthree\n",
    date="2009-07-22",
    level="CONFIDENTIAL//NOFORN",
    sections=(Section(1, 2, 1), Section(2, 2, 3)),
    source=Source("plain", "a/b.txt", "", 14, "utf-8"),
)


@pytest.mark.parametrize(
    ("offset", "row", "expected"),
    [
        pytest.param(None, None, "line 1 of 4  section 1 of 2  2009", id="top"),
        pytest.param(4, None, "line 2 of 4  section 1 of 2  2009", id="line"),
        pytest.param(8, (5, 250_000), "line 3 of 4  section 2 of 2  row 5 of 250,000", id="row"),
    ],
)
def test_it_says_where_one_is(
    offset: int | None, row: tuple[int, int] | None, expected: str
) -> None:
    said = whereabouts(CABLE, offset, "4", "38%", row)
    assert said.startswith(f"09X1  ¶4/0  38%  {expected}")
    assert said.endswith("2009-07-22  CONF/NF  a/b.txt")


def test_what_is_not_known_is_not_said() -> None:
    assert whereabouts(Cable("09X1", ""), None, None, "all", None) == (
        "09X1  all  line 1 of 1  no date  -"
    )
