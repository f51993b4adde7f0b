"""A label in a font and a colour role of the theme."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from atlasview.desktop.theme import Theme


class RoleLabel(QLabel):
    """Plain text that follows the theme; `look` changes font and colour later."""

    def __init__(self, theme: Theme, text: str, font: str, role: str, parent: QWidget | None = None) -> None:
        """`font` is a name of the tokens' [type], `role` one of its colour roles."""
        super().__init__(text, parent)
        self._theme = theme
        self._font = font
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.changed.connect(self._apply)
        self._apply()

    def look(self, font: str, role: str) -> None:
        """Take another font and colour role."""
        self._font, self._role = font, role
        self._apply()

    def _apply(self) -> None:
        self.setFont(self._theme.font(self._font))
        colours = self.palette()
        colours.setColor(self.foregroundRole(), self._theme.colour(self._role))
        self.setPalette(colours)

    def showEvent(self, event: QShowEvent) -> None:
        """A style sheet gives a widget its first palette back when it is first shown; take the theme's again."""
        super().showEvent(event)
        self._apply()
