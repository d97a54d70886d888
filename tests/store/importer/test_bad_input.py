"""Every class of bad input, in this process; `tests.harness.bad_input` measures each in its own."""

import os
from pathlib import Path

import pytest

from store import importer
from store.library import Library
from tests.harness.bad_input import GOOD, GROUPS, faults
from tests.harness.classes.made import Bad

FULL = {"floods", "sizes", "bombs"}
"""Groups of which a class takes up to seconds: the full run has them."""
CLASSES = [bad for group in GROUPS if group not in FULL for bad in GROUPS[group]]


@pytest.mark.parametrize("bad", CLASSES, ids=lambda bad: bad.name)
def test_bad_input_is_kept_as_it_is_or_refused_for_a_reason(tmp_path: Path, bad: Bad) -> None:
    if os.geteuid() == 0 and "permission" in bad.refused:
        pytest.skip("root may read what no one may")
    bad.make(tmp_path / "bad")
    (tmp_path / "good").write_bytes(GOOD)
    with Library.open(tmp_path / "library", create=True) as library:
        report = importer.run([tmp_path / "bad", tmp_path / "good"], library, processes=0)
    assert not list(faults(bad, [each.reason for each in report.refused], tmp_path))
