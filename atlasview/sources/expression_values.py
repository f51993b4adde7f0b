"""What tables of expression have in common: identifiers of genes, amounts and units, names of samples."""

import math
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, cast

from atlasview.anatomy import term_of
from atlasview.records.expression import RELIABILITIES, Expression
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Outcome, Taken

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
    try:
        value = float(cell)
    except ValueError:
        value = -1.0
    if 0 <= value < math.inf and "_" not in cell:
        return value
    if cell in NOT_MEASURED:
        return None
    raise ValueError(cell)


@lru_cache(maxsize=4096)
def sample_name(cell: str) -> str:
    """Name of a sample as a person writes it: pivoted tables set underscores for spaces."""
    return " ".join(cell.strip().strip('"').replace("_", " ").split())


@lru_cache(maxsize=4096)
def sample_term(name: str) -> str:
    """UBERON or CL identifier of a sample, empty where no ontology names it exactly so."""
    return term_of(name)


@lru_cache(maxsize=4096)
def sample_of(cell: str) -> tuple[str, str]:
    """Name and term of a sample, which a file has a few of and names in every row."""
    name = sample_name(cell)
    return name, sample_term(name)


def reliability_of(cell: str) -> str:
    """One of RELIABILITIES, empty where the source says none; ValueError for another word."""
    word = cell.strip().lower()
    word = "enhanced" if word == "validated" else word
    if word and word not in RELIABILITIES:
        raise ValueError(cell)
    return word


def by_gene(rows: Iterable[tuple[int, Expression] | Rejected | Filtered]) -> Iterator[Outcome]:
    """Rows of one gene that follow each other as one record: a file has a million rows of twenty thousand genes."""
    records: list[Any] = []
    first, gene = 0, ""
    for row in rows:
        if type(row) is tuple:
            line, record = row
            if record.gene == gene:
                records.append(record)
                continue
            if records:
                yield Taken(first, records)
            first, gene, records = line, record.gene, [record]
        else:
            if records:
                yield Taken(first, records)
            gene, records = "", []
            yield cast("Rejected | Filtered", row)
    if records:
        yield Taken(first, records)
