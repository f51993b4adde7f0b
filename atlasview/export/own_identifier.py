"""The identifier that a page has itself, as one of those in databases."""

from collections.abc import Iterable

from atlasview.records.reference import CrossReference


def itself(identifier: str, source: str) -> CrossReference:
    """The page's own identifier; `source` is the key of who describes the page."""
    database, _, local = identifier.partition(":")
    return CrossReference(identifier, database, local, "", source)


def with_own(identifier: str, source: str, others: Iterable[CrossReference]) -> tuple[CrossReference, ...]:
    """The page's own identifier before the others, unless it stands among them."""
    own, others = itself(identifier, source), tuple(others)
    there = any((one.database, one.id) == (own.database, own.id) for one in others)
    return others if there else (own, *others)
