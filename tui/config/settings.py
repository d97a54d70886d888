"""Which settings there are, what they may be, and the values that count."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tui import keys
from tui.measure import NARROWEST, USUAL, WIDEST
from tui.size import size

Keymap = tuple[tuple[str, str], ...]
"""Keys by the ids of `tui.keys`, in the form of its table: Textual's names with commas between."""


class Config(NamedTuple):
    """The settings as they count; `library` and `marks` are None for the usual places."""

    library: str | None = None
    marks: str | None = None
    order: str = "newest"
    width: int = USUAL
    mouse: bool = False
    hints: bool = True
    max_size: str | int = "10M"
    preset: str = keys.USUAL
    langmap: str = ""
    keys: Keymap = ()


class Setting(NamedTuple):
    """One setting: its name, the last part of which is its field of `Config`.

    `wanted` says what a value is to be, and `fits` whether one is; `example` is shown where the
    default is none. `variable` is of the environment, and goes before the file.
    """

    name: str
    about: str
    wanted: str
    fits: Callable[[Any], bool]
    example: str = ""
    variable: str | None = None

    @property
    def field(self) -> str:
        """Give the name of its field of `Config`."""
        return self.name.rpartition(".")[2]

    @property
    def default(self) -> Any:
        """Give the value that counts where none is given."""
        return Config._field_defaults[self.field]


class Problem(NamedTuple):
    """Something wrong with the file: at which line, None for all of it."""

    line: int | None
    text: str


class Loaded(NamedTuple):
    """The file at `path` as it was read; `lines` are those of the settings that it gives."""

    path: Path
    config: Config = Config()
    problems: tuple[Problem, ...] = ()
    lines: Mapping[str, int | None] = {}

    def said(self) -> list[str]:
        """Give what is wrong, each with the place it is at."""
        return [
            f"{self.path}{f', line {line}' if line else ''}: {text}" for line, text in self.problems
        ]

    def first(self) -> str | None:
        """Give the first thing that is wrong, and how one learns of the others."""
        said = self.said()
        more = f" (and {len(said) - 1} more: reftel config validate)" if said[1:] else ""
        return f"{said[0]}{more}" if said else None

    def source(self, setting: Setting, environ: Mapping[str, str]) -> str:
        """Say where the value of a setting comes from."""
        if setting.variable and environ.get(setting.variable):
            return setting.variable
        line = self.lines.get(setting.name, 0)
        return "default" if line == 0 else f"line {line}" if line else "the file"


UNSETTLED = Loaded(Path())
"""Every setting at its default, of no file."""


def _is_path(value: object) -> bool:
    return (
        isinstance(value, str)
        and os.path.isabs(os.path.expanduser(value))  # noqa: PTH111, PTH117 - ~name may be nobody's
        and "\0" not in value
    )


def _is_width(value: object) -> bool:
    return type(value) is int and NARROWEST <= value <= WIDEST


_PATH = "a whole path in quotes, from / or ~ on"

SETTINGS = (
    Setting(
        "library",
        "The folder of your library.",
        _PATH,
        _is_path,
        "~/.local/share/reftel/library",
        "REFTEL_LIBRARY",
    ),
    Setting(
        "marks",
        "The file of your marks; by itself it lies beside the library.",
        _PATH,
        _is_path,
        "~/.local/share/reftel/library.marks.json",
        "REFTEL_MARKS",
    ),
    Setting(
        "list.order",
        "The order the list begins in: newest or oldest first.",
        '"newest" or "oldest"',
        lambda value: value in ("newest", "oldest"),
    ),
    Setting(
        "list.hints",
        "Whether a newcomer is told of the first keys in a line; it goes away by itself.",
        "true or false",
        lambda value: isinstance(value, bool),
    ),
    Setting(
        "reader.width",
        f"The longest line of a cable's text, in cells ({NARROWEST} to {WIDEST}).",
        f"a number from {NARROWEST} to {WIDEST}",
        _is_width,
    ),
    Setting(
        "terminal.mouse",
        "Whether the mouse does something (never by SSH); else the terminal selects text with it.",
        "true or false",
        lambda value: isinstance(value, bool),
    ),
    Setting(
        "import.max_size",
        "The largest cable that is taken in, in bytes, K, M or G; what is larger is refused.",
        'a size such as "10M"',
        lambda value: size(value) is not None,
    ),
    Setting(
        "keys.preset",
        "The set of keys to begin with; keys of your own, below, go over it.",
        '"vi", "emacs", "arrows", "azerty" or "qwertz"',
        lambda value: value in keys.PRESETS,
    ),
    Setting(
        "keys.langmap",
        "The alphabet whose letters do what the Latin ones on their keys do: ru, uk, el, he.",
        '"ru", "uk", "el", "he", or "" for none',
        lambda value: value in ("", *keys.LANGMAPS),
    ),
)
