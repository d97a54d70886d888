"""The second net: whatever a widget draws passes it last on its way to the terminal.

Everything this program draws has been through `tui.render.safe` before; what Textual draws of its
own (a pasted query, say) has not.
"""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.render.safe import safe


class Net(LineFilter):
    """Lets nothing through that a terminal would act on; keeps the length of each segment."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Make the text of each segment safe."""
        return [
            segment
            if (shown := safe(segment.text)) == segment.text
            else segment._replace(text=shown)
            for segment in segments
        ]
