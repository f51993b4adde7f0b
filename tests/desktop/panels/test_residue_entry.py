"""What can be typed to go to a residue."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atlasview.desktop.panels.residue_entry import ResidueEntry, residues_of
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
        ("N45 .. S96", Residues(45, 96)),
        ("459", Residues(459, 459)),
    ],
)
def test_forms_that_are_understood(text, residues):
    assert residues_of(text, 459) == residues


@pytest.mark.parametrize("text", ["", "S", "0", "460", "96-45", "1-460", "WS.WS", "185,", "1e3", "-5", "１８５x"])
def test_forms_that_are_refused_with_words(text):
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        residues_of(text, 459)


def test_the_field_answers_and_goes(theme, stage, qtbot):
    entry = ResidueEntry(theme)
    stage.show(entry, 168, 28)
    entry.ask(459)
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
    entry.ask(459)
    with qtbot.waitSignal(entry.left):
        QTest.keyClick(entry, Qt.Key.Key_Escape)
    assert not entry.isVisible()
