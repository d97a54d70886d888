"""The rooms of the house: where a key works, as the table of keys names it."""

LIST = ("list",)
DETAIL = ("detail",)
HELP = ("help",)
QUERY = ("query",)
PROMPT = ("prompt",)
FACETS = ("facets",)
ORDER = ("order",)
VIEW = ("view",)
COPY = ("copy",)
WAYMARK = ("waymark",)
NAMING = ("naming",)
OUTLINE = ("outline",)
TREE = ("tree",)
VERSIONS = ("versions",)
CABLES = LIST + DETAIL
TEXT = DETAIL + OUTLINE + VERSIONS + HELP
PANES = OUTLINE + TREE + VERSIONS + HELP
READING = LIST + DETAIL + OUTLINE + TREE + VERSIONS
VIEWS = READING + HELP
TYPING = QUERY + PROMPT
EVERYWHERE = VIEWS + TYPING
