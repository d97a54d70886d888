"""Cables as an import gives them to a library, without files."""

from store.cable import Cable, Received
from store.library import Library

Given = tuple[Cable, Received, str]


def given(id: str, text: str, day: str | None = None, **fields: str) -> Given:  # noqa: A002
    received = Received("listing", text.encode(), text, "utf-8", None, 0)
    return Cable(id, text, date=day, **fields), received, f"/cables/{id}.txt"  # type: ignore[arg-type]


def added(library: Library, *cables: Given) -> list[tuple[str, str, int]]:
    return [(each.outcome, each.id, each.version) for each in library.add(cables)]


FIRST = given("09STRELSAU1", "¶1. A raid.", "2009-01-01", subject="ONE", level="SECRET")
SECOND = given("09STRELSAU2", "¶1. A feast.", "2009-02-01", subject="TWO", origin="Strelsau")
UNDATED = given("66ZENDA9", "¶1. A raid and a feast.")
