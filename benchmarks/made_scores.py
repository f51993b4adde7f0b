"""A table of scores as `atlasview significance` writes it, for made donors of real genes in real cell types."""

import gzip
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from atlasview.significance.table import COLUMNS

DONORS, OTHERS = (3, 100), (500, 4_900)
"""From how few to how many profiles a cell type has, and the others of its context."""
_KINDS = 400
"""Genes that differ in all of their numbers; more of them repeat these."""
_SCORES = COLUMNS[7:]


def genes_of(hgnc: Path, count: int) -> list[tuple[str, str]]:
    """Identifiers and symbols of the first genes of HGNC's table."""
    with gzip.open(hgnc, "rt", encoding="utf-8") as file:
        next(file)
        rows = (line.split("\t", 2) for line in file)
        return [(row[0], row[1]) for row, _at in zip(rows, range(count), strict=False)]


def cell_types_of(ontology: Path, count: int) -> list[str]:
    """Identifiers of terms of the Cell Ontology that are in use."""
    found: list[str] = []
    with gzip.open(ontology, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("id: CL:"):
                found.append(line.split()[1])
            elif line.startswith("is_obsolete: true") and found:
                found.pop()
    return found[:count]


def write(path: Path, genes: list[tuple[str, str]], cell_types: list[str], contexts: int) -> int:
    """Write the table; gives its number of rows: every gene in every cell type and context."""
    places = ["overall", *(f"UBERON:{at:07d}" for at in range(1, contexts))]
    strata = [(cell_type, place) for place in places for cell_type in cell_types]
    made = list(_rows(strata, len(genes)))
    with path.open("w", encoding="utf-8") as file:
        file.write("# dataset: made\n" + "\t".join(COLUMNS) + "\n")
        for at, (gene, symbol) in enumerate(genes):
            name = f"{gene}\t{symbol}\t"
            file.writelines(name + row for row in made[at * 7 % len(made)])
    return len(genes) * len(strata)


def _rows(strata: list[tuple[str, str]], genes: int) -> Iterator[list[str]]:
    """Rows of genes without their names, in each of the strata."""
    chance = np.random.default_rng(1)
    size = len(strata)
    own = chance.integers(*DONORS, size, endpoint=True)
    others = chance.integers(*OTHERS, size, endpoint=True)
    cells = own * chance.integers(10, 200, size)
    threshold, largest = chance.uniform(0.5, 6, size), chance.uniform(60, 160, size)
    for _ in range(min(_KINDS, genes)):
        found = _scores(chance, own, others, genes)
        found |= {"threshold": threshold, "rcsi": 100 * found["csi"] / largest, "cells": cells}
        found |= {"fold_change": found["csi"] / threshold, "profiles": own, "other_profiles": others, "donors": own}
        found["percent_expressing"] = 100 * chance.integers(0, cells, endpoint=True) / cells
        columns = [found.get(name, np.full(size, np.nan)) for name in _SCORES]
        yield [
            f"{cell_type}\t\t{place}\tmade\treplicated\t" + "\t".join(map(_number, values)) + "\n"
            for (cell_type, place), *values in zip(strata, *columns, strict=True)
        ]


def _scores(chance: np.random.Generator, own: Any, others: Any, genes: int) -> dict[str, Any]:
    """Delta as so many profiles can give it, with p by the normal rule, and what follows from both."""
    size = len(own)
    delta = np.rint(np.clip(chance.normal(0, 0.3, size), -1, 1) * own * others) / (own * others)
    spread = np.sqrt((own + others + 1) / (3 * own * others)) * chance.uniform(0.6, 1)
    p = np.maximum([math.erfc(z) for z in np.abs(delta) / spread / math.sqrt(2)], 1e-300)
    csi = -delta * np.log10(p)
    ends = np.sort([csi * chance.uniform(0.4, 0.9, size), csi * chance.uniform(1.1, 1.7, size)], axis=0)
    return {
        "csi": csi, "csi_low": ends[0], "csi_high": ends[1], "delta": delta, "p": p,
        "q": np.minimum(1, p * chance.uniform(1, 3, size)),
        "prs": 50 * chance.integers(0, 2 * genes - 1, size) / max(1, genes - 1),
    }  # fmt: skip


def _number(value: Any) -> str:
    return "" if value != value else f"{value:.9g}"  # noqa: PLR0124 (NaN is not equal to itself)
