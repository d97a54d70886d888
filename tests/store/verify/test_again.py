"""What was read once reads alike from its own bytes alone, however its file was written."""

import json
from pathlib import Path

import pytest

from store import importer
from store.library import Library
from store.verify import verify
from tests.store.verify.conftest import CABLES

SEED = (CABLES / "09MOSCOW1869.txt").read_text()
OTHER = SEED.replace("09MOSCOW1869", "09MOSCOW1870").replace("in collaboration", "in “café” style")
BOTH = f"{SEED}\n{OTHER}"
ROWS = (CABLES / "1985-1990.csv").read_text()
HTML = (CABLES / "95STRELSAU140.html").read_text()
VOLUME = (CABLES / "exercise-volume.xml").read_text()
OBJECTS = [{"id": "09MOSCOW1869", "text": SEED}, {"id": "09MOSCOW1870", "text": OTHER}]
IN_JSON = json.dumps(OBJECTS, ensure_ascii=False)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("cp1252.txt", BOTH.encode("cp1252")),
        ("bom.txt", b"\xef\xbb\xbf" + BOTH.encode()),
        ("latin.txt", BOTH.replace("“café”", "\x81café").encode("latin-1")),
        ("wide.txt", BOTH.encode("utf-16")),
        ("wide-big.txt", BOTH.encode("utf-16-be")),
        ("wide-32.txt", b"\xff\xfe\0\0" + BOTH.encode("utf-32-le")),
        ("crlf.txt", BOTH.replace("\n", "\r\n").encode()),
        ("cr.txt", BOTH.replace("\n", "\r").encode()),
        ("twice.txt", BOTH.replace("café", "cafÃ©").replace("“", "â€œ").encode()),
        ("blank.txt", b"\n \n" + BOTH.encode()),
        ("cp1252.csv", ROWS.replace("the", "thé").encode("cp1252")),
        ("crlf.csv", ROWS.replace("\n", "\r\n").encode()),
        ("heading.csv", b'"id","date"\n' + ROWS.encode()),
        ("cp1252.html", HTML.replace("the", "thé").encode("cp1252")),
        ("cp1252.json", IN_JSON.encode("cp1252")),
        ("lines.jsonl", "\n".join(json.dumps(each) for each in OBJECTS).encode()),
        ("wide.json", IN_JSON.encode("utf-16")),
        ("another-name.xml", VOLUME.encode()),
        ("cp1252.xml", VOLUME.replace("utf-8", "cp1252").replace("the", "thé").encode("cp1252")),
        ("cut.xml", VOLUME[:-20].encode()),
        ("ends.txt", SEED.encode().rstrip(b"\n")),
        ("entities.txt", SEED.replace("&", "&amp;").replace("Surprise", "&quot;Surprise").encode()),
    ],
)
def test_what_was_taken_in_reads_alike_again(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with Library.open(tmp_path / "library", create=True) as library:
        report = importer.run([tmp_path / name], library, processes=0)
    assert report.new
    report_again = verify(tmp_path / "library", tmp_path / "marks.json", processes=0)
    assert report_again.troubles == ()
    assert (report_again.older, report_again.unread) == (0, 0)
    assert report_again.cables == report.new
