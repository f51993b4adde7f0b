"""Genes of a term or disease are told with what ties them to it; those that are said not to be so stand apart."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import search
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.wish import Wish
from atlasview.desktop.pages.factory import make_page
from atlasview.desktop.panels.gene_grid import GeneGridPanel
from atlasview.desktop.panels.linked_genes import LinkedGenesPanel
from atlasview.export.document import document
from atlasview.export.tables import page_table
from atlasview.export.text import page_text
from atlasview.records.tie import Tie
from tests.building.public_files import write_gaf, write_hgnc
from tests.desktop.reading import read
from tests.desktop.showing import settle


def annotated(accession: str, symbol: str, qualifier: str, evidence: str, paper: str = "PMID:1") -> tuple[str, ...]:
    told = ("UniProtKB", accession, symbol, qualifier, "GO:0004917", paper, evidence, "", "F", "", "", "protein")
    return (*told, "taxon:9606", "20200101", "UniProt", "", "")


GAF = (
    annotated("Q03164", "KMT2A", "NOT|enables", "IDA", "PMID:7"),
    annotated("P16871", "IL7R", "enables", "IEA", "GO_REF:0000120"),
    annotated("P16871", "IL7R", "contributes_to", "IDA", "PMID:2317865"),
)


@pytest.fixture(scope="module")
def tied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An atlas of three genes, one with a term and one that is said not to have it."""
    folder = tmp_path_factory.mktemp("ties")
    given = [write_hgnc(folder), write_gaf(folder, GAF)]
    build_from_files(find_inputs(map(str, given)), Wish(folder / "tied.atlas", jobs=1))
    return folder / "tied.atlas"


def test_ties_are_read_with_the_genes_and_what_is_not_so_comes_last(tied):
    term = read(tied, "GO:0004917")
    assert [gene.symbol for gene in term.genes] == ["IL7R", "KMT2A"]
    assert [gene.symbol for gene in term.members] == ["IL7R"]
    assert set(term.genes[0].ties) == {
        Tie("enables", "IEA", "", ("GO_REF:0000120",), "gaf"),
        Tie("contributes_to", "IDA", "", ("PMID:2317865",), "gaf"),
    }
    assert [tie.relation for tie in term.genes[1].ties] == ["NOT|enables"]


def test_search_counts_the_genes_that_have_the_term(tied):
    with AtlasReader(tied) as reader:
        assert search(reader, "GO:0004917").hits[0].detail == "GO:0004917 · 1 gene"


def test_the_page_says_relation_evidence_and_papers(tied, stage, theme):
    page = stage.show(make_page(read(tied, "GO:0004917"), theme), 1300, 900)
    page.show_section("Genes")
    settle()
    panel = page.findChild(LinkedGenesPanel)
    model = panel.table.records_model
    titles = [column.title for column in model.columns]
    assert titles == ["Gene", "Name", "Relation", "Evidence", "Reference", "Identifier"]
    rows = [[column.text(record) for column in model.columns] for record in model.records()]
    assert rows[0][2:5] == ["enables, contributes to", "IEA, IDA", "PMID 2317865 and 1 more"]
    assert rows[1][2:5] == ["NOT enables", "IDA", "PMID 7"]
    assert model.columns[4].link(model.records()[0]) == "place:publication:PMID:2317865"
    said = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert "1 gene, listed last, tested and found not to be so" in said


def test_charts_and_sequences_leave_out_what_is_not_so(tied, stage, theme):
    page = stage.show(make_page(read(tied, "GO:0004917"), theme), 1300, 900)
    titles = [offer.title for offer in page.offers()]
    assert "Sequences of 1 gene…" in titles
    page.show_section("Heat map")
    settle()
    assert page.findChild(GeneGridPanel).field.text() == "IL7R"


def test_files_have_a_row_for_each_statement(tied):
    term = read(tied, "GO:0004917")
    rows = page_table(term, "genes").rows
    assert len(rows) == 3
    said = json.loads(json.dumps(document(term)))["genes"]
    assert [(gene["symbol"], [tie["relation"] for tie in gene["ties"]]) for gene in said] == [
        ("IL7R", ["enables", "contributes_to"]),
        ("KMT2A", ["NOT|enables"]),
    ]
    text = page_text(term, width=120)
    assert "NOT enables" in text
    assert "contributes to" in text


@pytest.mark.parametrize("term", ["GO:0097100", "GO:0030425"])
def test_the_starter_atlas_counts_in_the_same_way(atlas_path, term):
    page = read(atlas_path, term)
    assert any(tie.negated for gene in page.genes for tie in gene.ties)
    with AtlasReader(atlas_path) as reader:
        said = search(reader, term).hits[0].detail
    members = len(page.members)
    assert said == (f"{term} · {members} gene{'' if members == 1 else 's'}" if members else term)
