"""Options of `atlasview significance`."""

from pathlib import Path
from typing import Annotated

import typer

from atlasview.commands.options import one_of

_MOST_JOBS = 64

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help=".h5ad, .h5 of 10x, or a 10x folder with matrix.mtx.")
]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE.tsv", help="The table.")]
CellTypeColumn = Annotated[str, typer.Option("--cell-type", metavar="COLUMN", help="Cell types: CL ids or names.")]
DonorColumn = Annotated[str, typer.Option("--donor", metavar="COLUMN", help="Donors.")]
OneDonor = Annotated[bool, typer.Option("--one-donor", help="All cells are of one donor.")]
ContextColumn = Annotated[str, typer.Option("--context", metavar="COLUMN", help="Tissues or diseases.")]
Layer = Annotated[str, typer.Option("--layer", metavar="NAME", help="X, raw or a layer; else found.")]
Values = Annotated[
    str | None, typer.Option("--values", parser=one_of(("counts", "log1p-cp10k")), help="What the values are.")
]
TotalColumn = Annotated[str, typer.Option("--total", metavar="COLUMN", help="Total count of each cell.")]
GenesColumn = Annotated[str, typer.Option("--genes", metavar="COLUMN", help="Column of var with gene names.")]
AnnotationsTable = Annotated[Path | None, typer.Option("--annotations", help="Table of the cells of a 10x matrix.")]
CellTypeMap = Annotated[Path | None, typer.Option("--cell-type-map", help="Table: label, CL id.")]
OntologyFile = Annotated[Path | None, typer.Option("--ontology", help="Cell Ontology, .obo or .json.")]
DatasetName = Annotated[str, typer.Option("--dataset", help="Name of the data set, else that of the file.")]
Licence = Annotated[str, typer.Option("--licence", help="Licence of the data.")]
Bootstrap = Annotated[int | None, typer.Option("--bootstrap", min=0, max=100_000, help="Resamples; 0: none.")]
Seed = Annotated[int | None, typer.Option("--seed", min=0, help="Of the resamples.")]
Jobs = Annotated[int | None, typer.Option("--jobs", min=1, max=_MOST_JOBS, help="Threads; else one a core.")]
Look = Annotated[bool, typer.Option("--look", help="Say what is there and what cannot be done; write nothing.")]
AsJson = Annotated[bool, typer.Option("--json", help="What was found, as JSON.")]
