"""A protein: tracks and sequence with one cursor, isoforms, FASTA."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from atlasview.desktop.panels.exports import FigureExport, SequenceExport
from atlasview.desktop.panels.protein import ProteinPanel
from atlasview.records.place import Residues
from tests.desktop.showing import settle
from tests.export.proteins import detail as made

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(theme, stage, protein):
    return panel_of(theme, stage, protein("IL7R"))


def panel_of(theme, stage, detail, **asked):
    panel = ProteinPanel(theme)
    panel.show_protein(detail, **asked)
    stage.show(panel, 1000, panel.heightForWidth(1000))
    panel.activateWindow()
    settle()
    return panel


def labels(panel):
    return " | ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def button(panel, name):
    return next(one for one in panel.findChildren(QPushButton) if name in (one.text(), one.accessibleName()))


def choose(drop_down, key):
    index = drop_down.findData(key)
    drop_down.setCurrentIndex(index)
    drop_down.activated.emit(index)
    settle()


def test_to_selection_zooms_where_there_is_something_to_zoom_to(panel):
    assert not panel._part.isEnabled()
    panel.show_residues(Residues(217, 221))
    assert panel._part.isEnabled()
    panel._part.click()
    window = panel.track.in_view()
    assert window.first <= 217 and window.last >= 221 and window.span < 20


def test_one_cursor_stands_in_both(panel):
    panel.sequence.setFocus()
    panel.show_residues(Residues(185, 185))
    assert panel.track.spoken() == panel.sequence.spoken()
    assert panel.track.spoken().startswith("Serine 185, Fibronectin") or "Fibronectin" in panel.track.spoken()
    QTest.keyClick(panel.sequence, Qt.Key.Key_Right)
    assert panel.track.spoken().startswith("Threonine 186")
    panel.track.setFocus()
    QTest.keyClick(panel.track, Qt.Key.Key_Left, CONTROL)
    assert panel.sequence.spoken().startswith("Histidine 176") or "176" in panel.sequence.spoken()


def test_residues_that_were_asked_for_are_selected(theme, stage, protein):
    panel = panel_of(theme, stage, protein("IL21"), residues=Residues(45, 96))
    assert panel.selection() == Residues(45, 96)
    panel.show_residues(Residues(150, 900))
    assert panel.selection() == Residues(150, 162)


def test_facts_and_checksum_are_said(panel, qtbot):
    qtbot.waitUntil(lambda: "459 aa · 51,579 Da · CRC64 ✓" in labels(panel))


def test_the_keyboard_says_where_it_is(panel, qtbot):
    panel.show_residues(Residues(184, 184))
    panel.sequence.setFocus()
    with qtbot.waitSignal(panel.status) as said:
        QTest.keyClick(panel.sequence, Qt.Key.Key_Right)
    assert said.args[0].startswith("Serine 185, ")


def test_another_isoform_changes_sequence_and_says_what_it_lacks(panel, qtbot):
    with qtbot.waitSignal(panel.isoform_changed) as changed:
        choose(panel._isoform, "P16871-4")
    assert changed.args == ["P16871-4"]
    assert panel.chosen_isoform() == "P16871-4"
    assert panel.residues.length == 252
    assert "252 aa" in labels(panel)
    assert "differs in isoform 2" in labels(panel)
    assert "Da" not in panel._facts.text()
    choose(panel._isoform, "P16871-1")
    assert panel.chosen_isoform() == ""
    assert panel.residues.length == 459
    assert "differs" not in labels(panel)


def test_an_isoform_without_sequence_is_said(theme, stage, protein):
    panel = panel_of(theme, stage, protein("INS"))
    choose(panel._isoform, "F8WCM5-1")
    assert "gives no sequence for isoform 2" in labels(panel)
    button(panel, "Copy FASTA").click()
    assert panel.residues.length == 0


def test_a_protein_without_features_says_so(theme, stage, protein):
    assert "No features: no source of this atlas" in labels(
        panel_of(theme, stage, replace(protein("INS"), features=()))
    )
    assert "No features" not in labels(panel_of(theme, stage, protein("INS")))


def test_one_isoform_is_not_offered(theme, stage):
    panel = panel_of(theme, stage, made())
    assert not panel._isoform.isVisible()


def test_copy_fasta_takes_all_or_the_selection(panel, qtbot):
    button(panel, "Copy FASTA").click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith(">sp|P16871|IL7RA_HUMAN Interleukin-7 receptor subunit alpha OS=Homo sapiens")
    assert len("".join(text.splitlines()[1:])) == 459
    panel.show_residues(Residues(217, 221))
    panel.sequence.setFocus()
    with qtbot.waitSignal(panel.status) as said:
        QTest.keyClick(panel.sequence, Qt.Key.Key_C, CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text().startswith(">sp|P16871|IL7RA_HUMAN/217-221 ")
    assert QGuiApplication.clipboard().text().endswith("\nWSEWS\n")
    assert said.args == ["FASTA of P16871, residues 217–221, copied"]


def test_ctrl_c_copies_letters_from_the_tracks_too(panel):
    panel.show_residues(Residues(217, 221))
    panel.track.setFocus()
    QTest.keyClick(panel.track, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "WSEWS"


def test_ctrl_g_goes_to_a_residue(panel):
    panel.sequence.setFocus()
    QTest.keyClick(panel.sequence, Qt.Key.Key_G, CONTROL)
    entry = panel.findChild(QLineEdit, "residue-entry")
    assert entry.isVisible()
    QTest.keyClicks(entry, "S185")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert panel.residues.position == 185
    assert panel.sequence.hasFocus()


def test_zoom_buttons_are_there_and_know_their_ends(panel):
    more, fewer, everything = (
        button(panel, name) for name in ("Show more residues", "Show fewer residues", "Show all")
    )
    assert not more.isEnabled()
    assert not everything.isEnabled()
    fewer.click()
    assert more.isEnabled()
    everything.click()
    assert panel.track.in_view().is_whole
    for _ in range(20):
        fewer.click()
    assert not fewer.isEnabled()


def test_colour_and_lines_are_chosen(panel):
    choose(panel._scheme, "clustal")
    assert panel.sequence.scheme() == "clustal"
    assert "Hydrophobic" in panel._legend.described()
    choose(panel._scheme, "none")
    assert panel._legend.described() == ""
    choose(panel._per_line, "60")
    assert panel.sequence._canvas(panel.sequence.width()).grid.per_line == 60


def test_its_height_is_that_of_its_parts(panel):
    assert panel.heightForWidth(1000) < 1000
    parts = panel.track.height() + panel.sequence.height()
    assert panel.height() - parts < 220


def test_tab_goes_as_the_eye_does(panel):
    order, widget = [], panel._isoform
    for _ in range(12):
        order.append(widget)
        widget = widget.nextInFocusChain()
        while not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(panel)):
            widget = widget.nextInFocusChain()
    parts = [panel._isoform, panel.zoom.into, panel.track, panel._scheme, panel._copy, panel.sequence]
    places = [order.index(part) for part in parts]
    assert places == sorted(places)


def test_ctrl_home_in_the_sequence_shows_the_whole_protein(panel):
    panel.track.zoom_in()
    panel.sequence.setFocus()
    QTest.keyClick(panel.sequence, Qt.Key.Key_Home, CONTROL)
    assert panel.track.in_view().is_whole


def test_everything_can_be_reached_and_has_a_name(panel):
    for widget in panel.findChildren(QPushButton):
        assert widget.text() or widget.accessibleName()
    assert panel.track.accessibleName()
    assert panel.sequence.accessibleName()
    assert panel.sequence.objectName() == "sequence-panel"


@pytest.mark.parametrize("symbol", ["INS", "TP53", "HTT"])
def test_other_sizes_of_protein(theme, stage, protein, symbol):
    panel = panel_of(theme, stage, protein(symbol))
    assert panel.sequence.height() <= 24 * 60
    theme.set_mode("dark")
    theme.set_text_scale(2.0)
    settle()
    assert panel.grab().height() == panel.height()


def test_the_tracks_are_exported_while_they_have_the_focus(panel):
    panel.track.setFocus()
    several = frozenset({"conflicts", "isoforms", "modifications"})
    assert panel.focused_export() == FigureExport("tracks", opened=several)
    panel.track.zoom_to(Residues(45, 96))
    part = panel.focused_export().residues
    assert part.start <= 45
    assert part.end >= 96
    assert len(part) < 459
    panel._choose_isoform("P16871-4")
    assert panel.focused_export().isoform == "P16871-4"
    assert panel.focused_export().residues is None
    panel.sequence.setFocus()
    assert panel.focused_export() == SequenceExport("P16871-4")


def test_what_is_open_and_folded_goes_with_the_tracks(theme, stage, protein):
    panel = panel_of(theme, stage, protein("TP53"))
    before = panel.tracks_export()
    assert {"motifs", "variants"} <= before.closed
    assert {"sites", "isoforms"} <= before.opened
    panel.track.toggle("motifs")
    panel.track.toggle("isoforms")
    after = panel.tracks_export()
    assert after.opened == (before.opened | {"motifs"}) - {"isoforms"}
    assert after.closed == (before.closed | {"isoforms"}) - {"motifs"}


def test_on_the_page_of_another_isoform_the_canonical_one_is_exported_by_its_name(theme, stage, protein):
    panel = panel_of(theme, stage, protein("IL7R"), isoform="P16871-4")
    assert panel.tracks_export().isoform == "P16871-4"
    choose(panel._isoform, "P16871-1")
    assert panel.tracks_export().isoform == "P16871-1"
    assert panel.sequence_export() == SequenceExport("P16871-1")


def test_without_features_the_sequence_is_exported_from_the_tracks_too(theme, stage):
    panel = panel_of(theme, stage, made())
    panel.track.setFocus()
    assert panel.focused_export() == SequenceExport()
