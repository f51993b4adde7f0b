"""Heat map, treemaps and comparison on a page: choices, selection, what is read, what is exported."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atlasview.atlas.cell_type import cell_type_profile
from atlasview.atlas.pathway import scored_pathways
from atlasview.atlas.pathway_genes import pathways_of_genes
from atlasview.atlas.reader import AtlasReader
from atlasview.desktop.pages.cell_type_page import CellTypePage
from atlasview.desktop.pages.term_page import score_words
from atlasview.desktop.panels.cell_type_genes import CellTypeGenesPanel
from atlasview.desktop.panels.cells import CellsPanel
from atlasview.desktop.panels.compare_cells import CompareCellsPanel
from atlasview.desktop.panels.empty import Empty
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.gene_grid import GeneGridPanel
from atlasview.desktop.panels.treemap import PathwaysTreemap
from atlasview.records.pathway import PathwayScores, ScoredPathways
from atlasview.records.place import Kind, Place
from atlasview.records.profile import GeneLink
from atlasview.records.scored_genes import ScoredGenes
from atlasview.records.source import AtlasLabel
from tests.desktop.showing import settle
from tests.figures.looking import marks_named, texts
from tests.figures.scores import EMPTY, MIXED, computed
from tests.figures.test_heatmap import GENES

PAGE = Place(Kind.CELL_TYPE, "CL:0002038", "T follicular helper cell")
LABEL = AtlasLabel("Made", "1", "")


class Round:
    """Stands round a page: hands on what it was made with, and notes what was asked."""

    def __init__(self, exits, genes=None, other=None, pathways=None, places=()):
        self.asked, self.places = [], places
        self._genes, self._other, self._pathways = genes, other, pathways
        exits.asked.connect(lambda wish: wish(self))

    def read_genes(self, _owner, words, _page, arrived):
        self.asked.append(words)
        arrived(self._genes)

    def read_cell_type(self, _owner, text, arrived):
        self.asked.append(text)
        arrived(self._other)

    def read_pathways(self, _owner, _page, scores, arrived):
        self.asked.append(scores)
        arrived(self._pathways)

    def read_pathway_genes(self, _owner, _page, arrived):
        arrived(self._pathways)


@pytest.fixture
def tfh(atlas_path):
    with AtlasReader(atlas_path) as reader:
        return cell_type_profile(reader, PAGE.id)


def grid_panel(theme, stage, **more):
    exits = Exits()
    stood = Round(exits, ScoredGenes(GENES, {}, LABEL, PAGE), **more)
    panel = stage.show(GeneGridPanel(theme, exits, PAGE, ("IL21", "CXCL13", "MS4A1")), 900, 900)
    return panel, stood


def test_the_genes_of_the_page_are_read_and_drawn(theme, stage):
    panel, stood = grid_panel(theme, stage)
    assert stood.asked == [("IL21", "CXCL13", "MS4A1")]
    assert {"IL21", "CXCL13", "MS4A1"} <= set(texts(panel._chart.figure()))
    assert panel._table.table.records_model.total == 11


def test_other_genes_by_their_names_and_those_of_open_tabs(theme, stage):
    tabs = (Place(Kind.GENE, "HGNC:1", "STAT3"), PAGE, Place(Kind.GENE, "HGNC:2", "JAK1"))
    panel, stood = grid_panel(theme, stage, places=tabs)
    panel.field.setText("stat3, jak1  stat3")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert stood.asked[-1] == ("stat3", "jak1")
    panel._of_tabs.click()
    assert stood.asked[-1] == ("STAT3", "JAK1")


def test_the_scale_is_kept_while_it_is_asked_for(theme, stage):
    panel, _stood = grid_panel(theme, stage)
    panel.keep.setChecked(True)
    kept = panel.focused_export().limits
    assert kept is not None
    panel.show_genes(ScoredGenes(GENES[:1], {}, LABEL, PAGE))
    assert panel.focused_export().limits == kept
    panel.keep.setChecked(False)
    assert panel.focused_export().limits is None


def test_genes_without_scores_have_a_reason_in_place_of_a_chart(theme, stage):
    panel, _stood = grid_panel(theme, stage)
    silent = tuple(replace(gene, scores=()) for gene in GENES)
    panel.show_genes(ScoredGenes(silent, {}, LABEL, PAGE))
    settle()
    [said] = [part for part in panel.findChildren(Empty) if part.isVisible()]
    assert said.accessibleName().startswith("No cell significance scores for these genes. ")
    assert f"{LABEL} has none for {GENES[0].symbol}" in said.accessibleName()
    assert not panel._chart.isVisible()
    assert not panel._view.isVisible()
    assert panel.focused_export() is None
    assert panel.field.isVisible()
    panel.show_genes(ScoredGenes(GENES, {}, LABEL, PAGE))
    settle()
    assert panel._chart.isVisible()
    assert panel._table.table.records_model.total == 11
    assert not any(part.isVisible() for part in panel.findChildren(Empty))


def test_square_and_row_share_a_selection_and_the_export_is_what_is_seen(theme, stage):
    panel, _stood = grid_panel(theme, stage)
    panel._choose("square:HGNC:MS4A1|CL:2")
    table = panel._table.table
    assert table.records_model.record(table.selected_rows()[0]).target == "square:HGNC:MS4A1|CL:2"
    panel._view.choose("dotplot")
    panel._order.choose("clustered")
    panel._refresh()
    export = panel.focused_export()
    assert (export.view, export.order, export.context, export.dataset) == ("dotplot", "clustered", "overall", "Own")


def genes_panel(theme, stage, page, genes, exits=None):
    return stage.show(CellTypeGenesPanel(theme, exits or Exits(), replace(page, genes=genes), ""), 900, 700)


def test_rows_of_several_contexts_are_scores_and_not_genes(theme, stage, tfh):
    genes = tuple(
        GeneLink(f"HGNC:{i}", f"G{i}", "", computed("CL:1", "T", "t-cell", 5.0, 5.0, context=context).scores)
        for i in range(10)
        for context in ("overall", "blood", "spleen")
    )
    panel = genes_panel(theme, stage, tfh, genes).panel
    assert panel._count.text() == "30 scores"
    titles = [action.text() for action in panel._export.fill_menu().actions()]
    assert "Protein sequences of 10 genes" in titles
    assert genes_panel(theme, stage, tfh, genes[::3]).panel._count.text() == "10 genes"
    best = stage.show(CellTypeGenesPanel(theme, Exits(), replace(tfh, genes=genes, left_out=70), ""), 900, 700).panel
    assert "All 100 scores, every column" in [one.text() for one in best._export.fill_menu().actions()]
    page = CellTypePage(theme, replace(tfh, genes=genes))
    assert [one.count for one in page._plans() if one.name == "Genes"] == ["10"]
    page = CellTypePage(theme, replace(tfh, genes=genes, left_out=70))
    assert [one.count for one in page._plans() if one.name == "Genes"] == ["100 scores"]


def test_lowest_highest_and_limits(theme, stage, tfh):
    genes = tuple(
        GeneLink(f"HGNC:{i}", f"G{i}", "", computed("CL:1", "T", "t-cell", i - 60.0, 5.0, prs=float(i)).scores)
        for i in range(101)
    )
    panel = genes_panel(theme, stage, tfh, genes)
    model = panel.panel.table.records_model
    panel._part.choose("low")
    panel._refresh()
    assert [model.record(row).symbol for row in (0, 1)] == ["G0", "G1"]
    assert model.rowCount() == 50
    panel._part.choose("all")
    panel._rank.choose("csi")
    panel.least.setText("-2")
    panel.most.setText("3,5")
    assert sorted(gene.scores.csi for gene in model.records()) == [-2, -1, 0, 1, 2, 3]
    panel.least.setText("-")
    assert model.rowCount() == 64


def test_genes_of_a_pathway_by_a_part_of_its_name_or_its_identifier(theme, stage, tfh, atlas_path):
    with AtlasReader(atlas_path) as reader:
        known = pathways_of_genes(reader, [gene.id for gene in tfh.genes])
    exits = Exits()
    Round(exits, pathways=known)
    panel = genes_panel(theme, stage, tfh, tfh.genes, exits)
    model = panel.panel.table.records_model
    panel.pathway.setFocus()
    settle()
    chosen = next(one for one in known if "HGNC:6005" in one.genes and "HGNC:10639" not in one.genes)
    for words in (chosen.name, chosen.name.upper(), chosen.id.partition(":")[2]):
        panel.pathway.setText(words)
        assert {gene.id for gene in model.records()} == chosen.genes
    panel.pathway.setText("no such pathway")
    assert model.rowCount() == 0
    panel.pathway.clear()
    assert model.rowCount() == len(tfh.genes)


def made_pathways(page, count):
    genes = frozenset(gene.id for gene in page.genes)
    rows = (PathwayScores(f"Reactome:R-{n}", f"pathway {n}", float(200 - n), genes) for n in range(1, count + 1))
    return ScoredPathways(page, "overall", "Genular", tuple(rows))


def test_pathways_are_turned_over_and_the_way_up_leads_back_to_where_one_stood(theme, stage, tfh):
    exits = Exits()
    stood = Round(exits, pathways=made_pathways(tfh, 95))
    panel = stage.show(PathwaysTreemap(theme, exits, tfh), 900, 700)
    assert stood.asked == [("overall", "Genular")]

    def drawn():
        return {mark.target for mark in marks_named(panel.chart.figure(), "tile-")}

    assert drawn() == {f"pathway:Reactome:R-{n}" for n in range(1, 41)}
    assert not panel._before.isVisible() and panel._next.text() == "Pathways 41 to 80 of 95"
    panel._next.click()
    panel._next.click()
    assert drawn() == {f"pathway:Reactome:R-{n}" for n in range(81, 96)}
    assert not panel._next.isVisible() and panel._before.text() == "Pathways 41 to 80"
    assert panel.focused_export().within == "81-120"
    panel.activate("pathway:Reactome:R-90")
    assert panel._up.isVisible() and drawn() == {f"gene:{gene.id}" for gene in tfh.genes}
    panel._up.click()
    assert len(drawn()) == 15
    panel._before.click()
    panel._before.click()
    assert (panel.within, len(drawn())) == ("", 40)


def test_pathways_without_area_are_no_page_to_turn_to(theme, stage, tfh):
    read = made_pathways(tfh, 60)
    low = tuple(replace(one, average=-1.0) if rank > 40 else one for rank, one in enumerate(read.pathways, 1))
    exits = Exits()
    Round(exits, pathways=replace(read, pathways=low))
    panel = stage.show(PathwaysTreemap(theme, exits, tfh), 900, 700)
    assert not panel._next.isVisible()
    assert "20 pathways at or below zero, without area." in texts(panel.chart.figure())


def test_the_page_of_a_cell_type_says_whose_scores_they_are_and_that_one_donor_stands_behind_them(atlas_path, tfh):
    with AtlasReader(atlas_path) as reader:
        computed_ones = score_words(cell_type_profile(reader, "CL:0000236"))
    assert computed_ones.startswith("Scores computed from 10x Genomics PBMC 68k")
    assert "All scores are pseudoreplicated: one donor" in computed_ones
    few = "Few genes: 19 of the 119 genes of this atlas have scores from 10x PBMC 68k, 700 cells."
    assert few in computed_ones
    assert score_words(tfh).startswith("Scores as published by") and "donor" not in score_words(tfh)


def test_another_context_has_its_pathways_read(theme, stage, tfh):
    lung = tuple(replace(gene, scores=replace(gene.scores, context="lung")) for gene in tfh.genes)
    page = replace(tfh, genes=(*tfh.genes, *lung))
    exits = Exits()
    stood = Round(exits, pathways=made_pathways(tfh, 3))
    panel = stage.show(PathwaysTreemap(theme, exits, page), 900, 700)
    assert panel._set.isVisible()
    panel.open("Reactome:R-2")
    panel._set.choose("lung\tGenular")
    panel._set.chosen.emit("lung\tGenular")
    assert stood.asked == [("overall", "Genular"), ("lung", "Genular")]
    assert panel.within == "Reactome:R-2"


def test_the_rest_of_many_genes_is_read_when_it_is_wanted(theme, stage, tfh):
    genes = tuple(
        GeneLink(f"HGNC:{i}", f"G{i}", "", computed("CL:1", "T", "t-cell", i - 60.0, 5.0, prs=float(i)).scores)
        for i in range(100, -1, -1)
    )
    exits, whole = Exits(), replace(tfh, genes=genes)
    stood = Round(exits, other=whole)
    panel = stage.show(CellTypeGenesPanel(theme, exits, replace(tfh, genes=genes[:10], left_out=91), ""), 900, 700)
    assert panel.all_genes.text() == "Best by PRS; show all 101 scores"
    assert panel.panel.table.records_model.total == 10
    panel._part.choose("low")
    panel._refresh()
    assert stood.asked == [tfh.id]
    assert not panel.all_genes.isVisible()
    assert panel.panel.table.records_model.record(0).symbol == "G0"


def test_a_comparison_takes_all_genes_of_its_own_cell_type(theme, stage, tfh):
    exits = Exits()
    stood = Round(exits, other=tfh)
    panel = stage.show(CompareCellsPanel(theme, exits, replace(tfh, genes=tfh.genes[:1], left_out=1)), 900, 900)
    panel.compare_with("CL:0002038")
    assert stood.asked == ["CL:0002038", tfh.id]
    assert {one.id for one in panel._pairs} == {gene.id for gene in tfh.genes}
    assert all(one.here == one.there is not None for one in panel._pairs)
    assert panel.focused_export().of.page.left_out == 0
    assert panel._words.text().startswith(f"{len(tfh.genes)} genes with CSI in T follicular helper cell")


def test_two_cell_types_are_compared_and_named(theme, stage, tfh):
    exits = Exits()
    stood = Round(exits, other=tfh)
    panel = stage.show(CompareCellsPanel(theme, exits, tfh), 900, 900)
    assert not panel._chart.isVisible()
    panel.field.setText("CL:0002038")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert stood.asked == ["CL:0002038"]
    assert "CSI in T follicular helper cell" in " ".join(texts(panel._chart.figure()))
    first = panel._table.table.records_model.record(0)
    assert first.here == first.there
    panel._mark(first)
    assert panel._chart.current() == f"gene:{first.id}"
    panel._metric.choose("prs")
    panel._refresh()
    export = panel.focused_export()
    assert (export.view, export.metric, export.context, export.dataset) == ("compare", "prs", "overall", "Genular")
    assert export.of.other is tfh


def test_pathways_open_and_lead_up_again(theme, stage, tfh, atlas_path):
    with AtlasReader(atlas_path) as reader:
        read = scored_pathways(reader, tfh)
    exits, gone = Exits(), []
    Round(exits, pathways=read)
    exits.place_requested.connect(lambda place, _tab: gone.append(place.id))
    panel = stage.show(PathwaysTreemap(theme, exits, tfh), 900, 700)
    tiles = marks_named(panel.chart.figure(), "tile-")
    if read.pathways:
        assert {mark.target for mark in tiles} <= {f"pathway:{one.id}" for one in read.pathways}
        panel.activate(tiles[0].target)
        settle()
        assert panel.focused_export().within == read.pathways[0].id
        QTest.keyClick(panel.chart, Qt.Key.Key_Backspace)
        assert panel.within == ""
    panel.open("genes")
    assert {"gene:HGNC:6005", "gene:HGNC:10639"} <= {one.target for one in marks_named(panel.chart.figure(), "tile-")}
    panel.activate("gene:HGNC:6005")
    assert gone == ["HGNC:6005"]


def test_chart_treemap_and_table_share_selection_and_filter(theme, stage):
    panel = stage.show(CellsPanel(theme, Exits(), MIXED, {}), 900, 1200)
    panel.treemap.activate("cell:CL:0000899")
    assert panel.cells.table.records_model.record(panel.cells.table.selected_rows()[0]).cell_type.id == "CL:0000899"
    panel.cells.filter_field.setText("T-helper")
    assert [row.cell_type.id for row in panel.landscape.shown()] == ["CL:0000899"]
    panel.cells.filter_field.setText("")
    assert len(panel.landscape.shown()) == len(MIXED)
    panel.treemap.activate("lineage:t-cell")
    assert {mark.target for mark in marks_named(panel.treemap.chart.figure(), "tile-")} == {
        "cell:CL:0002038",
        "cell:CL:0000899",
        "cell:CL:0000815",
    }


def test_an_empty_score_is_no_point(theme, stage, tfh):
    assert EMPTY.csi is None
    exits = Exits()
    Round(exits, other=tfh)
    silent = CompareCellsPanel(theme, exits, tfh)
    stage.show(silent, 600, 400)
    silent.compare_with("   ")
    assert silent._two is None and silent.focused_export() is None
