"""A saved search in a line: its name, what it finds, what of that is new, and what it asks."""

from store.marks.values import Search
from tui.render.line import Line, cells, cut, fitted, join, words
from tui.render.safe import safe

_NAME, _COUNT, _NEW = 20, 9, 9
_NARROW = 60


def row(search: Search, now: int | None, width: int) -> Line:
    """Draw a saved search in `width` cells; `now` is what it finds, None while that is counted."""
    size = _NAME if width >= _NARROW else _NAME - 8
    name = fitted(safe(search.name), size)
    count = "…" if now is None else f"{now:,}"
    columns = [
        words(name, "code"),
        words(" " * (size - cells(name)) + f"{count:>{_COUNT}}"),
        words(f"{new(search, now):>{_NEW}}", "heading"),
    ]
    left = cut(join(columns), 0, width)
    return join((left, words(fitted(safe(f"  {search.line}"), width - cells(left.plain)))))


def new(search: Search, now: int | None) -> str:
    """Say how many more there are than at the last look, or fewer."""
    if now is None or now == search.found:
        return ""
    more = now - search.found
    return f"{more:,} new" if more > 0 else f"{-more:,} gone"
