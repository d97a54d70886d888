"""Draw pictures of rooms for the README and docs/screens.md, over the practice library.

python -m tests.bench.picture reader > reftel.svg
for room in home list outline references search help; do
    python -m tests.bench.picture $room > docs/$room.svg
done
"""

import asyncio
import html
import os
import re
import sys
import tempfile
from pathlib import Path

from store.practice import practice
from tui.app import ReftelApp
from tui.doors import Doors

SIZES = {
    "home": (80, 12),
    "reader": (104, 40),
    "list": (120, 30),
    "outline": (104, 24),
    "references": (104, 24),
    "search": (120, 24),
    "help": (104, 40),
}

WAYS = {
    "home": (),
    "reader": ("slash", *"id:09MOSCOW1869 piracy", "enter", "enter"),
    "list": ("f",),
    "outline": ("slash", *"id:09MOSCOW1869", "enter", "enter", "O"),
    "references": ("slash", *"id:05STRELSAU901", "enter", "r"),
    "search": ("slash", *"pipeline or granary level:>=confidential"),
    "help": ("question_mark",),
}


async def picture(library_folder: Path, room: str) -> str:
    """A room as SVG, without a font from elsewhere, its blanks kept by every renderer."""
    with practice(library_folder) as library:
        doors = Doors(Path.home() / ".local/share/reftel/library", library_folder)
        app = ReftelApp(None if room == "home" else library, practice=True, doors=doors)
        async with app.run_test(size=SIZES[room]) as pilot:
            await pilot.press(*WAYS[room])
            await pilot.pause(0.2)
            svg = app.export_screenshot(title="reftel")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(r'x="([\d.]+)"( y="[\d.]+") textLength="([\d.]+)"([^>]*>)([^<]*)', moved, svg)


def moved(words: re.Match[str]) -> str:
    """One run of words, begun at its first letter: some renderers drop the blanks before it."""
    left, y, length, rest, text = words.groups()
    shown = html.unescape(text).replace("\xa0", " ")
    cell = float(length) / max(len(shown), 1)
    bare = shown.lstrip(" ")
    x = float(left) + cell * (len(shown) - len(bare))
    width = cell * len(bare.rstrip(" "))
    kept = html.escape(bare.rstrip(" "), quote=False).replace(" ", "&#160;")
    return f'x="{x:.1f}"{y} textLength="{width:.1f}"{rest}{kept}'


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        known = Path(folder) / "reftel" / "coached"
        known.parent.mkdir()
        known.touch()
        os.environ |= {
            "HOME": folder,
            "XDG_STATE_HOME": folder,
            "COLORTERM": "truecolor",
            "LC_ALL": "C.UTF-8",
        }
        sys.stdout.write(asyncio.run(picture(Path(folder) / "practice", sys.argv[1])))
