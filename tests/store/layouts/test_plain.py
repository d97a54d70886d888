"""Telegrams without a listing, and text that was made from a PDF."""

import pytest

from store import layouts
from store.cable import Received
from store.errors import Refused
from store.parse import parse

LINES = [
    "VZCZCXRO3059",
    "RR RUEHAG",
    "DE RUEHMO #1869 2030336",
    "R 220336Z JUL 09",
    "FM AMEMBASSY MOSCOW",
    "TO RUEHC/SECSTATE WASHDC 4310",
    "UNCLAS MOSCOW 001869",
    "E.O. 12958: N/A",
    "TAGS: PGOV",
    "SUBJECT: INTERNET",
    "1. (U) One.",
    "2. (U) Two.",
]
TELEGRAM = "\n".join(LINES)


def one(text: str) -> Received:
    [received] = layouts.read(text.encode(), "telegram.txt")
    assert isinstance(received, Received)
    assert received.raw == text.encode()
    assert (received.layout, received.listing) == ("plain", None)
    return received


def test_a_telegram_names_itself() -> None:
    received = one(TELEGRAM)
    cable = parse(received)
    assert (received.text, received.findings) == (TELEGRAM, ())
    assert (cable.id, cable.date, cable.level) == ("09MOSCOW1869", "2009-07-22", "UNCLASSIFIED")


def test_one_that_does_not_is_named_by_its_bytes() -> None:
    text = "FM AMEMBASSY MOSCOW\nTO SECSTATE WASHDC\nSUBJECT: INTERNET\n\n1. One."
    cable = parse(one(text))
    assert cable.id.startswith("TELEGRAM-")
    assert "id-missing" in [finding.kind for finding in cable.findings]
    assert parse(one(text + " ")).id != cable.id


def test_the_blank_line_below_every_line_is_left_out_and_said() -> None:
    received = one("\n\n".join(LINES))
    assert received.text == TELEGRAM
    assert [finding.kind for finding in received.findings] == ["lines-doubled"]


def test_a_second_blank_line_stays() -> None:
    text = "\n\n".join(LINES).replace("1. (U)", "\n\n1. (U)")
    assert one(text).text == TELEGRAM.replace("1. (U)", "\n1. (U)")


def test_the_sign_of_a_paragraph_is_restored_and_said() -> None:
    received = one(TELEGRAM.replace("1. (U)", "\ufffd1. (U)"))
    assert received.text == TELEGRAM.replace("1. (U)", "¶1. (U)")
    assert [finding.kind for finding in received.findings] == ["signs-restored"]


@pytest.mark.parametrize(
    "above",
    [
        "../../X1\nA TITLE\n2009-07-22 00:00:00 +0200\nSECRET\nEmbassy Moscow\n",
        "\nA TITLE\n2009-07-22 00:00:00 +0200\nSECRET\nEmbassy Moscow\n",
        "Found in a drawer:\n\n",
    ],
    ids=["no id", "a blank id", "words"],
)
def test_lines_above_a_telegram_are_left_and_said(above: str) -> None:
    received = one(above + TELEGRAM)
    assert received.text[received.body :] == TELEGRAM
    assert [finding.kind for finding in received.findings] == ["lines-above"]
    assert parse(received).id == "09MOSCOW1869"


def test_telegrams_in_a_row_are_parted() -> None:
    data = f"{TELEGRAM}\nNNNN\n{TELEGRAM}".encode()
    parts = [part for part in layouts.read(data, "x") if isinstance(part, Received)]
    assert b"".join(part.raw for part in parts) == data
    assert [parse(part).id for part in parts] == ["09MOSCOW1869"] * 2


def test_a_byte_order_mark_is_of_the_bytes_alone() -> None:
    data = f"\ufeff{TELEGRAM}\n{TELEGRAM}".encode()
    parts = [part for part in layouts.read(data, "x") if isinstance(part, Received)]
    assert b"".join(part.raw for part in parts) == data
    assert [part.text[part.body :] for part in parts] == [f"{TELEGRAM}\n", TELEGRAM]
    assert [part.findings for part in parts] == [(), ()]


@pytest.mark.parametrize(
    "text",
    [
        "# Notes\n\nSUBJECT: my notes\nTAGS: work\n",
        "Dear Sir,\n\n1. (U) have a question.\n",
        "R 220336Z JUL 09\n",
        "FM radio is dead.\nTO whom it may concern\n",
    ],
)
def test_a_text_with_one_sign_or_none_is_no_telegram(text: str) -> None:
    with pytest.raises(Refused, match="no cable found"):
        layouts.read(text.encode(), "notes.txt")
