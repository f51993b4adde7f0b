"""Identifier chips: a click copies the identifier, the menu offers its address."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.flow_layout import FlowLayout
from atlasview.desktop.panels.term_card import word_card
from atlasview.desktop.theme import Theme
from atlasview.export.addresses import address


@dataclass(frozen=True, slots=True)
class ChipText:
    """What a chip says: muted kind, value, and the text that a click copies (a CURIE where there is one)."""

    kind: str
    value: str
    copied: str


class Chip(QAbstractButton):
    """One identifier in a thin outline."""

    def __init__(self, theme: Theme, exits: Exits, chip: ChipText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._exits = exits
        self.chip = chip
        self.setAccessibleName(f"{chip.kind} {chip.value}")
        self.setAccessibleDescription(f"copies {chip.copied}")
        word_card(theme, self, chip.kind, f"Click copies {chip.copied}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        self._exits.copy(self.chip.copied)

    def sizeHint(self) -> QSize:
        """Both texts, a gap and the padding."""
        metrics = QFontMetrics(self._theme.font("small"))
        kind, value = metrics.horizontalAdvance(self.chip.kind), metrics.horizontalAdvance(self.chip.value)
        return QSize(kind + value + self._theme.px(6) + 2 * self._theme.px(8), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """Shrinks where a line is narrower than the chip."""
        return QSize(self._theme.px(60), self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Outline, kind, value."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focused = self.hasFocus()
            painter.setPen(QPen(theme.colour("focus-ring" if focused else "hairline"), 2 if focused else 1))
            if self.underMouse():
                painter.setBrush(theme.colour("hover"))
            inset = 1.0 if focused else 0.5
            edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(edge, theme.radius("chip"), theme.radius("chip"))
            painter.setFont(theme.font("small"))
            inner = self.rect().adjusted(theme.px(8), 0, -theme.px(8), 0)
            painter.setPen(theme.colour("text-muted"))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self.chip.kind)
            taken = painter.fontMetrics().horizontalAdvance(self.chip.kind) + theme.px(6)
            painter.setPen(theme.colour("text"))
            rest = QRect(inner.left() + taken, 0, inner.width() - taken, self.height())
            value = painter.fontMetrics().elidedText(self.chip.value, Qt.TextElideMode.ElideMiddle, rest.width() + 1)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, value)

    def menu(self) -> QMenu:
        """What else can be done with the identifier."""
        menu = QMenu(self)
        menu.addAction(f"Copy {self.chip.copied}", self._copy)
        if self.chip.value != self.chip.copied:
            menu.addAction(f"Copy {self.chip.value}", lambda: self._exits.copy(self.chip.value))
        web = address(self.chip.copied)
        if web:
            menu.addSeparator()
            menu.addAction("Copy address", lambda: self._exits.copy(web))
            menu.addAction(f"Open {web}", lambda: self._exits.outward.emit(web))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right button or menu key."""
        self._pop_up(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter copies as Space does, Down opens the menu."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self._pop_up(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            super().keyPressEvent(event)

    def _pop_up(self, where: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)


class Chips(QWidget):
    """Chips in as many lines as they need."""

    def __init__(self, theme: Theme, exits: Exits, chips: tuple[ChipText, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout(self, theme.px(8))
        for chip in chips:
            self._flow.addWidget(Chip(theme, exits, chip, self))
        theme.changed.connect(self._respace)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _respace(self) -> None:
        self._flow.setSpacing(self._theme.px(8))
        self._flow.invalidate()
        self.updateGeometry()
