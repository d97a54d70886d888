"""What each key of the table does, as its user sees it: read by test_effects."""

from typing import NamedTuple


class Effect(NamedTuple):
    """Of the key `id`, pressed after `before`: `shown` is seen then and was not, `gone` was seen.

    With `row`, `shown` stands at the beginning of that row; `copied` at that of what was copied.
    With none of these, what is seen is another thing than before the key; `same` where it is the
    same. `then` are keys by which one sees it, `way` leads elsewhere than the other keys of the
    part are pressed, `key` is another than the first.
    """

    id: str
    before: tuple[str, ...] = ()
    shown: str = ""
    gone: str = ""
    same: bool = False
    then: tuple[str, ...] = ()
    row: int | None = None
    copied: str = ""
    way: tuple[str, ...] | None = None
    key: str = ""


FOOT = -1
FAILED = ("slash", *"failed", "enter")
RAID = ("g", "slash", *"raid", "enter")
END = "  end "
GUIDE = "What this is\n"
PROGRAM = [
    Effect("command.open", shown="search [QUERY]"),
    Effect("app.interrupt", shown="Q quits"),
    Effect("app.redraw", same=True),
    Effect("jobs.open", shown="no jobs yet"),
    Effect("help.open", shown="keys: "),
]
ROOMS = [
    *PROGRAM,
    Effect("home.open", shown="Try the practice set"),
    Effect("searches.open", shown="saved searches"),
    Effect("count", shown="1", row=FOOT),
]


def back(gone: str) -> list[Effect]:
    """Give the keys that lead back from a screen, on which something stands that is gone then."""
    return [Effect("view.back", gone=gone), Effect("view.cancel", gone=gone)]


def text(first: str) -> list[Effect]:
    """Give the keys that move a text whose first line is that."""
    return [
        Effect("move.down", gone=first),
        Effect("move.up", ("j",), shown=first),
        Effect("page.down", gone=first),
        Effect("page.up", ("space",), shown=first),
        Effect("half.down", gone=first),
        Effect("half.up", ("ctrl+d",), shown=first),
        Effect("move.top", ("G",), shown=first),
        Effect("move.end", shown=END, gone=first),
    ]


def rows(count: int) -> list[Effect]:
    """Give the keys that move in a list of so many rows, which says at which one is."""
    first, last = f" 1 of {count}", f" {count} of {count}"
    return [
        Effect("move.down", ("g",), shown=f" 2 of {count}"),
        Effect("move.up", ("G",), shown=f" {count - 1} of {count}"),
        Effect("page.down", ("g",), gone=first),
        Effect("page.only", ("g",), gone=first),
        Effect("page.up", ("G",), gone=last),
        Effect("half.down", ("g",), gone=first),
        Effect("half.up", ("G",), gone=last),
        Effect("move.top", ("G",), shown=first),
        Effect("move.end", ("g",), shown=last),
    ]


