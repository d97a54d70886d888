"""Bad input, read as an import reads it; `tests.harness.bad_input` imports every class of it."""

import os
import shutil
from pathlib import Path

import pytest

from store.documents.rows import unpack
from store.importer.reader import do
from store.importer.walk import Walk
from tests.harness.bad_input import GROUPS, faults, tried
from tests.harness.classes.made import Bad
from tests.harness.command import PLAIN

FULL = {"floods", "sizes", "bombs"}
"""Groups of which a class takes up to seconds: the full run has them."""
CLASSES = [bad for group in GROUPS if group not in FULL for bad in GROUPS[group]]
SHUT = [bad for bad in CLASSES if "permission" in bad.refused]
"""What root may read, and so a process of its own has to, without root's powers."""


@pytest.mark.parametrize(
    "bad", [each for each in CLASSES if each not in SHUT], ids=lambda bad: bad.name
)
def test_bad_input_is_kept_as_it_is_or_refused_for_a_reason(tmp_path: Path, bad: Bad) -> None:
    bad.make(tmp_path / "bad")
    done = do(tuple(Walk([tmp_path / "bad"])))
    kept = {unpack(ready.packed) or b"": ready.layout for each in done for ready, _ in each.cables}
    reasons = [each.reason for part in done for each in part.refused]
    assert not list(faults(bad, reasons, kept, tmp_path / "bad"))


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which(PLAIN[0]), reason="setpriv is missing")
@pytest.mark.parametrize("bad", SHUT, ids=lambda bad: bad.name)
def test_what_may_not_be_read_is_refused_for_that(tmp_path: Path, bad: Bad) -> None:
    assert tried(bad, tmp_path)[1] == []
