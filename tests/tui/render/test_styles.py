import pytest
from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.style import Style

from store.marking import Level
from tui.render.styles import ANSI, OFFICIAL, PLAIN, ROLES, Palette, palette, role

# The sixteen colours of the Linux console and of xterm, where the roles name one of them.
CONSOLE = {
    "black": "#000000",
    "red": "#aa0000",
    "green": "#00aa00",
    "yellow": "#aa5500",
    "blue": "#0000aa",
    "magenta": "#aa00aa",
    "white": "#aaaaaa",
    "bright_yellow": "#ffff55",
    "cyan": "#00aaaa",
    "bright_white": "#ffffff",
}
XTERM = CONSOLE | {
    "red": "#cd0000",
    "green": "#00cd00",
    "yellow": "#cdcd00",
    "blue": "#0000ee",
    "magenta": "#cd00cd",
    "white": "#e5e5e5",
    "bright_yellow": "#ffff00",
    "cyan": "#00cdcd",
}


def luminance(colour: ColorTriplet) -> float:
    """Relative luminance by WCAG 2."""
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# What terminals take for the bright ones, which some draw bold words in.
BRIGHT = {"black": "#7f7f7f", "red": "#ff5555", "green": "#55ff55", "blue": "#5c5cff"}


def contrast(style: str, names: dict[str, str]) -> float:
    """The contrast of a style's colours, however bold words are drawn; of none it is the best."""
    read = Style.parse(style)
    assert (read.color is None) == (read.bgcolor is None), "one colour of a terminal's two"
    if read.color is None or read.bgcolor is None:
        return 21
    under = luminance(seen(read.bgcolor, names))
    words = [seen(read.color, names)]
    if read.bold and read.color.name in BRIGHT:
        words.append(seen(Color.parse(BRIGHT[read.color.name]), names))
    return min(ratio(luminance(word), under) for word in words)


def seen(colour: Color, names: dict[str, str]) -> ColorTriplet:
    return Color.parse(names.get(colour.name, colour.name)).get_truecolor()


def ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


PALETTES = [
    pytest.param(OFFICIAL, {}, id="official"),
    pytest.param(ANSI, CONSOLE, id="console"),
    pytest.param(ANSI, XTERM, id="xterm"),
    pytest.param(PLAIN, {}, id="plain"),
]


@pytest.mark.parametrize(("drawn", "names"), PALETTES)
@pytest.mark.parametrize("name", OFFICIAL)
def test_words_of_every_role_read_on_dark_and_light(
    name: str, drawn: Palette, names: dict[str, str]
) -> None:
    assert contrast(drawn[name], names) >= 4.5


@pytest.mark.parametrize(("drawn", "names"), PALETTES)
@pytest.mark.parametrize("over", ["hit", "hit-now", "spot"])
def test_words_of_a_role_over_another_read_too(
    over: str, drawn: Palette, names: dict[str, str]
) -> None:
    for under in drawn:
        both = Style.parse(drawn[under]) + Style.parse(drawn[over])
        assert contrast(str(both), names) >= 4.5, under


@pytest.mark.parametrize("name", [name for name, style in OFFICIAL.items() if " on " in style])
def test_words_read_on_their_colour_in_256(name: str) -> None:
    read = Style.parse(OFFICIAL[name])
    assert read.color
    assert read.bgcolor
    nearest = [c.downgrade(2).get_truecolor() for c in (read.color, read.bgcolor)]
    assert contrast(" on ".join(c.hex for c in nearest), {}) >= 4.5


@pytest.mark.parametrize("drawn", [OFFICIAL, ANSI, PLAIN], ids=["official", "ansi", "plain"])
@pytest.mark.parametrize("under", ["heading", "code", "number", "subject", "secret"])
def test_the_hit_one_is_at_is_told_from_others_by_more_than_colour(
    drawn: Palette, under: str
) -> None:
    def attributes(role: str) -> tuple[object, ...]:
        style = Style.parse(drawn[under]) + Style.parse(drawn[role])
        return style.bold, style.underline, style.reverse

    assert attributes("hit") != attributes("hit-now")


@pytest.mark.parametrize(
    ("level", "colour"),
    [
        ("UNCLASSIFIED", "#007a33"),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "#502b85"),
        ("LIMITED OFFICIAL USE", "#502b85"),
        ("CONFIDENTIAL//NOFORN", "#0033a0"),
        ("SECRET", "#c8102e"),
        ("TOP SECRET", "#ff671f"),
        ("SECRETARY", "#c1a7e2"),
        (None, "#c1a7e2"),
    ],
)
def test_levels_have_their_official_colour(level: str | None, colour: str) -> None:
    assert Style.parse(OFFICIAL[role(level)]).bgcolor == Color.parse(colour)


def test_every_palette_has_every_role() -> None:
    assert OFFICIAL.keys() == ANSI.keys() == PLAIN.keys()
    assert set(Level) == ROLES.keys()


def test_nothing_is_dim() -> None:
    for drawn in (OFFICIAL, ANSI, PLAIN):
        assert not any(Style.parse(style).dim for style in drawn.values())


def test_without_colours_a_hit_is_still_marked() -> None:
    assert "on" not in " ".join(PLAIN.values()).split()
    assert PLAIN["hit"]
    assert PLAIN["hit"] != PLAIN["hit-now"]


@pytest.mark.parametrize(
    ("colours", "expected"), [(0, PLAIN), (16, ANSI), (256, OFFICIAL), (1 << 24, OFFICIAL)]
)
def test_a_palette_for_every_terminal(colours: int, expected: Palette) -> None:
    assert palette(colours) is expected
