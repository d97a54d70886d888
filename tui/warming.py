"""What keys need that are pressed for the first time, loaded while no one waits for it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from threading import Event, Thread

AFTER = 0.6
"""Seconds from the start until the app stands, about: it is not to be kept waiting."""

PAUSE = 0.01
"""Seconds between two modules, in which a key has its turn."""

MODULES = (
    *("store.holdings.record", "store.query.snippet", "store.query.grammar", "store.reading"),
    *("tui.screens.commands.house", "tui.screens.commands", "tui.widgets.offering"),
    *("tui.screens.filtering", "store.cite", "tui.copying", "tui.screens.copies"),
    *("tui.screens.saved", "tui.screens.entry", "tui.work.desk"),
    *("store.compare", "tui.render.versions"),
)
"""What a start does without, what is likely to be wanted first going first."""


@contextmanager
def ahead() -> Iterator[None]:
    """Load it beside what is done meanwhile; stop with that."""
    enough = Event()
    loading = Thread(target=_load, args=(enough,), name="warming")
    loading.start()
    try:
        yield
    finally:
        enough.set()
        loading.join()


def _load(enough: Event) -> None:
    if enough.wait(AFTER):
        return
    for name in MODULES:
        import_module(name)
        if enough.wait(PAUSE):
            return
    gc.freeze()  # all that was loaded stays: to look through it takes a tenth of a second
