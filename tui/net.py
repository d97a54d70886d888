"""The second net: whatever a widget draws passes it last on its way to the terminal.

Everything this program draws has been through `tui.render.safe` before; what Textual draws of its
own (a pasted query, say) has not.
"""

from collections.abc import Iterator

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.render.ascii import in_ascii
from tui.render.safe import safe


class Net(LineFilter):
    """Lets nothing through that a terminal would act on; keeps the cells of each segment.

    Nor, for a terminal that is sent `ascii_only`, what it could not show.
    """

    def __init__(self, *, ascii_only: bool = False) -> None:
        super().__init__()
        self._ascii_only = ascii_only

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Make a line safe as a whole: a mark may stand in one segment, its base in that before."""
        plain = "".join(segment.text for segment in segments)
        if plain.isascii() and plain.isprintable():
            return segments
        return [
            segment._replace(text=in_ascii(text) if self._ascii_only else text)
            for segment, text in zip(segments, _parts(safe(plain), segments), strict=True)
        ]


def _parts(shown: str, segments: list[Segment]) -> Iterator[str]:
    """Part a line as its segments were parted."""
    end = 0
    for segment in segments:
        start, end = end, end + len(segment.text)
        yield shown[start:end]
