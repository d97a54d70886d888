import pytest

from store.parse import captions


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("SIPDIS", ("SIPDIS",), id="one"),
        pytest.param("SENSITIVE SIPDIS", ("SENSITIVE", "SIPDIS"), id="run on, 5 FAH-2 H-442"),
        pytest.param("NOFORN//SIPDIS", ("NOFORN", "SIPDIS"), id="parted by slashes"),
        pytest.param("NSC FOR SMITH ONLY", ("NSC FOR SMITH ONLY",), id="for one reader"),
    ],
)
def test_a_line_of_captions(line: str, found: tuple[str, ...]) -> None:
    assert captions.is_one(line)
    assert captions.among([line]) == found


@pytest.mark.parametrize("line", ["SIPDIS was slow today", "STATE FOR EUR/RUS", ""])
def test_a_line_of_other_words(line: str) -> None:
    assert not captions.is_one(line)


def test_each_caption_is_given_once() -> None:
    assert captions.among(["SIPDIS", "SENSITIVE", "SIPDIS"]) == ("SIPDIS", "SENSITIVE")
