"""The hover card: at most four lines about what the pointer or the cursor stands on, with links."""

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QEnterEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from atlasview.desktop.panels.exits import place_of
from atlasview.desktop.theme import Theme

_GRACE = 220
_MOST_LINES = 4
_WIDEST = 380
_CURIE = re.compile(r"\b(?:PMID:\d+|CL:\d{7}|GO:\d{7}|MONDO:\d{7}|HGNC:\d+)\b|\bguide:[\w#-]+")
_TAGS = re.compile(r"<[^>]+>")
_NO_KEYS = Qt.KeyboardModifier.NoModifier
_GUIDE = "guide:"


class HoverCard(QFrame):
    """A child of the window, above its panels; it stays while the pointer is over it.

    place_requested  the place that a clicked link leads to
    """

    place_requested = Signal(object)

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner.window())
        self._theme, self._owner = theme, owner
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        # Tab passes by: the card is nowhere in the order of the page.
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.linkActivated.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        column.addWidget(self._text)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_GRACE)
        self._leaving.timeout.connect(self.hide)
        theme.changed.connect(self.hide)
        self.hide()

    def show_lines(self, lines: Sequence[str], beside: QRect) -> None:
        """Show the first four lines next to a rectangle of the window, on a side with room, never over it."""
        self._leaving.stop()
        if not lines:
            self.hide()
            return
        theme = self._theme
        self._text.setFont(theme.font("small"))
        self._text.setText(self._rich(lines[:_MOST_LINES]))
        widest = min(theme.px(_WIDEST), self.window().width() - theme.px(16))
        self._text.setFixedWidth(min(widest, self._natural_width()))
        self._text.setFixedHeight(self._text.heightForWidth(self._text.width()))
        self.adjustSize()
        self.move(self._place(beside))
        self.raise_()
        self.show()

    def take_focus(self) -> bool:
        """Go to the first link, from which Tab goes on and Enter leads; False where there is none."""
        if not self.isVisible() or "<a " not in self._text.text():
            return False
        self._leaving.stop()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        # The label knows no other way to its first link.
        QCoreApplication.sendEvent(self._text, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, _NO_KEYS, "\t"))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the panel that the card is of."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The focus does not stay on what is gone."""
        if self._text.hasFocus():
            self._owner.setFocus(Qt.FocusReason.OtherFocusReason)
        super().hideEvent(event)

    def words(self) -> str:
        """What the card says, as a person reads it aloud; empty while it is hidden."""
        return ". ".join(_TAGS.sub("", line) for line in self.text().split("<br>"))

    def leave(self) -> None:
        """Hide soon, unless the pointer comes onto the card meanwhile."""
        if self.isVisible() and not self._text.hasFocus():
            self._leaving.start()

    def text(self) -> str:
        """What the card says, as rich text; empty while it is hidden."""
        return self._text.text() if self.isVisible() else ""

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay."""
        self._leaving.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go."""
        self._leaving.start()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and outline."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("control-border"), 1))
            painter.setBrush(theme.colour("surface-raised"))
            edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(edge, theme.radius("hover-card"), theme.radius("hover-card"))

    def _rich(self, lines: Sequence[str]) -> str:
        link, muted = self._theme.colour("accent").name(), self._theme.colour("text-muted").name()
        first, *rest = (self._linked(escape(line), link) for line in lines)
        parts = [f'<b style="font-weight:600">{first}</b>']
        parts += [f'<span style="color:{muted}">{line}</span>' if number else line for number, line in enumerate(rest)]
        return "<br>".join(parts)

    @staticmethod
    def _linked(line: str, colour: str) -> str:
        def link(found: re.Match[str]) -> str:
            curie = found.group()
            shown = "In the glossary" if curie.startswith(_GUIDE) else curie.replace("PMID:", "PMID ")
            return f'<a href="{curie}" style="color:{colour};text-decoration:none">{shown}</a>'

        return _CURIE.sub(link, line)

    def _natural_width(self) -> int:
        self._text.setMinimumWidth(0)
        self._text.setMaximumWidth(16_777_215)
        self._text.setWordWrap(False)
        width = self._text.sizeHint().width()
        self._text.setWordWrap(True)
        return width + 2

    def _place(self, beside: QRect) -> QPoint:
        """Right of the rectangle, else left, else below, else above; inside the window."""
        gap = self._theme.px(10)
        window = self.window().rect().adjusted(2, 2, -2, -2)
        size = self.size()
        top = beside.top() - self._theme.px(4)
        candidates = (
            QPoint(beside.right() + gap, top),
            QPoint(beside.left() - gap - size.width(), top),
            QPoint(beside.left(), beside.bottom() + gap),
            QPoint(beside.left(), beside.top() - gap - size.height()),
        )
        for place in candidates:
            inside = _kept_inside(QRect(place, size), window)
            if not inside.adjusted(-2, -2, 2, 2).intersects(beside):
                return inside.topLeft()
        return _kept_inside(QRect(candidates[2], size), window).topLeft()

    def _follow(self, curie: str) -> None:
        if curie.startswith(_GUIDE):
            self.hide()
            QDesktopServices.openUrl(QUrl(curie))
            return
        place = place_of(curie)
        if place is not None:
            self.hide()
            self.place_requested.emit(place)


def _kept_inside(box: QRect, room: QRect) -> QRect:
    box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width())))
    box.moveTop(max(room.top(), min(box.top(), room.bottom() - box.height())))
    return box
