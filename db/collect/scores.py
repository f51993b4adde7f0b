"""Scores of cell types, computed by the program's own command from a public sample of blood cells."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from atlasview.cli import main
from atlasview.records.cell_type import Context
from atlasview.records.significance import Significance
from atlasview.sources.opened import SourceFile
from atlasview.sources.significance_table import FORMATS
from atlasview.sources.taken import Taken
from db.collect.tables import Tables
from db.collect.upstream import Upstream

SOURCE = "pbmc68k"
DATASET = "10x PBMC 68k, 700 cells"
_LABELS = Path(__file__).resolve().parent.parent / "facts" / "pbmc68k_cell_types.tsv"
"""The labels of the sample, and the terms of the Cell Ontology that they are."""


def add_scores(tables: Tables, upstream: Upstream, genes: dict[str, str]) -> None:
    """Adds the scores of the starter's genes (HGNC identifier by symbol) that the sample holds.

    Cells are of one donor and are the observations, which the scores say of themselves.
    """
    with TemporaryDirectory() as folder:
        table = Path(folder) / "scores.tsv"
        words = ["significance", upstream.paths[SOURCE], "--cell-type", "bulk_labels", "--one-donor"]
        words += ["--cell-type-map", _LABELS, "--ontology", upstream.paths["cell-ontology"]]
        words += ["--dataset", DATASET, "--licence", "CC-BY-4.0", "--bootstrap", "0", "-o", table]
        if main([str(word) for word in words]):
            raise ValueError("the scores were not computed")
        with SourceFile(table, source=SOURCE) as file:
            for outcome in FORMATS[0].read(file):
                if not isinstance(outcome, Taken):
                    raise TypeError(str(outcome))
                for record in outcome.records:
                    _add(tables, record, genes)


def _add(tables: Tables, record: object, genes: dict[str, str]) -> None:
    if not isinstance(record, Significance):
        if not isinstance(record, Context):
            raise TypeError(repr(record))
        return  # the starter has its contexts
    gene = genes.get(record.gene.removeprefix("symbol:"))
    if gene is not None:
        tables.add(replace(record, gene=gene))
