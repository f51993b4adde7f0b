"""Finding in the sequence: hits in both panels, stepping, patterns that mean nothing, properties of the selection."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atlasview.desktop.panels.protein import ProteinPanel
from atlasview.records.pattern import Pattern, PatternKind
from atlasview.records.place import Residues
from tests.desktop.showing import settle


@pytest.fixture
def panel(theme, stage, protein):
    panel = ProteinPanel(theme)
    panel.show_protein(protein("IL7R"))
    stage.show(panel, 1000, panel.heightForWidth(1000))
    panel.activateWindow()
    settle()
    return panel


def look_for(panel, text, kind=PatternKind.TEXT, mismatches=0):
    panel.ask_find()
    line = panel.finding
    line._kind.choose(kind.name)
    line._mismatches.choose(str(mismatches))
    line._field.setText(text)
    QTest.keyClick(line._field, Qt.Key.Key_Return)
    settle()


def track(panel, label):
    found = [row.track for row in panel.track._canvas(panel.track.width()).sheet.rows if row.track.label == label]
    return [(item.start, item.end) for item in found[0].items] if found else []


def test_a_hit_is_selected_and_stands_in_a_track_of_its_own(panel):
    look_for(panel, "WSXWS")
    assert panel.selection() == Residues(217, 221)
    assert track(panel, "Found") == [(217, 221)]
    assert panel.finding.words() == "1 of 1 hit"
    assert panel.sequence._found[0] == (217, 221)


def test_hits_go_with_the_tracks_into_a_file_until_the_line_is_closed(panel):
    assert panel.tracks_export().find is None
    look_for(panel, "N-{P}-[ST]-{P}", PatternKind.PROSITE)
    assert panel.tracks_export().find == Pattern(PatternKind.PROSITE, "N-{P}-[ST]-{P}")
    look_for(panel, "WSXXS", mismatches=1)
    assert panel.tracks_export().find == Pattern(PatternKind.TEXT, "WSXXS", 1)
    look_for(panel, "WWWW")
    assert panel.tracks_export().find is None
    look_for(panel, "WSXWS")
    panel.finding.close_line()
    assert panel.tracks_export().find is None


def test_hits_are_stepped_through_round_the_ends(panel):
    look_for(panel, "N-{P}-[ST]-{P}", PatternKind.PROSITE)
    hits = [hit.residues for hit in panel.finding.hits()]
    assert len(hits) == 9
    seen = [panel.selection()]
    for _ in hits:
        panel.finding.step(forward=True)
        seen.append(panel.selection())
    assert seen == [*hits, hits[0]]
    QTest.keyClick(panel.finding._field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert panel.selection() == hits[-1]


def test_typing_finds_after_a_rest(panel, qtbot):
    panel.ask_find()
    QTest.keyClicks(panel.finding._field, "wsews")
    qtbot.waitUntil(lambda: panel.finding.words() == "1 hit")
    assert panel.selection() is None


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("WSAWS", PatternKind.TEXT, "Not in this sequence"),
        ("W[", PatternKind.REGEX, "No regular expression"),
        ("W-S-", PatternKind.PROSITE, "No PROSITE pattern"),
        ("W?S", PatternKind.TEXT, "‘?’ is no residue"),
    ],
)
def test_what_finds_nothing_says_why(panel, text, kind, words):
    look_for(panel, text, kind)
    assert panel.finding.words().startswith(words)
    assert track(panel, "Found") == []
    assert panel.selection() is None


def test_a_mismatch_more_finds_it(panel):
    look_for(panel, "WSAWS", mismatches=1)
    assert track(panel, "Found") == [(217, 221)]


def test_escape_takes_the_marks_away_and_returns_to_the_sequence(panel):
    look_for(panel, "WSXWS")
    QTest.keyClick(panel.finding._field, Qt.Key.Key_Escape)
    settle()
    assert not panel.finding.isVisible()
    assert (track(panel, "Found"), panel.sequence._found) == ([], ())
    assert panel.sequence.hasFocus()


def test_another_isoform_is_searched_anew(panel):
    look_for(panel, "L")
    canonical = panel.sequence._view.sequence
    assert len(panel.finding.hits()) == canonical.count("L")
    panel._choose_isoform("P16871-4")
    settle()
    sequence = panel.sequence._view.sequence
    assert sequence != canonical
    assert len(panel.finding.hits()) == len(track(panel, "Found")) == sequence.count("L")


def test_a_selection_is_what_is_looked_for_first(panel):
    panel.show_residues(Residues(217, 221))
    panel.ask_find()
    assert panel.finding._field.text() == "WSEWS"


def test_the_selection_has_its_properties_below_the_sequence(panel, qtbot):
    panel.show_residues(Residues(217, 221))
    qtbot.waitUntil(lambda: panel.chosen_facts.text() != "")
    first, second = panel.chosen_facts.text().split("\n")
    assert first == "Selected 217–221: 5 aa · 694 Da · pI 4.05 · hydropathy −1.38"
    assert second == "S 2 (40.0 %), W 2 (40.0 %), E 1 (20.0 %)"
    panel.show_residues(Residues(5, 5))
    qtbot.waitUntil(lambda: panel.chosen_facts.text() == "")


def test_the_line_opens_from_the_page(session, qtbot):
    session.desk.tabs.current.page.show_section("Overview")
    session.window.actions_by_id["find"].trigger()
    qtbot.waitUntil(lambda: (panel := session.desk.tabs.current.page.protein_panel()) and panel.finding.isVisible())
    panel = session.desk.tabs.current.page.protein_panel()
    panel.finding._field.setText("QDR")
    session.window.actions_by_id["find-next"].trigger()
    assert panel.selection() is not None
    session.window.actions_by_id["find-previous"].trigger()
    assert panel.finding.words().startswith("1 of ")
