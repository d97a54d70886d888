"""What the reader may be asked for at the foot of a cable: words to find, a paragraph, letters."""

from collections.abc import Callable, Mapping

from store.cable import Cable
from store.codes import Code
from store.query.find import find
from tui.render.cable import gaps
from tui.widgets.cable_view import CableView

Say = Callable[[str], None]
"""Says something in a line."""


class Finding:
    """Finds in the text: what is typed is marked at once, from the place where it began."""

    sign = "/"

    def __init__(self, view: CableView, cable: Cable, say: Say) -> None:
        self._view = view
        self._cable = cable
        self._say = say
        self._before = view.top, view.hit, view.marked

    def typed(self, letters: str) -> bool:
        """Mark letters wherever they stand; False, for there may be more of them."""
        self._view.move_to(self._before[0])
        self._view.mark(find(self._cable.text, letters, gaps(self._cable)))
        return False

    def answered(self, letters: str) -> None:
        """Keep to the hits, if there are any."""
        if not letters:
            self.given_up()
        elif not self._view.hits:
            self._say(f"This cable does not say {letters}")

    def given_up(self) -> None:
        """Mark again what was marked before, at the place where that was."""
        top, hit, marked = self._before
        self._view.mark(marked)
        self._view.walk(hit - self._view.hit)
        self._view.move_to(top)


class Jumping:
    """Goes to a paragraph by its number."""

    sign = ":"

    def __init__(self, view: CableView, say: Say) -> None:
        self._view = view
        self._say = say

    def typed(self, number: str) -> bool:  # noqa: ARG002
        """Wait for the whole number."""
        return False

    def answered(self, number: str) -> None:
        """Go there; where there is no such paragraph, say which there are."""
        wanted = number.lstrip("¶").strip()
        if wanted and not self._view.go_to(wanted):
            last = self._view.names[-1:]
            said = f"the last is ¶{last[0]}" if last else "this cable has none"
            self._say(f"No ¶{wanted}: {said}")

    def given_up(self) -> None:
        """Stay."""


class Lettering:
    """Takes the letters that stand over a reference."""

    sign = "f"

    def __init__(self, view: CableView, codes: Mapping[str, Code]) -> None:
        self._view = view
        self._codes = codes
        self.chosen: Code | None = None

    def typed(self, letters: str) -> bool:
        """Tell whether no more letters are needed, or would help."""
        self.chosen = self._codes.get(letters)
        return not any(each != letters and each.startswith(letters) for each in self._codes)

    def answered(self, letters: str) -> None:  # noqa: ARG002
        """Take the letters away."""
        self._view.unlabel()

    def given_up(self) -> None:
        """Take the letters away."""
        self._view.unlabel()


Asked = Finding | Jumping | Lettering
