"""Two versions of a cable as one listing, in the manner of `git diff`: what went, what came."""

from collections.abc import Iterator

from store.cable import Cable, Paragraph
from store.compare import Change, compare, differing, steps, words_of
from tui.render.line import Line, Stroke, words, wrap
from tui.render.portion import chip
from tui.render.safe import safe


def versions(old: Cable, new: Cable, width: int) -> Iterator[Line]:
    """Draw the fields and paragraphs that differ, in lines of at most `width` cells.

    What differs within a paragraph is lit; of paragraphs that are the same only the numbers are
    given.
    """
    for sign, cable in (("---", old), ("+++", new)):
        yield from wrap(words(f"{sign} {_named(cable)}", "heading"), width)
    for field, before, after in differing(old, new):
        yield from wrap(words(f"@@ {field} @@", "label"), width)
        yield from _sides(before, after, width)
    same: list[Paragraph] = []
    for change in compare(old, new):
        if change.kind == "same" and change.new is not None:
            same.append(change.new)
            continue
        yield from _same(same, width)
        same.clear()
        yield from _changed(change, old, new, width)
    yield from _same(same, width)


def _named(cable: Cable) -> str:
    source = cable.source
    return f"{cable.id} version {source.version}, {source.path}" if source else cable.id


def _same(paragraphs: list[Paragraph], width: int) -> Iterator[Line]:
    if paragraphs:
        first, last = _mark(paragraphs[0]), _mark(paragraphs[-1])
        said = first if len(paragraphs) == 1 else f"{first} to {last}"
        yield from wrap(words(f"  {said}: the same"), width)


def _changed(change: Change, old: Cable, new: Cable, width: int) -> Iterator[Line]:
    marks = [_mark(each) for each in (change.old, change.new) if each is not None]
    yield from wrap(words(f"@@ {' → '.join(dict.fromkeys(marks))} @@", "label"), width)
    before = words_of(old, change.old) if change.old else ""
    after = words_of(new, change.new) if change.new else ""
    if before == after:
        yield from wrap(words("  the same words under another number or mark"), width)
    else:
        yield from _sides(before, after, width)


def _mark(paragraph: Paragraph) -> str:
    number = f"¶{paragraph.number}" if paragraph.number is not None else "¶"
    return f"{number} {chip(paragraph.portion).plain}" if paragraph.portion else number


def _sides(before: str, after: str, width: int) -> Iterator[Line]:
    """Draw what went under `-` and what came under `+`, each lit where it differs."""
    a, b = before.split(), after.split()
    way = steps(a, b)
    went = [(i, j) for step, i, j, _, _ in way if step in ("replace", "delete")]
    came = [(i, j) for step, _, _, i, j in way if step in ("replace", "insert")]
    for sign, side, spans in (("-", a, went), ("+", b, came)):
        if side:
            alone = not (before and after)
            line = words(" ".join(side)) if alone else _lit(side, spans)
            yield from wrap(line, width, words(sign, "code"), 2)


def _lit(side: list[str], spans: list[tuple[int, int]]) -> Line:
    """Light words by their numbers."""
    starts = [0]
    for word in side:
        starts.append(starts[-1] + len(word) + 1)
    strokes = tuple(Stroke(starts[i], starts[j] - 1, "hit") for i, j in spans)
    return Line(safe(" ".join(side)), strokes)
