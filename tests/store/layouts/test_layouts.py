"""Detection by content, decoding that changes nothing, refusals that say why."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import layouts
from store.errors import Refused

SEED = files("seeds").joinpath("cables/09MOSCOW1869.txt").read_bytes()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n rest", "PNG"),
        (b"%PDF-1.7 rest", "PDF"),
        (b"\x7fELF rest", "ELF"),
        (b"SQLite format 3\0 rest", "SQLite"),
        (b"PK\x03\x04 rest", "unpack it first"),
        (b"\x1f\x8b rest", "unpack it first"),
        (b"a" * 257 + b"ustar", "unpack it first"),
        (b"\0" * 50, "binary"),
        (b"# A README\n\nwithout a cable\n", "no cable found"),
        (b"09MOSCOW1869\nA TITLE\nno date\n", "no cable found"),
    ],
)
def test_what_holds_no_cable_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        list(layouts.read(data, "a-file"))


def test_the_raw_bytes_are_the_input() -> None:
    [received] = layouts.read(SEED, "seed")
    assert received.raw == SEED
    assert (received.layout, received.encoding, received.findings) == ("listing", "utf-8", ())


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\n\n", b"\r\n"])
def test_what_stands_before_the_first_listing_belongs_to_it(mark: bytes) -> None:
    [received] = layouts.read(mark + SEED, "seed")
    assert received.raw == mark + SEED
    assert received.listing is not None
    assert received.listing.id == "09MOSCOW1869"
    assert received.text[received.body :].startswith("VZCZC")


def test_windows_bytes_are_read_as_such_and_said() -> None:
    data = SEED.replace("¶1".encode(), b"\x951", 1)
    [received] = layouts.read(data, "seed")
    assert received.raw == data
    assert received.encoding == "cp1252"
    assert [(f.kind, f.line) for f in received.findings] == [("encoding-guessed", 39)]


def test_bytes_that_cp1252_has_not_are_kept_too() -> None:
    data = SEED.replace("¶1".encode(), b"\x811", 1)
    [received] = layouts.read(data, "seed")
    assert (received.raw, received.encoding) == (data, "latin-1")


@given(st.integers(min_value=1, max_value=4), st.sampled_from([b"\n", b"\n\n \n", b"\r\n"]))
def test_cables_in_a_row_are_parted_and_nothing_is_lost(count: int, between: bytes) -> None:
    data = between.join([SEED] * count)
    parts = list(layouts.read(data, "many"))
    assert b"".join(part.raw for part in parts) == data
    assert [part.listing and part.listing.id for part in parts] == ["09MOSCOW1869"] * count
