"""Draw the README's picture: the reader on the real cable of the practice library.

python tests/bench/picture.py > reftel.svg
"""

import asyncio
import html
import re
import sys
import tempfile
from pathlib import Path

from store.practice import practice
from tui.app import ReftelApp

SIZE = (104, 40)


async def picture(library_folder: Path) -> str:
    """The reader as SVG, without a font from elsewhere, its blanks kept by every renderer."""
    with practice(library_folder) as library:
        app = ReftelApp(library, practice=True)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("slash", *"id:09MOSCOW1869 piracy", "enter", "enter")
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
        sys.stdout.write(asyncio.run(picture(Path(folder) / "practice")))
