"""Detection by content, decoding that changes nothing, refusals that say why."""

from importlib.resources import files
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import layouts
from store.cable import Received
from store.errors import Refused
from store.parse import parse

SEED = files("seeds").joinpath("cables/09MOSCOW1869.txt").read_bytes()


def cables(data: bytes) -> list[Received]:
    received = list(layouts.read(data, "a-file"))
    return [each for each in received if isinstance(each, Received)]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n rest", "PNG"),
        (b"%PDF-1.7 rest", "broken PDF"),
        (b"\x7fELF rest", "ELF"),
        (b"SQLite format 3\0 rest", "SQLite"),
        (b"PK\x03\x04 rest", "unpack it first"),
        (b"\x1f\x8b rest", "gzip compression is broken"),
        (b"BZh9 rest", "bzip2 compression is broken"),
        (b"\xfd7zXZ\0 rest", "xz compression is broken"),
        (b"Rar!\x1a\x07\x01\0", "rar archive: unpack it first"),
        (b"7z\xbc\xaf\x27\x1c", "7z archive: unpack it first"),
        (b"a" * 257 + b"ustar", "unpack it first"),
        (b"\0" * 50, "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"# A README\n\nwithout a cable\n", "no cable found"),
        (b"09MOSCOW1869\nA TITLE\nno date\n", "no cable found"),
    ],
)
def test_what_holds_no_cable_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        list(layouts.read(data, "a-file"))


def test_the_raw_bytes_are_the_input() -> None:
    [received] = cables(SEED)
    assert received.raw == SEED
    assert (received.layout, received.encoding, received.findings) == ("listing", "utf-8", ())


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\n\n", b"\r\n"])
def test_what_stands_before_the_first_listing_belongs_to_it(mark: bytes) -> None:
    [received] = cables(mark + SEED)
    assert received.raw == mark + SEED
    assert received.listing is not None
    assert received.listing.id == "09MOSCOW1869"
    assert received.text[received.body :].startswith("VZCZC")


def test_windows_bytes_are_read_as_such_and_said() -> None:
    data = SEED.replace("¶1".encode(), b"\x951", 1)
    [received] = cables(data)
    assert received.raw == data
    assert received.encoding == "cp1252"
    assert [(f.kind, f.line) for f in received.findings] == [("encoding-guessed", 39)]


@pytest.mark.parametrize("sign", ["¶", "’"])
def test_signs_misread_before_are_left_and_said(sign: str) -> None:
    wrong = sign.encode().decode("cp1252")
    data = SEED.replace("¶1".encode(), f"{wrong}1".encode(), 1)
    [received] = cables(data)
    assert received.raw == data
    assert wrong in received.text
    assert [(f.kind, f.line) for f in received.findings] == [("signs-misread", 39)]


def test_bytes_that_cp1252_has_not_are_kept_too() -> None:
    data = SEED.replace("¶1".encode(), b"\x811", 1)
    [received] = cables(data)
    assert (received.raw, received.encoding) == (data, "latin-1")


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=4), st.sampled_from([b"\n", b"\n\n \n", b"\r\n"]))
def test_cables_in_a_row_are_parted_and_nothing_is_lost(count: int, between: bytes) -> None:
    data = between.join([SEED] * count)
    parts = cables(data)
    assert b"".join(part.raw for part in parts) == data
    assert [part.listing and part.listing.id for part in parts] == ["09MOSCOW1869"] * count


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-16-le", "\ufeff"),
        ("utf-16-be", "\ufeff"),
        ("utf-32-le", "\ufeff"),
        ("utf-32-be", "\ufeff"),
        ("utf-16-le", ""),
        ("utf-16-be", ""),
    ],
)
def test_wide_text_is_read_and_kept_as_it_came(encoding: str, mark: str) -> None:
    text = mark + SEED.decode() + "\n" + SEED.decode()
    parts = cables(text.encode(encoding))
    assert b"".join(part.raw for part in parts) == text.encode(encoding)
    assert [part.encoding for part in parts] == [encoding] * 2
    assert all(part.raw.decode(encoding) == part.text for part in parts)


def test_wide_text_that_breaks_off_is_refused() -> None:
    with pytest.raises(Refused, match="utf-16-le"):
        cables(("\ufeff" + SEED.decode()).encode("utf-16-le")[:-1])


def test_lines_that_end_in_cr_alone_are_read_and_said() -> None:
    data = (SEED + b"\n" + SEED).replace(b"\n", b"\r")
    parts = cables(data)
    assert b"".join(part.raw for part in parts) == data
    assert [part.text for part in parts] == [(SEED + b"\n").decode(), SEED.decode()]
    assert [finding.kind for finding in parts[0].findings] == ["lines-end-in-cr"]


@pytest.mark.parametrize("size", [1, 7, 100, 8_000, 1 << 20])
def test_where_a_stream_is_cut_makes_no_difference(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.layouts.input.CHUNK", size)
    monkeypatch.setattr("store.layouts.input.HEAD", 500)
    data = (SEED + b"\n") * 5
    parts = list(layouts.stream(BytesIO(data), "many", 8_000))
    assert [part.raw for part in parts if isinstance(part, Received)] == [SEED + b"\n"] * 5


@pytest.mark.parametrize("size", [1_000, 1 << 20])
def test_a_cable_over_the_limit_is_refused_with_its_line_and_the_rest_goes_on(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.layouts.input.CHUNK", size)
    long = SEED + b"\nword" * 5_000 + b"\n"
    parts = list(layouts.stream(BytesIO(SEED + b"\n" + long + SEED), "many", 10_000))
    first, refused, last = parts
    assert isinstance(first, Received)
    assert isinstance(refused, Refused)
    assert refused.line == SEED.count(b"\n") + 2
    assert isinstance(last, Received)
    assert last.raw == SEED


@pytest.mark.parametrize("at", [-1, SEED.index(b"piracy")], ids=["cut", "within"])
def test_one_bad_byte_costs_no_paragraph_its_number_or_mark(at: int) -> None:
    data = SEED[:at] + b"\xe2" + SEED[at:]
    [received] = layouts.read(data, "x")
    assert isinstance(received, Received)
    assert (received.raw, received.encoding) == (data, "cp1252")
    marks = [(each.number, each.portion) for each in parse(received).paragraphs]
    whole = parse(SEED.decode()).paragraphs
    assert marks == [(each.number, each.portion) for each in whole]
