import pytest

from store.query import parse, spans


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        pytest.param("raid", "A RAID, a raid.", ["RAID", "raid"], id="case"),
        pytest.param('"raid"', "raids afraid raid_raid", ["raid", "raid"], id="whole words"),
        pytest.param("raid", "raided afraid Raids", ["raided", "Raids"], id="other forms"),
        pytest.param("policy", "police policies", ["policies"], id="only its forms"),
        pytest.param("raid -trial", "a raid, a trial", ["raid"], id="not what is excluded"),
        pytest.param("-(raid or trial)", "a raid, a trial", [], id="nothing excluded"),
        pytest.param("raid or trial", "a raid, a trial", ["raid", "trial"], id="either"),
        pytest.param("pri*", "prison, a spring, Pri", ["prison", "Pri"], id="prefix"),
        pytest.param("bit-tor*", "bit torrents, torrents", ["bit torrents"], id="open phrase"),
        pytest.param('"a b"~2', "a x x b", ["a", "b"], id="near"),
        pytest.param('"a b"~2', "b a", ["b", "a"], id="near the other way round"),
        pytest.param('"a b"~1', "a x x b b a", [], id="not near"),
        pytest.param('"a b c"~1', "a x c b a x b c", ["a", "b", "c"], id="three near"),
        pytest.param("date:2009 level:secret", "2009 secret", [], id="what no text shows"),
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
