"""How many cables there are of each month or year, in one line."""

from collections.abc import Sequence

from tui.render.line import EMPTY, Line, join, words

BLOCKS = "▁▂▃▄▅▆▇█"

WIDEST_BAR = 3


def histogram(counts: Sequence[tuple[str, int]], width: int) -> Line:
    """Draw counts, the oldest first, as bars between the first and the last month or year.

    Where there are more of them than cells, a cell is several; nothing is drawn where not even
    the two names have room. What has any cable shows, what has none is blank.
    """
    if not counts:
        return EMPTY
    before, after = f"{counts[0][0]} ", f" {counts[-1][0]}" if len(counts) > 1 else ""
    room = width - len(before) - len(after)
    if room < 1:
        return EMPTY
    sums = [0] * min(len(counts), room)
    for at, (_, count) in enumerate(counts):
        sums[at * len(sums) // len(counts)] += count
    cells = min(WIDEST_BAR, room // len(sums))
    drawn = "".join(_bar(each, max(sums)) * cells for each in sums)
    return join((words(before), words(drawn), words(after)))


def _bar(count: int, most: int) -> str:
    return BLOCKS[(count * len(BLOCKS) - 1) // most] if count else " "
