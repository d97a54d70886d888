import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.errors import QueryInvalid
from store.query import EVERY, And, Between, Near, Not, Or, Prefix, Query, Word, Words, parse
from store.query.line import LONGEST


def word(written: str) -> Word:
    """A plain word as `parse` gives it, its other forms left to the test of these."""
    read = parse(written)
    assert isinstance(read, Word)
    return read


RAID, TRIAL, VOTE = word("raid"), word("trial"), word("vote")
PGOV = Words("tag", ("pgov",))


@pytest.mark.parametrize(
    ("line", "query"),
    [
        pytest.param("raid", RAID, id="word"),
        pytest.param("  Raid   Trial ", And((RAID, TRIAL)), id="words"),
        pytest.param("Émigré", word("emigre"), id="folded"),
        pytest.param("e\u0301migre\u0301", word("emigre"), id="decomposed"),
        pytest.param("STRAẞE", word("strasse"), id="longer when folded"),
        pytest.param('"Release Group"', Words(None, ("release", "group")), id="phrase"),
        pytest.param('"raid"', Words(None, ("raid",)), id="a quoted word is exact"),
        pytest.param("bit-torrent", Words(None, ("bit", "torrent")), id="punctuation parts"),
        pytest.param("12:30", Words(None, ("12", "30")), id="a time is no field"),
        pytest.param("raid & trial", And((RAID, TRIAL)), id="nothing but a sign"),
        pytest.param("tag:PGOV", PGOV, id="field"),
        pytest.param("TAGS:pgov", PGOV, id="field by another name"),
        pytest.param('origin:"Embassy Moscow"', Words("origin", ("embassy", "moscow"))),
        pytest.param("subject:raids", Words("subject", ("raids",)), id="a fielded word is exact"),
        pytest.param("pri*", Prefix(None, ("pri",)), id="prefix"),
        pytest.param("subject:Pri*", Prefix("subject", ("pri",)), id="prefix in a field"),
        pytest.param("bit-tor*", Prefix(None, ("bit", "tor")), id="prefix after a word"),
        pytest.param('"release group"~5', Near(None, ("release", "group"), 5), id="near"),
        pytest.param('subject:"a b"~0', Near("subject", ("a", "b"), 0), id="near in a field"),
        pytest.param('"raid"~5', Words(None, ("raid",)), id="one word is near itself"),
        pytest.param("-raid", Not(RAID), id="without"),
        pytest.param("raid -tag:pgov", And((RAID, Not(PGOV))), id="without a field"),
        pytest.param('-"a b"', Not(Words(None, ("a", "b"))), id="without a phrase"),
        pytest.param("--raid", RAID, id="without without"),
        pytest.param("-& raid - trial", And((RAID, TRIAL)), id="a stray sign excludes nothing"),
        pytest.param("raid or trial", Or((RAID, TRIAL)), id="or"),
        pytest.param("raid OR trial", Or((RAID, TRIAL)), id="or in capitals"),
        pytest.param("oracle order", And((word("oracle"), word("order"))), id="words with or"),
        pytest.param('"or"', Words(None, ("or",)), id="or in quotes is a word"),
        pytest.param("raid trial or vote", Or((And((RAID, TRIAL)), VOTE)), id="or binds less"),
        pytest.param("raid (trial or vote)", And((RAID, Or((TRIAL, VOTE)))), id="brackets"),
        pytest.param("-(raid or trial)", Not(Or((RAID, TRIAL))), id="without either"),
        pytest.param("raid or (trial or vote)", Or((RAID, TRIAL, VOTE)), id="flat or"),
        pytest.param("(raid (trial vote))", And((RAID, TRIAL, VOTE)), id="flat and"),
        pytest.param("(raid)(trial)", And((RAID, TRIAL)), id="brackets side by side"),
        pytest.param("-(-raid) or vote", Or((RAID, VOTE)), id="bracketed without without"),
    ],
)
def test_a_line_is_read(line: str, query: Query) -> None:
    assert repr(parse(line)) == repr(query)


