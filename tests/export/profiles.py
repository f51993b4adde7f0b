"""Pages made by hand for what the starter atlas has no example of."""

from dataclasses import replace
from typing import Any

from atlasview.records.cell_type import CellType, Context
from atlasview.records.gene import Gene, Location
from atlasview.records.place import Kind, Place
from atlasview.records.profile import GeneProfile, ProteinDetail, ScoredCell
from atlasview.records.significance import Significance
from atlasview.records.source import AtlasLabel, Source

LABEL = AtlasLabel("Test atlas", "1", "a" * 64)
NO_SCORES: dict[str, Any] = dict.fromkeys(
    ("csi", "rcsi", "prs", "threshold", "fold_change", "delta", "p", "q", "csi_low", "csi_high", "profiles",
     "other_profiles", "donors", "cells", "percent_expressing"),
)  # fmt: skip


def gene(*proteins: ProteinDetail, scores: tuple[ScoredCell, ...] = (), **changes) -> GeneProfile:
    """A gene with nothing but what is given."""
    made = GeneProfile(
        gene=Gene("HGNC:1", "TEST1", "test gene 1", "gene with protein product", Location(), 9606, "hgnc"),
        names=(),
        identifiers=(),
        proteins=proteins,
        significance=scores,
        citations=(),
        articles=(),
        diseases=(),
        variants=(),
        terms=(),
        transcripts=(),
        expression=(),
        interactions=(),
        homologies=(),
        differences=(),
        sources={"scores": Source("scores", "Scores", "2")},
        atlas=LABEL,
        place=Place(Kind.GENE, "HGNC:1", "TEST1"),
    )
    return replace(made, **changes)


def scored(cell: str, context: str = "overall", dataset: str = "One", **values: float) -> ScoredCell:
    """Scores of it in a cell type; values that are not given are missing."""
    scores = Significance(
        "HGNC:1", f"CL:{cell}", context, dataset, **{**NO_SCORES, **values}, replication="", source="scores"
    )
    label = {"overall": "Overall", "UBERON:1": "Lung"}.get(context, context)
    return ScoredCell(scores, CellType(f"CL:{cell}", f"cell {cell}", "", "other", "cl"), Context(context, label, "cl"))
