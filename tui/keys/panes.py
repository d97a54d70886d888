"""Keys of what stands over a cable: its outline, the tree of its references."""

from tui.keys.key import Key
from tui.keys.rooms import OUTLINE, TREE

KEYS = (
    Key("outline.go", "enter,l,right", "rooms.go", "go there", "Read it there", "Read", OUTLINE, 2),
    Key("tree.read", "enter", "rooms.follow", "read", "Read the cable", "Read", TREE, 2),
    Key("tree.open", "l,right", "unfold", "open", "What it leads to", "Refer", TREE, 5),
    Key("tree.close", "h,left", "fold", "close", "Close it, or go up", "Refer", TREE, 6),
)
