"""What is small and unpacks to far more."""

import bz2
import lzma
import zlib

from tests.harness.classes.binaries import PACKED, pdf, zip_of
from tests.harness.classes.made import SEED, Bad, holding


def _zeros(count: int) -> bytes:
    """Give a gigabyte or so of zeros, gzipped, a piece at a time."""
    packer = zlib.compressobj(9, wbits=31)
    piece = bytes(1 << 20)
    return b"".join(packer.compress(piece) for _ in range(count)) + packer.flush()


def _cable_bomb() -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    made = packer.compress(SEED)
    return made + b"".join(packer.compress(b"x" * (1 << 20)) for _ in range(500)) + packer.flush()


CLASSES = (
    Bad("a PDF that is a bomb", holding(lambda: pdf(bytes(300 << 20))), 0, "PDF"),
    Bad(
        "a PDF of much text",
        holding(lambda: pdf(b"BT /F 9 Tf (x) Tj ET " * 90_000)),
        0,
        "on a page|pypdf",
    ),
    Bad("a gzip bomb of 1 GB", holding(lambda: _zeros(1000)), 0, "binary|empty|times its size"),
    Bad("a cable in a gzip bomb", holding(_cable_bomb), 0, "limit|times its size"),
    Bad("a bzip bomb", holding(lambda: bz2.compress(b"x" * (200 << 20))), 0, "no cable|times"),
    Bad("an xz bomb", holding(lambda: lzma.compress(b"x" * (200 << 20))), 0, "no cable|times"),
    Bad("a zip bomb", holding(lambda: zip_of(("bomb", bytes(100 << 20)))), 0, PACKED),
)
