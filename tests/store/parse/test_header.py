"""A transmission header, line after line: which list a name is of, and where it ends."""

import pytest

from store.cable import Addressee, Header
from store.parse import header
from store.parse.lines import Lines


def names(text: str) -> tuple[list[str], list[str], list[str]]:
    read = header.read(Lines(text), 0).header
    return [a.name for a in read.to], [a.name for a in read.info], [a.name for a in read.excluded]


def test_a_page_line_among_the_addressees_is_none() -> None:
    text = (
        "FM SECSTATE WASHDC\nTO PAGE 02        STATE   023763  071504Z\n"
        "AMEMBASSY NEW DELHI PRIORITY\nINFO MISSILE TECHNOLOGY CONTROL REGIME COLLECTIVE PRIORITY"
    )
    assert names(text) == (
        ["AMEMBASSY NEW DELHI"],
        ["MISSILE TECHNOLOGY CONTROL REGIME COLLECTIVE"],
        [],
    )


@pytest.mark.parametrize("label", ["XMT/", "XMT "])
def test_xmt_names_are_exclusions(label: str) -> None:
    text = (
        f"FM AMEMBASSY FOOBAR\nTO RUEHX/EUROPEAN COLLECTIVE\n{label}AMEMBASSY SOFIA\nAMEMBASSY BERN"
    )
    assert names(text) == (["EUROPEAN COLLECTIVE"], [], ["AMEMBASSY SOFIA", "AMEMBASSY BERN"])


def test_the_joined_line_is_taken_apart_and_said() -> None:
    joined = "IMMEDIATE 3217C O N F I D E N T I A L SECTION 01 OF 03 TRIPOLI 000220"
    read = header.read(
        Lines(f"FM AMEMBASSY TRIPOLI\nTO RUEHC/SECSTATE WASHDC {joined}\n\nSIPDIS"), 0
    )
    assert read.header.to == (Addressee("RUEHC", "SECSTATE WASHDC", "3217", "IMMEDIATE"),)
    assert read.glued is not None
    assert read.glued.line.level == "CONFIDENTIAL"
    assert read.line == 1
    assert [(f.kind, f.line) for f in read.findings] == [("joined-line", 2)]


def test_no_header_is_no_fault() -> None:
    read = header.read(Lines("C O N F I D E N T I A L ROME 001196\n\nSIPDIS"), 0)
    assert read.header == Header()
    assert (read.line, read.spans, read.findings) == (0, (), ())


def test_an_addressee_glued_to_another_is_one_of_its_own() -> None:
    text = "FM AMEMBASSY ZENDA\nTO RUEHC/SECSTATE WASHDC IMMEDIATE 3217RUEHMO/AMEMBASSY MOSCOW"
    assert names(text) == (["SECSTATE WASHDC", "AMEMBASSY MOSCOW"], [], [])
