"""Bad input, read as an import reads it; `tests.harness.bad_input` imports every class of it."""

import os
from pathlib import Path

import pytest

from store.documents.rows import unpack
from store.importer.reader import do
from store.importer.walk import Walk
from tests.harness.bad_input import GROUPS, faults
from tests.harness.classes.made import Bad

FULL = {"floods", "sizes", "bombs"}
"""Groups of which a class takes up to seconds: the full run has them."""
CLASSES = [bad for group in GROUPS if group not in FULL for bad in GROUPS[group]]


@pytest.mark.parametrize("bad", CLASSES, ids=lambda bad: bad.name)
def test_bad_input_is_kept_as_it_is_or_refused_for_a_reason(tmp_path: Path, bad: Bad) -> None:
    if os.geteuid() == 0 and "permission" in bad.refused:
        pytest.skip("root may read what no one may")
    bad.make(tmp_path / "bad")
    done = do(tuple(Walk([tmp_path / "bad"])))
    kept = {unpack(ready.packed) or b"": ready.layout for each in done for ready, _ in each.cables}
    reasons = [each.reason for part in done for each in part.refused]
    assert not list(faults(bad, reasons, kept, tmp_path / "bad"))
