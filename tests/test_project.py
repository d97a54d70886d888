"""The promises the project makes about itself: its files, its lock, its words."""

import hashlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
SEED_FILES = sorted(
    path.relative_to(ROOT / "seeds").as_posix()
    for path in (ROOT / "seeds").rglob("*")
    if path.is_file() and path.suffix not in {".py", ".pyc", ".md"}
)


def test_the_seed_cable_is_kept_byte_for_byte() -> None:
    data = (ROOT / "seeds/cables/09MOSCOW1869.txt").read_bytes()
    assert (
        hashlib.sha256(data).hexdigest()
        == "0a40a733eaf4d3921b1232f47ca1c1d582302b4f85eff0cc7fe5de894d52811c"
    )


@pytest.mark.parametrize("name", SEED_FILES)
def test_every_seed_file_names_its_source_and_sum(name: str) -> None:
    sources = (ROOT / "seeds/SOURCES.md").read_text(encoding="utf-8")
    digest = hashlib.sha256((ROOT / "seeds" / name).read_bytes()).hexdigest()
    assert f"`{name}`" in sources
    assert digest in sources, f"seeds/{name} is {digest}"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_has_hashes_and_names_no_place(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--index|--find-links|/(home|root|opt|tmp)/", lock)
    for package in re.split(r"\n(?=\S)", lock.strip()):
        assert re.match(r"[\w.-]+==\S+", package)
        assert "--hash=sha256:" in package


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_holds_what_the_project_needs(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8")
    needed = {re.split(r"[<>=]", requirement)[0] for requirement in PROJECT["dependencies"]}
    assert needed <= set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE))


def test_both_locks_agree() -> None:
    pins = [
        dict(re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    ]
    assert pins[0].items() <= pins[1].items()


def test_the_changelog_speaks_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {PROJECT['version']}" in changelog


def test_the_readme_has_one_line_to_run_and_one_to_test() -> None:
    lines = README.splitlines()
    assert sum(line.endswith("&& .venv/bin/reftel") for line in lines) == 1
    assert sum(line.endswith("&& .ci/check") for line in lines) == 1


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`(tests/[^`]*|tui/[^`]*)`", SECURITY))))
def test_what_holds_a_promise_is_there(path: str) -> None:
    found = ROOT / path
    assert any(found.glob("test_*.py")) if path.endswith("/") else found.is_file()


@pytest.mark.parametrize(
    "line",
    [
        "import webbrowser",
        "from webbrowser import open",
        "import socket",
        "from urllib.request import urlopen",
        "import http.client",
        "import os\nos.system('x')",
        "from os import popen",
        "from subprocess import run\nrun('x', shell=True)",
    ],
)
def test_what_opens_an_address_or_a_shell_fails_the_lint(line: str) -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--stdin-filename", "tui/x.py", "-"],
        input=f'"""Doc."""\n\n{line}\n',
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert re.search(r"^(TID251|S602)", checked.stdout, re.MULTILINE), checked.stdout
