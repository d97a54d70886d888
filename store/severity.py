"""Which findings are serious: those that bear on who may see a cable, or on what is not there."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.cable import Finding

SERIOUS = frozenset(
    (
        "portion-above-banner",
        "portion-control-missing-from-banner",
        "level-conflict",
        "security-line-differs",
        "section-missing",
        "cancelled",
    )
)
"""The kinds of finding that mark a cable in a list."""


def serious(findings: "Iterable[Finding]") -> bool:
    """Whether one of the findings is serious."""
    return any(found.kind in SERIOUS for found in findings)
