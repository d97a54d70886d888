"""Levels, portion marks and what does not agree between them."""

import pytest

from store import marking
from store.marking import Level


@pytest.mark.parametrize(
    ("level", "rank"),
    [
        ("UNCLASSIFIED", Level.UNCLASSIFIED),
        ("unclassified", Level.UNCLASSIFIED),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", Level.SENSITIVE),
        ("UNCLASSIFIED EFTO", Level.SENSITIVE),
        ("LIMITED OFFICIAL USE", Level.SENSITIVE),
        ("CONFIDENTIAL", Level.CONFIDENTIAL),
        ("CONFIDENTIAL//NOFORN", Level.CONFIDENTIAL),
        ("SECRET//NOFORN", Level.SECRET),
        ("TOP SECRET", Level.TOP_SECRET),
        ("SECRETARY", None),
        ("", None),
        (None, None),
    ],
)
def test_rank_of_a_level(level: str | None, rank: Level | None) -> None:
    assert marking.rank(level) is rank


@pytest.mark.parametrize(
    ("mark", "level", "rank", "controls"),
    [
        ("(U)", "UNCLASSIFIED", 0, ()),
        ("SBU", "SENSITIVE BUT UNCLASSIFIED", 1, ()),
        ("(SBU/N)", "SENSITIVE BUT UNCLASSIFIED", 1, ("SBU", "NOFORN")),
        ("(SBU//NF)", "SENSITIVE BUT UNCLASSIFIED", 1, ("SBU", "NOFORN")),
        ("(U//FOUO)", "FOR OFFICIAL USE ONLY", 1, ("FOUO",)),
        ("(LOU)", "LIMITED OFFICIAL USE", 1, ()),
        ("( c )", "CONFIDENTIAL", 2, ()),
        ("(C-NF)", "CONFIDENTIAL", 2, ("NOFORN",)),
        ("(S/REL UK, FR)", "SECRET", 3, ("REL UK, FR",)),
        ("(S//NF)", "SECRET", 3, ("NOFORN",)),
        ("(TS)", "TOP SECRET", 4, ()),
        ("(TS/SCI)", "TOP SECRET", 4, ("SCI",)),
        ("(S NF)", "SECRET", 3, ("NOFORN",)),
        ("(SBU NOFORN)", "SENSITIVE BUT UNCLASSIFIED", 1, ("SBU", "NOFORN")),
        ("(EFTO)", "UNCLASSIFIED EFTO", 1, ()),
        ("(LIMITED OFFICIAL USE)", "LIMITED OFFICIAL USE", 1, ()),
    ],
)
def test_portion_mark(mark: str, level: str, rank: int, controls: tuple[str, ...]) -> None:
    assert marking.portion(mark) == (level, rank, controls)


@pytest.mark.parametrize("mark", [None, "", "()", "(A)", "(NOTAL)", "(C/CHARLIE)", "(see para 2)"])
def test_what_is_no_portion_mark(mark: str | None) -> None:
    assert marking.portion(mark) is None


@pytest.mark.parametrize(
    ("level", "captions", "portions", "problems"),
    [
        ("UNCLASSIFIED", (), ("U", "C"), ("portion-above-banner",)),
        ("CONFIDENTIAL", (), ("U", "SBU"), ("banner-above-highest-portion",)),
        ("UNCLASSIFIED", (), (None, None), ()),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", ("SIPDIS",), ("SBU", "U"), ()),
        ("UNCLASSIFIED", ("SENSITIVE",), ("SBU",), ()),
        ("SECRET", (), ("S", None), ("unmarked-portion",)),
        ("SECRET", (), ("S//NF",), ("portion-control-missing-from-banner:NOFORN",)),
        ("SECRET", ("NOFORN",), ("S//NF",), ()),
        ("SECRET//NOFORN", (), ("S//NF",), ()),
        (None, (), ("S",), ()),
    ],
)
def test_check(
    level: str | None,
    captions: tuple[str, ...],
    portions: tuple[str | None, ...],
    problems: tuple[str, ...],
) -> None:
    assert marking.check(level, captions, portions) == problems
