"""The size that a window beside the main one opens with."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from atlasview.desktop.theme import Theme

_MOST_OF_THE_SCREEN = 0.94


def open_with(window: QWidget, theme: Theme, width: float, height: float) -> None:
    """Resize to design pixels, which grow with the text, but to no more than the screen has room for."""
    room = window.screen().availableSize() * _MOST_OF_THE_SCREEN
    window.resize(QSize(theme.px(width), theme.px(height)).boundedTo(room))
