"""Lineages of cell types, read off the Cell Ontology."""

from collections.abc import Iterable

from atlasview.records.term import Hierarchy

OTHER = "other"

ROOTS = (
    ("t-cell", ("CL:0000084",)),  # T cell
    ("b-cell", ("CL:0000945",)),  # lymphocyte of B lineage, with the plasma cells
    ("natural-killer-innate-lymphoid", ("CL:0001065", "CL:0000623")),  # innate lymphoid cell, natural killer cell
    # Monocytes, which the ontology also calls progenitors, macrophages, dendritic cells, other myeloid leukocytes.
    ("myeloid", ("CL:0000576", "CL:0000235", "CL:0000451", "CL:0000766")),
    # Erythroblast, erythroid forms beyond it, megakaryocyte, platelet.
    ("erythroid-megakaryocyte", ("CL:0000765", "CL:0000232", "CL:0000556", "CL:0000233")),
    ("stem-progenitor", ("CL:0000034", "CL:0011026", "CL:0008001")),  # stem, progenitor, hematopoietic precursor cell
    ("erythroid-megakaryocyte", ("CL:0000764",)),  # the rest of the erythroid lineage
    ("myeloid", ("CL:0000763",)),  # the rest of the myeloid cells
)
"""The first lineage with a root among a cell type and its ancestors is its own."""


def lineages(cell_types: Iterable[str], hierarchy: Iterable[Hierarchy]) -> dict[str, str]:
    """Lineage of each cell type by its id; `other` for what stands under none of the roots."""
    parents: dict[str, set[str]] = {}
    for edge in hierarchy:
        if edge.relation == "is_a":
            parents.setdefault(edge.child, set()).add(edge.parent)
    return {cell_type: _lineage(_with_ancestors(cell_type, parents)) for cell_type in cell_types}


def _with_ancestors(start: str, parents: dict[str, set[str]]) -> set[str]:
    found = {start}
    waiting = [start]
    while waiting:
        new = parents.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return found


def _lineage(line: set[str]) -> str:
    return next((lineage for lineage, roots in ROOTS if not line.isdisjoint(roots)), OTHER)
