"""Keys for the cable that is meant, in the list or the reader: star, tag, note, copy."""

from tui.keys.key import Key
from tui.keys.rooms import CABLES, COPY, NAMING, WAYMARK

RELATED = "What it names and what names it, as a tree"
COPIES = "Copy its text, a ¶, a citation, a quote, its id or path"
STAR = "Star it, or take the star away; is:starred finds it"
UNREAD = "Make it unread again, or read where it is not; is:unread finds what is left"
UNTAG = "Take tags away: Tab completes those it has"
TAG = "Tag it: word, -word takes one away; Enter alone says which it has"
NOTE = "A note on it, in the reader on the ¶; Enter alone says what is there"
EDIT = "The note in your editor (VISUAL, EDITOR), in the reader that on the ¶"
ORIGINAL = "The file it came from, in the desktop's program for it"
UNDO = "Take the last change of stars, tags, notes or marks back"
PLACE = "Call this place by a letter, for this session"
GO = "Go to a place by its letter; twice, to where one was before"
BACK = "To where one was before the last jump"
CITE = "Citation, to cite it in a footnote"
QUOTE = "The ¶ and its citation"

KEYS = (
    Key("reference.tree", "r", "rooms.tree", "references", RELATED, "Refer", CABLES, 9),
    Key("cable.star", "asterisk", "keeping.star", "star", STAR, "Keep", CABLES, 13),
    Key("cable.unread", "M", "keeping.unread", "unread", UNREAD, "Keep", CABLES),
    Key("cable.tag", "t", "keeping.tag", "tag", TAG, "Keep", CABLES),
    Key("cable.untag", "T", "keeping.untag", "untag", UNTAG, "Keep", CABLES),
    Key("cable.note", "a", "keeping.note", "note", NOTE, "Keep", CABLES),
    Key("cable.note.edit", "e", "outside.edit", "edit note", EDIT, "Keep", CABLES),
    Key("cable.original", "o", "outside.open", "original", ORIGINAL, "Read", CABLES),
    Key("undo", "u", "making.undo", "undo", UNDO, "Keep", CABLES),
    Key("redo", "U,ctrl+r", "making.redo", "redo", "Do that again", "Keep", CABLES),
    Key("place.name", "m", "waymarks.name", "mark place", PLACE, "Place", CABLES),
    Key("place.go", "apostrophe", "waymarks.ask", "to a place", GO, "Place", CABLES),
    Key("place.before", "apostrophe", "waymarks.go('apostrophe')", "back", BACK, "Place", WAYMARK),
    Key("place.cancel", "escape,ctrl+g", "", "as it is", "As it is", "Place", WAYMARK + NAMING, 1),
    Key("cable.copy", "y", "menu('copy')", "copy", COPIES, "Keep", CABLES, 14),
    Key("copy.text", "t", "copy.of('text')", "text", "The whole text", "Copy", COPY),
    Key("copy.paragraph", "p", "copy.of('paragraph')", "¶", "The ¶ one is at", "Copy", COPY),
    Key("copy.citation", "c", "copy.of('citation')", "citation", CITE, "Copy", COPY),
    Key("copy.quote", "q", "copy.of('quote')", "quote ¶", QUOTE, "Copy", COPY),
    Key("copy.id", "y,i", "copy.of('id')", "id", "Its reference id", "Copy", COPY),
    Key("copy.path", "l", "copy.of('path')", "path", "File it came from", "Copy", COPY),
    Key("copy.cancel", "escape,ctrl+g", "", "copy nothing", "Copy nothing", "Copy", COPY, 1),
)
