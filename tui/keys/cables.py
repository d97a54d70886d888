"""Keys of the list of cables, of the facets beside it and of how it is sorted."""

from tui.keys.key import Key
from tui.keys.rooms import FACETS, LIST, ORDER

FILTER = "Narrow by a field and a value, both chosen; again and again"
SEARCH = "Search the library; a blank first goes on with the query there"
ONLY = "Only these"
BUT = "All but these"
BY_DATE = "By date; again, the other way around"
BY_ORIGIN = "By who sent them, the newest first of each"
BY_CLASS = "The most secret first, of each level the newest"
FACET = "Counts by level, origin, year and TAGS"

MARK = "Mark the row and go on: *, t, a and y then act on all that are marked"
MARKS = "Mark all that is found, and take the marks there are away"
RANGE = "Mark all rows from here to where it is pressed again"
AGAIN = "The cable read last, where it was left"
DAY = "To the next day, in a list by date"
UNMARK = "Take all marks away; without any, back to the whole list"

KEYS = (
    Key("cable.open", "enter,l,right", "rooms.read", "read", "Read the cable", "Read", LIST, 2),
    Key("mark.row", "space,insert", "picks.turn", "mark", MARK, "Keep", LIST, 5),
    Key("mark.all", "V", "picks.invert", "mark all", MARKS, "Keep", LIST),
    Key("mark.range", "v", "picks.range", "from here", RANGE, "Keep", LIST),
    Key("mark.none", "escape,ctrl+g", "picks.clear", "no marks", UNMARK, "Keep", LIST),
    Key("history.last", "H", "rooms.again", "read last", AGAIN, "Refer", LIST),
    Key("day.next", "p,right_curly_bracket", "days.step(1)", "next day", DAY, "Move", LIST),
    Key(
        "day.before",
        "P,left_curly_bracket",
        "days.step(-1)",
        "day before",
        "To the day before",
        "Move",
        LIST,
    ),
    Key(
        "search.open",
        "slash,ctrl+f",
        "search.open",
        "search",
        SEARCH,
        "Search",
        LIST,
        3,
    ),
    Key("search.line", "tab", "search.edit", "query", "Go on with the query", "Search", LIST),
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
    Key("result.next", "n,J", "move(1)", "next", "To the next result", "Search", LIST),
    Key("result.previous", "N,K", "move(-1)", "before", "To the result before", "Search", LIST),
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
    Key(
        "facet.close",
        "f,q,escape,h,left,ctrl+g",
        "facets.turn",
        "close",
        "Close",
        "Facet",
        FACETS,
        3,
    ),
    Key("order.date", "d", "search.order('date')", "date", BY_DATE, "Sort", ORDER),
    Key("order.newest", "n", "search.order('newest')", "newest", "Newest first", "Sort", ORDER),
    Key("order.oldest", "o", "search.order('oldest')", "oldest", "Oldest first", "Sort", ORDER),
    Key("order.best", "r", "search.order('relevance')", "best", "Best first", "Sort", ORDER),
    Key("order.origin", "f", "search.order('origin')", "origin", BY_ORIGIN, "Sort", ORDER),
    Key("order.class", "c", "search.order('class')", "class", BY_CLASS, "Sort", ORDER),
    Key("order.cancel", "escape,q,ctrl+g", "", "as it is", "As it is", "Sort", ORDER, 1),
)
