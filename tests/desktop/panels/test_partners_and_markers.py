"""Tables of partners and of markers: what they say, where they lead, what is left out."""

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.homologies import HomologiesPanel
from atlasview.desktop.panels.markers import MarkersPanel, cell_columns, gene_columns
from atlasview.desktop.panels.partners import PartnersPanel
from atlasview.records.interaction import Homology, Interaction
from atlasview.records.marker import Marker
from atlasview.records.profile import GeneLink, MarkedCell, MarkerGene

OTHER = GeneLink("HGNC:6024", "IL7R", "interleukin 7 receptor")
MARKER = Marker("HGNC:6024", "CL:0000084", "Blood", "", 7.5, "marker score", ("PMID:1", "PMID:2"), "made")


def heads(panel) -> list[str]:
    return [column.title for column in panel.table.records_model.columns]


def cells(panel) -> list[str]:
    return [column.text(panel.table.records_model.record(0)) for column in panel.table.records_model.columns]


def test_partners_say_how_they_were_found(stage, theme):
    pair = Interaction("HGNC:6005", OTHER.id, 0.56, (), "made", "two hybrid", ("PMID:11081504",))
    panel = stage.show(PartnersPanel(theme, Exits(), ((pair, OTHER),), {}), 900, 400)
    assert cells(panel)[:5] == ["IL7R", "interleukin 7 receptor", "0.560", "two hybrid", "PMID:11081504"]
    assert heads(panel)[3:5] == ["Found by", "Papers"]


def test_kinds_of_evidence_stand_with_their_scores(stage, theme):
    pair = Interaction("HGNC:6005", OTHER.id, None, (("databases", 0.542), ("experiments", 0.1)), "made")
    panel = stage.show(PartnersPanel(theme, Exits(), ((pair, OTHER),), {}), 900, 400)
    assert "Score" not in heads(panel)
    assert "databases" in cells(panel)[2] and "experiments" in cells(panel)[2]


def test_markers_of_a_gene_and_of_a_cell_type(stage, theme):
    gene = MarkersPanel(theme, Exits(), (MarkedCell(MARKER, "T cell"),), cell_columns({}))
    assert cells(stage.show(gene, 900, 400))[:6] == [
        "T cell", "CL:0000084", "Blood", "7.50", "marker score", "PMID:1 +1",
    ]  # fmt: skip
    cell = MarkersPanel(theme, Exits(), (MarkerGene(MARKER, OTHER),), gene_columns({}))
    assert cells(stage.show(cell, 900, 400))[:3] == ["IL7R", "interleukin 7 receptor", "Blood"]
    assert "Condition" not in heads(cell)


def test_homologies_say_who_resembles_whom_and_how_much(stage, theme):
    rows = (
        Homology("HGNC:6024", "Il7r", "Mus musculus", "protein", 64.5, "PMID:2317865", "made"),
        Homology("HGNC:6024", "GH receptor", "Homo sapiens", "protein", 12.9, "", "made"),
    )
    panel = stage.show(HomologiesPanel(theme, Exits(), rows, {}), 900, 400)
    assert cells(panel)[:5] == ["Il7r", "Mus musculus", "protein", "64.5", "PMID:2317865"]
    assert heads(panel)[3] == "Identity %"
