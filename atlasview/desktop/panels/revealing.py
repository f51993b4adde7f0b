"""Scrolling the page so that what the keyboard moved to is in view."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QWidget


def reveal(widget: QWidget, box: QRect, margin: int) -> None:
    """Scroll the nearest scroll area just as far as a rectangle of the widget needs; nothing where there is none."""
    area: QWidget | None = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    content = area.widget() if area is not None else None
    if area is None or content is None:
        return
    middle = widget.mapTo(content, box.center())
    area.ensureVisible(middle.x(), middle.y(), 0, box.height() // 2 + margin)
