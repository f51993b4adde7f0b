"""Cards come late, go with their panel, and leave nothing behind."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from atlasview.desktop.panels.hover_card import HoverCard
from atlasview.desktop.panels.hovering import DELAY, Hovering


def test_the_card_waits_for_the_pointer_to_rest(theme, stage, qtbot):
    window = stage.show(QWidget(), 400, 300)
    hovering = Hovering(theme, window)
    asked = []

    def lines():
        asked.append(1)
        return ("Serine 185",)

    assert hovering.over("a", lines, QRect(10, 10, 20, 20))
    assert not hovering.over("a", lines, QRect(10, 10, 20, 20))
    QTest.qWait(DELAY // 3)
    assert hovering.text() == ""
    hovering.over("b", lines, QRect(50, 10, 20, 20))
    QTest.qWait(DELAY // 3)
    assert not asked, "moving on starts anew"
    qtbot.waitUntil(lambda: "Serine 185" in hovering.text(), timeout=2000)
    hovering.over("", tuple, QRect())
    qtbot.waitUntil(lambda: hovering.text() == "", timeout=2000)


def test_a_panel_that_goes_takes_its_card_along(theme, stage):
    window = stage.show(QWidget(), 400, 300)
    panel = QWidget(window)
    panel.resize(100, 100)
    panel.show()
    hovering = Hovering(theme, panel)
    hovering.show(("Serine 185",), QRect(10, 10, 20, 20))
    assert len(window.findChildren(HoverCard)) == 1
    panel.deleteLater()
    del hovering
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(HoverCard) == []


def test_a_hidden_panel_shows_none(theme, stage):
    window = stage.show(QWidget(), 400, 300)
    panel = QWidget(window)
    panel.hide()
    hovering = Hovering(theme, panel)
    hovering.show(("Serine 185",), QRect(10, 10, 20, 20))
    assert hovering.text() == ""
    assert not hovering.hide()
