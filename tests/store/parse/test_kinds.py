"""What a REF line names that is no cable."""

import pytest

from store.parse.kinds import kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("JONES E-MAIL OF 3/4", "email"),
        ("SMITH-JONES TELECON", "telcon"),
        ("5 FAH-1 H-246", "book"),
        ("PARIS A-1234", "airgram"),
        ("IIR 6 832 0617 08", "iir"),
        ("OSC EUP20080101000012", "report"),
        ("SECDEF R162245Z OCT 08", "dtg"),
        ("MEMO OF CONVERSATION", None),
        ("MOSCOW 1439", None),
    ],
)
def test_kind(text: str, name: str | None) -> None:
    assert kind(text) == name
