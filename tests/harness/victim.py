"""What is killed: a process that says each change when it is on disk, and no sooner.

    python -m tests.harness.victim import|add|marks|reindex|verify|repair|practice FOLDER [NUMBER]

FOLDER has `in` (cables), `library` and `marks.json`.
"""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

from store import importer, layouts, verify
from store.backup.made import back_up
from store.backup.restored import restore
from store.cable import Cable, Received
from store.errors import LibraryLocked
from store.importer.intake import Intake
from store.library import Library
from store.marks import Marks, Position
from store.parse import parse
from store.practice import practice
from store.verify.repair import repair
from tests.harness.made import cable

BATCH = 25
PLACE, ELSEWHERE = "Embassy Moscow", "Embassy Mascow"


def told(what: object) -> None:
    """Say that something is done: to a pipe that outlives this process."""
    os.write(1, f"{what}\n".encode())


def import_(folder: Path, processes: int = 0) -> None:
    """Import in small batches; says how many cables are committed."""
    importer.BATCH, importer.TOGETHER = BATCH, 5
    take: Callable[..., Any] = Intake.take

    def taken(self: Intake, cables: Sequence[Any], known: Sequence[Any]) -> Any:
        added = take(self, cables, known)
        for each in added:
            told(f"{each.id} {each.version}")
        return added

    Intake.take = taken  # type: ignore[method-assign]
    with Library.open(folder / "library", create=True) as library:
        importer.run([folder / "in"], library, processes=processes)
    told("end")


def import_apart(folder: Path, first: int) -> None:
    """Import as `import_` does, the files read by other processes."""
    import_(folder, 2)


def add(folder: Path, first: int) -> None:
    """Add one cable after another; where another process has the library for long, try again."""
    with Library.open(folder / "library", create=True) as library:
        for number in count(first):
            (received,) = layouts.read(cable(number), "x")
            assert isinstance(received, Received)
            while not added(library, (parse(received), received, "/x")):
                pass
            told(number)


def added(library: Library, taken: tuple[Cable, Received, str]) -> bool:
    """Add a cable; False where that is refused because of another process."""
    try:
        library.add([taken])
    except LibraryLocked:
        return False
    return True


def changes(marks: Marks, number: int) -> Iterator[Callable[[], object]]:
    """Give the changes that are made to the marks, one of each kind."""
    id = f"09MOSCOW{number}"  # noqa: A001
    yield lambda: marks.star([id])
    yield lambda: marks.tag([id], add=[f"t{number}"])
    yield lambda: marks.note(id, f"note {number}")
    yield lambda: marks.place(id, Position(number, None))
    yield lambda: marks.searches.save(f"s{number}", "piracy", number)


def marks(folder: Path, first: int) -> None:
    """Make one mark after another, of every kind in turn."""
    made = Marks(folder / "marks.json")
    for number in count(first):
        for kind, change in enumerate(changes(made, number)):
            change()
            told(f"{number} {kind}")


def reindex(folder: Path, first: int) -> None:
    """Make the index anew, again and again."""
    for number in count(first):
        shutil.rmtree(folder / "library" / "index", ignore_errors=True)
        (folder / "library" / "index.json").unlink(missing_ok=True)  # else it is taken for there
        with Library.open(folder / "library") as library:
            library.index.current()
        told(number)


def look(folder: Path, first: int) -> None:
    for number in count(first):
        verify.verify(folder / "library", folder / "marks.json")
        told(number)


def mend(folder: Path, first: int) -> None:
    """Harm what lists show, and make all that is derived anew, again and again."""
    for number in count(first):
        harm(folder / "library" / "cables.db")
        repair(folder / "library", folder / "marks.json", lambda *_: None)
        told(number)


def harm(path: Path) -> None:
    """Have the list say of each cable that it came from elsewhere."""
    with closing(sqlite3.connect(path)) as connection, connection:
        [(table,)] = connection.execute("SELECT number FROM tables WHERE name = 'cables'")
        connection.execute(
            f"UPDATE documents_{table} SET glance = replace(glance, '{PLACE}', '{ELSEWHERE}')"  # noqa: S608
        )


def practise(folder: Path, first: int) -> None:
    """Make the practice library anew, again and again."""
    for number in count(first):
        (folder / "practice" / "seeds").unlink(missing_ok=True)
        practice(folder / "practice").close()
        told(number)


def back(folder: Path, first: int) -> None:
    """Write a backup over the last one, again and again."""
    for number in count(first):
        back_up(folder / "library", folder / "marks.json", folder / "backup", force=True)
        told(number)


def restored(folder: Path, first: int) -> None:
    """Restore a backup to where nothing is, again and again."""
    for number in count(first):
        restore(folder / "backup", folder / "restored", folder / "restored.json", force=True)
        told(number)
        shutil.rmtree(folder / "restored")


VICTIMS: dict[str, Callable[[Path, int], None]] = {
    "import": import_,
    "import-apart": import_apart,
    "add": add,
    "marks": marks,
    "reindex": reindex,
    "verify": look,
    "repair": mend,
    "practice": practise,
    "backup": back,
    "restore": restored,
}

if __name__ == "__main__":
    VICTIMS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
