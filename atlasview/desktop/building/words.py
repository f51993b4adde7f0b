"""Counts of a build in words."""

from collections.abc import Mapping

_TOLD = {"genes": "gene", "proteins": "protein", "cell_types": "cell type", "terms": "term", "diseases": "disease"}


def contents(counts: Mapping[str, int], most: int = 4) -> str:
    """What is in an atlas: `44,000 genes, 1 protein`."""
    there = [(counts.get(noun, 0), word) for noun, word in _TOLD.items()]
    said = [f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in there if count]
    return ", ".join(said[:most])
