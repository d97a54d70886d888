"""Who may import whom, seen from outside: contracts read the source, a process cannot hide."""

import subprocess
import sys

import pytest


def modules_after(statement: str) -> set[str]:
    """Top-level names in `sys.modules` of a fresh process that ran `statement`."""
    code = f"{statement}\nimport sys\nprint(*sorted({{m.split('.')[0] for m in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("module", "banned"),
    [
        ("store.cable", {"tinydb", "sqlite3", "tantivy", "rich", "textual"}),
        ("store.marking", {"tinydb", "sqlite3", "tantivy", "rich", "textual"}),
        ("store.query", {"tinydb", "sqlite3", "tantivy", "rich", "textual"}),
        ("store.parse", {"tinydb", "sqlite3", "tantivy", "rich", "textual"}),
        (
            "store.layouts",
            {"tinydb", "sqlite3", "tantivy", "rich", "textual", "lxml", "pypdf", "csv"},
        ),
        ("store.documents", {"tantivy", "rich", "textual"}),
        ("store.library", {"tantivy", "rich", "textual"}),
        ("store.marks", {"sqlite3", "tantivy", "rich", "textual", "dataclasses"}),
        ("store.importer", {"rich", "textual", "multiprocessing"}),
        ("store.importer.reader", {"rich", "textual"}),
        ("tui.config.reading", {"store", "rich", "textual", "dataclasses", "inspect"}),
        ("tui.render.cable", {"tinydb", "sqlite3", "tantivy", "textual"}),
        ("tui.cli", {"tinydb", "sqlite3", "tantivy", "textual", "rich", "dataclasses", "inspect"}),
    ],
)
def test_a_ring_loads_nothing_from_outside_it(module: str, banned: set[str]) -> None:
    assert not modules_after(f"import {module}") & banned


def test_the_app_begins_without_what_reads_cables() -> None:
    code = "import tui.app, sys\nprint(*(m for m in sys.modules if m.startswith('store.parse')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