@pytest.mark.parametrize(
    ("line", "query"),
    [
        pytest.param("raid", Prefix(None, ("raid",)), id="last word"),
        pytest.param("raid ", RAID, id="a blank ends a word"),
        pytest.param("raid,", RAID, id="a sign ends a word"),
        pytest.param("raid tri", And((RAID, Prefix(None, ("tri",)))), id="only the last"),
        pytest.param("raid or tri", Or((RAID, Prefix(None, ("tri",)))), id="after or"),
        pytest.param("-tri", Not(Prefix(None, ("tri",))), id="without"),
        pytest.param("origin:mos", Prefix("origin", ("mos",)), id="field"),
        pytest.param("bit-tor", Prefix(None, ("bit", "tor")), id="after a hyphen"),
        pytest.param("bit-t", word("bit"), id="too little after a hyphen"),
        pytest.param('"raid"', Words(None, ("raid",)), id="a quotation is whole"),
        pytest.param("date:2009", Between("date", 20090101, 20091231), id="a date is whole"),
        pytest.param('"release gro', Prefix(None, ("release", "gro")), id="open quotation"),
        pytest.param('"release gr', word("release"), id="too little in an open quotation"),
        pytest.param('"release group ', Words(None, ("release", "group")), id="blank in it"),
        pytest.param('raid -"a bcd', And((RAID, Not(Prefix(None, ("a", "bcd"))))), id="without it"),
        pytest.param('raid "', RAID, id="nothing in it"),
        pytest.param('raid "a b"~', RAID, id="not said how near"),
        pytest.param("raid or", RAID, id="or at the end"),
        pytest.param("raid or (", RAID, id="bracket at the end"),
        pytest.param("raid -(", RAID, id="nothing to be without"),
        pytest.param("(raid or tri", Or((RAID, Prefix(None, ("tri",)))), id="open bracket"),
        pytest.param("vote (raid or (", And((VOTE, RAID)), id="open brackets"),
        pytest.param("raid date:2", RAID, id="no date yet"),
        pytest.param("raid level:secr", RAID, id="no level yet"),
        pytest.param("raid tag:", RAID, id="no value yet"),
        pytest.param("raid is:x", RAID, id="no mark yet"),
        pytest.param('"', EVERY, id="nothing yet"),
        pytest.param("&", EVERY, id="no letter yet"),
    ],
)
def test_while_typing_the_last_word_may_go_on(line: str, query: Query) -> None:
    assert repr(parse(line, typing=True)) == repr(query)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("orgin:moscow", "no field orgin"),
        ("date:2 raid", "no date 2"),
        ("raid)", "closes nothing"),
        ("or raid", "missing before or"),
    ],
)
def test_while_typing_what_no_letter_more_can_mend_is_named(line: str, said: str) -> None:
    with pytest.raises(QueryInvalid, match=said):
        parse(line, typing=True)


@pytest.mark.parametrize(
    ("line", "column", "said", "expected"),
    [
        pytest.param("", 1, "nothing to search", "a word", id="empty"),
        pytest.param("  ", 1, "nothing to search", "a word", id="blank"),
        pytest.param("&", 1, "nothing to search", "a word", id="no letter"),
        pytest.param('raid "release', 6, "not closed", '"', id="open quotation"),
        pytest.param("raid or", 8, "missing", "a word", id="or at the end"),
        pytest.param("or raid", 1, "missing before or", "a word", id="or at the start"),
        pytest.param("a or or b", 6, "missing before or", "a word", id="or twice"),
        pytest.param("& or b", 3, "missing before or", "a word", id="or after a sign"),
        pytest.param("raid (", 7, "missing", "a word", id="bracket at the end"),
        pytest.param("(raid", 6, "bracket is open", "a closing bracket", id="open bracket"),
        pytest.param("raid)", 5, "closes nothing", "an opening bracket", id="closing bracket"),
        pytest.param("()", 2, "missing before the closing", "a word", id="empty brackets"),
        pytest.param("(" * 60 + "a" + ")" * 60, 51, "More than 50", "fewer", id="deep brackets"),
        pytest.param("x" * (LONGEST + 1), LONGEST, "10,000", "its end", id="long line"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_column(
    line: str, column: int, said: str, expected: str
) -> None:
    with pytest.raises(QueryInvalid, match=said) as caught:
        parse(line)
    assert caught.value.column == column
    assert expected in caught.value.expected


PIECES = st.sampled_from([
    *("raid", "or", "(", ")", "-", '"', "*", "~5", ":", "tag:", "date:", "level:", "2009", ".."),
    *(" ", ">=", "secret", "é", "\u0301", "_", "/", "ß", "after:", "\x00", "\ud800", "٣"),
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    line=st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join)),
    typing=st.booleans(),
)
@example(line="date:٢٠٠٩", typing=False)
@example(line='"a b"~٥', typing=True)
def test_no_line_raises_anything_but_query_invalid(line: str, *, typing: bool) -> None:
    invalid = None
    try:
        parse(line, typing=typing)
    except QueryInvalid as error:
        invalid = error
    assert invalid is None or (1 <= invalid.column <= len(line) + 1 and invalid.expected)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["raid", "-trial", '"a b"', "tag:x", "pri*", "&"]), min_size=1))
def test_the_grammar_reads_terms_side_by_side_as_without_it(terms: list[str]) -> None:
    line = f"vote {' '.join(terms)}"
    assert repr(parse(f"({line})")) == repr(parse(line))
