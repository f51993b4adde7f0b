"""The sequence: letters, cursor, selection, clipboard, colours, scrolling."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from atlasview.desktop.panels.sequence import SequencePanel
from atlasview.desktop.panels.sequence_canvas import MOST_LINES
from atlasview.figures.isoforms import shown
from atlasview.figures.palette import mix
from atlasview.figures.residue_schemes import SCHEMES, fills
from atlasview.records.place import Residues
from tests.desktop.panels.pictures import picture, share
from tests.desktop.showing import settle

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(theme, stage, protein):
    panel = SequencePanel(theme)
    panel.show_sequence(shown(protein("IL7R")))
    stage.show(panel, 900, panel.heightForWidth(900))
    panel.activateWindow()
    panel.setFocus()
    settle()
    return panel


def place(panel, position):
    canvas = panel._canvas(panel.width())
    return canvas.cell(position, panel._bar.value()).center().toPoint()


def test_lines_are_blocks_of_ten_within_the_width(panel):
    grid = panel._canvas(900).grid
    assert grid.per_line % 10 == 0
    assert grid.x(grid.per_line - 1) + grid.cell < 900
    assert not panel._bar.isVisible()
    panel.set_per_line(60)
    assert panel._canvas(900).grid.per_line == 60
    panel.set_per_line(100)
    assert panel._canvas(300).grid.per_line < 100


def test_arrows_move_by_one_by_ten_and_by_a_line(panel):
    line = panel._canvas(panel.width()).grid.per_line
    panel.residues.place(5)
    for key, held, where in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 6),
        (Qt.Key.Key_Right, CONTROL, 16),
        (Qt.Key.Key_Left, CONTROL, 6),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 5),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, 5 + line),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, 5),
        (Qt.Key.Key_Left, CONTROL, 1),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 459),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 459),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 1),
    ):
        QTest.keyClick(panel, key, held)
        assert panel.residues.position == where


def test_shift_extends_and_a_move_lets_go(panel):
    panel.residues.place(45)
    QTest.keyClick(panel, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert panel.residues.selection == Residues(45, 55)
    QTest.keyClick(panel, Qt.Key.Key_Left, SHIFT)
    assert panel.residues.selection == Residues(45, 54)
    QTest.keyClick(panel, Qt.Key.Key_Home, SHIFT)
    assert panel.residues.selection == Residues(1, 45)
    QTest.keyClick(panel, Qt.Key.Key_Right)
    assert panel.residues.selection is None


def test_dragging_selects_and_ctrl_c_copies_letters(panel):
    QTest.mousePress(panel, Qt.MouseButton.LeftButton, pos=place(panel, 217))
    QTest.mouseMove(panel, place(panel, 221))
    QTest.mouseRelease(panel, Qt.MouseButton.LeftButton, pos=place(panel, 221))
    assert panel.residues.selection == Residues(217, 221)
    QTest.keyClick(panel, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "WSEWS"


def test_shift_click_selects_up_to_there(panel):
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=place(panel, 10))
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, SHIFT, place(panel, 130))
    assert panel.residues.selection == Residues(10, 130)


def test_a_double_click_selects_the_shortest_feature(panel):
    QTest.mouseDClick(panel, Qt.MouseButton.LeftButton, pos=place(panel, 219))
    assert panel.residues.selection == Residues(217, 221)
    QTest.mouseDClick(panel, Qt.MouseButton.LeftButton, pos=place(panel, 5))
    assert panel.residues.selection == Residues(1, 20)


def test_ctrl_a_takes_all_and_other_keys_are_asked_for(panel, qtbot):
    QTest.keyClick(panel, Qt.Key.Key_A, CONTROL)
    assert panel.residues.selection == Residues(1, 459)
    with qtbot.waitSignal(panel.fasta_requested):
        QTest.keyClick(panel, Qt.Key.Key_C, CONTROL | SHIFT)
    with qtbot.waitSignal(panel.goto_requested):
        QTest.keyClick(panel, Qt.Key.Key_G, CONTROL)


def test_features_stand_behind_the_letters(panel, theme):
    ground = theme.colour("surface").name()
    image = picture(panel)
    for kind in ("domain", "signal-peptide", "transmembrane"):
        tint = QColor(mix(theme.fill("feature", kind).name(), ground, 0.26))
        assert share(image, tint) > 0.005
        assert share(image, theme.fill("feature", kind)) > 0.0005


@pytest.mark.parametrize("scheme", [key for key in SCHEMES if fills(key)])
def test_schemes_paint_their_fills(panel, scheme):
    panel.set_scheme(scheme)
    settle()
    image = picture(panel)
    assert panel.scheme() == scheme
    assert all(share(image, QColor(fills(scheme)[letter])) > 0 for letter in "KD")


def test_no_scheme_is_letters_alone(panel, theme):
    panel.set_scheme("none")
    panel.clearFocus()
    settle()
    tint = QColor(mix(theme.fill("feature", "domain").name(), theme.colour("surface").name(), 0.26))
    assert share(picture(panel), tint, 1) == 0
    assert share(picture(panel), theme.colour("text"), 60) > 0.01


def test_cursor_and_selection_can_be_seen(panel, theme):
    panel.residues.place(185)
    settle()
    assert share(picture(panel), theme.colour("accent")) > 0
    panel.residues.select(Residues(300, 340))
    settle()
    assert share(picture(panel), theme.colour("selection")) > 0.003


def test_hovering_names_residue_and_features(panel, qtbot):
    with qtbot.waitSignal(panel.status) as said:
        QTest.mouseMove(panel, place(panel, 185))
    assert said.args[0].startswith("Serine 185, ")
    qtbot.waitUntil(lambda: "Serine 185" in panel.hovering.text(), timeout=2000)


def test_it_speaks_the_residue_and_the_selection(panel):
    panel.residues.select(Residues(217, 221))
    voice = QAccessible.queryAccessibleInterface(panel)
    name = voice.text(QAccessible.Text.Name)
    assert name.startswith("Sequence: Tryptophan 217, WSXWS motif")
    assert name.endswith("5 selected, 217 to 221")


def test_a_long_sequence_scrolls_in_itself(theme, stage, protein):
    panel = SequencePanel(theme)
    panel.show_sequence(shown(protein("HTT")))
    stage.show(panel, 700, panel.heightForWidth(700))
    grid = panel._canvas(700).grid
    assert grid.lines > MOST_LINES
    assert panel._bar.isVisible()
    assert grid.x(grid.per_line - 1) + grid.cell < panel._bar.x()
    panel.residues.place(3142)
    assert panel._bar.value() == panel._bar.maximum()
    panel.residues.place(1)
    assert panel._bar.value() == 0


def test_the_wheel_is_the_pages_until_the_sequence_has_the_focus(theme, stage, protein):
    panel = SequencePanel(theme)
    panel.show_sequence(shown(protein("HTT")))
    stage.show(panel, 700, panel.heightForWidth(700))
    panel.activateWindow()
    panel.clearFocus()
    assert not _wheel(panel, -1)
    panel.setFocus()
    assert _wheel(panel, -1)
    assert panel._bar.value() > 0
    assert _wheel(panel, 1)
    assert not _wheel(panel, 1), "at its end the page scrolls on"


def _wheel(panel, notches):
    place = QPointF(100, 100)
    event = QWheelEvent(
        place,
        QPointF(panel.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panel, event)
    return event.isAccepted()


def test_an_empty_sequence_is_nothing(theme, stage, protein):
    panel = SequencePanel(theme)
    panel.show_sequence(shown(protein("INS"), "F8WCM5-1"))
    stage.show(panel, 700, 100)
    assert panel.heightForWidth(700) == 0
    QTest.mouseMove(panel, QPoint(50, 50))
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert panel.spoken() == ""


def test_larger_text_makes_larger_letters(panel, theme):
    before = panel._canvas(900).grid.cell
    theme.set_text_scale(2.0)
    settle()
    assert panel._canvas(900).grid.cell > 1.7 * before
