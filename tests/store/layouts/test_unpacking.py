"""Compressed single files as streams: the same cables, broken ones and bombs refused."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable

import pytest

import seeds
from store import layouts
from store.cable import Received
from store.errors import Refused
from store.layouts import unpacking

SEED = seeds.data("cables/09MOSCOW1869.txt")
KINDS = pytest.mark.parametrize(
    "pack", [gzip.compress, bz2.compress, lzma.compress], ids=["gzip", "bzip2", "xz"]
)
Pack = Callable[[bytes], bytes]


@KINDS
def test_a_compressed_file_is_read(pack: Pack) -> None:
    [received] = layouts.read(pack(SEED), "seed")
    assert isinstance(received, Received)
    assert received.raw == SEED


@KINDS
def test_a_cut_file_is_refused(pack: Pack) -> None:
    with pytest.raises(Refused, match="compression is broken"):
        list(layouts.read(pack(SEED)[:-20], "seed"))


@KINDS
def test_what_is_compressed_twice_is_refused(pack: Pack) -> None:
    with pytest.raises(Refused, match="unpack it first"):
        layouts.read(pack(pack(SEED)), "seed")


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "FREE", 1 << 20)
    packed = gzip.compress(SEED + b"\n" + b"word\n" * 2_000_000)
    with pytest.raises(Refused, match="more than 200 times its size"):
        list(layouts.read(packed, "bomb"))


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST", 1_000)
    with pytest.raises(Refused, match="more than 1,000 bytes"):
        list(layouts.read(gzip.compress(SEED), "seed"))


@pytest.mark.parametrize("data", [SEED, gzip.compress(SEED)], ids=["plain", "gzip"])
def test_a_pipe_will_do(data: bytes) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, offset: int, whence: int = 0, /) -> int:
            raise io.UnsupportedOperation("seek")

        def tell(self) -> int:
            raise io.UnsupportedOperation("tell")

    [received] = layouts.stream(Pipe(data), "pipe", 1 << 20)
    assert isinstance(received, Received)
    assert received.raw == SEED


def test_a_compressed_tar_is_an_archive() -> None:
    with pytest.raises(Refused, match="tar archive: unpack it first"):
        layouts.read(gzip.compress(b"a" * 257 + b"ustar"), "x.tar.gz")
