from tui import keys
from tui.guide import KEYS, guide


def test_the_guide_names_the_keys_there_are() -> None:
    lines = list(guide())
    assert f"  {'j k':<12} move; arrows and PgDn do too" in lines
    assert not any(KEYS.search(line) for line in lines)


def test_the_guide_names_the_keys_of_its_reader() -> None:
    keys.use([("cable.star", "x")], "arrows")
    try:
        lines = list(guide())
    finally:
        keys.use(())
    assert f"  {'x':<12} a star" in lines
    assert any(line.startswith("  F8 ") for line in lines)
