"""Signs of a disease as a table."""

import pytest

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.signs import SignsPanel
from atlasview.records.disease import DiseasePhenotype
from atlasview.records.profile import Sign
from atlasview.records.source import Source
from tests.desktop.panels.test_gene_tables import cells, targets

SIGNS = (
    Sign("Seizure", DiseasePhenotype("OMIM:1", "HP:0001250", "7/12", False, "HP:0003577", "", "PMID:1;PMID:2", "hp")),
    Sign("Ataxia", DiseasePhenotype("OMIM:1", "HP:0001251", "", True, "", "", "OMIM:1", "hp")),
)


@pytest.fixture
def panel(stage, theme, qtbot) -> SignsPanel:
    return stage.show(SignsPanel(theme, Exits(), SIGNS, {"hp": Source("hp", "HPO")}), 1000, 300)


def test_signs_lead_to_their_terms_and_references_out_of_the_window(panel):
    assert cells(panel)["How often"] == "7/12"
    assert cells(panel)["Reference"] == "PMID:1, PMID:2"
    assert targets(panel)["Sign"] == "place:term:HP:0001250"
    assert targets(panel)["Reference"] == "https://pubmed.ncbi.nlm.nih.gov/1/"
    assert targets(panel, 1)["Reference"] == "https://omim.org/entry/1"


def test_when_a_sign_begins_leads_to_its_term(panel):
    assert cells(panel)["Onset"] == "HP:0003577"
    assert targets(panel)["Onset"] == "place:term:HP:0003577"


def test_a_sign_that_is_not_seen_says_so(panel):
    assert cells(panel, 1)["How often"] == "not seen"
