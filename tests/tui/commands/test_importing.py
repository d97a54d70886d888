import json
import os
import shutil
import signal
import stat
import subprocess
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from store.importer import BATCH

if TYPE_CHECKING:
    from tests.tui.commands.conftest import Reftel

Make = Callable[[str], Path]
SEED = Path(str(resources.files("seeds") / "cables" / "09MOSCOW1869.txt"))


def test_a_first_import_makes_a_private_library(reftel: "Reftel", seed_file: Make) -> None:
    done = reftel("import", seed_file("one.txt"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "1 file read, 1 new, 0 same, 0 further versions, 0 refused\n"
    assert stat.S_IMODE(reftel.library.stat().st_mode) == 0o700


def test_a_second_import_changes_nothing(reftel: "Reftel", seed_file: Make) -> None:
    file = seed_file("one.txt")
    os.utime(file, (0, 0))
    reftel("import", file)
    done = reftel("import", file)
    said = "0 files read (1 unchanged), 0 new, 1 same, 0 further versions, 0 refused\n"
    assert done.stdout == said


def test_another_text_of_an_id_is_a_further_version(reftel: "Reftel", seed_file: Make) -> None:
    file = seed_file("one.txt")
    reftel("import", file)
    file.write_bytes(file.read_bytes() + b"Corrected.\n")
    done = reftel("import", file)
    assert done.stdout == "1 file read, 0 new, 0 same, 1 further version, 0 refused\n"


def test_a_bad_file_is_named_and_the_rest_goes_on(reftel: "Reftel", seed_file: Make) -> None:
    folder = seed_file("in/one.txt").parent
    (folder / "empty.txt").touch()
    (folder / "red\x1b[31m.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    done = reftel("import", folder)
    assert done.returncode == 4
    assert ", 1 new, " in done.stdout
    assert done.stdout.endswith(", 2 refused\n")
    refusals = done.stderr.splitlines()
    assert refusals[0].startswith(f"reftel: refused {folder}/empty.txt: ")
    assert refusals[1].startswith(f"reftel: refused {folder}/red␛[31m.png: ")
    assert len(refusals) == 2


STRANGERS: dict[str, tuple[bytes, str]] = {
    "archive.zip": (b"PK\x03\x04" + bytes(40), ": it is a zip archive: unpack it first"),
    "broken.xml": (b"<TEI><text><body></text></TEI>", ":1:25: broken XML: "),
    "cut.json": (b'[{"id": "09BERN7", "body": "One."}, {"id": "09BE', ":1:44: broken JSON: "),
    "empty.txt": (b"", ": it is empty"),
    "line.txt": (b"x" * (1 << 20), ": no cable found: "),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(40), ": it is a PNG picture, not text"),
    "rows.csv": (b'1,"1/2/2010 3:05","x"\n', ":1:1: a row of 3 columns, not 8"),
}


def test_a_folder_of_all_layouts_and_strangers_is_told_apart(
    reftel: "Reftel", tmp_path: Path
) -> None:
    folder = tmp_path / "mixed"
    shutil.copytree(SEED.parent, folder)
    for name, (data, _) in STRANGERS.items():
        (folder / name).write_bytes(data)
    os.mkfifo(folder / "pipe")
    (folder / "link").symlink_to("nowhere")
    (folder / "locked.txt").touch(0o000)
    shutil.copy(folder / "09MOSCOW1869.txt", folder / "wrong.png")
    expected = {name: told for name, (_, told) in STRANGERS.items()} | {
        "link": ": it is a link that leads nowhere",
        "locked.txt": ": permission denied",
        "pipe": ": it is no regular file",
    }
    done = reftel.like_anyone()("import", folder)
    assert done.returncode == 4
    lines = sorted(done.stderr.splitlines())
    assert len(lines) == len(expected)
    for line, (name, told) in zip(lines, sorted(expected.items()), strict=True):
        assert line.startswith(f"reftel: refused {folder}/{name}{told}")
    assert ", 1 same, " in done.stdout
    layouts = "by layout: 4 csv, 3 frus, 2 html, 4 json, 15 listing, 5 nara, 2 plain"
    assert done.stdout.endswith(f"{len(expected)} refused; {layouts}\n")


def test_json_reports_all_in_one_object(reftel: "Reftel", seed_file: Make) -> None:
    file = seed_file("one.txt")
    done = reftel("import", file, "nowhere.txt", "--json")
    report = json.loads(done.stdout)
    assert done.returncode == 4
    assert (report["read"], report["new"], report["same"], report["version"]) == (1, 1, 0, 0)
    assert [refusal["path"] for refusal in report["refused"]] == ["nowhere.txt"]
    assert report["refused"][0]["reason"]


def test_a_dry_run_counts_and_writes_nothing(reftel: "Reftel", seed_file: Make) -> None:
    folder = seed_file("in/one.txt").parent
    (folder / "empty.txt").touch()
    done = reftel("import", "--dry-run", folder)
    assert done.returncode == 4
    assert done.stdout.splitlines() == [
        "2 files: 1 listing, 1 unknown",
        "1 cable, 7.8 kB, about 1 s to import",
    ]
    assert done.stderr == f"reftel: refused {folder}/empty.txt: it is empty\n"
    told = json.loads(reftel("import", "--dry-run", "--json", folder).stdout)
    assert (told["files"], told["unknown"], told["layouts"]) == (2, 1, {"listing": 1})
    assert told["refused"][0]["reason"] == "it is empty"
    assert not reftel.library.exists()


def test_progress_is_told_in_lines_the_report_last(reftel: "Reftel", seed_file: Make) -> None:
    folder = seed_file("in/one.txt").parent
    (folder / "empty.txt").touch()
    done = reftel("import", "--progress", folder)
    assert (done.returncode, done.stderr) == (4, "")
    *progress, last = map(json.loads, done.stdout.splitlines())
    assert progress[0]["progress"]["of"] == 2
    assert last["report"]["new"] == 1
    assert last["report"]["refused"][0]["path"] == f"{folder}/empty.txt"


@pytest.mark.parametrize(
    ("settled", "asked"),
    [('import.max_size = "4K"', ()), ('import.max_size = "9M"', ("--max-size", "4096"))],
    ids=["settled", "asked for"],
)
def test_a_cable_over_the_limit_is_refused(
    reftel: "Reftel", seed_file: Make, tmp_path: Path, settled: str, asked: tuple[str, ...]
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f"{settled}\n")
    done = reftel("import", seed_file("one.txt"), *asked, REFTEL_CONFIG=str(config))
    assert done.returncode == 4
    assert "a cable of more than the limit of 4,096 bytes (--max-size)" in done.stderr
    done = reftel("parse", seed_file("one.txt"), *asked, REFTEL_CONFIG=str(config))
    assert (done.returncode, done.stdout) == (4, "")


def test_what_is_no_size_is_told(reftel: "Reftel", seed_file: Make) -> None:
    done = reftel("import", "--max-size", "big", seed_file("one.txt"))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "'big' is no size such as 10M" in done.stderr


def test_a_path_that_is_not_there_makes_no_library(reftel: "Reftel") -> None:
    done = reftel("import", "nowhere")
    assert done.returncode == 4
    assert done.stderr == "reftel: refused nowhere: no such file\n"
    assert not reftel.library.exists()


def test_a_folder_without_cables_is_refused(reftel: "Reftel", tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    done = reftel("import", tmp_path / "none")
    assert done.returncode == 4
    assert done.stderr.startswith(f"reftel: refused {tmp_path}/none: ")


def test_a_file_without_permission_is_refused(reftel: "Reftel", seed_file: Make) -> None:
    file = seed_file("one.txt")
    file.chmod(0)
    done = reftel.like_anyone()("import", file)
    assert (done.returncode, done.stderr) == (4, f"reftel: refused {file}: permission denied\n")


def test_a_library_that_is_a_file_is_left_as_it_is(reftel: "Reftel", seed_file: Make) -> None:
    place = seed_file("library")
    before = place.read_bytes()
    done = reftel("import", seed_file("one.txt"), "--library", place)
    assert done.returncode == 3
    assert str(place) in done.stderr
    assert done.stderr.count("\n") == 1
    assert place.read_bytes() == before


def test_a_terminal_shows_a_bar_and_then_the_summary(reftel: "Reftel", seed_file: Make) -> None:
    code, written = reftel.on_a_terminal("import", seed_file("one.txt"))
    assert code == 0
    assert "1/1" in written
    assert "1 cables" in written
    assert "0 refused" in written
    assert written.endswith("1 file read, 1 new, 0 same, 0 further versions, 0 refused\n")


def test_ctrl_c_ends_it_in_a_line(reftel: "Reftel", seed_file: Make) -> None:
    first = seed_file("in/0.txt")
    for number in range(1, 2 * BATCH):  # so many that the first transaction is not the last
        (first.parent / f"{number}.txt").hardlink_to(first)
    # What a shell runs in the background ignores Ctrl-C, and so do its children unless told.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(
            reftel.command("import", first.parent, "--json"),
            env=reftel.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)
    while not list(reftel.library.glob("*.db")):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.startswith("reftel: interrupted")
    assert err.count("\n") == 1
    if out:
        assert json.loads(out)["interrupted"]


def test_a_limit_that_is_none_is_said_to_be_so(
    reftel: "Reftel", seed_file: Make, tmp_path: Path
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('import.max_size = "4Q"')
    words = ("import", seed_file("one.txt"), "--library", reftel.library)
    done = reftel(*words, REFTEL_CONFIG=str(config))
    assert done.returncode == 0
    assert "import.max_size is to be a size" in done.stderr
