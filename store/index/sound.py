"""Whether an index is what it was written as: its files by their sums, its cables by their keys.

Each file of a segment ends in a note of its CRC-32 and the note's length, little-endian, and a
number that says so (tantivy's `directory/footer.rs`).
"""

import json
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import tantivy

from store.index.schema import LONGEST_WORD, SCHEMA
from store.index.searching import highest

MAGIC = 1337
TAIL = struct.Struct("<II")
CHUNK = 1 << 20
TOGETHER = 10_000
PHRASE = 24
"""Words of a text that are looked for as a phrase: where they stand is seen by that, too."""
PHRASED = ("body", "subject")


def broken(folder: Path) -> list[str]:
    """Name the files of segments that are not as they were written; OSError, ValueError."""
    segments = json.loads((folder / "meta.json").read_bytes())["segments"]
    names = {f"{each['segment_id']}".replace("-", "") for each in segments}
    files = sorted(each for each in folder.iterdir() if each.name.split(".")[0] in names)
    return [each.name for each in files if not _is_whole(each)]


def keys(searcher: tantivy.Searcher) -> Iterator[int]:
    """Give the keys of an index in order, without holding many of them."""
    number = tantivy.FieldType.Integer
    for first in range(0, highest(searcher) + 1, TOGETHER):
        among = tantivy.Query.range_query(SCHEMA, "key", number, first, first + TOGETHER - 1)
        found = searcher.search(among, TOGETHER, order_by_field="key", count=False)
        yield from sorted(int(key) for key, _ in found.hits)


def _is_whole(path: Path) -> bool:
    """Whether a file has the sum that stands at its end."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(size - TAIL.size, 0))
        tail = file.read()
        if len(tail) < TAIL.size:
            return False
        length, magic = TAIL.unpack(tail)
        end = size - TAIL.size - length
        if magic != MAGIC or end < 0:
            return False
        file.seek(end)
        try:
            noted = json.loads(file.read(length))["crc"]
        except (ValueError, KeyError, TypeError):
            return False
        file.seek(0)
        summed, left = 0, end
        while left and (chunk := file.read(min(CHUNK, left))):
            summed = zlib.crc32(chunk, summed)
            left -= len(chunk)
    return not left and summed == noted


def untold(searcher: tantivy.Searcher, told: Mapping[int, str]) -> list[int]:
    """Give the keys of cables that are not found by what an index should have been told of them."""
    return [key for key, entry in told.items() if not _finds(searcher, key, entry)]


def _finds(searcher: tantivy.Searcher, key: int, entry: str) -> bool:
    must = [tantivy.Query.term_query(SCHEMA, "key", key)]
    values = json.loads(entry)
    for field in PHRASED:
        words = _phrase(values.get(field, ()))
        if len(words) > 1:
            must.append(tantivy.Query.phrase_query(SCHEMA, field, list(words)))
        elif words:
            must.append(tantivy.Query.term_query(SCHEMA, field, words[0]))
    for field in ("id", "tag", "level", "ref", "by_origin", "by_level"):
        must += [tantivy.Query.term_query(SCHEMA, field, each) for each in values.get(field, ())]
    query = tantivy.Query.boolean_query([(tantivy.Occur.Must, each) for each in must])
    return bool(searcher.search(query, limit=1).hits)


def _phrase(texts: Iterable[str]) -> list[str]:
    words = " ".join(texts).split()
    longest = next((n for n, word in enumerate(words) if len(word.encode()) > LONGEST_WORD), None)
    return words[: min(PHRASE, PHRASE if longest is None else longest)]
