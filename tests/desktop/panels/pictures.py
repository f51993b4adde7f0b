"""Colours of what a widget has painted."""

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


def picture(widget: QWidget) -> QImage:
    """What the widget shows."""
    return widget.grab().toImage()


def share(image: QImage, colour: QColor, within: int = 6) -> float:
    """Part of an image, sampled, that has a colour up to a difference in each channel."""
    step = 2
    places = [(x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step)]
    near = [place for place in places if _near(image.pixelColor(*place), colour, within)]
    return len(near) / max(len(places), 1)


def _near(one: QColor, other: QColor, within: int) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) <= within for a, b in pairs)
