"""Whole sets of keys for other habits and other keyboards; the table itself is for vi's.

A set names only what it changes. `{}` stands for the keys of the table, which stay beside the new
ones: nothing needs Ctrl, and no set takes a way away that needs no letter.
"""

from collections.abc import Mapping

EMACS = {
    "move.down": "ctrl+n,{}",
    "move.up": "ctrl+p,{}",
    "page.down": "ctrl+v,{}",
    "page.on": "ctrl+v,{}",
    "page.only": "{}",
    "page.up": "alt+v,{}",
    "move.top": "alt+less_than_sign,{}",
    "move.end": "alt+greater_than_sign,{}",
    "search.open": "ctrl+s,{}",
    "find.open": "ctrl+s,{}",
    "hit.previous": "ctrl+r,{}",
    "hit.clear": "{},ctrl+g",
    "mark.none": "{},ctrl+g",
    "view.cancel": "{},ctrl+g",
    "view.cancel.menu": "{},ctrl+g",
    "copy.cancel": "{},ctrl+g",
    "order.cancel": "{},ctrl+g",
    "place.cancel": "{},ctrl+g",
    "facet.close": "{},ctrl+g",
    "query.cancel": "{},ctrl+g",
    "prompt.cancel": "{},ctrl+g",
    "paragraph.next": "alt+right_curly_bracket,{}",
    "paragraph.previous": "alt+left_curly_bracket,{}",
    "undo": "ctrl+underscore,{}",
    "redo": "U",
    "query.left": "{},ctrl+b",
    "query.right": "{},ctrl+f",
    "query.delete": "{},ctrl+d",
    "query.next": "{},ctrl+n",
    "query.previous": "{},ctrl+p",
}
"""Control and Meta, each beside a plain key."""

ARROWS = {
    "search.open": "f3,{}",
    "find.open": "f3,{}",
    "hit.next": "f4,{}",
    "hit.previous": "shift+f4,{}",
    "search.facets": "f4,{}",
    "reference.tree": "f5,{}",
    "search.order": "f6,{}",
    "cable.outline": "f6,{}",
    "cable.star": "f7,{}",
    "cable.copy": "f8,{}",
    "cable.view": "f9,{}",
    "app.quit": "f10,{}",
    "cable.tag": "f11,{}",
    "cable.note": "f12,{}",
    "undo": "delete,{}",
    "redo": "shift+delete,{}",
    "cable.explain": "insert,{}",
    "cable.explain.back": "shift+insert,{}",
    "cable.next": "shift+down,{}",
    "cable.previous": "shift+up,{}",
    "paragraph.next": "shift+right,{}",
    "paragraph.previous": "shift+left,{}",
    "history.back": "alt+left,{}",
    "history.forward": "alt+right,{}",
    "cable.received": "shift+f9,{}",
    "cable.findings": "shift+f8,{}",
    "cable.versions": "shift+f6,{}",
    "cable.wider": "alt+up,{}",
    "cable.narrower": "alt+down,{}",
    "reference.hints": "shift+f5,{}",
    "place.name": "shift+f7,{}",
    "place.go": "shift+f3,{}",
    "place.before": "backspace,{}",
    "move.jump": "shift+f2,{}",
    "paragraph.jump": "shift+f2,{}",
    "mark.all": "shift+insert,{}",
    "facet.exclude": "delete,{}",
    "page.up": "pageup,b",
    "list.quit": "shift+f10,{}",
    "half.down": "alt+pagedown,{}",
    "half.up": "alt+pageup,{}",
}
"""Arrows, function keys and other keys with a name; letters stay for whoever wants them."""

AZERTY = {
    "search.open": "exclamation_mark,{}",
    "find.open": "exclamation_mark,{}",
}
"""`/` is shifted there; `!` lies where it lies elsewhere."""

QWERTZ = {
    "search.open": "number_sign,{}",
    "find.open": "number_sign,{}",
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
