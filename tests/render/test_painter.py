"""Marks as pixels."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from atlasview.figures.marks import Circle, Figure, Line, Mark, Paint, Polygon, Rect, Shape, Text
from atlasview.render.fonts import export_family, measure_for
from atlasview.render.painter import mark_bounds, paint, rows_covered

pytestmark = pytest.mark.usefixtures("qapp")

RED, WHITE = QColor("#D55E00"), QColor("#FFFFFF")


def painted(*shapes: Shape, side: int = 40, scale: float = 1.0, family: str = "Liberation Sans") -> QImage:
    image = QImage(round(side * scale), round(side * scale), QImage.Format.Format_RGB32)
    image.fill(WHITE)
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        paint(Figure(side, side, "", "", (Mark("one", shapes),)), painter, family)
    return image


def inked(image: QImage) -> list[tuple[int, int]]:
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return [place for place in places if image.pixelColor(*place) != WHITE]


def test_a_rectangle_fills_its_box_and_no_more():
    image = painted(Rect(10, 10, 20, 10, Paint(fill="#D55E00")))
    assert image.pixelColor(15, 15) == RED
    assert len(inked(image)) == 200


def test_rectangles_of_several_paints_keep_their_order():
    first, second = Paint(fill="#D55E00"), Paint(fill="#0072B2")
    image = painted(Rect(0, 0, 20, 20, first), Rect(10, 0, 20, 20, second), Rect(15, 0, 5, 20, first))
    assert image.pixelColor(5, 5) == RED
    assert image.pixelColor(12, 5) == QColor("#0072B2")
    assert image.pixelColor(17, 5) == RED


def test_rounded_corners_are_bare():
    image = painted(Rect(0, 0, 40, 40, Paint(fill="#D55E00"), radius=12))
    assert image.pixelColor(0, 0) == WHITE
    assert image.pixelColor(20, 0) == RED


def test_opacity_is_of_the_fill_and_not_of_the_outline():
    image = painted(Rect(5, 5, 30, 30, Paint(fill="#000000", opacity=0.4, stroke="#D55E00", width=2)))
    assert image.pixelColor(20, 20).red() == pytest.approx(153, abs=2)
    assert image.pixelColor(20, 5) == RED


def test_hatching_covers_a_part_and_stays_inside():
    image = painted(Rect(10, 10, 20, 20, Paint(fill="#000000", hatch=True)))
    places = inked(image)
    assert 60 < len(places) < 330
    assert all(10 <= x < 30 and 10 <= y < 30 for x, y in places)


def test_dashes_leave_gaps():
    image = painted(Line(0, 20.5, 40, 20.5, Paint(stroke="#000000", width=1, dash=(4, 4))))
    assert 14 <= len(inked(image)) <= 28


def test_open_polygons_are_not_filled():
    corners = ((5.0, 5.0), (5.0, 30.0), (35.0, 30.0), (35.0, 5.0))
    bracket = painted(Polygon(corners, Paint(fill="#D55E00", stroke="#D55E00", width=2), closed=False))
    assert bracket.pixelColor(20, 15) == WHITE
    assert painted(Polygon(corners, Paint(fill="#D55E00"))).pixelColor(20, 15) == RED


def test_circles_stand_round_their_centre():
    image = painted(Circle(20, 20, 8, Paint(fill="#D55E00")))
    assert image.pixelColor(20, 20) == RED
    assert image.pixelColor(20, 10) == WHITE


@pytest.mark.parametrize(("anchor", "low", "high"), [("start", 20, 40), ("end", 0, 20), ("middle", 8, 32)])
def test_texts_stand_at_their_anchor(anchor, low, high):
    columns = [x for x, _ in inked(painted(Text(20, 24, "IL7", 10, "#000000", anchor=anchor)))]
    assert low - 1 <= min(columns)
    assert max(columns) <= high + 1


def test_bold_has_more_ink():
    plain = painted(Text(2, 24, "IL7R", 12, "#000000"))
    bold = painted(Text(2, 24, "IL7R", 12, "#000000", weight=700))
    assert sum(255 - bold.pixelColor(*at).red() for at in inked(bold)) > 1.2 * sum(
        255 - plain.pixelColor(*at).red() for at in inked(plain)
    )


def test_twice_the_scale_is_twice_the_picture():
    small = painted(Rect(10, 10, 20, 10, Paint(fill="#D55E00")), Text(2, 34, "IL7R", 10, "#000000"))
    large = painted(Rect(10, 10, 20, 10, Paint(fill="#D55E00")), Text(2, 34, "IL7R", 10, "#000000"), scale=2)
    assert large.pixelColor(58, 38) == small.pixelColor(29, 19) == RED
    right = max(x for x, y in inked(large) if y > 44)
    assert right == pytest.approx(2 * max(x for x, y in inked(small) if y > 22), abs=3)


@pytest.mark.parametrize("size", [6.0, 6.5, 7.0, 7.49])
def test_texts_in_files_are_exactly_as_wide_as_measured(size):
    words = "Interleukin-7 receptor, 459 residues"
    family = export_family()  # one that is there: of others a system may give now this font, now that
    image = painted(Text(0, 30, words, size, "#000000"), side=200, scale=300 / 72, family=family)
    right = max(x for x, _ in inked(image)) / (300 / 72)
    assert right == pytest.approx(measure_for(family)(words, size, 400), rel=0.015)


def test_the_painter_is_left_as_it_was():
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        pen, font = QPen(QColor("#123456")), painter.font()
        painter.setPen(pen)
        paint(Figure(20, 20, "", "", (Mark("one", (Text(0, 9, "x", 9, "#000000", 700),)),)), painter, "Liberation Sans")
        assert painter.pen() == pen
        assert painter.font() == font


def test_bounds_hold_texts_and_outlines():
    mark = Mark(
        "one", (Rect(10, 10, 5, 5, Paint(stroke="#000000", width=4)), Text(50, 30, "Interleukin", 10, "#000000"))
    )
    box = mark_bounds(mark, "Liberation Sans")
    assert box.left() == 8
    assert box.right() > 90
    assert rows_covered(mark)[0] <= 8
    assert rows_covered(mark)[1] >= 30
    assert rows_covered(Mark("none", ())) == (0.0, 0.0)
