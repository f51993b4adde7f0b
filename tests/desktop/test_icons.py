import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

from atlasview.bundled import resource
from atlasview.desktop.actions import ACTIONS
from atlasview.desktop.icons import icon, tinted
from atlasview.desktop.search_rows import ICONS

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))
INK, PALE = QColor("#B3261E"), QColor("#CCCCCC")


def inked(image: QImage) -> set[str]:
    """Colours of the pixels that are wholly covered."""
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in colours if colour.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_a_line_drawing_of_16_pixels_in_the_current_colour(name):
    root = ET.fromstring(resource(f"icons/{name}.svg").read_text(encoding="utf-8"))
    assert root.get("viewBox") == "0 0 16 16"
    assert (root.get("fill"), root.get("stroke"), root.get("stroke-width")) == ("none", "currentColor", "1.4")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_every_icon_is_painted_in_the_colour_that_is_asked_for(qapp, name, ratio):
    pixmap = tinted(name, INK, 32, ratio)
    assert pixmap.size() == QSize(32, 32) * ratio
    assert pixmap.devicePixelRatio() == ratio
    assert inked(pixmap.toImage()) == {INK.name()}


def test_a_disabled_icon_is_paler(qapp):
    drawn = icon("close", INK, PALE, 32)
    disabled = drawn.pixmap(QSize(32, 32), 1.0, QIcon.Mode.Disabled).toImage()
    assert inked(disabled) == {PALE.name()}


def test_the_theme_tints_and_scales(qapp, theme):
    assert inked(theme.pixmap("close", "problem").toImage()) == {theme.colour("problem").name()}
    theme.set_text_scale(2.0)
    assert theme.icon("search").actualSize(QSize(99, 99)) == QSize(32, 32)
    canvas = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.fill(QColor("#FFFFFF"))
    with QPainter(canvas) as painter:
        theme.paint_icon(painter, "plus", QPoint(32, 32), "accent")
    assert canvas.pixelColor(32, 32) == theme.colour("accent")


def test_no_icon_is_asked_for_that_is_not_there():
    asked = {spec.icon for spec in ACTIONS if spec.icon} | set(ICONS.values())
    assert asked <= set(NAMES)
