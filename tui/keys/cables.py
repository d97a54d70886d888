"""Keys of the list of cables, of the facets beside it and of how it is sorted."""

from tui.keys.key import Key
from tui.keys.rooms import FACETS, LIST, ORDER

FILTER = "Narrow by a field and a value, both chosen; again and again"
ONLY = "Only these"
BUT = "All but these"
BY_ORIGIN = "By who sent them, the newest first of each"
BY_CLASS = "The most secret first, of each level the newest"
FACET = "Counts by level, origin, year and TAGS"

MARK = "Mark the row and go on: *, t, a and y then act on all that are marked"
MARKS = "Mark all that is found, and take the marks there are away"
UNMARK = "Take all marks away; without any, back to the whole list"

KEYS = (
    Key("cable.open", "enter,l,right", "rooms.read", "read", "Read the cable", "Read", LIST, 2),
    Key("mark.row", "space,insert", "picks.turn", "mark", MARK, "Keep", LIST, 5),
    Key("mark.all", "V", "picks.invert", "mark all", MARKS, "Keep", LIST),
    Key("mark.none", "escape", "picks.clear", "no marks", UNMARK, "Keep", LIST),
    Key("search.open", "slash", "search.open", "search", "Search the library", "Search", LIST, 3),
    Key("search.line", "tab", "search.open", "query", "To the query line", "Search", LIST),
    Key("search.facets", "f", "facets.turn", "facets", FACET, "Search", LIST, 6),
    Key(
        "filter.open", "F,ampersand,backslash", "query.filter", "filter", FILTER, "Search", LIST, 8
    ),
    Key(
        "search.order",
        "comma",
        "menu('order')",
        "sort",
        "Sort by date, relevance, origin or class",
        "Search",
        LIST,
        7,
    ),
    Key("result.next", "n", "move(1)", "next", "To the next result", "Search", LIST),
    Key("result.previous", "N", "move(-1)", "before", "To the result before", "Search", LIST),
    Key(
        "facet.narrow",
        "enter,l,right",
        "facets.narrow",
        "only these",
        "Only these",
        "Facet",
        FACETS,
        1,
    ),
    Key(
        "facet.exclude",
        "minus,x",
        "facets.exclude",
        "not these",
        "All but these",
        "Facet",
        FACETS,
        2,
    ),
    Key("facet.field", "tab", "field", "next field", "To the next field", "Facet", FACETS, 4),
    Key("facet.close", "f,q,escape,h,left", "facets.turn", "close", "Close", "Facet", FACETS, 3),
    Key("order.newest", "n", "search.order('newest')", "newest", "Newest first", "Sort", ORDER),
    Key("order.oldest", "o", "search.order('oldest')", "oldest", "Oldest first", "Sort", ORDER),
    Key("order.best", "r", "search.order('relevance')", "best", "Best first", "Sort", ORDER),
    Key("order.origin", "f", "search.order('origin')", "origin", BY_ORIGIN, "Sort", ORDER),
    Key("order.class", "c", "search.order('class')", "class", BY_CLASS, "Sort", ORDER),
    Key("order.cancel", "escape,q", "", "as it is", "As it is", "Sort", ORDER, 1),
)
