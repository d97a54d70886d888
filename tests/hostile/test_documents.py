"""Whatever a document is made of, no way of drawing it sends anything but words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile import documents
from tests.hostile.drawn import bodies, cables, faults
from tests.hostile.strings import STRINGS


@settings(max_examples=60)
@given(bodies(), st.integers(20, 130))
def test_a_made_up_document_is_words_in_every_drawing(document: bytes, width: int) -> None:
    assert faults(document, width) == []


@pytest.mark.parametrize("kind", sorted({each.kind for each in STRINGS}))
def test_a_text_of_each_class_is_words_in_every_drawing(kind: str) -> None:
    for hostile in [each for each in STRINGS if each.kind == kind][::8]:
        document = documents.cable(1234, hostile, version=2)
        assert len(cables(document)) == 1
        assert faults(document, 60) == []
