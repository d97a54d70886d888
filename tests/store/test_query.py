import pytest

from store.errors import QueryInvalid
from store.query import Words, fold, parse, spans, words


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        pytest.param("raid", [(None, "raid")], id="word"),
        pytest.param("  Raid   Moscow ", [(None, "raid"), (None, "moscow")], id="words"),
        pytest.param('"Release Group"', [(None, "release group")], id="phrase"),
        pytest.param("bit-torrent", [(None, "bit torrent")], id="punctuation makes a phrase"),
        pytest.param("Émigré STRAẞE", [(None, "emigre"), (None, "strasse")], id="folded"),
        pytest.param("e\u0301migre\u0301", [(None, "emigre")], id="decomposed"),
        pytest.param("tag:KIPR", [("tag", "kipr")], id="field"),
        pytest.param("TAGS:kipr", [("tag", "kipr")], id="field by another name"),
        pytest.param('origin:"Embassy Moscow"', [("origin", "embassy moscow")], id="field phrase"),
        pytest.param("date:2009-07", [("date", "2009 07")], id="date"),
        pytest.param('a"b c"d', [(None, "a b"), (None, "c d")], id="quote within a word"),
        pytest.param("war & peace", [(None, "war"), (None, "peace")], id="nothing but a sign"),
        pytest.param("12:30", [(None, "12 30")], id="a time is no field"),
    ],
)
def test_a_line_is_words_phrases_and_fields(line: str, parts: list[tuple[str | None, str]]) -> None:
    assert parse(line).parts == tuple(Words(field, tuple(w.split())) for field, w in parts)


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        pytest.param("", 1, "nothing to search", id="empty"),
        pytest.param("  ", 1, "nothing to search", id="blank"),
        pytest.param("&", 1, "nothing to search", id="no letter"),
        pytest.param('raid "release', 6, "not closed", id="open quotation"),
        pytest.param("raid orgin:moscow", 6, "nearest is origin", id="unknown field"),
        pytest.param("raid tag:", 10, "no value", id="no value"),
        pytest.param('tag:""', 5, "no value", id="empty value"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_column(line: str, column: int, said: str) -> None:
    with pytest.raises(QueryInvalid, match=said) as caught:
        parse(line)
    assert caught.value.column == column
    assert caught.value.expected


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        pytest.param("raid", "A RAID, a raid.", ["RAID", "raid"], id="case"),
        pytest.param("raid", "raids afraid raid_raid", ["raid", "raid"], id="whole words"),
        pytest.param(
            "emigre", "l'émigré e\u0301migre\u0301.", ["émigré", "e\u0301migre\u0301"], id="accents"
        ),
        pytest.param("strasse", "die Straße!", ["Straße"], id="longer when folded"),
        pytest.param(
            '"release group"', "a release \n group", ["release \n group"], id="over lines"
        ),
        pytest.param('"release group"', "release of group", [], id="phrase in order"),
        pytest.param("b a", "a b a", ["a", "b", "a"], id="ascending"),
        pytest.param('release "release group"', "release group", ["release group"], id="longest"),
        pytest.param("subject:raid body:one", "one raid", ["one", "raid"], id="fields in the text"),
        pytest.param("tag:raid one", "one raid", ["one"], id="other fields"),
        pytest.param("(c)", "(C) a.c", ["C", "c"], id="signs count for nothing"),
    ],
)
def test_spans_are_exact_places_in_the_text(line: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in spans(parse(line), text)] == found


@pytest.mark.parametrize("letter", ["e", "é", "ß"])
def test_a_phrase_goes_on_after_what_is_skipped(letter: str) -> None:
    text = f"{letter} the release\nMOSCOW 00001869  002 OF 002\ngroup of"
    start, end = text.index("MOSCOW"), text.index("\ngroup")
    query = parse('"release group"')
    assert spans(query, text) == []
    assert spans(query, text, [(start, end)]) == [(text.index("release"), text.index(" of", end))]


def test_words_are_what_the_index_holds() -> None:
    assert words("Café-Bar: ¶1. (SBU) №5") == ("cafe", "bar", "1", "sbu", "no5")


@pytest.mark.parametrize("character", [chr(n) for n in range(128)])
def test_folding_ascii_keeps_its_length(character: str) -> None:
    assert len(fold(f"{character}é")) == 2
