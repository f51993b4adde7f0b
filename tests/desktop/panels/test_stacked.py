"""Parts of a panel below each other."""

import gc

from PySide6.QtWidgets import QLabel, QWidget

from atlasview.desktop.panels.flow_layout import FlowLayout
from atlasview.desktop.panels.stacked import Stacked
from tests.desktop.showing import settle


def test_gaps_follow_the_theme_in_the_panel_and_in_its_rows(theme, stage):
    panel, row = QWidget(), FlowLayout()
    row.addWidget(QLabel("choice"))
    Stacked(theme, panel, row, QLabel("chart"))
    stage.show(panel, 300, 200)
    gc.collect()
    before = panel.layout().spacing()
    assert (before, row.spacing()) == (theme.px(8), theme.px(8))
    theme.set_text_scale(2.0)
    settle()
    assert panel.layout().spacing() == row.spacing() == theme.px(8) > before
    theme.set_text_scale(1.0)
