"""What each part of a drawing looks like: one place for every colour.

A drawing names roles (`secret`, `heading`, `hit`); a palette gives each role a style of Rich. The
classification colours are the official ones (covers SF 704-712 and the CUI label), the text on
them the one of black and white that reads with a contrast of at least 4.5 (WCAG 2 AA). Nothing is
dim: how much that takes away, each terminal settles for itself. The level's word is always printed,
so a colour never carries the meaning alone.
"""

from typing import Final

from store.marking import Level, rank

Palette = dict[str, str]

ROLES: Final = {
    Level.UNCLASSIFIED: "unclassified",
    Level.SENSITIVE: "sensitive",
    Level.CONFIDENTIAL: "confidential",
    Level.SECRET: "secret",
    Level.TOP_SECRET: "top-secret",
}

_WORDS: Final = {
    "label": "bold",
    "subject": "bold",
    "heading": "bold",
    "number": "bold",
    "code": "bold",
    "caption": "bold",
    "note": "italic",
    "spot": "reverse",
    "offer": "italic",
}

# 256 colours and more. `unknown` is the lavender of SF 709, "classified", level not given.
OFFICIAL: Final[Palette] = _WORDS | {
    "unclassified": "#ffffff on #007a33",
    "sensitive": "#ffffff on #502b85",
    "confidential": "#ffffff on #0033a0",
    "secret": "#ffffff on #c8102e",
    "top-secret": "#000000 on #ff671f",
    "unknown": "#000000 on #c1a7e2",
    "hit": "#000000 on #ffd75f",
    "hit-now": "bold underline #000000 on #ff87d7",
}

# Where only the terminal's own sixteen are known. Many of these terminals draw what is bold in the
# bright one of its colour: black words on a hit in a heading would be grey.
ANSI: Final[Palette] = _WORDS | {
    "unclassified": "black on green",
    "sensitive": "bright_white on magenta",
    "confidential": "bright_white on blue",
    "secret": "bright_white on red",
    "top-secret": "black on bright_yellow",
    "unknown": "black on white",
    "hit": "not bold black on cyan",
    "hit-now": "not bold underline black on bright_yellow",
}

# NO_COLOR and terminals without any: attributes only.
PLAIN: Final[Palette] = _WORDS | {
    "unclassified": "reverse",
    "sensitive": "reverse",
    "confidential": "reverse",
    "secret": "reverse",
    "top-secret": "reverse",
    "unknown": "reverse",
    "hit": "underline",
    "hit-now": "bold underline reverse",
}


def palette(colours: int) -> Palette:
    """Choose the palette for a terminal that shows so many colours; 0 is none."""
    if colours >= 256:
        return OFFICIAL
    return ANSI if colours else PLAIN


def role(level: str | None) -> str:
    """Name the role a level is drawn in; `unknown` for none and for words that are no level."""
    found = rank(level)
    return "unknown" if found is None else ROLES[found]
