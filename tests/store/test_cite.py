import pytest

from store.cable import Addressee, Cable, Header, Paragraph, Source
from store.cite import SERIES, cite, numbered, quote
from store.errors import ParagraphUnknown

TEXT = "¶1. (C) The council\nmet.\n\n2a. It rose."
PARAGRAPHS = (
    Paragraph(1, "C", None, 0, 8, 24),
    Paragraph(None, None, None, 0, 0, 4),
    Paragraph("2a", None, None, 26, 30, 38),
)
CABLE = Cable(
    "07STRELSAU405",
    TEXT,
    date="2007-04-11",
    origin="Embassy Strelsau",
    subject='THE  "RED"\nONE',
    paragraphs=PARAGRAPHS,
)


def source(layout: str) -> Source:
    return Source(layout, "/x", "0", 0, "utf-8")


def to(*names: str) -> Header:
    return Header(
        origin="AMEMBASSY STRELSAU", to=tuple(Addressee(None, n, None, None) for n in names)
    )


@pytest.mark.parametrize(
    ("cable", "said"),
    [
        pytest.param(
            CABLE,
            "Telegram 405 from Embassy Strelsau, \"THE 'RED' ONE,\" April 11, 2007, 07STRELSAU405.",
            id="without addressees",
        ),
        pytest.param(
            CABLE._replace(header=to("AMEMBASSY ZENDA", "SECSTATE WASHDC PRIORITY")),
            "Telegram 405 from Embassy Strelsau to the Department of State,"
            " \"THE 'RED' ONE,\" April 11, 2007, 07STRELSAU405.",
            id="to the Department among others",
        ),
        pytest.param(
            CABLE._replace(header=to("AMCONSUL PORT AU PRINCE"), subject=None, date="1974"),
            "Telegram 405 from Embassy Strelsau to Consulate Port Au Prince, 1974, 07STRELSAU405.",
            id="a year and no subject",
        ),
        pytest.param(
            CABLE._replace(id="scan-7", origin=None, date="1974-03", subject=None),
            "Telegram, March 1974, scan-7.",
            id="next to nothing known",
        ),
        pytest.param(
            CABLE._replace(
                subject="TEA",
                origin="ACCRA",
                source=source("nara"),
                attributes=(
                    ("Document Number", "1974ACCRA00405"),
                    ("Film Number", "D740933-0311"),
                    ("From", "ACCRA"),
                    ("To", "STATE"),
                ),
            ),
            'Telegram 405 from Embassy Accra to the Department of State, "TEA," April 11, 2007,'
            f" 1974ACCRA00405, Film Number D740933-0311, {SERIES}.",
            id="a record of the archive",
        ),
        pytest.param(
            CABLE._replace(
                subject="41. Telegram From Strelsau",
                source=source("frus"),
                attributes=(
                    ("Volume", "frus1969-76v38"),
                    ("Document", "41"),
                    ("URL", "https://history.state.gov/historicaldocuments/frus1969-76v38/d41"),
                ),
            ),
            "Telegram From Strelsau, April 11, 2007, Foreign Relations of the United States,"
            " volume frus1969-76v38, Document 41,"
            " https://history.state.gov/historicaldocuments/frus1969-76v38/d41.",
            id="a document of a volume",
        ),
    ],
)
def test_a_citation_says_what_is_known_and_no_more(cable: Cable, said: str) -> None:
    assert cite(cable) == said


def test_a_paragraph_is_cited_with_its_marking_before_the_archive() -> None:
    assert cite(CABLE, PARAGRAPHS[0]).endswith(", 07STRELSAU405, paragraph 1 (C).")
    assert cite(CABLE, PARAGRAPHS[2]).endswith(", 07STRELSAU405, paragraph 2a.")
    assert cite(CABLE, PARAGRAPHS[1]) == cite(CABLE)
    archived = cite(CABLE._replace(source=source("nara")), PARAGRAPHS[0])
    assert archived.endswith(f", paragraph 1 (C), {SERIES}.")


def test_a_quote_is_one_line_above_its_citation() -> None:
    words, citation = quote(CABLE, PARAGRAPHS[0]).split("\n")
    assert words == '"The council met."'
    assert citation == cite(CABLE, PARAGRAPHS[0])


def test_paragraphs_are_found_by_the_number_printed() -> None:
    assert numbered(CABLE, "1") is PARAGRAPHS[0]
    assert numbered(CABLE, "2A") is PARAGRAPHS[2]
    with pytest.raises(ParagraphUnknown, match="has no ¶3; it has ¶1 to ¶2a"):
        numbered(CABLE, "3")
    with pytest.raises(ParagraphUnknown, match="none of its paragraphs has a number"):
        numbered(CABLE._replace(paragraphs=()), "1")
