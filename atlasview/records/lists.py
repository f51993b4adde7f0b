"""Lists as one text, in a cell of the atlas or while facts wait for it: joined on one side, parted on the other."""

from collections.abc import Iterable
from functools import lru_cache

from atlasview.records.protein import Evidence

LIST_SEPARATOR = "|"
"""Joins lists that live in one cell; no author, accession or identifier holds it."""


def joined(items: Iterable[str]) -> str:
    """One text of many; raises ValueError where an item holds the separator itself."""
    listed = tuple(items)
    text = LIST_SEPARATOR.join(listed)
    if listed and text.count(LIST_SEPARATOR) >= len(listed):
        raise ValueError(f"{LIST_SEPARATOR!r} within one of {listed}")
    return text


def parted(cell: str) -> tuple[str, ...]:
    """Many texts of one."""
    return tuple(cell.split(LIST_SEPARATOR)) if cell else ()


def listed_authors(authors: Iterable[str]) -> str | tuple[str, ...]:
    """Authors in one text with commas between, as UniProt writes them; as they are where one has one in its name."""
    listed = tuple(authors)
    text = ", ".join(listed)
    return text if text and text.count(", ") == len(listed) - 1 else listed


def parted_authors(authors: str | tuple[str, ...]) -> tuple[str, ...]:
    """Authors one by one, in whichever of the two ways they are listed."""
    if not isinstance(authors, str):
        return authors
    return tuple(authors.split(", ")) if authors else ()


def joined_evidence(evidence: Iterable[Evidence]) -> str:
    """`ECO:0000269 PMID:11081504|ECO:0000303`."""
    return joined(f"{one.code} {one.reference}" if one.reference else one.code for one in evidence)


@lru_cache(maxsize=20_000)
def parted_evidence(cell: str) -> tuple[Evidence, ...]:
    """Evidence of a feature; remembered, since a thousand features of a protein rest on the same few papers."""
    return tuple(Evidence(*one.split(" ", 1)) for one in parted(cell))


def joined_channels(channels: Iterable[tuple[str, float]]) -> str:
    """`experiments=0.8|textmining=0.31`."""
    return joined(f"{name}={score!r}" for name, score in channels)


def parted_channels(cell: str) -> tuple[tuple[str, float], ...]:
    """Channels of an interaction with their scores."""
    pairs = (one.rpartition("=") for one in parted(cell))
    return tuple((name, float(score)) for name, _sign, score in pairs)
