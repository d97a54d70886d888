import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import seeds
from store import layouts
from tui import reading

if TYPE_CHECKING:
    from tests.tui.commands.conftest import Reftel

SEED = seeds.data("cables/09MOSCOW1869.txt")
TELEGRAM = b"R 220336Z JUL 09\nFM AMEMBASSY MOSCOW\nUNCLAS MOSCOW 001869\n\nSUBJECT: A TITLE\n"


@pytest.fixture
def seed(reftel: "Reftel") -> str:
    path = reftel.home / "seed.txt"
    path.write_bytes(SEED)
    return str(path)


def piped(reftel: "Reftel", data: bytes, *args: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        reftel.command("parse", "-", *args),
        env=reftel.env,
        input=data,
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_it_prints_what_show_prints_and_makes_no_library(
    reftel: "Reftel", reader: "Reftel", seed: str
) -> None:
    done = reftel("parse", seed)
    shown = json.loads(reader("show", "09MOSCOW1869", "--json").stdout)
    parsed = json.loads(done.stdout)
    assert parsed.pop("source") == {**shown.pop("source"), "path": seed}
    assert (parsed, done.returncode, done.stderr) == (shown, 0, "")
    assert not reftel.library.exists()


def test_standard_input_is_a_dash(reftel: "Reftel") -> None:
    done = piped(reftel, SEED)
    assert json.loads(done.stdout)["id"] == "09MOSCOW1869"


def test_each_cable_of_a_file_is_an_object(reftel: "Reftel") -> None:
    done = piped(reftel, SEED + b"\n" + SEED.replace(b"09MOSCOW1869", b"09MOSCOW1870"))
    decoder, text, ids = json.JSONDecoder(), done.stdout.decode(), []
    while text.strip():
        cable, end = decoder.raw_decode(text)
        ids.append(cable["id"])
        text = text[end:].lstrip()
    assert ids == ["09MOSCOW1869", "09MOSCOW1870"]


def test_no_folder_is_part_of_an_id(reftel: "Reftel", tmp_path: Path) -> None:
    volume = tmp_path / "volume.xml"
    document = '<div type="document" xml:id="d1"><head>Telegram</head><p>Words.</p></div>'
    volume.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>{document}</text></TEI>')
    assert json.loads(reftel("parse", volume).stdout)["id"] == "volume/d1"


def test_a_telegram_alone_is_read_whatever_it_looks_like(reftel: "Reftel") -> None:
    assert json.loads(piped(reftel, TELEGRAM).stdout)["subject"] == "A TITLE"
    words = b"SUBJECT: A TITLE\n\nOne."
    assert piped(reftel, words).returncode == 4
    assert json.loads(piped(reftel, words, "--layout", "plain").stdout)["subject"] == "A TITLE"


def test_a_layout_can_be_named() -> None:
    assert set(reading.LAYOUTS) == set(layouts.LAYOUTS)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", b"it is empty"), (b"\x89PNG\r\n\x1a\n", b"it is a PNG picture, not text")],
)
def test_what_is_no_cable_is_refused_with_its_reason(
    reftel: "Reftel", data: bytes, reason: bytes
) -> None:
    done = piped(reftel, data)
    assert (done.returncode, done.stdout) == (4, b"")
    assert reason in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_what_is_refused_of_a_collection_is_named_with_line_and_column(reftel: "Reftel") -> None:
    done = piped(reftel, b'[{"id": oops},\n{"id": "09BERN7", "body": "One."}]')
    assert done.returncode == 4
    assert done.stderr == b"reftel: standard input:1:9: broken JSON: expecting value\n"
    assert json.loads(done.stdout)["id"] == "09BERN7"


@pytest.mark.parametrize(
    ("name", "reason"), [("none.txt", "No such file or directory"), (".", "Is a directory")]
)
def test_a_file_that_cannot_be_read_is_named(reftel: "Reftel", name: str, reason: str) -> None:
    path = os.fspath(reftel.home / name)
    done = reftel("parse", path)
    assert (done.returncode, done.stdout, done.stderr) == (4, "", f"reftel: {path}: {reason}\n")
