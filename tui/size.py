"""Sizes in bytes as people write them: `4096`, `500K`, `10M`, `2G`."""

import re

_SIZE = re.compile(r"(\d{1,12})([kmg]?)b?", re.IGNORECASE)
_SHIFTS = {"": 0, "k": 10, "m": 20, "g": 30}


def size(written: object) -> int | None:
    """Give how many bytes are meant; None for what is no size."""
    found = _SIZE.fullmatch(str(written).replace(" ", ""))
    if isinstance(written, bool) or found is None:
        return None
    return int(found[1]) << _SHIFTS[found[2].lower()] or None
