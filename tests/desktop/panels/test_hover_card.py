"""Where the hover card stands, and what it holds."""

import pytest
from PySide6.QtCore import QRect
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
