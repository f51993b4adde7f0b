"""The feature tracks: one ruler, one cursor, zoom by button, wheel, brush and key."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from atlasview.desktop.panels.feature_track import FeatureTrack
from atlasview.figures.isoforms import shown
from atlasview.records.place import Residues
from tests.desktop.panels.pictures import picture, share
from tests.desktop.showing import settle
from tests.export.proteins import detail as made


@pytest.fixture
def track(theme, stage, protein):
    track = FeatureTrack(theme)
    track.show_features(shown(protein("IL7R")), "UniProt 2026_01")
    stage.show(track, 1000, track.heightForWidth(1000))
    track.activateWindow()
    track.setFocus()
    settle()
    return track


def at(track, key, residue):
    """Where a residue stands in a track."""
    canvas = track._canvas(track.width())
    row = next(row for row in canvas.sheet.rows if row.track.key == key)
    return QPoint(round(canvas.scale(track.in_view()).middle(residue)), round(row.top + row.height / 2))


def wheel(track, residue, notches, modifiers):
    place = QPointF(at(track, "domains", residue))
    event = QWheelEvent(
        place,
        QPointF(track.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(track, event)
    return event.isAccepted()


def test_it_shows_domain_and_membrane(track, theme):
    assert track.objectName() == "feature-track"
    image = picture(track)
    assert share(image, theme.fill("feature", "domain")) > 0.005
    assert share(image, theme.fill("feature", "extracellular")) > 0.005


def test_a_click_puts_the_cursor_on_the_residue(track):
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=at(track, "domains", 300))
    assert track.residues.position == 300
    assert track.residues.selection is None


def test_a_click_on_a_feature_selects_it(track):
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=at(track, "domains", 185))
    assert track.residues.selection == Residues(131, 231)


def test_a_drag_selects_a_range(track):
    start, end = at(track, "domains", 300), at(track, "domains", 340)
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(track, end)
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=end)
    assert track.residues.selection == Residues(300, 340)


def test_the_cursor_has_a_line_and_a_flag(track, theme):
    accent = theme.colour("accent")
    before = share(picture(track), accent)
    track.residues.place(185)
    settle()
    assert share(picture(track), accent) > before + 0.001


def test_buttons_zoom_round_the_cursor(track):
    track.residues.place(185)
    track.zoom_in()
    window = track.in_view()
    assert window.span == pytest.approx(459 / 1.5)
    assert window.first < 185 < window.last
    track.zoom_out()
    assert track.in_view().is_whole
    track.zoom_to(Residues(131, 231))
    assert track.in_view().first == pytest.approx(131 - 25.25)
    track.show_all()
    assert track.in_view().is_whole


def test_ctrl_and_wheel_zoom_under_the_pointer_and_a_bare_wheel_is_the_pages(track):
    assert not wheel(track, 185, 1, Qt.KeyboardModifier.NoModifier)
    assert track.in_view().is_whole
    assert wheel(track, 185, 2, Qt.KeyboardModifier.ControlModifier)
    assert track.in_view().span == pytest.approx(459 / 1.44)
    canvas = track._canvas(track.width())
    place = at(track, "domains", 185).x()
    assert int(canvas.scale(track.in_view()).residue_at(place)) == 185


def test_the_brush_opens_moves_and_grows(track):
    canvas = track._canvas(track.width())

    def overview(residue):
        return QPoint(round(canvas.overview_scale.middle(residue)), canvas.overview_height // 2)

    def drag(start, end):
        QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=overview(start))
        QTest.mouseMove(track, overview(end))
        QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=overview(end))

    drag(100, 200)
    assert track.in_view().first == pytest.approx(100, abs=1)
    assert track.in_view().last == pytest.approx(200, abs=1.5)
    drag(150, 250)
    assert track.in_view().first == pytest.approx(200, abs=2)
    drag(300, 350)
    assert track.in_view().last == pytest.approx(350, abs=2)
    before = track.in_view().span
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=overview(50))
    assert track.in_view().span == pytest.approx(before)
    assert track.in_view().first <= 50 <= track.in_view().last


def test_keys_move_zoom_and_go_from_feature_to_feature(track):
    track.residues.place(10)
    QTest.keyClick(track, Qt.Key.Key_Right)
    QTest.keyClick(track, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert track.residues.position == 21
    QTest.keyClick(track, Qt.Key.Key_Down)
    assert track.residues.position > 21
    QTest.keyClick(track, Qt.Key.Key_Up)
    assert track.residues.position == 21
    QTest.keyClick(track, Qt.Key.Key_Plus)
    assert not track.in_view().is_whole
    QTest.keyClick(track, Qt.Key.Key_Minus)
    QTest.keyClick(track, Qt.Key.Key_Minus)
    assert track.in_view().is_whole
    track.zoom_in()
    QTest.keyClick(track, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert track.in_view().is_whole
    QTest.keyClick(track, Qt.Key.Key_End)
    assert track.residues.position == 459


def test_the_window_follows_the_cursor(track):
    track.zoom_to(Residues(10, 40))
    track.residues.place(400)
    assert track.in_view().first <= 400 <= track.in_view().last


def test_hovering_says_what_is_there(track, qtbot):
    with qtbot.waitSignal(track.status) as said:
        QTest.mouseMove(track, at(track, "modifications", 49))
    assert "Asparagine 49" in said.args[0]
    qtbot.waitUntil(lambda: "PMID 19141282" in track.hovering.text(), timeout=2000)


def test_a_crowd_is_counted(theme, stage, protein):
    track = FeatureTrack(theme)
    track.show_features(shown(protein("TP53")))
    stage.show(track, 1000, track.heightForWidth(1000))
    canvas = track._canvas(1000)
    place = at(track, "variants", 248)
    count, where, names = canvas.crowd_at(place.x(), place.y(), track.in_view())
    assert count.startswith("Variants: ")
    assert where.startswith("Residues 24")
    assert "R248 (" in names


def test_folded_tracks_open_by_their_label(theme, stage, protein):
    track = FeatureTrack(theme)
    track.show_features(shown(protein("TP53")))
    before = track.heightForWidth(1000)
    stage.show(track, 1000, before)
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(20, at(track, "motifs", 100).y()))
    assert track.heightForWidth(1000) > before


def folded(track):
    return {row.track.key for row in track._canvas(track.width()).sheet.rows if row.folded}


def test_any_track_of_several_lanes_folds_to_a_density_and_opens_again(theme, stage, protein):
    track = FeatureTrack(theme)
    track.show_features(shown(protein("IL7R")))
    before = track.heightForWidth(1000)
    stage.show(track, 1000, before)
    assert folded(track) == set()
    for key in ("isoforms", "modifications"):
        QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(20, at(track, key, 100).y()))
        settle()
    assert folded(track) == {"isoforms", "modifications"}
    assert track.heightForWidth(1000) < before
    canvas = track._canvas(track.width())
    names = {mark.name for mark in canvas.sheet.marks(canvas.scale(track.in_view()))}
    assert {"isoforms-density", "modifications-density"} <= names
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(20, at(track, "disulfides", 100).y()))
    assert "disulfides" not in folded(track)  # bridges lie within each other, and stay


def test_enter_opens_all_tracks_then_folds_them_and_says_so(theme, stage, protein, qtbot):
    track = FeatureTrack(theme)
    track.show_features(shown(protein("TP53")))
    stage.show(track, 1000, track.heightForWidth(1000))
    track.setFocus()
    at_first = folded(track)
    assert {"motifs", "variants"} <= at_first
    with qtbot.waitSignal(track.status) as said:
        QTest.keyClick(track, Qt.Key.Key_Return)
    assert folded(track) == set()
    assert said.args[0].startswith("Opened: ")
    assert "Variants" in said.args[0]
    with qtbot.waitSignal(track.status) as said:
        QTest.keyClick(track, Qt.Key.Key_Enter)
    assert folded(track) > at_first
    assert said.args[0].startswith("Folded: ")


def test_z_zooms_to_the_selection_else_to_the_feature_at_the_cursor(track):
    track.setFocus()
    track.residues.place(219)
    QTest.keyClick(track, Qt.Key.Key_Z)
    window = track.in_view()
    assert window.first <= 217 and window.last >= 221 and window.span < 20  # the WSXWS motif
    track.residues.select(Residues(100, 160))
    QTest.keyClick(track, Qt.Key.Key_Z)
    window = track.in_view()
    assert window.first <= 100 and window.last >= 160 and window.span < 100


def test_zooming_moves_nothing_on_the_page(track):
    before = track.heightForWidth(1000)
    track.zoom_to(Residues(217, 221))
    settle()
    assert track.heightForWidth(1000) == before


def test_it_speaks_what_the_cursor_stands_on(track):
    track.residues.place(185)
    voice = QAccessible.queryAccessibleInterface(track)
    assert voice.text(QAccessible.Text.Name).startswith("Feature tracks: Serine 185, ")
    assert "Fibronectin type-III domain" in voice.text(QAccessible.Text.Name)
    assert voice.text(QAccessible.Text.Description).startswith("459 residues. Domains 1, ")
    QTest.keyClick(track, Qt.Key.Key_Space)
    assert "Serine 185" in track.hovering.text()


def test_with_tab_the_cursor_appears(theme, stage, protein):
    track = FeatureTrack(theme)
    track.show_features(shown(protein("IL21")))
    stage.show(track, 800, 400)
    track.activateWindow()
    track.clearFocus()
    track.setFocus(Qt.FocusReason.TabFocusReason)
    assert track.residues.position == 1


def test_a_protein_without_features_has_its_line_and_ruler(theme, stage):
    track = FeatureTrack(theme)
    track.show_features(shown(made()))
    stage.show(track, 800, track.heightForWidth(800))
    assert 40 < track.height() < 140
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(400, 60))
    assert picture(track).width() == 800


def test_the_theme_changes_the_ground(track, theme):
    picture(track)
    theme.set_mode("dark")
    settle()
    assert share(picture(track), theme.colour("surface")) > 0.4
