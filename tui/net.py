"""The second net: whatever a widget draws passes it last on its way to the terminal.

Everything this program draws has been through `tui.render.safe` before; what Textual draws of its
own (a pasted query, say) has not.
"""

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
        """Make the text of each segment safe."""
        return [
            segment
            if (shown := self._shown(segment.text)) == segment.text
            else segment._replace(text=shown)
            for segment in segments
        ]

    def _shown(self, text: str) -> str:
        return in_ascii(safe(text)) if self._ascii_only else safe(text)
