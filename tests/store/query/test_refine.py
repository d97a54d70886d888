import pytest

from store.query.refine import excluded, narrowed, term, terms, vain, without


@pytest.mark.parametrize(
    ("field", "value", "written"),
    [
        ("tag", "PGOV", "tag:PGOV"),
        ("origin", "Embassy Moscow", 'origin:"Embassy Moscow"'),
        ("level", "SECRET", "level:SECRET"),
        ("level", "TOP SECRET", "level:TOP-SECRET"),
        ("level", "SECRET//NOFORN", 'level:"SECRET//NOFORN"'),
        ("origin", 'the "Hut"', 'origin:"the  Hut "'),
        ("date", "2009", "date:2009"),
    ],
)
def test_a_value_is_quoted_where_it_is_no_word(field: str, value: str, written: str) -> None:
    assert term(field, value) == written


@pytest.mark.parametrize(
    ("line", "kept", "left_out"),
    [
        pytest.param("", "tag:PREL", "-tag:PREL", id="empty"),
        pytest.param("raid", "raid tag:PREL", "raid -tag:PREL", id="word"),
        pytest.param("raid tag:PREL", "raid tag:PREL", "raid -tag:PREL", id="asked already"),
        pytest.param("-tag:PREL raid", "raid tag:PREL", "-tag:PREL raid", id="left out already"),
        pytest.param("a or b", "(a or b) tag:PREL", "(a or b) -tag:PREL", id="alternatives"),
        pytest.param("(a or b) c", "(a or b) c tag:PREL", "(a or b) c -tag:PREL", id="in brackets"),
        pytest.param(
            '"a or b"', '"a or b" tag:PREL', '"a or b" -tag:PREL', id="a phrase, no alternatives"
        ),
        pytest.param("tag:PRELX", "tag:PRELX tag:PREL", "tag:PRELX -tag:PREL", id="another value"),
    ],
)
def test_a_line_is_narrowed_and_rid(line: str, kept: str, left_out: str) -> None:
    assert narrowed(line, "tag:PREL") == kept
    assert excluded(line, "tag:PREL") == left_out


@pytest.mark.parametrize(
    ("line", "parted"),
    [
        pytest.param("", [], id="empty"),
        pytest.param("  raid  tag:PREL ", ["raid", "tag:PREL"], id="blanks"),
        pytest.param('origin:"Embassy Moscow" -x', ['origin:"Embassy Moscow"', "-x"], id="quotes"),
        pytest.param('"release group"~5 a', ['"release group"~5', "a"], id="near"),
        pytest.param("(a or b) c -(d e)", ["(a or b)", "c", "-(d e)"], id="brackets"),
        pytest.param("a or b c", ["a or b c"], id="alternatives are one"),
        pytest.param('"a b', ['"a b'], id="an open quotation"),
        pytest.param("(a b", ["(a b"], id="an open bracket"),
    ],
)
def test_a_line_is_parted_into_terms(line: str, parted: list[str]) -> None:
    assert terms(line) == parted


@pytest.mark.parametrize(
    ("line", "term", "left"),
    [
        ("raid tag:PREL", "tag:PREL", "raid"),
        ("raid tag:PREL", "raid", "tag:PREL"),
        ("a b a", "a", "a b"),
        ("raid", "other", "raid"),
        ("raid", "raid", ""),
    ],
)
def test_a_term_is_taken_out_of_a_line(line: str, term: str, left: str) -> None:
    assert without(line, term) == left


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("raid origin:moscw", ["origin:moscw"]),
        ('raid "no such" -nowhere trial', ['"no such"']),
        ("raid & trial", []),
        ("nowhere", []),
        ("raid (nowhere or nothing)", ["(nowhere or nothing)"]),
        ("raid " + "x " * 100_000, ["x"] * 19),
    ],
)
def test_terms_that_find_nothing_by_themselves_are_named(line: str, found: list[str]) -> None:
    assert vain(line, lambda term: term in ("raid", "trial")) == found