KEPT = [
    Effect("cable.star", shown="starred"),
    Effect("cable.unread", ("M",), shown="09MOSCOW1869 is unread"),
    Effect("cable.tag", shown="t", row=FOOT),
    Effect("cable.untag", shown="T", row=FOOT),
    Effect("cable.note", shown="a", row=FOOT),
    Effect("cable.note.edit", shown="cannot be handed over"),
    Effect("cable.original", shown="No desktop here"),
    Effect("cable.copy", shown="Esc copy nothing"),
    Effect("undo", ("asterisk",), shown="Undone: "),
    Effect("redo", ("asterisk", "u"), shown="Done again: "),
    Effect("place.name", shown="Esc as it is"),
    Effect("place.go", shown="' To where one was"),
    Effect("reference.tree", shown="references: "),
]
LIST = [
    *ROOMS,
    *KEPT,
    *rows(121),
    Effect("cable.open", shown="UNCLASSIFIED//", gone="of 121"),
    Effect("mark.row", shown="1 marked"),
    Effect("mark.all", shown="121 marked"),
    Effect("mark.none", ("space",), gone="marked"),
    Effect("mark.range", ("v", "2", "j"), shown="3 marked"),
    Effect("history.last", ("enter", "q"), shown="UNCLASSIFIED//"),
    Effect("day.next", shown=" 2 of 121"),
    Effect("day.before", ("9", "G"), shown=" 2 of 121"),
    Effect("search.open", shown="Enter results"),
    Effect("search.line", shown="Enter results"),
    Effect("search.facets", shown="level"),
    Effect("search.order", shown="n Newest first"),
    Effect("search.save", FAILED, shown="s", row=FOOT),
    Effect("filter.open", shown="The post that sen"),
    Effect("import.open", shown=">", row=FOOT),
    Effect("list.anew", same=True),
    Effect("result.next", FAILED, shown="2 of 3"),
    Effect("result.previous", (*FAILED, "j", "j"), shown="2 of 3"),
    Effect("list.widen", FAILED, shown="of 121", gone="search: failed"),
    Effect("list.quit", FAILED, shown="of 121", gone="search: failed"),
]
DETAIL = [
    *ROOMS,
    *KEPT,
    Effect("move.down", ("g",)),
    Effect("move.up", ("g", "j")),
    Effect("page.up", ("G",), gone=END),
    Effect("half.down", ("g",)),
    Effect("half.up", ("G",), gone=END),
    Effect("move.top", ("G",), gone=END),
    Effect("move.end", ("g",), shown=END),
    Effect("page.on", ("g",)),
    Effect("page.only", ("g",)),
    Effect("paragraph.next", ("1", "p"), shown="¶2/7"),
    Effect("paragraph.previous", ("3", "p"), shown="¶2/7"),
    Effect("cable.next", shown="05STRELSAU"),
    Effect("cable.previous", ("J",), shown="09MOSCOW1869"),
    Effect("cable.explain", ("g",), shown="Date-time group:"),
    Effect("cable.explain.back", ("g", "i", "i"), shown="Date-time group:"),
    Effect("cable.received", shown="  as received"),
    Effect("cable.findings", ("1", "p", "pageup")),
    Effect("cable.view", shown="Esc as it is"),
    Effect("cable.wider", ("minus",), shown="Lines of at most 100"),
    Effect("cable.narrower", shown="Lines of at most"),
    Effect("cable.outline", shown="outline: "),
    Effect("cable.versions", shown="There is one version"),
    Effect("reference.hints", ("1", "p"), shown="No references in"),
    Effect("reference.next", ("g",), shown="09MOSCOW1439 is not in this"),
    Effect("reference.before", ("g", "tab"), shown="No reference before"),
    Effect("reference.follow", ("g",), shown="Tab goes to"),
    Effect("history.back", ("q", "j", "enter"), shown="09MOSCOW1869"),
    Effect("history.forward", ("q", "j", "enter", "H"), shown="05STRELSAU99"),
    Effect("find.open", shown="/", row=FOOT),
    Effect("hit.next", RAID, shown="hit 2/"),
    Effect("hit.previous", (*RAID, "n"), shown="hit 1/"),
    Effect("hit.clear", RAID, gone="hit 1/"),
    Effect("hit.only", RAID, shown="hit 1/11"),
    Effect("view.back", shown="1 of 121"),
    Effect("place.tell", shown="row 1 of 121"),
    Effect("line.left", shown="All lines fit;"),
    Effect("line.right", shown="All lines fit;"),
]
PARTS: dict[str, list[Effect]] = {
    "list": LIST,
    "detail": DETAIL,
    "order": [
        Effect("order.date", shown="oldest first  "),
        Effect("order.newest", way=("comma", "c", "comma"), gone="by class  "),
        Effect("order.origin", shown="by origin  "),
        Effect("order.class", shown="by class  "),
        Effect("order.oldest", shown="oldest first  "),
        Effect("order.best", shown="Relevance to what?"),
        Effect("order.cancel", gone="Oldest first"),
    ],
    "view": [
        Effect("view.header", shown="RUEH"),
        Effect("view.received", shown="  as received"),
        Effect("view.findings"),
        Effect("view.notes", gone="mind the granary"),
        Effect("view.print", shown="There is no other screen here"),
        Effect("view.top", way=("enter", "3", "p", "z", "b", "z"), shown="¶3 ", row=1),
        Effect("view.middle", way=("enter", "3", "p", "z"), shown="¶3 ", row=19),
        Effect("view.foot", way=("enter", "3", "p", "z"), shown="¶3 ", row=-4),
        Effect("view.cancel.menu", gone="Esc as it is"),
        Effect("view.wrap", shown="unwrapped"),
    ],
    "copy": [
        Effect("copy.text", shown="kept in", copied="09MOSCOW1869\nINTERNET"),
        Effect("copy.paragraph", shown="kept in", copied="¶1. (SBU) Summary."),
        Effect("copy.citation", shown="kept in", copied="Telegram 1869 from"),
        Effect("copy.quote", shown="kept in", copied='"Summary. Russian'),
        Effect("copy.id", shown="kept in", copied="09MOSCOW1869"),
        Effect("copy.path", shown="kept in", copied="/"),
        Effect("copy.cancel", gone="Esc copy nothing"),
    ],
    "naming": [Effect("place.cancel", gone="Esc as it is")],
    "waymark": [
        Effect("place.before", shown="No place is before"),
        Effect("place.cancel", gone="Esc as it is"),
    ],
    "facets": [
        Effect("facet.narrow", shown="search: "),
        Effect("facet.exclude", shown="search: -"),
        Effect("facet.field", then=("enter",), shown="search: origin:"),
        Effect("facet.close", gone="level"),
    ],
    "outline": [
        *ROOMS,
        *rows(11),
        *back("outline: "),
        Effect("outline.go", ("G",), gone="outline: ", shown="¶7/7"),
    ],
    "tree": [
        *ROOMS,
        *rows(3),
        *back("references: "),
        Effect("tree.close", gone="09MOSCOW1439"),
        Effect("tree.open", ("g", "h"), shown="09MOSCOW1439"),
        Effect("tree.read", shown="UNCLASSIFIED//", gone="references: "),
        Effect("tree.back", gone="references: "),
    ],
    "versions": [*ROOMS, *text("--- 09MOSCOW1869 version 1"), *back("versions 1 and 2")],
    "help": [
        *PROGRAM,
        *text("Move\n"),
        *back("keys: "),
        Effect("help.close", gone="keys: "),
        Effect("help.filter", then=tuple("oldest"), gone="Move\n"),
    ],
    "home": [
        *PROGRAM,
        Effect("move.down", ("j",), then=("enter",), shown=GUIDE),
        Effect("move.up", ("G",), then=("enter",), shown=GUIDE),
        Effect("page.up", ("G",), then=("j", "j", "enter"), shown=GUIDE),
        Effect("page.only", then=("k", "enter"), shown=GUIDE),
        Effect("half.down", then=("enter",), shown=GUIDE),
        Effect("half.up", ("G",), then=("j", "enter"), shown=GUIDE),
        Effect("move.top", ("G",), then=("j", "j", "enter"), shown=GUIDE),
        Effect("move.end", then=("k", "enter"), shown=GUIDE),
        Effect("home.choose", ("j", "j"), shown=GUIDE),
        Effect("home.number", key="3", shown=GUIDE),
        Effect("home.leave", gone="Try the practice set"),
        Effect("home.back", gone="Try the practice set"),
        Effect("list.anew", gone="Try the practice set", shown=" of 121"),
    ],
    "import": [
        *PROGRAM,
        *(each._replace(before=(), shown="", gone="", same=True) for each in text("")),
        *back("1 file: 1 unknown"),
        Effect("import.begin", shown="Nothing to import"),
        Effect("import.left", gone="another path"),
        Effect("import.path", shown=">", row=FOOT),
    ],
    "jobs": [
        *PROGRAM,
        *rows(2),
        *back("jobs: "),
        Effect("job.report", shown="waiting: ", gone="jobs: "),
        Effect("job.stop", shown="Stop it? x again does"),
        Effect("list.anew", gone="jobs: ", shown=" of 121"),
    ],
    "searches": [
        *PROGRAM,
        *rows(5),
        *back("saved searches"),
        Effect("searches.run", ("g", "j", "j", "j"), shown="search: failed"),
        Effect("searches.undo", ("G", "d"), shown="is back"),
        Effect("searches.forget", ("G",), shown="is gone"),
    ],
    "page": [*PROGRAM, *text(GUIDE), *back(GUIDE)],
    "prompt": [
        Effect("prompt.answer", shown=" 7 of 121"),
        Effect("prompt.cancel", gone=":7"),
        Effect("prompt.complete", ("backspace", *"so"), shown=":sort", row=FOOT),
        Effect("prompt.next", ("backspace", "down"), then=("tab",), shown=":show", row=FOOT),
        Effect("prompt.previous", ("backspace", *("down",) * 3), then=("tab",), shown=":show"),
        Effect("prompt.rub", gone=":7"),
        Effect("query.left", then=("x",), shown=":x7", row=FOOT),
        Effect("query.right", ("left",), then=("x",), shown=":7x", row=FOOT),
        Effect("query.home", then=("x",), shown=":x7", row=FOOT),
        Effect("query.end", ("left",), then=("x",), shown=":7x", row=FOOT),
        Effect("query.delete", ("left",), gone=":7"),
        Effect("query.rub.word", gone=":7"),
        Effect("query.clear", gone=":7"),
        Effect("query.help", shown="keys: prompt"),
        Effect("app.interrupt", shown="Q quits"),
        Effect("app.redraw", same=True),
    ],
    "query": [
        Effect("query.run", way=("slash", *"harvest"), gone="Enter results"),
        Effect("query.results", way=("slash", *"harvest"), gone="Enter results"),
        Effect("query.cancel", gone="search: "),
        Effect("query.next", shown=" 2 of "),
        Effect("query.previous", ("down", "down"), shown=" 2 of "),
        Effect("query.recall", shown="harvest tax"),
        Effect("query.page", gone=" 1 of "),
        Effect("query.page.up", ("pagedown",), shown=" 1 of "),
        Effect("query.help", shown="keys: query"),
        Effect("query.rub", shown="/ha\n", gone="/har"),
        Effect("query.left", then=("x",), shown="/haxr"),
        Effect("query.right", ("left",), then=("x",), shown="/harx"),
        Effect("query.home", then=("x",), shown="/xhar"),
        Effect("query.end", ("home",), then=("x",), shown="/harx"),
        Effect("query.delete", ("home",), shown="/ar"),
        Effect("query.rub.word", gone="/har"),
        Effect("query.clear", gone="/har"),
        Effect("app.interrupt", shown="Q quits"),
        Effect("app.redraw", same=True),
    ],
}
