import pytest

from store.errors import QueryInvalid
from store.query import Between, Query, Words, parse


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        pytest.param("date:2009", 20090101, 20091231, id="year"),
        pytest.param("date:2009-05", 20090501, 20090531, id="month"),
        pytest.param("date:2009-5", 20090501, 20090531, id="month of one digit"),
        pytest.param("date:2009/05/07", 20090507, 20090507, id="day"),
        pytest.param('date:"2009"', 20090101, 20091231, id="quoted"),
        pytest.param("date:2009-05..2009-07", 20090501, 20090731, id="range"),
        pytest.param("date:2009-05..2010", 20090501, 20101231, id="range of unlike dates"),
        pytest.param("date:2009..", 20090101, None, id="open at the end"),
        pytest.param("date:..2009", None, 20091231, id="open at the start"),
        pytest.param("date:2008-02-29", 20080229, 20080229, id="leap day"),
        pytest.param("year:2009", 20090101, 20091231, id="as a year"),
    ],
)
def test_a_date_is_all_its_days(line: str, first: int | None, last: int | None) -> None:
    assert parse(line) == Between("date", first, last)


@pytest.mark.parametrize(
    ("line", "inside", "outside"),
    [
        ("after:2009", 20100101, 20091231),
        ("after:2009-07", 20090801, 20090731),
        ("after:2009-07-22", 20090723, 20090722),
        ("before:2009", 20081231, 20090101),
        ("before:2009-07", 20090630, 20090701),
        ("date:>=2009-07", 20090701, 20090630),
        ("date:>2009-07", 20090801, 20090731),
        ("date:<=2009-07", 20090731, 20090801),
        ("date:<2009-07", 20090630, 20090701),
    ],
)
def test_after_and_before_leave_the_date_itself_out(line: str, inside: int, outside: int) -> None:
    found = parse(line)
    assert isinstance(found, Between)
    first, last = found.first or 0, found.last or 99999999
    assert first <= inside <= last
    assert not first <= outside <= last


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        pytest.param("raid date:2009-13", 11, "no date 2009-13", id="month"),
        pytest.param("date:2009-02-30", 6, "no date", id="day"),
        pytest.param("date:2009-00", 6, "no date", id="month nought"),
        pytest.param("date:2009-01-00", 6, "no date", id="day nought"),
        pytest.param("date:0000", 6, "no date", id="year nought"),
        pytest.param("date:july", 6, "no date", id="word"),
        pytest.param("date:", 6, "missing", id="none"),
        pytest.param('after:""', 8, "missing", id="empty"),
        pytest.param("date:2009..2009-13", 12, "no date", id="end of a range"),
        pytest.param("date:2009..2008", 12, "before it begins", id="backwards"),
        pytest.param("date:..", 6, "no range", id="range of nothing"),
        pytest.param("after:2008..2009", 7, "no range", id="after a range"),
        pytest.param("level:sekret", 7, "no level sekret", id="level"),
        pytest.param("level:", 7, "no value", id="level missing"),
        pytest.param("level:>=restricted", 9, "no level", id="level compared"),
        pytest.param("raid orgin:moscow", 6, "nearest is origin", id="unknown field"),
        pytest.param("txt:raid", 1, "nearest is body", id="field near another name"),
        pytest.param("raid tag:", 10, "no value", id="no value"),
        pytest.param("raid tag: pgov", 10, "no value", id="blank behind the field"),
        pytest.param('tag:""', 5, "no value", id="empty value"),
        pytest.param("tag:(a or b)", 5, "no value", id="brackets behind a field"),
        pytest.param("subject:>raid", 9, "compared", id="no order"),
        pytest.param("a*b", 2, r"\*", id="star within a word"),
        pytest.param("raid *", 6, r"\*", id="star alone"),
        pytest.param("tag:*", 5, r"\*", id="star behind a field"),
        pytest.param("bit-t*", 1, "begin", id="too few letters in a phrase"),
        pytest.param('"a b"~', 7, "how near", id="near without a number"),
        pytest.param('"a b"~101', 7, "how near", id="not near"),
        pytest.param('"a b c d e f g h i"~5', 1, "More than 8 words", id="many near"),
        pytest.param('"a b"~x', 7, "how near", id="near a word"),
    ],
)
def test_a_term_that_cannot_be_read_is_named_with_its_column(
    line: str, column: int, said: str
) -> None:
    with pytest.raises(QueryInvalid, match=said) as caught:
        parse(line)
    assert caught.value.column == column
    assert caught.value.expected


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("level:secret", Between("level", 3, 3)),
        ("level:S", Between("level", 3, 3)),
        ("level:top-secret", Between("level", 4, 4)),
        ("level:topsecret", Between("level", 4, 4)),
        ("level:sbu", Between("level", 1, 1)),
        ("level:fouo", Between("level", 1, 1)),
        ("level:sensitive", Between("level", 1, 1)),
        ("level:unclassified", Between("level", 0, 0)),
        ("level:>=secret", Between("level", 3, None)),
        ("level:>confidential", Between("level", 3, None)),
        ("level:<secret", Between("level", None, 2)),
        ("level:<=sbu", Between("level", None, 1)),
        ('level:>="top secret"', Between("level", 4, None)),
        ("level:secret//noforn", Words("level", ("secret", "noforn"))),
        ('level:"secret"', Words("level", ("secret",))),
        ('level:"SECRET//NOFORN"', Words("level", ("secret", "noforn"))),
    ],
)
def test_a_level_is_a_rank_or_in_quotes_as_it_stands(line: str, query: Query) -> None:
    assert repr(parse(line)) == repr(query)
