"""What is to be known of data sets that hold few of the genes of an atlas."""

from collections.abc import Iterable

from atlasview.figures.residues import grouped
from atlasview.records.significance import Coverage

_FEW = 0.5
"""Part of the genes below which they are said to be few."""


def coverage_words(found: Iterable[Coverage]) -> str:
    """`Few genes: 19 of the 119 genes of this atlas have scores from Own.`, a sentence for each data set."""
    return " ".join(_sentence(one) for one in found)


def _sentence(one: Coverage) -> str:
    few = "Few genes: " if one.genes < _FEW * one.all_genes else ""
    verb = "has" if one.genes == 1 else "have"
    of = f"{grouped(one.genes)} of the {grouped(one.all_genes)} gene{'' if one.all_genes == 1 else 's'} of this atlas"
    return f"{few}{of} {verb} scores from {one.dataset or 'the source'}."
