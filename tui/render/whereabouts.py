"""Where in a cable, and where in its library, one is: in a line."""

from store.cable import Cable
from tui.render.row import short_level


def whereabouts(
    cable: Cable,
    offset: int | None,
    paragraph: str | None,
    extent: str,
    row: tuple[int, int] | None,
) -> str:
    """Say where one is, what is asked for most often first.

    `offset` is where the view begins, None for its top; `row` which row of how many of the list
    the cable is.
    """
    line = cable.text.count("\n", 0, offset or 0) + 1
    parts = [
        cable.id,
        f"¶{paragraph}/{len(cable.paragraphs)}" if paragraph else "",
        extent,
        f"line {line:,} of {cable.text.count(chr(10)) + 1:,}",
        _section(cable, line),
        f"row {row[0]:,} of {row[1]:,}" if row else "",
        cable.date or "no date",
        short_level(cable.level),
        cable.source.path if cable.source else "",
    ]
    return "  ".join(filter(None, parts))


def _section(cable: Cable, line: int) -> str:
    here = [each for each in cable.sections if each.line <= line]
    return f"section {here[-1].number} of {here[-1].of}" if here else ""
