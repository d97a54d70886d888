"""What is doubtful in the references of a cable, as they were read."""

import re
from collections.abc import Iterable, Iterator

from store import reference
from store.cable import Reference
from store.parse import identifier
from store.parse.identifier import Mrn

_ODD_YEAR = re.compile(r"\b0\d\d [A-Z]")
_NEAR, _SHOWN = 200, 60


def years(found: Iterable[Reference], own: Mrn) -> Iterator[str]:
    """Say which references of a cable may be of another year than they are read as."""
    for each in found:
        if each.id is None:
            continue
        if _ODD_YEAR.search(each.text[:_NEAR].upper()):
            yield f"The year in {each.text[:_SHOWN]} is odd; read as {each.id}."
        cited = identifier.split(each.id)
        if cited is None or cited.post != own.post or cited.year != own.year:
            continue
        if cited.number > own.number:
            earlier = cited._replace(year=own.year - 1).id
            yield f"{each.id} would be later than this cable; {earlier} may be meant."


def posts(found: Iterable[Reference]) -> Iterator[str]:
    """Say which references stand there as ids, of a post that is not known: no words tell of it."""
    for each in found:
        cited = identifier.split(each.id or "")
        if cited is None or cited.post in reference.posts():
            continue
        if f"{cited.year % 100:02}{cited.post}" in each.text[:_NEAR]:
            yield f"The post of {each.id} is not known; it may be misspelt."
