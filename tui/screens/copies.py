"""What can be copied of a cable."""

from collections.abc import Iterable

from store.cable import Cable, Paragraph
from store.cite import cite, quote
from store.reading import reading


def copied_all(what: str, cables: Iterable[Cable]) -> str:
    """Give the same of several cables, one after the other; "" where there is no such thing."""
    between = "\n\n\n" if what == "text" else "\n"
    return between.join(filter(None, (copied(what, cable, None) for cable in cables)))


def copied(what: str, cable: Cable, paragraph: Paragraph | None) -> str:
    """Give a part of a cable, or what is said of it; "" where there is no such thing.

    `what` is `text`, `citation`, `id`, `path`; or, of the paragraph, `paragraph` or `quote`.
    """
    match what:
        case "text":
            return cable.text
        case "citation":
            return cite(cable)
        case "id":
            return cable.id
        case "path" if cable.source:
            return cable.source.path
        case "paragraph" if paragraph:
            return reading(cable.text, paragraph.start, paragraph.end, cable.page_breaks)
        case "quote" if paragraph:
            return quote(cable, paragraph)
    return ""
