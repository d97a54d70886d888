"""Draw a picture of a room for the README, over the practice library.

python -m tests.bench.picture reader > reftel.svg
python -m tests.bench.picture list > docs/list.svg
python -m tests.bench.picture references > docs/references.svg
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

SIZES = {"reader": (104, 40), "list": (120, 30), "references": (104, 24)}

WAYS = {
    "reader": ("slash", *"id:09MOSCOW1869 piracy", "enter", "enter"),
    "list": ("f",),
    "references": ("slash", *"id:05STRELSAU901", "enter", "r"),
}


async def picture(library_folder: Path, room: str) -> str:
    """A room as SVG, without a font from elsewhere, its blanks kept by every renderer."""
    with practice(library_folder) as library:
        app = ReftelApp(library, practice=True)
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
        os.environ |= {"XDG_STATE_HOME": folder, "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
        sys.stdout.write(asyncio.run(picture(Path(folder) / "practice", sys.argv[1])))
