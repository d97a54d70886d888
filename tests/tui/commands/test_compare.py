import json

import pytest

from tests.tui.commands.conftest import Reftel

CABLE = """08ZENDA1
A VISIT
2008-07-22 00:00:00 +0200
CONFIDENTIAL
Embassy Zenda
C O N F I D E N T I A L ZENDA 000001

SUBJECT: A VISIT

1. (C) One.

2. (C) He met {} there.
"""


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Reftel:
    """The command of someone who holds three versions of a cable, and one of another."""
    folder = tmp_path_factory.mktemp("released")
    reftel = Reftel(folder)
    for name in ("XXXXX", "Colonel XXXXX", "Colonel Sapt"):
        path = folder / f"{name}.txt"
        path.write_text(CABLE.format(name), "utf-8")
        assert reftel("import", path).returncode == 0
    path.write_text(CABLE.format("nobody").replace("ZENDA1", "ZENDA2"), "utf-8")
    assert reftel("import", path).returncode == 0
    return reftel


@pytest.mark.parametrize(
    ("asked", "went", "came"),
    [
        ((), "Colonel XXXXX", "Colonel Sapt"),
        (("1",), "XXXXX", "Colonel Sapt"),
        (("1", "2"), "XXXXX", "Colonel XXXXX"),
        (("2", "1"), "Colonel XXXXX", "XXXXX"),
    ],
)
def test_the_versions_asked_for_are_compared(
    released: Reftel, asked: tuple[str, ...], went: str, came: str
) -> None:
    done = released("compare", "08ZENDA1", *asked, "--width", "300")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[2:] == [
        "  ¶1 (C): the same",
        "@@ ¶2 (C) @@",
        f"- He met {went} there.",
        f"+ He met {came} there.",
    ]


def test_json_has_both_sides_of_each_paragraph(released: Reftel) -> None:
    out = json.loads(released("compare", "08ZENDA1", "1", "--json").stdout)
    assert (out["old"]["version"], out["new"]["version"]) == (1, 3)
    assert [each["kind"] for each in out["paragraphs"]] == ["same", "changed"]
    assert out["paragraphs"][1]["new"]["text"] == "He met Colonel Sapt there."
    assert out["fields"] == []


def test_an_older_version_can_be_shown(released: Reftel) -> None:
    assert "He met XXXXX there" in released("show", "08ZENDA1", "--version", "1").stdout
    assert "He met XXXXX there" in released("show", "08ZENDA1", "--version", "1", "--raw").stdout


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (("08ZENDA2",), 1, "there is one version of 08ZENDA2, and so nothing to compare"),
        (("08ZENDA2", "1"), 1, "there is one version of 08ZENDA2, and so nothing to compare"),
        (("08ZENDA1", "9"), 1, "08ZENDA1 has no version 9; the newest is 3."),
        (("08ZENDA1", "1", "2", "3"), 2, "two versions can be compared, no more"),
        (("08ZENDA9",), 1, "The library has no cable 08ZENDA9."),
    ],
)
def test_what_cannot_be_compared_is_said(
    released: Reftel, asked: tuple[str, ...], code: int, said: str
) -> None:
    done = released("compare", *asked)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
