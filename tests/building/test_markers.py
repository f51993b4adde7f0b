"""Marker genes arrive on the pages of genes and of cell types, and in what leaves them."""

from pathlib import Path

import pytest

from atlasview.atlas.cell_type import cell_type_profile
from atlasview.atlas.check import check_atlas
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.report import BuildReport
from atlasview.building.wish import Wish
from atlasview.export.document import document
from atlasview.export.tables import page_table
from tests.building.public_files import write_hgnc
from tests.sources.outcomes import written

CELLS = """format-version: 1.2
ontology: cl

[Term]
id: CL:0000084
name: T cell
synonym: "T-lymphocyte" EXACT []

[Term]
id: CL:0000623
name: natural killer cell
synonym: "NK cell" EXACT []
synonym: "lymphocyte" BROAD []
"""
LIST = (
    "species\ttissue_type\tcell_name\tcellontology_id\tSymbol\tGeneID\tmarker_source\tPMID\n"
    "Human\tBlood\tT cell\tCL_0000084\tIL7R\t3575\tExperiment\t12345\n"
    "Human\tBlood\tNK cells\t\tIL7R\t\tReview\t\n"
    "Human\tBlood\tLymphocyte\t\tIL7R\t\tReview\t\n"
)


@pytest.fixture
def report(tmp_path: Path) -> BuildReport:
    files = tmp_path / "files"
    write_hgnc(files)
    written(files, LIST, "markers.tsv")
    written(files, CELLS, "cl.obo")
    return build_from_files(find_inputs([str(files)]), Wish(tmp_path / "x.atlas", jobs=1))


def test_markers_stand_on_the_gene_and_on_the_cell_type(report: BuildReport, tmp_path: Path) -> None:
    with AtlasReader(tmp_path / "x.atlas") as reader:
        gene = gene_profile(reader, "HGNC:6024")
        cell = cell_type_profile(reader, "CL:0000084")
    assert [(one.cell_type, one.marker.cell_type, one.marker.publications) for one in gene.markers] == [
        ("natural killer cell", "CL:0000623", ()),
        ("T cell", "CL:0000084", ("PMID:12345",)),
    ]
    assert [(one.gene.symbol, one.marker.tissue) for one in cell.markers] == [("IL7R", "Blood")]
    assert not [one for one in check_atlas(tmp_path / "x.atlas") if "licence" not in one.what]


def test_a_name_that_the_ontology_gives_only_broadly_is_told(report: BuildReport) -> None:
    (file,) = (one for one in report.files if one.file == "markers.tsv")
    assert [(one.reason, one.detail) for one in file.refusals] == [("no such cell type", "name:lymphocyte")]
    assert (file.source.read, file.source.kept, file.source.rejected) == (3, 2, 1)


def test_markers_leave_the_page(report: BuildReport, tmp_path: Path) -> None:
    with AtlasReader(tmp_path / "x.atlas") as reader:
        gene = gene_profile(reader, "HGNC:6024")
        cell = cell_type_profile(reader, "CL:0000084")
    assert [(one["label"], one["score"]) for one in document(gene)["markers"]] == [
        ("natural killer cell", None),
        ("T cell", None),
    ]
    assert [one["symbol"] for one in document(cell)["markers"]] == ["IL7R"]
    for page in (gene, cell):
        rows = page_table(page, "markers").rows
        assert {row[:2] for row in rows} == {("HGNC:6024", "IL7R")}
