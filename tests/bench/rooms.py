"""The rooms of the program, and the keys that lead there from the list it opens on."""

F2 = b"\x1bOQ"

ROOMS: dict[str, tuple[bytes, ...]] = {
    "list": (),
    "query": (b"/", b"said"),
    "facets": (b"f",),
    "filter": (b"F",),
    "command": (b":",),
    "reader": (b"\r",),
    "menu": (b"\r", b"y"),
    "outline": (b"\r", b"O"),
    "references": (b"r",),
    "searches": (b"S",),
    "jobs": (b"w",),
    "import": (b"I",),
    "home": (F2,),
    "guide": (F2, b"3"),
    "help": (b"?",),
}
