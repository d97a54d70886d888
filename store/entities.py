"""Entities of a web page that the maker of a text left in it: `&amp;`, `&quot;`, `&#x000A;`."""

import re

from store.cable import Finding

_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,6}|#x[0-9A-Fa-f]{2,6});")


def decoded(text: str) -> tuple[str, tuple[Finding, ...]]:
    """Decode the entities of a text, once (`&amp;lt;` becomes `&lt;`), and say so."""
    first = _ENTITY.search(text) if "&" in text else None
    if first is None:
        return text, ()
    from html import unescape  # seldom needed, and its table is large

    line = text.count("\n", 0, first.start()) + 1
    said = "Entities of a web page, such as &amp;, stood in the text; decoded."
    plain = _ENTITY.sub(lambda found: unescape(found[0]), text)
    return plain, (Finding("entities-decoded", line, said),)
