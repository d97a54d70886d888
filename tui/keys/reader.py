"""Keys of a cable that is read, and of how it is shown."""

from tui.keys.key import Key
from tui.keys.rooms import DETAIL, VIEW

PARAGRAPH = "To the next paragraph; 7p goes to ¶7"
EXPLAIN = "Explain the next code: TAGS, routing, DTG, caption, E.O., signal"
HEADER = "Open or fold the header"
OUTLINED = "Headings and paragraphs, to go to one of them"
COMPARED = "Compare with the version before"
HINTS = "Follow a reference in view, by a letter"
RECEIVED = "Turn between reading view and text as received, keeping the place"
FINDINGS = "Open or fold what was found in reading the cable"
WIDER = "Longer lines"
NARROWER = "Shorter lines"

KEYS = (
    Key("paragraph.next", "p", "paragraphs.step(1)", "next ¶", PARAGRAPH, "Move", DETAIL, 9),
    Key(
        "paragraph.previous",
        "P",
        "paragraphs.step(-1)",
        "¶ before",
        "To the ¶ before",
        "Move",
        DETAIL,
    ),
    Key("cable.next", "J", "app.step(1)", "next cable", "Next of the list", "Read", DETAIL, 6),
    Key("cable.previous", "K", "app.step(-1)", "cable before", "Previous one", "Read", DETAIL),
    Key("cable.explain", "i", "codes.explain(1)", "explain", EXPLAIN, "Read", DETAIL, 5),
    Key(
        "cable.explain.back", "I", "codes.explain(-1)", "explain", "The code before", "Read", DETAIL
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
    Key("cable.outline", "O", "app.outline", "outline", OUTLINED, "Read", DETAIL, 8),
    Key("cable.versions", "c", "app.versions", "compare", COMPARED, "Read", DETAIL),
    Key("reference.hints", "f", "references.hints", "follow", HINTS, "Refer", DETAIL, 4),
    Key(
        "reference.next",
        "tab",
        "references.step(1)",
        "reference",
        "To the next one",
        "Refer",
        DETAIL,
    ),
    Key(
        "reference.before",
        "shift+tab",
        "references.step(-1)",
        "back",
        "To the one before",
        "Refer",
        DETAIL,
    ),
    Key(
        "reference.follow",
        "enter,l,right",
        "references.follow",
        "follow",
        "Read it",
        "Refer",
        DETAIL,
    ),
    Key("history.back", "H", "trail.step(-1)", "back", "Cable read before", "Refer", DETAIL, 12),
    Key("history.forward", "L", "trail.step(1)", "forward", "Forward again", "Refer", DETAIL),
    Key("view.header", "h", "look.turn('header')", "header", HEADER, "View", VIEW),
    Key("view.received", "r", "look.turn('received')", "received", RECEIVED, "View", VIEW),
    Key("view.findings", "f", "look.turn('findings')", "findings", FINDINGS, "View", VIEW),
    Key("view.cancel.menu", "escape,q", "", "as it is", "As it is", "View", VIEW, 1),
    Key("find.open", "slash", "hits.find", "find", "Find in this cable", "Search", DETAIL, 3),
    Key("hit.next", "n", "hits.step(1)", "next hit", "To the next hit", "Search", DETAIL, 7),
    Key("hit.previous", "N", "hits.step(-1)", "hit before", "To the hit before", "Search", DETAIL),
    Key("hit.clear", "escape", "hits.clear", "clear", "Take hit marks away", "Search", DETAIL),
)
