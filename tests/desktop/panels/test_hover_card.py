"""Where the hover card stands, and what it holds."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from atlasview.desktop.panels.hover_card import HoverCard

LINES = ("Serine 185", "Fibronectin type-III · strand 179–191", "S185C", "PMID:21536738", "a fifth line")


@pytest.fixture
def card(theme, stage):
    window = QWidget()
    stage.show(window, 700, 500)
    return HoverCard(theme, window)


@pytest.mark.parametrize(
    "beside",
    [
        QRect(0, 0, 20, 20),
        QRect(680, 480, 20, 20),
        QRect(300, 200, 4, 100),
        QRect(0, 240, 700, 20),
        QRect(690, 0, 10, 10),
    ],
)
def test_it_stands_inside_the_window_and_beside_its_thing(card, beside):
    card.show_lines(LINES, beside)
    assert card.window().rect().contains(card.geometry())
    assert not card.geometry().intersects(beside)


def test_it_has_four_lines_at_most_with_links(card):
    card.show_lines(LINES, QRect(300, 200, 10, 10))
    assert "a fifth line" not in card.text()
    assert '<a href="PMID:21536738"' in card.text()


def test_what_a_source_writes_is_text_not_markup(card):
    card.show_lines(("<b>A</b> & B", "n < 3"), QRect(300, 200, 10, 10))
    assert "&lt;b&gt;A&lt;/b&gt; &amp; B" in card.text()


def test_nothing_to_say_is_no_card(card):
    card.show_lines(LINES, QRect(300, 200, 10, 10))
    card.show_lines((), QRect(300, 200, 10, 10))
    assert not card.isVisible()
    assert card.text() == ""


def test_a_long_line_wraps(card):
    card.show_lines(("word " * 60,), QRect(300, 200, 10, 10))
    assert card.width() < 420
    assert card.height() > 60


def test_keys_go_to_the_links_and_back(theme, stage, qtbot):
    window = QWidget()
    owner = QWidget(window)
    owner.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    stage.show(window, 700, 500)
    window.activateWindow()
    owner.setFocus()
    card = HoverCard(theme, owner)
    card.show_lines(("Serine 185", "no link"), QRect(300, 200, 10, 10))
    assert not card.take_focus()
    card.show_lines(("Serine 185", "PMID:21536738, PMID:15661025"), QRect(300, 200, 10, 10))
    assert card.words() == "Serine 185. PMID 21536738, PMID 15661025"
    assert card.take_focus()
    label = card.focusWidget()
    assert label.selectedText() == "PMID 21536738"
    QTest.keyClick(label, Qt.Key.Key_Tab)
    assert label.selectedText() == "PMID 15661025"
    QTest.keyClick(label, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert owner.hasFocus()
    card.show_lines(LINES, QRect(300, 200, 10, 10))
    assert card.take_focus()
    with qtbot.waitSignal(card.place_requested) as asked:
        QTest.keyClick(label, Qt.Key.Key_Return)
    assert asked.args[0].id == "PMID:21536738"
    assert owner.hasFocus()
