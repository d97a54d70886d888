"""What is pasted, so that it stays what it is: a text.

Textual takes an Escape within a paste for its end, and all that follows for keys: a text that was
copied from anywhere could delete, or quit.
"""

from tui.render.safe import safe

ESCAPE = "\x1b"
BEGIN, END = "\x1b[200~", "\x1b[201~"
"""What a terminal puts around what is pasted."""


class Pasted:
    """Goes through what a terminal sends, in whatever parts that comes."""

    def __init__(self) -> None:
        self._within = False
        self._before = ""

    def harmless(self, came: str) -> str:
        """Give what came, with what shows an Escape for each within a paste.

        Keys go on at once; within a paste the beginning of what ends it waits for the rest.
        """
        given: list[str] = []
        while came:
            take = self._text if self._within else self._keys
            part, came = take(came)
            given.append(part)
        return "".join(given)

    def _keys(self, came: str) -> tuple[str, str]:
        """Part what came where a paste begins, which may have begun before."""
        known = len(self._before)
        found = (self._before + came).find(BEGIN)
        if found < 0:
            self._before = begun(self._before + came, BEGIN)
            return came, ""
        self._within, self._before = True, ""
        end = found + len(BEGIN) - known
        return came[:end], came[end:]

    def _text(self, came: str) -> tuple[str, str]:
        """Part what came where the paste ends, and take the Escapes out of it."""
        text, ended, rest = (self._before + came).partition(END)
        self._before = "" if ended else begun(text, END)
        self._within = not ended
        return text.removesuffix(self._before).replace(ESCAPE, safe(ESCAPE)) + ended, rest


def begun(text: str, sign: str) -> str:
    """Give as much of a sign as stands at the end of a text."""
    parts = (sign[:size] for size in range(min(len(sign) - 1, len(text)), 0, -1))
    return next((part for part in parts if text.endswith(part)), "")
