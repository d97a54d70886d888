import pytest

from tui.size import size


@pytest.mark.parametrize(
    ("written", "bytes_"),
    [("4096", 4096), (4096, 4096), ("500K", 512_000), ("10 MB", 10 << 20), ("2g", 2 << 30)],
)
def test_a_size_is_bytes_or_so_many_of_them(written: object, bytes_: int) -> None:
    assert size(written) == bytes_


@pytest.mark.parametrize("written", ["", "M", "-1", "1.5M", "0", "10T", "x" * 99, True, None, []])
def test_what_is_no_size_is_none(written: object) -> None:
    assert size(written) is None
