"""The practice library's cables: every layout and level, each read as its golden file says."""

import json
from pathlib import Path

import pytest

import seeds
from store import layouts, marking
from store.cable import Received
from store.export import as_json
from store.parse import parse

FOLDER = Path(seeds.__path__[0]) / "cables"
FILES = sorted(FOLDER.iterdir())
GOLDEN = Path(__file__).parent / "golden" / "exercise"


def received(file: Path) -> list[Received]:
    given = list(layouts.read(file.read_bytes(), file.name))
    assert all(isinstance(each, Received) for each in given)
    return [each for each in given if isinstance(each, Received)]


EVERY = [each for file in FILES for each in received(file)]
EXERCISES = [each for each in EVERY if parse(each).id != "09MOSCOW1869"]


@pytest.mark.parametrize("each", EXERCISES, ids=lambda each: parse(each).id)
def test_each_exercise_cable_is_read_as_its_golden_file_says(each: Received) -> None:
    cable = json.loads(json.dumps(as_json(parse(each))))
    golden = GOLDEN / f"{cable['id'].replace('/', '-')}.json"
    assert cable == json.loads(golden.read_text(encoding="utf-8"))


def test_no_golden_file_is_left_over() -> None:
    names = {parse(each).id.replace("/", "-") for each in EXERCISES}
    assert {file.stem for file in GOLDEN.iterdir()} == names


def test_there_are_cables_of_every_layout_and_level() -> None:
    cables = [parse(each) for each in EXERCISES]
    assert {each.layout for each in EXERCISES} == set(layouts.LAYOUTS) - {"pdf"}
    assert {marking.rank(cable.level) for cable in cables} == {None, *marking.Level}
    assert 24 <= len(cables) <= 40


@pytest.mark.parametrize("each", EXERCISES, ids=lambda each: parse(each).id)
def test_each_exercise_cable_says_that_it_is_one(each: Received) -> None:
    assert b"EXERCISE EXERCISE EXERCISE" in each.raw


@pytest.mark.parametrize(
    "kind",
    [
        "section-missing",
        "portion-above-banner",
        "corrected-copy",
        "suspected-duplicate",
        "partial-extract",
        "text-unusable",
        "entities-decoded",
        "lines-doubled",
        "editorial-note",
        "stamps-left-out",
    ],
)
def test_the_exercise_has_a_cable_of_each_quirk(kind: str) -> None:
    assert any(kind == found.kind for each in EXERCISES for found in parse(each).findings)


def test_references_of_the_exercise_lead_to_others_of_it() -> None:
    cables = {cable.id: cable for cable in map(parse, EXERCISES)}
    id, chain = "09STRELSAU58", []  # noqa: A001
    while id in cables:
        chain.append(id)
        id = next((ref.id for ref in reversed(cables[id].refs) if ref.id in cables), "") or ""  # noqa: A001
    assert len(chain) >= 5


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_bytes_of_every_cable_are_those_of_its_place_in_the_file(file: Path) -> None:
    data = file.read_bytes()
    if file.suffix == ".gz":
        import gzip

        data = gzip.decompress(data)
    position = 0
    for each in received(file):
        at = data.find(each.raw, position)
        assert at >= position
        position = at + len(each.raw)
    if received(file)[0].layout in ("listing", "plain", "nara"):
        assert b"".join(each.raw for each in received(file)) == data


@pytest.mark.parametrize("each", EVERY, ids=lambda each: parse(each).id)
def test_offsets_stand_within_the_text_and_point_at_words(each: Received) -> None:
    cable = parse(each)
    for span in cable.spans:
        assert 0 <= span.start < span.end <= len(cable.text)
        assert cable.text[span.start : span.end].strip()
    for paragraph in cable.paragraphs:
        assert 0 <= paragraph.start <= paragraph.words <= paragraph.end <= len(cable.text)
        if paragraph.number is not None:
            assert str(paragraph.number) in cable.text[paragraph.start : paragraph.words]
        if paragraph.portion is not None:
            assert paragraph.portion in cable.text[paragraph.start : paragraph.words]
    if cable.signature is not None:
        [place] = [span for span in cable.spans if span.field == "signature"]
        assert cable.text[place.start : place.end] == cable.signature
