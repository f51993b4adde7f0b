"""What tables of expression have in common: identifiers of genes, amounts and units, names of samples."""

import math
import re
from functools import lru_cache

from atlasview.anatomy import term_of
from atlasview.records.expression import RELIABILITIES

UNITS = ("nTPM", "NX", "nCPM", "pTPM", "TPM")
"""Units of the Human Protein Atlas, the one that compares samples best first."""
NO_GENE = "no Ensembl identifier of a human gene"
NO_AMOUNT = "a value that is no amount"
NOT_MEASURED = frozenset(("", "NA", "N/A", "NaN", "nan", "na", "null", "None"))
"""Cells that say that nothing was measured, which is not zero."""
_GENE = re.compile(r"(ENSG\d{11})(?:\.\d+)?", re.ASCII)


@lru_cache(maxsize=256)
def gene_of(cell: str) -> str:
    """CURIE of a human gene of Ensembl, with or without its version; empty for anything else."""
    found = _GENE.fullmatch(cell.strip().strip('"'))
    return f"ENSEMBL:{found[1]}" if found else ""


def amount(cell: str) -> float | None:
    """A value of expression, None where it was not measured; ValueError for what is neither."""
    if cell in NOT_MEASURED:
        return None
    try:
        value = float(cell)
    except ValueError:
        value = -1.0
    if not (0 <= value < math.inf) or "_" in cell:
        raise ValueError(cell)
    return value


@lru_cache(maxsize=4096)
def sample_name(cell: str) -> str:
    """Name of a sample as a person writes it: pivoted tables set underscores for spaces."""
    return " ".join(cell.strip().strip('"').replace("_", " ").split())


@lru_cache(maxsize=4096)
def sample_term(name: str) -> str:
    """UBERON or CL identifier of a sample, empty where no ontology names it exactly so."""
    return term_of(name)


def reliability_of(cell: str) -> str:
    """One of RELIABILITIES, empty where the source says none; ValueError for another word."""
    word = cell.strip().lower()
    word = "enhanced" if word == "validated" else word
    if word and word not in RELIABILITIES:
        raise ValueError(cell)
    return word
