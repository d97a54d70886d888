"""A PDF, through pypdf where it is installed: the text it holds, read as that of a file.

A PDF of pictures holds none.
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from store.cable import Received
from store.errors import Refused
from store.layouts.input import Input

MAGIC = b"%PDF-"
PAGES = 500
"""Pages that are read at most; what follows them is not."""
LONGEST = 1 << 20
"""Bytes that draw a page, at most: a second's work, and ten times what a full one has."""

Read = Callable[[Input], Iterator[Received | Refused]]


def read(source: Input, read_text: Read) -> Iterator[Received | Refused]:
    """Give the cables in the text of a PDF; `raw` is the PDF whole. Raises Refused."""
    data = source.whole()
    text = _text(data)
    if not text.strip():
        raise Refused("it is a PDF document of pictures: there is no text in it")
    within = Input(BytesIO(text.encode(errors="replace")), source.name, source.largest)
    for received in read_text(within):
        if isinstance(received, Received):
            received = received._replace(layout="pdf", raw=data)
        yield received


def _page(page: Any) -> str:
    drawn = page.get_contents()
    if drawn is not None and len(drawn.get_data()) > LONGEST:
        raise Refused("it is a PDF document with more on a page than is read")
    return str(page.extract_text())


def _text(data: bytes) -> str:
    import logging

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings quote the document
    try:
        from pypdf import PdfReader
    except ImportError as error:
        advice = "install pypdf beside reftel to read it"
        raise Refused(f"it is a PDF document: {advice}") from error
    try:
        pages = PdfReader(BytesIO(data)).pages
        return "\n".join(_page(pages[n]) for n in range(min(len(pages), PAGES))) + "\n"
    except Refused:
        raise
    except Exception as error:  # pypdf lets anything through that a broken PDF brings about
        raise Refused(f"it is a broken PDF document: {error}") from error
