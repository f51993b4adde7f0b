"""What can be typed to go to a residue."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atlasview.desktop.panels.residue_entry import Counted, ResidueEntry, residues_of
from atlasview.records.numbering import Chain
from atlasview.records.place import Residues


@pytest.mark.parametrize(
    ("text", "residues"),
    [
        ("185", Residues(185, 185)),
        (" S185 ", Residues(185, 185)),
        ("p.S185C", Residues(185, 185)),
        ("p.Ser185Cys", Residues(185, 185)),
        ("45-96", Residues(45, 96)),
        ("45–96", Residues(45, 96)),
        ("96-45", Residues(45, 96)),
        ("N45 .. S96", Residues(45, 96)),
        ("459", Residues(459, 459)),
    ],
)
def test_forms_that_are_understood(text, residues):
    assert residues_of(text, Counted(459)) == residues


@pytest.mark.parametrize(
    "text", ["", "S", "0", "460", "96-0", "460-1", "1-460", "WS.WS", "185,", "1e3", "-5", "１８５x"]
)
def test_forms_that_are_refused_with_words(text):
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        residues_of(text, Counted(459))


def test_the_field_answers_and_goes(theme, stage, qtbot):
    entry = ResidueEntry(theme)
    stage.show(entry, 168, 28)
    entry.ask(Counted(459))
    entry.setText("500")
    with qtbot.waitSignal(entry.refused) as refused:
        QTest.keyClick(entry, Qt.Key.Key_Return)
    assert "1 to 459" in refused.args[0]
    assert entry.isVisible()
    entry.setText("45-96")
    with qtbot.waitSignal(entry.entered) as entered:
        QTest.keyClick(entry, Qt.Key.Key_Return)
    assert entered.args == [Residues(45, 96)]
    assert not entry.isVisible()


def test_escape_goes_back(theme, stage, qtbot):
    entry = ResidueEntry(theme)
    stage.show(entry, 168, 28)
    entry.ask(Counted(459))
    with qtbot.waitSignal(entry.left):
        QTest.keyClick(entry, Qt.Key.Key_Escape)
    assert not entry.isVisible()


CHAINS = (Chain("PRO_1", "Insulin B chain", 25, 54), Chain("PRO_2", "Insulin A chain", 90, 110))


@pytest.mark.parametrize(
    ("text", "chosen", "residues"),
    [
        ("7", None, Residues(7, 7)),
        ("7", 0, Residues(31, 31)),
        ("B chain 7", None, Residues(31, 31)),
        ("insulin a chain: 6-11", 0, Residues(95, 100)),
        ("C7 of B chain", None, Residues(31, 31)),
        ("7 of Insulin B chain", 1, Residues(31, 31)),
        ("mature 7-19", 0, Residues(31, 43)),
        ("uniprot 31", 0, Residues(31, 31)),
        ("p.Cys31Tyr", 0, Residues(31, 31)),
    ],
)
def test_numbers_of_mature_chains(text, chosen, residues):
    counted = Counted(110, CHAINS, None if chosen is None else CHAINS[chosen])
    assert residues_of(text, counted) == residues


@pytest.mark.parametrize(
    ("text", "chosen", "words"),
    [
        ("31", 0, "Insulin B chain has residues 1 to 30"),
        ("mature 7", None, "has several mature chains.*Insulin B chain"),
        ("gamma chain 7", None, "has no mature chain gamma chain.*Insulin A chain"),
        ("111", None, "this sequence has residues 1 to 110"),
        ("uniprot 0", 0, "this sequence has residues 1 to 110"),
    ],
)
def test_numbers_that_no_chain_has(text, chosen, words):
    with pytest.raises(ValueError, match=words):
        residues_of(text, Counted(110, CHAINS, None if chosen is None else CHAINS[chosen]))


def test_mature_on_a_protein_without_mature_chains_says_so():
    with pytest.raises(ValueError, match="no mature chain that is counted apart"):
        residues_of("mature 45", Counted(393))
