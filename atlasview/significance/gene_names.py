"""What genes are called in a file: Ensembl identifiers, symbols, or both."""

import re
from collections.abc import Sequence

from atlasview.significance.cell_file import GeneNames

_ENSEMBL = re.compile(r"(?:ENSEMBL:)?(ENS[A-Z]{0,6}G\d{11})(?:\.\d+)?(?:_PAR_Y)?", re.ASCII)

NAMELESS = "symbol:"
"""Identifier of a gene without any name."""


def gene_names(names: Sequence[str], others: Sequence[str] | None = None) -> GeneNames:
    """Identifiers and symbols of genes from one or two columns of names; a version of an identifier is left off."""
    ids, symbols = [], []
    for first, second in zip(names, others or [""] * len(names), strict=True):
        found = _ENSEMBL.fullmatch(first) or _ENSEMBL.fullmatch(second)
        symbol = next((name for name in (first, second) if name and not _ENSEMBL.fullmatch(name)), "")
        ids.append(f"ENSEMBL:{found[1]}" if found else f"{NAMELESS}{symbol}")
        symbols.append(symbol)
    return GeneNames(tuple(ids), tuple(symbols))
