"""Heat map, treemaps and comparison on a page: choices, selection, what is read, what is exported."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atlasview.atlas.cell_type import cell_type_profile
from atlasview.atlas.pathway import scored_pathways
from atlasview.atlas.reader import AtlasReader
from atlasview.desktop.panels.cell_type_genes import CellTypeGenesPanel
from atlasview.desktop.panels.cells import CellsPanel
from atlasview.desktop.panels.compare_cells import CompareCellsPanel
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.gene_grid import GeneGridPanel
from atlasview.desktop.panels.treemap import PathwaysTreemap
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

    def read_pathways(self, _owner, _page, arrived):
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


def test_lowest_highest_and_limits(theme, stage, tfh):
    genes = tuple(
        GeneLink(f"HGNC:{i}", f"G{i}", "", computed("CL:1", "T", "t-cell", i - 60.0, 5.0, prs=float(i)).scores)
        for i in range(101)
    )
    panel = stage.show(CellTypeGenesPanel(theme, Exits(), replace(tfh, genes=genes), ""), 900, 700)
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
    assert {one.pair.id for one in panel._pairs} == {gene.id for gene in tfh.genes}


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
    assert first.pair.here == first.pair.there
    panel._mark(first)
    assert panel._chart.current() == f"gene:{first.pair.id}"


def test_a_row_of_another_context_is_not_taken_for_the_bar_that_is_drawn(theme, stage):
    lung = computed("CL:0002038", "T follicular helper cell", "t-cell", 93.3, 2.0, context="lung")
    panel = stage.show(CellsPanel(theme, Exits(), (lung, *MIXED), {}), 900, 1200)
    table = panel.cells.table
    panel.landscape._choose("CL:0002038")
    panel.landscape.row_selected.emit("CL:0002038")
    (chosen,) = panel.cells.part_records()
    assert chosen.context.id == "overall"
    panel.cells.table.record_chosen.emit(lung)
    assert panel.landscape._selected == ""
    panel.cells.table.record_chosen.emit(chosen)
    assert panel.landscape._selected == "CL:0002038"
    table.clearSelection()
    assert panel.cells.part_words() == f"{len(MIXED) + 1} scores"


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
    assert silent._other is None
