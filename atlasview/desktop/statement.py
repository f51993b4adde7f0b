"""A page that says one thing: what is so, why, the facts, and the ways on; a damaged atlas, or no page at all."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from atlasview.desktop.panels.flow_layout import FlowLayout
from atlasview.desktop.panels.hairline import Hairline
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.theme import Theme

_WIDTH = 640.0
_TOP = 108.0


class Statement(QWidget):
    """A sentence in large, an explanation, facts between hairlines, buttons in a row, a last word."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = ""
        self.title = self._label("section", "text")
        self.explanation = self._label("body", "text")
        self.last_word = self._label("small", "text-muted")
        self._facts = QGridLayout()
        self._lines = tuple(Hairline(theme, Qt.Orientation.Horizontal, self) for _ in range(2))
        self._buttons = FlowLayout(gap=theme.px(8))
        self._room = QVBoxLayout(self)
        self._body = QWidget(self)
        self._column = QVBoxLayout(self._body)
        self._fill_column()
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._body)
        across.addStretch(1)
        self._room.addLayout(across)
        self._room.addStretch(1)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def _label(self, font: str, role: str, text: str = "") -> RoleLabel:
        label = RoleLabel(self._theme, text, font, role, self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _fill_column(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.title)
        self._column.addWidget(self.explanation)
        self._column.addWidget(self._lines[0])
        self._column.addLayout(self._facts)
        self._column.addWidget(self._lines[1])
        self._column.addLayout(self._buttons)
        self._column.addWidget(self.last_word)

    def say(self, icon: str, title: str, explanation: str, last_word: str = "") -> None:
        """Set the texts; `icon` stands at the left of the title, `warning` in the colour of a problem."""
        self._icon = icon
        for label, text in ((self.title, title), (self.explanation, explanation), (self.last_word, last_word)):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(explanation)
        self.update()

    def show_facts(self, facts: Sequence[tuple[str, str, bool]]) -> None:
        """Show (label, value, whether in the fixed font) between hairlines; none hides the lines too."""
        while (item := self._facts.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for row, (name, value, fixed) in enumerate(facts):
            self._facts.addWidget(self._label("body", "text-muted", name), row, 0, Qt.AlignmentFlag.AlignTop)
            shown = self._label("sequence" if fixed else "body", "text", value)
            self._facts.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignTop)
        self._facts.setColumnStretch(1, 1)
        for line in self._lines:
            line.setVisible(bool(facts))
        self._take_theme()

    def add_buttons(self, *buttons: QAbstractButton) -> None:
        """Put buttons in a row, and go on in the next where the width ends."""
        for button in buttons:
            self._buttons.addWidget(button)

    def parts(self) -> list[QWidget]:
        """Where the keyboard goes first: the button that leads on."""
        items = [self._buttons.itemAt(at) for at in range(self._buttons.count())]
        buttons = [item.widget() for item in items if item is not None]
        return [button for button in buttons if button is not None and button.isVisibleTo(self)][:1]

    def _take_theme(self) -> None:
        px = self._theme.px
        self._room.setContentsMargins(px(48), px(_TOP), px(32), px(32))
        self._fit()
        self._column.setSpacing(px(14))
        self._facts.setVerticalSpacing(px(6))
        self._facts.setColumnMinimumWidth(0, px(112))
        self._buttons.setSpacing(px(8))

    def _fit(self) -> None:
        room = self.width() - self._theme.px(80)
        self._body.setFixedWidth(min(self._theme.px(_WIDTH), max(room, self._theme.px(200))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows narrow the text."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page's ground and the sign beside the title."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("surface"))
            if self._icon:
                at = self.title.mapTo(self, QPoint(0, 0)) + QPoint(-theme.px(24), theme.px(11))
                theme.paint_icon(painter, self._icon, at, "problem" if self._icon == "warning" else "text-muted", 20)
