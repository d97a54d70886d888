from store.index.calendar import MONTHS, by_time


def test_months_between_are_there_without_a_cable() -> None:
    assert by_time({200911: 2, 201002: 1}) == [
        *(("2009-11", 2), ("2009-12", 0), ("2010-01", 0), ("2010-02", 1))
    ]


def test_many_months_are_counted_as_years() -> None:
    assert by_time({196605: 1, 196612: 2, 196901: 4, 197012: 8}) == [
        *(("1966", 3), ("1967", 0), ("1968", 0), ("1969", 4), ("1970", 8))
    ]


def test_the_longest_span_of_months_is_three_years() -> None:
    assert len(by_time({200701: 1, 200912: 1})) == MONTHS
    assert by_time({200701: 1, 201001: 1})[0] == ("2007", 1)


def test_nothing_is_no_time() -> None:
    assert by_time({}) == []
