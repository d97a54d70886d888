"""Whatever stands in any field of a cable, no drawing of it holds a character that acts."""

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.cable import (
    Addressee,
    Cable,
    DateTimeGroup,
    ExecutiveOrder,
    Finding,
    Header,
    Heading,
    Mention,
    Paragraph,
    Reference,
    Span,
)
from store.row import Hit, Row
from tui.render.banner import banner
from tui.render.branch import Twig, twig
from tui.render.cable import flow, received
from tui.render.hints import labelled
from tui.render.line import Line, cells
from tui.render.look import Look
from tui.render.outline import entry, outline
from tui.render.own import Own
from tui.render.row import found
from tui.render.safe import safe

TRICKS = [
    pytest.param("\x1b]52;c;Zm9v\x07", id="clipboard"),
    pytest.param("\x1b[6n\x1b[c", id="answers-that-type"),
    pytest.param("\x9b31m\x90q\x9c\x85", id="c1"),
    pytest.param("a\rb\x08c\x7f\x00\x0b\x0c", id="overstrike"),
    pytest.param("\u202eabc\u2066\u2069\u200f\u061c", id="bidi"),
    pytest.param("\u200b\u2060\ufeff\u00ad\U000e0041\ufe0f\u3164", id="invisible"),
    pytest.param("\u2028\u2029\x1c\x1d\x1e", id="line-ends"),
    pytest.param("\ud800\udfff\udc9b", id="surrogates"),
    pytest.param("e" + "\u0301" * 50, id="heaps-of-marks"),
    pytest.param("[red][/] [@click=app.quit]x[/]", id="markup"),
    pytest.param("東京" * 20, id="wide"),
]


def cable(trick: str) -> Cable:
    """A cable that holds the trick in every field of words, and in its text."""
    text = f"{trick} {trick}\n{trick}   {trick}\t{trick}\n"
    addressee = Addressee(trick, trick, trick, trick)
    return Cable(
        trick,
        text,
        date="2009-07-22",
        sent=None,
        origin=trick,
        level=trick,
        captions=(trick, trick),
        passes=(trick,),
        header=Header(
            dtg=DateTimeGroup(trick, (trick, trick), None, ()),
            origin=trick,
            to=(addressee,),
            info=(addressee,),
            excluded=(addressee,),
        ),
        eo=ExecutiveOrder(trick, False, trick, trick, (), trick, trick),  # noqa: FBT003
        tags=(trick,),
        subject=trick,
        refs=(Reference(trick, trick, trick, "cable", trick), Reference(None, "", "", "", trick)),
        classified_by=trick,
        headings=(Heading(trick, 0, len(trick)),),
        paragraphs=(
            Paragraph(trick, trick, trick, 0, 0, len(text)),
            Paragraph(2, None, None, 0, 0, len(trick)),
        ),
        signature=trick,
        spans=(Span("tags", 0, len(text)), Span("eo", 0, len(trick))),
        mentions=(Mention(("09X1",), len(trick) + 1, 2 * len(trick) + 1),),
        findings=(Finding(trick, 3, trick),),
    )


def own(trick: str) -> Own:
    return Own((trick,), ((None, trick), ("2", f"{trick}\n{trick}"), (trick, trick)))


DRAWINGS: dict[str, Callable[[str, int], Iterable[Line]]] = {
    "flow": lambda trick, width: flow(cable(trick), width),
    "folded": lambda trick, width: flow(cable(trick), width, Look()),
    "noted": lambda trick, width: flow(cable(trick), width, Look(), own(trick)),
    "outline": lambda trick, width: [entry(each, width) for each in outline(cable(trick))],
    "branch": lambda trick, width: [
        twig(Twig(2, "+", trick, Row(1, trick, trick, trick, trick, trick), ""), width),
        twig(Twig(1, " ", trick, None, trick), width),
    ],
    "letters": lambda trick, width: [
        labelled(line, spot, "as") for line in received(cable(trick), width) for spot in line.spots
    ],
    "received": lambda trick, width: received(cable(trick), width),
    "banner": lambda trick, width: [banner(trick, (trick, trick), width)],
    "result": lambda trick, width: found(
        Hit(Row(1, trick, trick, trick, trick, trick), trick, ((0, 2),)), width
    ),
}


def is_harmless(line: Line) -> bool:
    return safe(line.plain) == line.plain


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("width", [20, 40, 80, 120])
@pytest.mark.parametrize("drawing", DRAWINGS)
def test_nothing_acts_and_nothing_is_too_wide(drawing: str, width: int, trick: str) -> None:
    for line in DRAWINGS[drawing](trick, width):
        assert is_harmless(line)
        assert cells(line.plain) <= width
        assert line.text.plain == line.plain


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=30), st.integers(1, 130))
def test_no_text_at_any_width_acts(trick: str, width: int) -> None:
    for draw in DRAWINGS.values():
        assert all(is_harmless(line) for line in draw(trick, width))
