"""What scores rest on, said once beside a list of them where no chart says it."""

from collections.abc import Iterable, Sequence

from atlasview.figures.coverage_words import coverage_words
from atlasview.figures.replication_words import replication_words
from atlasview.records.significance import Coverage, Significance


def basis_words(scores: Sequence[Significance], coverage: Iterable[Coverage]) -> str:
    """Of how many genes there are scores, and how far these can be trusted; empty without scores."""
    if not scores:
        return ""
    return " ".join(filter(None, (coverage_words(coverage), replication_words(scores))))


def set_words(sets: Iterable[tuple[str, str]]) -> str:
    """`Overall, 10x PBMC 68k`: the context and data set of a list that has one; empty where there are others too."""
    found = set(sets)
    words = ", ".join(filter(None, found.pop())) if len(found) == 1 else ""
    return words[:1].upper() + words[1:]
