"""What a collection says of a cable's TAGS and references, beside what the telegram says itself."""

from store.cable import Finding, Listing, Reference
from store.parse import identifier
from store.parse import references as lines


def tags(own: str, listing: Listing | None) -> tuple[str, tuple[Finding, ...]]:
    """Give the words of the TAGS line; the collection's where the telegram has none."""
    if own or listing is None or not listing.tags:
        return own, ()
    said = "The telegram has no TAGS line; the collection's are shown."
    return listing.tags, (Finding("tags-from-listing", None, said),)


def references(
    own: tuple[Reference, ...], listing: Listing | None, year: int | None, post: str | None
) -> tuple[tuple[Reference, ...], tuple[Finding, ...]]:
    """Give the references of the REF line, and those that the collection alone names."""
    if listing is None or not listing.refs:
        return own, ()
    given = [each for words in listing.refs.split("\n") for each in _read(words, year, post)]
    named = {each.id for each in own if each.id}
    listed = {each.id for each in given if each.id}
    more = tuple(each for each in given if each.id and each.id not in named)
    if not named and more:
        said = "The telegram has no references; the collection's are shown."
        return own + more, (Finding("refs-from-listing", None, said),)
    if named == listed:
        return own, ()
    apart = [
        f"only the {who} names {', '.join(sorted(ids))}"
        for who, ids in (("collection", listed - named), ("telegram", named - listed))
        if ids
    ]
    said = f"Of the references, {' and '.join(apart)}."
    return own + more, (Finding("refs-differ", None, said),)


def _read(words: str, year: int | None, post: str | None) -> tuple[Reference, ...]:
    """Read one reference id, or words as of a REF line."""
    spelt = identifier.canonical(words.strip())
    if spelt is not None:
        return (Reference(spelt.id, None, None, "cable", words.strip()),)
    return lines.read(words, year, post)
