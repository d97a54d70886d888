"""What Textual reads in the environment and would fail on, seen before it does.

Most of what it cannot read there it leaves aside of itself.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

COLOURS = ("auto", "standard", "256", "truecolor", "windows")


def mistake(environ: Mapping[str, str]) -> str | None:
    """Say in a line which variable says what cannot be, and what can; None where none does."""
    driver = environ.get("TEXTUAL_DRIVER")
    if driver and not _is_driver(driver):
        can = "MODULE:CLASS of a driver, as textual.drivers.linux_driver:LinuxDriver"
        return f"TEXTUAL_DRIVER={driver}: it takes {can}"
    colours = environ.get("TEXTUAL_COLOR_SYSTEM", "auto")
    if colours not in COLOURS:
        return f"TEXTUAL_COLOR_SYSTEM={colours}: it takes one of {', '.join(COLOURS)}"
    after = environ.get("TEXTUAL_SCREENSHOT", "")
    if _is_zero(after):
        return f"TEXTUAL_SCREENSHOT={after}: it takes seconds, from 1 on"
    return _no_log(environ.get("TEXTUAL_LOG"))


def _is_driver(name: str) -> bool:
    # whoever names none does not wait for these here
    from inspect import isabstract

    from textual.driver import Driver

    module, _, called = name.partition(":")
    try:
        found = getattr(import_module(module), called, None)
    except Exception:  # another's module may raise anything
        return False
    return isinstance(found, type) and issubclass(found, Driver) and not isabstract(found)


def _is_zero(number: str) -> bool:
    try:
        return int(number) == 0
    except ValueError:
        return False


def _no_log(path: str | None) -> str | None:
    """Say why a log cannot be written, if one is asked for."""
    try:
        if path is not None:
            Path(path).open("a").close()
    except OSError as error:
        return f"TEXTUAL_LOG={path}: {error.strerror}"
    return None
