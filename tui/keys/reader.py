"""Keys of a cable that is read, and of how it is shown."""

from tui.keys.key import Key
from tui.keys.rooms import DETAIL, VIEW

PARAGRAPH = "To the next ¶; a number before it goes to that ¶"
EXPLAIN = "Explain the next code: TAGS, routing, DTG, caption, E.O., signal"
ONLY = "Only the paragraphs with hits, or all of the text again"
HEADER = "Open or fold the header"
OUTLINED = "Headings and paragraphs, to go to one of them"
COMPARED = "Compare with the version before"
HINTS = "Follow a reference in view, by a letter"
RECEIVED = "Turn between reading view and text as received, keeping the place"
FINDINGS = "Open or fold what was found in reading the cable"
NOTES = "Open or fold your notes"
WRAP = "Wrap lines, or leave those of the text as they were set"
PRINT = "Print it plainly on the normal screen, to select or to be read aloud"
WHERE = "Say where one is: ¶, line, section, row, date, file"
ASIDE = "Along lines that are wider than the screen"
LEFT, RIGHT = "less_than_sign,shift+left", "greater_than_sign,shift+right"
PUT = "The hit, or the ¶ one is at, to the {} of the screen"
NEXT = "The next cable of the list"
BEFORE = "The cable before in the list"
FORWARD = "Forward again through the cables read"
WIDER = "Longer lines"
NARROWER = "Shorter lines"

KEYS = (
    Key(
        "paragraph.next",
        "p,right_curly_bracket",
        "paragraphs.step(1)",
        "next ¶",
        PARAGRAPH,
        "Move",
        DETAIL,
        9,
    ),
    Key(
        "paragraph.previous",
        "P,left_curly_bracket",
        "paragraphs.step(-1)",
        "¶ before",
        "To the ¶ before",
        "Move",
        DETAIL,
    ),
    Key("cable.next", "J", "rooms.step(1)", "next cable", NEXT, "Read", DETAIL, 6),
    Key("cable.previous", "K", "rooms.step(-1)", "cable before", BEFORE, "Read", DETAIL),
    Key("cable.explain", "i", "codes.explain(1)", "explain", EXPLAIN, "Read", DETAIL, 5),
    Key(
        "cable.explain.back",
        "I",
        "codes.explain(-1)",
        "explain",
        "Explain the code before",
        "Read",
        DETAIL,
    ),
    Key("cable.received", "v", "look.turn('received')", "received", RECEIVED, "Read", DETAIL, 10),
    Key("cable.findings", "F", "look.turn('findings')", "findings", FINDINGS, "Read", DETAIL),
    Key(
        "cable.view",
        "z",
        "menu('view')",
        "view",
        "Header, findings, as received",
        "Read",
        DETAIL,
        11,
    ),
    Key("cable.wider", "plus", "look.width(1)", "wider", WIDER, "Read", DETAIL),
    Key("cable.narrower", "minus", "look.width(-1)", "narrower", NARROWER, "Read", DETAIL),
    Key("place.tell", "equals_sign", "place.tell", "where", WHERE, "Read", DETAIL),
    Key("line.left", LEFT, "place.aside(-0.5)", "left", ASIDE, "Move", DETAIL),
    Key(
        "line.right",
        RIGHT,
        "place.aside(0.5)",
        "right",
        ASIDE,
        "Move",
        DETAIL,
    ),
    Key("cable.outline", "O", "rooms.outline", "outline", OUTLINED, "Read", DETAIL, 8),
    Key("cable.versions", "c", "rooms.versions", "compare", COMPARED, "Read", DETAIL),
    Key("reference.hints", "f", "references.hints", "follow", HINTS, "Refer", DETAIL, 4),
    Key(
        "reference.next",
        "tab",
        "references.step(1)",
        "reference",
        "To the next reference, and say which cable it is",
        "Refer",
        DETAIL,
    ),
    Key(
        "reference.before",
        "shift+tab",
        "references.step(-1)",
        "back",
        "To the reference before",
        "Refer",
        DETAIL,
    ),
    Key(
        "reference.follow",
        "enter,l,right",
        "references.follow",
        "follow",
        "Read the cable it names",
        "Refer",
        DETAIL,
    ),
    Key("history.back", "H", "trail.step(-1)", "back", "Cable read before", "Refer", DETAIL, 12),
    Key("history.forward", "L", "trail.step(1)", "forward", FORWARD, "Refer", DETAIL),
    Key("view.header", "h", "look.turn('header')", "header", HEADER, "View", VIEW),
    Key("view.received", "r", "look.turn('received')", "received", RECEIVED, "View", VIEW),
    Key("view.findings", "f", "look.turn('findings')", "findings", FINDINGS, "View", VIEW),
    Key("view.notes", "n", "look.turn('notes')", "notes", NOTES, "View", VIEW),
    Key("view.wrap", "w", "look.turn('wrap')", "wrap", WRAP, "View", VIEW),
    Key("view.print", "p", "look.print", "print", PRINT, "View", VIEW),
    Key("view.top", "t", "place.put(0)", "to top", PUT.format("top"), "View", VIEW),
    Key("view.middle", "z", "place.put(0.5)", "middle", PUT.format("middle"), "View", VIEW),
    Key("view.foot", "b", "place.put(1)", "foot", PUT.format("foot"), "View", VIEW),
    Key("view.cancel.menu", "escape,q,ctrl+g", "", "as it is", "As it is", "View", VIEW, 1),
    Key(
        "find.open", "slash,ctrl+f", "hits.find", "find", "Find in this cable", "Search", DETAIL, 3
    ),
    Key("hit.next", "n", "hits.step(1)", "next hit", "To the next hit", "Search", DETAIL, 7),
    Key("hit.previous", "N", "hits.step(-1)", "hit before", "To the hit before", "Search", DETAIL),
    Key("hit.only", "ampersand,backslash", "hits.only", "only hits", ONLY, "Search", DETAIL),
    Key(
        "hit.clear", "escape,ctrl+g", "hits.clear", "clear", "Take hit marks away", "Search", DETAIL
    ),
)
