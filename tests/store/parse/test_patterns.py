"""No pattern repeats without bound what itself repeats without bound: none can explode."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import store

MANY = 64
_parser: Any = importlib.import_module("re._parser")


def patterns() -> Iterator[Any]:
    """Give each compiled pattern of the modules that read text, alone or in a table."""
    for module in pkgutil.walk_packages(store.__path__, "store."):
        if module.name.startswith(("store.parse", "store.layouts")):
            for name, value in vars(importlib.import_module(module.name)).items():
                for part in value if isinstance(value, tuple) else [value]:
                    inner = part if isinstance(part, tuple) else [part]
                    for each in inner:
                        if isinstance(each, re.Pattern):
                            yield pytest.param(each, id=f"{module.name}.{name}")


def nested(tree: Any, *, inside: bool = False) -> bool:
    """Whether a repeat without bound stands inside another."""
    for code, value in tree:
        many = False
        if str(code) in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            many = value[1] >= MANY
            if many and inside:
                return True
        if any(nested(part, inside=inside or many) for part in parts(value)):
            return True
    return False


def parts(value: Any) -> Iterator[Any]:
    """Give the patterns within a part of a pattern."""
    if isinstance(value, _parser.SubPattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from parts(each)


@pytest.mark.parametrize("pattern", list(patterns()))
def test_no_quantifier_is_nested(pattern: "re.Pattern[str]") -> None:
    assert not nested(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))


@pytest.mark.parametrize(
    ("pattern", "is_nested"),
    [
        (r"(-+\s*)+\n", True),
        (r"(?:[A-Z]{2,4}[ ,;]*)+", True),
        (r"(?:\s*\n)+X", True),
        (r"(?: R[A-Z]{3,8})+", False),
        (r"a+b+", False),
        (r"(?:a|b*)?c", False),
    ],
)
def test_a_nested_quantifier_is_seen(pattern: str, is_nested: bool) -> None:  # noqa: FBT001
    assert nested(_parser.parse(pattern)) is is_nested
