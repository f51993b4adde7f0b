"""The whole protein on one line, in the window."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from atlasview.desktop.panels.domain_strip import DomainStrip
from atlasview.figures.marks import Rect
from atlasview.records.place import Residues
from tests.desktop.panels.pictures import picture, share


def strip_of(theme, stage, detail):
    strip = DomainStrip(theme)
    strip.show_protein(detail)
    stage.show(strip, 900, strip.heightForWidth(900))
    return strip


def test_it_shows_the_domains_in_their_colours(theme, stage, protein):
    image = picture(strip_of(theme, stage, protein("IL7R")))
    assert share(image, theme.fill("feature", "domain")) > 0.02
    assert share(image, theme.fill("feature", "transmembrane")) > 0.005


def test_a_click_on_a_feature_names_its_residues(theme, stage, protein, qtbot):
    strip = strip_of(theme, stage, protein("IL7R"))
    domain = next(mark for mark in strip.figure().marks if mark.name.startswith("domain-"))
    box = next(shape for shape in domain.shapes if isinstance(shape, Rect))
    with qtbot.waitSignal(strip.residues_chosen) as chosen:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(box.x + 20), round(box.y + 4)))
    assert chosen.args == [Residues(131, 231)]


def test_the_keyboard_goes_from_left_to_right(theme, stage, protein):
    strip = strip_of(theme, stage, protein("IL7R"))
    strip.activateWindow()
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    heard = []
    for _ in range(20):
        heard.append(strip.spoken())
        QTest.keyClick(strip, Qt.Key.Key_Right)
    assert heard[0].startswith("Signal peptide, residues 1–20")
    order = [next(i for i, words in enumerate(heard) if name in words) for name in ("WSXWS", "Transmembrane", "Box 1")]
    assert order == sorted(order)


def test_it_is_described(theme, stage, protein):
    assert "459 residues" in strip_of(theme, stage, protein("IL7R")).described()


def test_narrow_is_higher_because_the_legend_wraps(theme, stage, protein):
    strip = strip_of(theme, stage, protein("IL7R"))
    assert strip.heightForWidth(360) > strip.heightForWidth(1200)
