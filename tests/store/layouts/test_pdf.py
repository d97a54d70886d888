"""PDF through pypdf: its text is read as that of a file, the PDF is what is kept."""

import sys

import pytest

from store import layouts
from store.cable import Received
from store.errors import Refused
from store.parse import parse

LINES = (
    "R 220336Z JUL 09",
    "FM AMEMBASSY MOSCOW",
    "UNCLAS MOSCOW 001869",
    "SUBJECT: INTERNET",
    "1. \\(U\\) One.",
)


def made(lines: tuple[str, ...]) -> bytes:
    """A PDF of one page with these lines, written by hand."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    content = f"BT /F1 12 Tf 14 TL 72 720 Td {shown}ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
    )
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Root 1 0 R/Size 6>>"
    return f"{out}{end}\nstartxref\n{len(out)}\n%%EOF\n".encode()


def test_the_text_of_a_pdf_is_read() -> None:
    data = made(LINES)
    [received] = layouts.read(data, "x.pdf")
    assert isinstance(received, Received)
    assert (received.layout, received.raw) == ("pdf", data)
    cable = parse(received)
    assert (cable.id, cable.subject) == ("09MOSCOW1869", "INTERNET")
    assert [paragraph.portion for paragraph in cable.paragraphs] == ["U"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (made(()), "of pictures"),
        (made(("A letter.",)), "no cable found"),
        (made(LINES)[:100], "broken PDF"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 500, "broken PDF"),
    ],
    ids=["no text", "no cable", "cut", "garbage"],
)
def test_a_pdf_without_a_cable_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        list(layouts.read(data, "x.pdf"))


def test_without_pypdf_the_advice_is_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(Refused, match="install pypdf beside reftel"):
        list(layouts.read(made(LINES), "x.pdf"))
