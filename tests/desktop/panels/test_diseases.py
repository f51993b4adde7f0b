"""Diseases of a gene, each with its ties and papers."""

from PySide6.QtTest import QTest

from atlasview.desktop.panels.diseases import DiseasesPanel
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.rich_text import RichText
from tests.desktop.showing import settle


def shown(stage, theme, profile) -> DiseasesPanel:
    return stage.show(DiseasesPanel(theme, Exits(), profile.diseases, profile.sources), 900, 700)


def words(panel) -> str:
    return panel.findChild(RichText).toPlainText()


def test_every_disease_is_listed_with_what_ties_it(stage, theme, gene):
    profile = gene("IL7R")
    said = words(shown(stage, theme, profile))
    for linked in profile.diseases:
        assert linked.disease.name in said
    note = next(one.note for linked in profile.diseases for one in linked.associations if one.note)
    assert note in said
    assert "PMID " in said


def test_a_tie_of_unknown_kind_is_not_called_unknown(stage, theme, gene):
    said = words(shown(stage, theme, gene("TP53")))
    assert "Tie of a kind that is not stated" in said
    assert "\nUnknown" not in said


def test_many_diseases_can_be_filtered(stage, theme, gene):
    panel = shown(stage, theme, gene("TP53"))
    assert panel.filter_field.isVisible()
    QTest.keyClicks(panel.filter_field, "fraumeni")
    settle()
    assert "Li-Fraumeni" in words(panel)
    assert "Adrenocortical" not in words(panel)
    QTest.keyClicks(panel.filter_field, " no such thing")
    assert words(panel) == "Nothing matches the filter."


def test_few_diseases_have_no_filter(stage, theme, gene):
    assert not shown(stage, theme, gene("IL21")).filter_field.isVisible()
