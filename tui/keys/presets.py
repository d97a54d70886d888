"""Whole sets of keys for other habits and other keyboards; the table itself is for vi's.

A set names only what it changes. `{}` stands for the keys of the table, which stay beside the new
ones: nothing needs Ctrl, and no set takes a way away that needs no letter.
"""

from collections.abc import Mapping

EMACS = {
    "move.down": "ctrl+n,{}",
    "move.up": "ctrl+p,{}",
    "page.down": "ctrl+v,{}",
    "page.only": "ctrl+v,{}",
    "page.up": "alt+v,{}",
    "move.top": "alt+less_than_sign,less_than_sign,{}",
    "move.end": "alt+greater_than_sign,greater_than_sign,{}",
    "search.open": "ctrl+s,{}",
    "find.open": "ctrl+s,{}",
    "help.filter": "ctrl+s,{}",
    "hit.previous": "ctrl+r,{}",
    "line.left": "shift+left",
    "line.right": "shift+right",
    "day.next": "alt+right_curly_bracket,{}",
    "day.before": "alt+left_curly_bracket,{}",
    "paragraph.next": "alt+right_curly_bracket,{}",
    "paragraph.previous": "alt+left_curly_bracket,{}",
    "command.open": "alt+x,colon",
    "undo": "ctrl+underscore,{}",
    "redo": "U",
    "query.left": "{},ctrl+b",
    "query.right": "{},ctrl+f",
    "query.delete": "{},ctrl+d",
    "query.next": "{},ctrl+n",
    "query.previous": "{},ctrl+p",
}
"""Control and Meta, each beside a plain key.

Of Meta and a sign most terminals say no more than the sign, so that both are named.
"""

ARROWS = {
    "app.quit": "f10,{}",
    "cable.copy": "f8,{}",
    "cable.explain": "insert,{}",
    "cable.explain.back": "alt+insert,{}",
    "cable.findings": "shift+f2,{}",
    "cable.next": "shift+down,{}",
    "cable.note": "f12,{}",
    "cable.note.edit": "shift+f12,{}",
    "cable.original": "shift+f11,{}",
    "cable.outline": "shift+f6,{}",
    "cable.previous": "shift+up,{}",
    "cable.star": "f7,{}",
    "cable.tag": "f11,{}",
    "cable.versions": "shift+f1,{}",
    "cable.view": "shift+f9,{}",
    "command.open": "f9,{}",
    "facet.exclude": "delete,{}",
    "find.open": "f3,{}",
    "help.close": "f1,question_mark",
    "help.filter": "f3,{}",
    "help.open": "f1,question_mark",
    "history.back": "alt+left,{}",
    "history.forward": "alt+right,{}",
    "history.last": "alt+left,{}",
    "hit.next": "alt+pagedown,{}",
    "hit.previous": "alt+pageup,{}",
    "import.path": "f3,{}",
    "list.quit": "shift+f10,{}",
    "mark.all": "alt+insert,{}",
    "mark.row": "insert,space",
    "page.up": "pageup,b",
    "day.before": "alt+up,{}",
    "day.next": "alt+down,{}",
    "paragraph.next": "alt+down,{}",
    "paragraph.previous": "alt+up,{}",
    "place.before": "backspace,{}",
    "place.go": "shift+f8,{}",
    "place.name": "shift+f7,{}",
    "redo": "shift+delete,{}",
    "reference.tree": "shift+f5,{}",
    "search.facets": "shift+f4,{}",
    "search.order": "shift+f6,{}",
    "search.save": "shift+f9,{}",
    "searches.undo": "insert,{}",
    "undo": "delete,{}",
}
"""Arrows, function keys and other keys with a name; letters stay for whoever wants them.

What has no such key is a word of the command line. Shift-F3 is no key: terminals say by it where
the cursor is; of Shift-Insert most make a paste.
"""

AZERTY = {
    "search.open": "exclamation_mark,{}",
    "find.open": "exclamation_mark,{}",
    "help.filter": "exclamation_mark,{}",
}
"""`/` is shifted there; `!` lies where it lies elsewhere."""

QWERTZ = {
    "search.open": "number_sign,{}",
    "find.open": "number_sign,{}",
    "help.filter": "number_sign,{}",
    "place.go": "ö,{}",
    "place.before": "ö,{}",
    "cable.star": "ü,{}",
}
"""`/`, `'` and `*` are shifted there; `#`, ö and ü are not."""

BY_NAME: Mapping[str, Mapping[str, str]] = {
    "emacs": EMACS,
    "arrows": ARROWS,
    "azerty": AZERTY,
    "qwertz": QWERTZ,
}
