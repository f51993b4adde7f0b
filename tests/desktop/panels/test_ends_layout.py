"""Controls at both ends of a line, wrapped where they do not fit."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from atlasview.desktop.panels.ends_layout import EndsLayout


@pytest.fixture
def row(theme, stage):
    page, ends = QWidget(), EndsLayout(8)
    buttons = [QPushButton(text, page) for text in ("Isoform", "Fewer", "More", "Show all")]
    ends.add((buttons[0],), tuple(buttons[1:]))
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(ends)
    column.addStretch()
    stage.show(page, 900, 200)
    return page, buttons


def test_both_ends_are_used_where_there_is_room(row):
    page, buttons = row
    assert buttons[0].x() == 0
    assert buttons[-1].geometry().right() == page.width() - 1
    assert len({button.y() for button in buttons}) == 1


def test_it_wraps_and_cuts_nothing(row):
    page, buttons = row
    page.setFixedWidth(buttons[0].width() + 40)
    page.layout().activate()
    assert len({button.y() for button in buttons}) > 1
    assert all(button.geometry().right() < page.width() for button in buttons)
    boxes = [button.geometry() for button in buttons]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_hidden_controls_take_no_room(row):
    page, buttons = row
    buttons[1].hide()
    page.layout().activate()
    assert buttons[3].x() - buttons[2].geometry().right() - 1 == 8
    buttons[3].hide()
    page.layout().activate()
    assert buttons[2].geometry().right() == page.width() - 1


def test_what_wraps_of_the_right_end_stays_at_the_right(row):
    page, buttons = row
    page.setFixedWidth(sum(button.width() + 8 for button in buttons[1:3]) + 4)
    page.layout().activate()
    assert buttons[3].y() > buttons[2].y()
    assert buttons[3].geometry().right() == page.width() - 1
    assert buttons[0].x() == 0


def test_the_right_end_goes_to_the_next_line_as_one(row):
    page, buttons = row
    page.setFixedWidth(sum(button.width() + 8 for button in buttons[:2]) + 4)
    page.setFixedWidth(max(page.width(), sum(button.width() + 8 for button in buttons[1:])))
    page.layout().activate()
    assert len({button.y() for button in buttons[1:]}) == 1
    assert buttons[1].y() > buttons[0].y()
    assert buttons[3].geometry().right() == page.width() - 1
