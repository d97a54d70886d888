"""What is no text, or is packed."""

import bz2
import gzip
import io
import lzma
import random
import sqlite3
import struct
import tarfile
import zipfile
import zlib
from pathlib import Path

from tests.harness.classes.made import SEED, Bad, holding, with_body

NOISE = random.Random(1869).randbytes


def _database(path: Path) -> None:
    sqlite3.connect(path).execute("CREATE TABLE cables (id TEXT)").connection.close()


def zip_of(*members: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return made.getvalue()


def _tar() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for kind, name in ((tarfile.SYMTYPE, "../../etc/passwd"), (tarfile.CHRTYPE, "zero")):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
        member = tarfile.TarInfo("/09MOSCOW1869.txt")
        member.size = len(SEED)
        archive.addfile(member, io.BytesIO(SEED))
    return made.getvalue()


def pdf(content: bytes) -> bytes:
    """Write a PDF of one page, packed."""
    packed = zlib.compress(content, 9)
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
    )
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def _xz_of_a_great_dictionary() -> bytes:
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 20}]
    made = bytearray(lzma.compress(SEED, lzma.FORMAT_XZ, filters=filters))
    at = made.index(b"\x21\x01", 12) + 2
    made[at] = 40  # 4 GB
    head = 12 + (made[12] + 1) * 4 - 4
    made[head : head + 4] = struct.pack("<I", zlib.crc32(made[12:head]))
    return bytes(made)


BINARY, PACKED = "binary", "unpack it first"
CLASSES = (
    Bad("NULs in a body", with_body(lambda: "a\0b\0c")),
    Bad("NULs alone", holding(bytes(9000)), 0, "empty|binary"),
    Bad("an ELF program", holding(b"\x7fELF\2\1\1" + bytes(900)), 0, "ELF"),
    Bad("a PNG", holding(b"\x89PNG\r\n\x1a\n" + NOISE(900)), 0, "PNG"),
    Bad("a JPEG", holding(b"\xff\xd8\xff\xe0" + NOISE(900)), 0, "JPEG"),
    Bad("a GIF", holding(b"GIF89a" + NOISE(900)), 0, "GIF"),
    Bad("noise", holding(NOISE(90_000)), 0, f"{BINARY}|no cable|looks like"),
    Bad("noise of 5 MB", holding(lambda: NOISE(5_000_000)), 0, f"{BINARY}|no cable|looks like"),
    Bad(
        "an old Word document", holding(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9000)), 0, "bin"
    ),
    Bad(
        "a pickle", holding(b"\x80\x04cposix\nsystem\n(S'touch /tmp/owned'\ntR."), 0, "no cable|bin"
    ),
    Bad("an SQLite database", _database, 0, "SQLite"),
    Bad("a wave file", holding(b"RIFF" + NOISE(9000)), 0, BINARY),
    Bad("half a PDF", holding(pdf(b"BT /F 9 Tf (x) Tj ET")[:200]), 0, "PDF"),
    Bad("a PDF of noise", holding(b"%PDF-1.7\n" + NOISE(9000)), 0, "PDF"),
    Bad("a PDF without text", holding(pdf(b"0 0 9 9 re f")), 0, "no text in it|pypdf"),
    Bad("a gzipped cable", holding(gzip.compress(SEED))),
    Bad("two gzipped cables, one after the other", holding(gzip.compress(SEED + b"\n") * 2)),
    Bad("gzipped twice", holding(gzip.compress(gzip.compress(SEED))), 0, "twice"),
    Bad("half a gzip", holding(gzip.compress(SEED)[:900]), 0, "compression is broken"),
    Bad("a gzip with a wrong sum", holding(gzip.compress(SEED)[:-8] + bytes(8)), 0, "broken"),
    Bad("a gzip with noise behind", holding(gzip.compress(SEED) + NOISE(90)), 0, "broken"),
    Bad("a gzip of nothing", holding(gzip.compress(b"")), 0, "empty"),
    Bad("a bzipped cable", holding(bz2.compress(SEED))),
    Bad("a cable in xz", holding(lzma.compress(SEED))),
    Bad("an xz that asks for 4 GB", holding(_xz_of_a_great_dictionary)),
    Bad("half an xz", holding(lzma.compress(SEED)[:900]), 0, "broken"),
    Bad("a zip", holding(zip_of(("09MOSCOW1869.txt", SEED))), 0, PACKED),
    Bad(
        "a zip that climbs out",
        holding(zip_of(("../../x", SEED), ("/etc/y", SEED), ("a\x1b[2Jb", SEED))),
        0,
        PACKED,
    ),
    Bad("a zip of nothing", holding(zip_of()), 0, PACKED),
    Bad("a tar with links and devices", holding(_tar), 0, PACKED),
    Bad("a tar, gzipped", holding(lambda: gzip.compress(_tar())), 0, PACKED),
    Bad("a 7z", holding(b"7z\xbc\xaf\x27\x1c" + NOISE(900)), 0, PACKED),
    Bad("a rar", holding(b"Rar!\x1a\x07\x01\0" + NOISE(900)), 0, PACKED),
    Bad("a zstd", holding(b"\x28\xb5\x2f\xfd" + NOISE(900)), 0, PACKED),
    Bad("an lz4", holding(b"\x04\x22\x4d\x18" + NOISE(900)), 0, f"{PACKED}|{BINARY}|no cable"),
    Bad(
        "a file of compress",
        holding(b"\x1f\x9d\x90" + NOISE(900)),
        0,
        f"{PACKED}|{BINARY}|no cable",
    ),
)
