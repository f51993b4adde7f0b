"""The table of features shows what the tracks draw."""

import pytest

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.features import FeaturesPanel
from atlasview.figures.isoforms import shown
from atlasview.records.place import Residues
from tests.desktop.showing import settle


@pytest.fixture
def panel(theme, stage, protein):
    return stage.show(FeaturesPanel(theme, Exits(), shown(protein("INS")), {}), 1000, 600)


def cells(panel, title):
    model = panel.table.table.records_model
    (column,) = [column for column in model.columns if column.title == title]
    return [column.text(record) for record in model.records()]


def test_it_has_every_feature_of_the_tracks(panel, protein):
    view = shown(protein("INS"))
    assert list(panel.table.table.records_model.records()) == list(view.placed)
    found = list(zip(cells(panel, "Residues"), cells(panel, "Kind"), cells(panel, "Note"), strict=True))
    assert ("25–54", "Peptide", "Insulin B chain") in found
    assert ("31–96", "Disulfide bond", "Interchain (between B and A chains)") in found


def test_a_row_chooses_its_residues_and_its_paper_can_be_opened(panel, qtbot, protein):
    table = panel.table.table
    records = table.records_model.records()
    row = next(at for at, one in enumerate(records) if one.feature.type == "DISULFID")
    with qtbot.waitSignal(panel.residues_chosen) as chosen:
        table.selectRow(row)
    assert chosen.args == [Residues(records[row].start, records[row].end)]
    (reference,) = [column for column in table.records_model.columns if column.title == "Reference"]
    ways = [reference.target(one) for one in records]
    assert any("PMID" in way for way in ways)
    assert [bool(way) for way in ways] == [bool(reference.text(one)) for one in records]


def test_numbers_of_a_chain_stand_beside_those_of_the_sequence(panel, protein):
    panel.show_view(shown(protein("INS"), "", "PRO_0000015819"))
    settle()
    found = dict(zip(cells(panel, "Residues"), cells(panel, "In the chain"), strict=True))
    assert (found["25–54"], found["31–96"], found["1–24"]) == ("1–30", "", "")


def test_another_isoform_has_its_own_places(theme, stage, protein):
    detail = protein("IL7R")
    panel = stage.show(FeaturesPanel(theme, Exits(), shown(detail, "P16871-4"), {}), 1000, 600)
    assert panel.table.table.records_model.total == len(shown(detail, "P16871-4").placed) < len(detail.features)
    assert "differs in isoform 2" in panel.table._foot.text()
