"""A button that opens a menu: icon, text, a chevron; the menu is filled when it is asked for."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
    QWidgetAction,
)

from atlasview.desktop.theme import Theme

_NOTE_WIDTH = 280


class MenuButton(QPushButton):
    """A push button with a chevron; `fill` puts the entries into an empty menu, anew each time."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        fill: Callable[[QMenu], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._fill_menu = fill
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self.fill_menu)
        theme.changed.connect(self._restyle)
        self._restyle()

    def fill_menu(self) -> QMenu:
        """Put the present entries into the menu."""
        menu = self.menu()
        menu.clear()
        self._fill_menu(menu)
        return menu

    def _restyle(self) -> None:
        self.setIcon(self._theme.icon("export"))
        self.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))

    def sizeHint(self) -> QSize:
        """Room for the chevron that says that there is a menu."""
        return super().sizeHint() + QSize(self._theme.px(18), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A push button with a chevron at its right."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        with QPainter(self) as painter:
            self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
            option.rect = self.rect().adjusted(0, 0, -self._theme.px(18), 0)
            self.style().drawControl(QStyle.ControlElement.CE_PushButtonLabel, option, painter, self)
            at = QPoint(self.width() - self._theme.px(17), self.height() // 2)
            self._theme.paint_icon(painter, "chevron-down", at, "text-muted", side=12)


def add_words(theme: Theme, menu: QMenu, text: str) -> None:
    """A muted line in a menu that says what the entries are about, or what will be missing; it cannot be chosen."""
    label = QLabel(text, menu)
    label.setWordWrap(len(text) > _NOTE_WIDTH // 7)
    label.setFont(theme.font("small"))
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setContentsMargins(theme.px(12), theme.px(5), theme.px(12), theme.px(5))
    if label.wordWrap():
        label.setFixedWidth(theme.px(_NOTE_WIDTH))
    line = QWidgetAction(menu)
    line.setText(text)
    line.setDefaultWidget(label)
    line.setEnabled(False)
    menu.addAction(line)
