"""What is handed to other programs: the file a cable came from, the note on it."""

import os
from asyncio import to_thread
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from store.errors import MarkRefused, ReftelError
from tui import secure
from tui.screens.deeds import Deed
from tui.screens.noting import Do, Done

if TYPE_CHECKING:
    from store.library import Library
    from tui.editor import Edited
    from tui.screens.meant import CableScreen


class Outside:
    """Opens the original of the cable that is meant, and its note in the reader's editor."""

    def __init__(self, screen: "CableScreen", library: "Library", do: Do) -> None:
        self._screen = screen
        self._library = library
        self._do = do

    async def action_open(self) -> None:
        """Have the desktop open the file that the cable came from, or say where it is."""
        cable = await self._screen.cable_meant()
        if cable is None:
            return
        from tui.original import opened

        path = cable.source.path if cable.source else ""
        said, done = await to_thread(opened, path, os.environ)
        received = "; v shows it as received" if self._screen.TABLE == "detail" else ""
        self._screen.say(said if done else f"{said}{received}")

    async def action_edit(self) -> None:
        """Have the note edited, or the one on the paragraph that one is at."""
        name, paragraph = self._screen.name_meant, self._screen.paragraph_meant
        if name is None:
            return
        if said := secure.denied(secure.EDITOR, os.environ):
            self._screen.say(said)
            return
        number = None if paragraph is None or paragraph.number is None else str(paragraph.number)
        try:
            note = await to_thread(lambda: self._library.marks.of(name).note(number))
        except ReftelError as error:
            self._screen.say(str(error))
            return
        self._edit(name, number, note.text if note else "")

    def _edit(self, name: str, number: str | None, before: str) -> None:
        from tui import editor

        command = editor.command(os.environ)
        if command is None:
            self._screen.say("There is no editor: name yours in VISUAL or EDITOR")
            return
        place = f"{name} ¶{number}" if number else name
        try:
            edited = self._aside(partial(editor.edited, before, command, os.environ))
        except OSError as error:
            self._screen.say(f"The note is as it was: {error.strerror}")
            return
        if edited.text is None or edited.text == before:
            editor.forget(edited.path)
            self._screen.say(f"The note on {place} is as it was. {edited.wrong}".rstrip())
            return
        put = partial(rewritten, self._library, name, number, before, edited.text)
        self._do(partial(_kept, put, edited.path))

    def _aside(self, work: "Callable[[], Edited]") -> "Edited":
        """Do some work with the terminal as it was before the program began."""
        app = self._screen.app
        found: list[Edited] = []
        wrong: list[OSError] = []
        with suppress(SuspendNotSupported), app.suspend():  # an error would leave it suspended
            try:
                found.append(work())
            except OSError as error:
                wrong.append(error)
        if wrong or not found:
            raise (wrong or [OSError(0, "this terminal cannot be handed over")])[0]
        return found[0]


def rewritten(library: "Library", name: str, paragraph: str | None, before: str, text: str) -> Done:
    """Put a note in the place of the one that was `before`; none for no text."""
    marks = library.marks
    place = f"{name} ¶{paragraph}" if paragraph else name
    now = marks.of(name).note(paragraph)
    if (now.text if now else "") != before:
        raise MarkRefused(f"The note on {place} was changed meanwhile.")
    put = partial(marks.note, name, text, paragraph)
    put()
    deed = Deed(f"note on {place}", partial(marks.note, name, before, paragraph), put)
    said = " ".join(text.split())
    return f"{place}: {said}" if said else f"No note on {place}", deed


def _kept(put: Callable[[], Done], path: Path) -> Done:
    """Keep what was written; where that fails it stays in its file, which is named."""
    from tui.editor import forget

    try:
        done = put()
    except ReftelError as error:
        raise type(error)(f"{error} What you wrote is in {path}") from error
    forget(path)
    return done
