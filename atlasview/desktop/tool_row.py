"""The row of tools: side panel, back and forward; the search field in the middle; history and more."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from atlasview.desktop.search_field import SearchField
from atlasview.desktop.theme import Theme

if TYPE_CHECKING:
    from atlasview.desktop.actions import Actions

_LEFT = ("side-panel", "back", "forward")
_RIGHT = ("history", "more")
_ICONS = {"side-panel": "sidebar", "back": "back", "forward": "forward", "history": "history", "more": "more"}
_MORE = ("commands", "text-larger", "text-smaller", "theme-system", "theme-light", "theme-dark", "guide", "keyboard")


class ToolRow(QWidget):
    """Icon buttons round the search field; `arranged` says that the field lies elsewhere now."""

    arranged = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions: Actions | None = None
        self._open = False
        self.setObjectName("tool-row")
        self._buttons = {name: self._button(name) for name in _ICONS}
        self._left = [self._buttons[name] for name in _LEFT]
        self.field = SearchField(theme, self)
        self._right = [self._buttons[name] for name in _RIGHT]
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"tool-{name}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setEnabled(name not in {"back", "forward"})
        button.setCheckable(name == "side-panel")
        return button

    def take_actions(self, actions: "Actions") -> None:
        """Give the buttons their actions, which decide from now on whether they can be used."""
        self._actions = actions
        more = self._buttons["more"]
        more.setAccessibleName("More")
        more.setToolTip("More")
        more.clicked.connect(self._show_more)
        for name, button in self._buttons.items():
            if button is not more:
                self._join(button, actions[name])

    def _join(self, button: QToolButton, action: QAction) -> None:
        button.setAccessibleName(action.text())
        button.setToolTip(action.toolTip())
        button.clicked.connect(lambda _checked=False: action.trigger())
        action.changed.connect(lambda: self._follow(button, action))
        self._follow(button, action)

    def _follow(self, button: QToolButton, action: QAction) -> None:
        button.setEnabled(action.isEnabled())
        button.setChecked(action.isChecked())

    def _show_more(self) -> None:
        if self._actions is None:
            return
        menu = QMenu(self)
        for name in _MORE:
            if name in {"text-larger", "theme-system", "guide"}:
                menu.addSeparator()
            menu.addAction(self._actions[name])
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self._buttons["more"].mapToGlobal(self._buttons["more"].rect().bottomRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    def widen_field(self, wide: bool) -> None:
        """The field grows while its list is open."""
        if wide != self._open:
            self._open = wide
            self._arrange()

    def _take_theme(self) -> None:
        px = self._theme.px
        self.setFixedHeight(self._theme.height("tool-bar"))
        for name, button in self._buttons.items():
            button.setIcon(self._theme.icon(_ICONS[name]))
            button.setIconSize(QSize(px(16), px(16)))
            button.setFixedSize(px(30), px(30))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field in the middle."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px, middle = self._theme.px, self.height() // 2
        x = px(12)
        for button in self._left:
            button.move(x, middle - button.height() // 2)
            x += button.width() + px(12 if button is self._left[0] else 4)
        right = self.width() - px(12)
        for button in reversed(self._right):
            right -= button.width()
            button.move(right, middle - button.height() // 2)
            right -= px(4)
        left = x + px(8)
        room = max(right - px(8) - left, px(80))
        width = min(self._theme.width("search-field-open" if self._open else "search-field"), room)
        start = min(max((self.width() - width) // 2, left), left + room - width)
        self.field.setGeometry(start, middle - self.field.height() // 2, width, self.field.height())
        self.arranged.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline below."""
        with QPainter(self) as painter:
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("hairline"))
