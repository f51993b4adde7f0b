"""Figures are painted in bands that are kept: what is shown is the same, and only new bands are made."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmapCache
from PySide6.QtWidgets import QScrollArea

from atlasview.desktop.panels.figure_tiles import FigureTiles
from atlasview.desktop.panels.figure_view import FigureView
from atlasview.figures.marks import Circle, Figure, Line, Mark, Paint, Rect, Text
from atlasview.render.figure_index import FigureIndex
from atlasview.render.painter import paint
from tests.desktop.panels.pictures import picture
from tests.desktop.showing import settle

GROUND = QColor("#FFFFFF")


@pytest.fixture(autouse=True)
def empty_cache():
    QPixmapCache.clear()
    yield
    QPixmapCache.clear()


def tall(width, _style=None, _measure=None):
    """Rows of signs, a word over the edge of each band, a line through all of them."""
    marks = [Mark("line", (Line(width / 2, 0, width / 2, 2_000, Paint(stroke="#0072B2", width=2)),))]
    for row in range(100):
        y = row * 20.0
        shapes = (Rect(2, y + 3, 40, 14, Paint(fill="#D55E00")), Circle(60, y + 10, 8, Paint(fill="#009E73")))
        marks.append(Mark(f"row-{row}", (*shapes, Text(80, y + 14, f"Row {row}", 11, "#14171C")), f"row:{row}"))
    return Figure(float(width), 2_000.0, "", "", tuple(marks))


def canvas(height, ratio):
    image = QImage(200 * ratio, height * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.red)
    return image


@pytest.mark.parametrize("ratio", [1, 2])
def test_bands_show_what_the_whole_figure_shows(qapp, ratio):
    figure = tall(200)
    family = qapp.font().family()
    expected, found = canvas(2_000, ratio), canvas(2_000, ratio)
    with QPainter(expected) as painter:
        painter.fillRect(QRect(0, 0, 200, 2_000), GROUND)
        paint(figure, painter, family)
    with QPainter(found) as painter:
        FigureTiles().paint(painter, QRect(0, 0, 200, 2_000), FigureIndex(figure), family, GROUND)
    assert found == expected


def test_below_the_figure_is_ground(qapp):
    image = canvas(2_100, 1)
    with QPainter(image) as painter:
        FigureTiles().paint(painter, QRect(0, 1_900, 200, 200), FigureIndex(tall(200)), "", GROUND)
    assert image.pixelColor(100, 2_050) == GROUND
    assert image.pixelColor(10, 1_910) == QColor("#D55E00")
    assert image.pixelColor(100, 1_000) == Qt.GlobalColor.red


def test_only_bands_that_come_into_view_are_made_and_a_change_makes_all_anew(theme, stage):
    area, view = QScrollArea(), FigureView(theme)
    view.set_drawing(tall)
    area.setWidgetResizable(True)
    area.setWidget(view)
    view.setMinimumHeight(2_000)
    stage.show(area, 260, 200)
    tiles = view._tiles
    seen = len(tiles._known)
    assert 1 < seen < 5
    kept = set(tiles._known)
    area.verticalScrollBar().setValue(60)
    settle()
    assert kept <= set(tiles._known)
    assert len(tiles._known) <= seen + 1
    before = picture(view)
    theme.set_mode("dark")
    settle()
    assert not kept & set(tiles._known)
    assert picture(view) != before
