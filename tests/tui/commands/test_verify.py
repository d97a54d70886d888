import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from store.documents.rows import pack

if TYPE_CHECKING:
    from tests.tui.commands.conftest import Reftel

SEED = Path(__file__).parents[3] / "seeds" / "cables" / "09MOSCOW1869.txt"


@pytest.fixture
def mine(reftel: "Reftel") -> "Reftel":
    """Someone who has imported one cable."""
    assert reftel("import", SEED).returncode == 0
    return reftel


def test_a_sound_library_is_said_to_be_sound(reader: "Reftel") -> None:
    done = reader("verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"library  {reader.library}",
        "looked   2 cables, 2 versions",
        "index    up to date",
        "sound    all is as it was taken in",
    ]


def test_json_is_one_object(reader: "Reftel") -> None:
    told = json.loads(reader("verify", "--json").stdout)
    assert (told["sound"], told["cables"], told["troubles"]) == (True, 2, [])


def test_what_is_wrong_is_named_with_what_to_do(mine: "Reftel") -> None:
    (mine.library / "cables.db").chmod(0o604)
    done = mine("verify")
    assert done.returncode == 3
    assert f"wrong    {mine.library}/cables.db: others may use it (mode 0604)" in done.stdout
    told = json.loads(mine("verify", "--json").stdout)
    assert [each["kind"] for each in told["troubles"]] == ["permissions"]
    assert not told["sound"]


def test_a_file_that_is_no_library_is_damage_without_a_traceback(mine: "Reftel") -> None:
    (mine.library / "cables.db").write_bytes(os.urandom(99_999))
    done = mine("verify")
    assert (done.returncode, done.stderr) == (3, "")
    assert "wrong" in done.stdout


def test_without_a_library_it_says_so(reftel: "Reftel") -> None:
    done = reftel("verify")
    assert done.returncode == 3
    assert done.stderr == f"reftel: There is no library at {reftel.library}.\n"


def test_what_is_mended_is_said_and_so_is_what_is_left(mine: "Reftel") -> None:
    path = mine.library / "cables.db"
    data = bytearray(path.read_bytes())
    at = data.rindex(pack(SEED.read_bytes())[500:600])
    data[at] ^= 1
    path.write_bytes(data)
    done = mine("verify", "--repair")
    assert (done.returncode, done.stderr) == (3, "")
    told = [line for line in done.stdout.splitlines() if line.split()[0] not in ("looked", "index")]
    aside = next(mine.library.glob("cables.db.*.old"))
    assert told[1:] == [
        "wrong    09MOSCOW1869: its text is not the one received",
        f"         - it is taken out: reftel import {SEED}",
        f"mended   0 versions read anew; the documents as they were are {aside}",
        "mended   the index is made anew",
        "left     1",
    ]
    assert mine("import", SEED).stdout.startswith("1 file read, 1 new")
    assert mine("verify").returncode == 0
    assert mine("show", "09MOSCOW1869", "--raw").stdout == SEED.read_text()


def test_who_may_only_read_may_look_but_not_repair(mine: "Reftel") -> None:
    path = mine.library / "cables.db"
    data = bytearray(path.read_bytes())
    data[data.rindex(pack(SEED.read_bytes())[500:600])] ^= 1
    path.write_bytes(data)
    mine.library.chmod(0o500)
    mine.like_anyone()
    try:
        assert "wrong    1 in all" in mine("verify").stdout
        done = mine("verify", "--repair")
    finally:
        mine.library.chmod(0o700)
    assert done.returncode == 3
    assert "Permission denied" in done.stderr
    assert done.stderr.count("\n") == 1
