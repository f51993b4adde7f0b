"""Lists of marker genes: the columns of PanglaoDB, and those of CellMarker in both years."""

from pathlib import Path

import pytest

from atlasview.records.marker import Marker, named_cell
from atlasview.records.publication import Publication
from atlasview.records.trouble import InputRefused
from atlasview.sources.formats import format_of
from atlasview.sources.opened import SourceFile
from tests.sources.outcomes import outcomes, written

PANGLAO = (
    "species\tofficial gene symbol\tcell type\tnicknames\tubiquitousness index\torgan\tcanonical marker\n"
    "Mm Hs\tIL7R\tT memory cells\tCD127\t0.1\tImmune system\t1\n"
    "Hs\tIL21\tNK cells\tNA\t0\tImmune system\tNA\n"
    "Mm\tIl7r\tT cells\tNA\t0\tImmune system\t1\n"
    "Hs\t\tT cells\tNA\t0\tImmune system\t1\n"
    "Hs\tIL7R\tNA\tNA\t0\tImmune system\t1\n"
)
OLD = (
    "speciesType\ttissueType\tUberonOntologyID\tcancerType\tcellType\tcellName\tCellOntologyID\tcellMarker\tgeneSymbol\t"
    "geneID\tproteinName\tproteinID\tmarkerResource\tPMID\tCompany\n"
    "Human\tBlood\tUBERON_0000178\tNormal\tNormal cell\tT cell\tCL_0000084\tCD127, x\tIL7R, [IL2RA, IL2RB], NA\t"
    "3575, [3559, 3560], NA\tx\tx\tExperiment\t12345\tNA\n"
    "Human\tLung\tNA\tLung Cancer\tCancer cell\tStem cell\tNA\tx\tIL7R\tNA\tx\tx\tReview\tNA\tNA\n"
    "Mouse\tLung\tNA\tNormal\tNormal cell\tStem cell\tNA\tx\tIl7r\t16197\tx\tx\tReview\t1\tNA\n"
)


def test_panglaodb(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, PANGLAO))
    assert found.format == "panglaodb"
    assert found.of(Marker) == [
        Marker("symbol:IL7R", "name:t memory cell", "Immune system", "", None, "canonical marker", (), "here"),
        Marker("symbol:IL21", "name:nk cell", "Immune system", "", None, "", (), "here"),
    ]
    assert [one.line for one in found.filtered] == [4]
    assert [(one.line, one.reason) for one in found.rejected] == [
        (5, "no identifier or symbol of a gene"),
        (6, "no cell type"),
    ]


def test_cellmarker_of_2018_names_several_genes_in_a_row(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, OLD))
    assert found.format == "cellmarker"
    first, second = found.taken
    assert [one.gene for one in first.records if isinstance(one, Marker)] == [
        "NCBIGene:3575",
        "NCBIGene:3559",
        "NCBIGene:3560",
    ]
    marker = found.of(Marker)[0]
    assert (marker.cell_type, marker.tissue, marker.condition) == ("CL:0000084", "Blood", "")
    assert (marker.evidence, marker.publications) == ("Experiment", ("PMID:12345",))
    assert [paper.id for paper in found.of(Publication)] == ["PMID:12345"]
    assert second.records == [
        Marker("symbol:IL7R", "name:stem cell", "Lung", "Lung Cancer", None, "Review", (), "here")
    ]
    assert [one.line for one in found.filtered] == [4]


def test_a_list_without_genes_is_refused_by_the_name_of_the_column(tmp_path: Path) -> None:
    text = PANGLAO.replace("species\t", "species\tcell_name\tgeneSymbols\t", 1)
    path = written(tmp_path, text.replace("official gene symbol", "gene", 1))
    known = format_of("panglaodb")
    assert known is not None
    with SourceFile(path) as file, pytest.raises(InputRefused, match="no column 'symbol'"):
        list(known.read(file))


@pytest.mark.parametrize(
    ("one", "other"), [("T cells", "T cell"), ("Natural-killer  cells", "natural killer cell"), ("mast", "MAST")]
)
def test_one_and_many_are_the_same_cell_type(one: str, other: str) -> None:
    assert named_cell(one) == named_cell(other)


def test_words_that_end_in_ss_stay() -> None:
    assert named_cell("glass") == "name:glass"
