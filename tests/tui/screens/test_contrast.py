"""Every style that a screen draws is one whose contrast tests/tui/render/test_styles.py holds."""

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from store.library import Library
from tests.tui.driving import press
from tui.app import ReftelApp
from tui.render.styles import ANSI, OFFICIAL, Palette

Pair = tuple[object, object]

LIST = (("space",), ("f",), ("f",), ("slash",), (*"card",), ("enter",), ("slash",), ("enter",))
READER = (
    *(("enter",), ("z",), ("h",), ("i",), ("I",), ("tab",), ("f",), ("escape",)),
    *(("slash",), (*"the",), ("enter",), ("n",), ("z", "n"), ("v",), ("n",), ("v",)),
    *(
        ("V",),
        ("O",),
        ("q",),
        ("r",),
        ("l",),
        ("q",),
        ("question_mark",),
        ("q",),
        ("y",),
        ("escape",),
    ),
    *(("colon",), (*"cab",), ("escape",), ("a",), (*"note",), ("enter",), ("F",)),
)


def pair(style: Style) -> Pair:
    """The two colours of a style; the terminal's own are None."""

    def seen(colour: Color | None) -> object:
        if colour is None or colour.is_default:
            return None
        return colour.number if colour.triplet is None else colour.triplet

    return seen(style.color), seen(style.bgcolor)


@pytest.mark.parametrize(
    ("colours", "palette"),
    [(ColorSystem.EIGHT_BIT, OFFICIAL), (ColorSystem.STANDARD, ANSI)],
    ids=["256", "16"],
)
async def test_screens_draw_nothing_in_other_colours(
    exercise: Library, colours: ColorSystem, palette: Palette
) -> None:
    held = {pair(Style.parse(style)) for style in palette.values()}
    drawn: dict[Style, str] = {}
    app = ReftelApp(exercise)
    async with app.run_test(size=(160, 40)) as pilot:
        app.console._color_system = colours
        for keys in (*LIST, *READER):
            await press(pilot, *keys)
            for strip in app.screen._compositor.render_strips():
                drawn |= {style: text for text, style, _ in strip if style and text.strip()}
    assert len(drawn) > 8
    for style, text in drawn.items():
        assert pair(style) in held, text
        assert not style.dim, text
        assert not (style.bold and pair(style)[0] == 0), text
