"""The one door for messages: what happened, why, what can be done; said in place, never in a box in the way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from atlasview.desktop.controls import LinkButton
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.theme import Theme
from atlasview.records.trouble import Trouble

SUCCESS_STAYS = 10_000
"""Milliseconds for which a success stays on the screen."""

_MOST_SHOWN = 4
_ROLES = {"working": "accent"}
_ICONS = {"working": "refresh", "success": "success", "warning": "warning", "problem": "warning"}
_WORDS = {"working": "At work", "success": "Done", "warning": "Note", "problem": "Problem"}


@dataclass(frozen=True, slots=True, eq=False)
class Notice:
    """One message; `kind` is `working`, `success`, `warning` or `problem`; actions are (label, what to do)."""

    message: str
    detail: str
    kind: str
    actions: tuple[tuple[str, Callable[[], object]], ...]


class Notices(QObject):
    """Takes messages from everywhere and keeps those that stand; `changed` says that there are others now."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._standing: list[Notice] = []
        self.success_stays = SUCCESS_STAYS

    @property
    def standing(self) -> tuple[Notice, ...]:
        """The messages that are shown, oldest first."""
        return tuple(self._standing)

    @property
    def problems(self) -> int:
        """How many problems have not been dismissed."""
        return sum(notice.kind == "problem" for notice in self._standing)

    def tell(
        self,
        message: str,
        detail: str = "",
        kind: str = "success",
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> Notice:
        """Say something. A success goes by itself; the others stay until they are dismissed.

        The same message is not said twice: it comes to the end instead.
        """
        if kind not in _WORDS:
            raise ValueError(f"no such kind of notice: {kind}")
        notice = Notice(message, detail, kind, tuple(actions))
        same = (message, detail, kind)
        self._standing = [old for old in self._standing if (old.message, old.detail, old.kind) != same]
        self._standing = [*self._standing, notice][-_MOST_SHOWN:]
        if kind == "success":
            QTimer.singleShot(self.success_stays, self, lambda: self.dismiss(notice))
        self.changed.emit()
        return notice

    def tell_trouble(self, trouble: Trouble, actions: Sequence[tuple[str, Callable[[], object]]] = ()) -> Notice:
        """Say what stands in the way, where, and what to do about it."""
        detail = ". ".join(part for part in (trouble.where, _sentence(trouble.remedy)) if part)
        return self.tell(_sentence(trouble.what), detail, "problem", actions)

    def dismiss(self, notice: Notice) -> None:
        """Take a message away; one that is gone already is left in peace."""
        if notice in self._standing:
            self._standing.remove(notice)
            self.changed.emit()


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


class NoticeArea(QWidget):
    """Where the messages are read: banners at the foot of the page, the newest lowest."""

    def __init__(self, theme: Theme, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notices = notices
        self._banners: dict[int, _Banner] = {}
        self.setObjectName("notices")
        self.setAccessibleName("Messages")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        notices.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        standing = {id(notice): notice for notice in self._notices.standing}
        for key in [key for key in self._banners if key not in standing]:
            banner = self._banners.pop(key)
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        for key, notice in standing.items():
            if key not in self._banners:
                self._banners[key] = _Banner(self._theme, self._notices, notice, self)
                self._column.addWidget(self._banners[key])
        self.setVisible(bool(standing))


class _Banner(QWidget):
    """One message with its actions as links in the same line."""

    def __init__(self, theme: Theme, notices: Notices, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notice = notice
        self.setObjectName("notice")
        self.setAccessibleName(f"{_WORDS[notice.kind]}: {notice.message}")
        self.setAccessibleDescription(notice.detail)
        self._title = RoleLabel(theme, notice.message, "strong", "text", self)
        self._detail = RoleLabel(theme, notice.detail, "small", "text-muted", self)
        for label in (self._title, self._detail):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton(self)
        self._close.setAccessibleName("Dismiss")
        self._close.setToolTip("Dismiss")
        self._close.clicked.connect(lambda: notices.dismiss(notice))
        self._row = QHBoxLayout(self)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self._title)
        self._words.addWidget(self._detail, 1)
        self._row.addLayout(self._words, 1)
        for label_text, act in notice.actions:
            link = LinkButton(label_text, self)
            link.clicked.connect(lambda _checked=False, act=act: act())
            self._row.addWidget(link)
        self._row.addWidget(self._close)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def _take_theme(self) -> None:
        theme, px = self._theme, self._theme.px
        self._row.setContentsMargins(px(40), px(6), px(8), px(6))
        self._row.setSpacing(px(12))
        self._close.setIcon(theme.icon("close", "text-muted"))
        self._close.setIconSize(QSize(px(14), px(14)))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the words need."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The details stand behind the title where both go into one line, else below it, and wrap."""
        labels = (self._title, self._detail)
        lengths = [label.fontMetrics().horizontalAdvance(label.text()) for label in labels]
        beside = self._row.sizeHint().width() - self._words.sizeHint().width()
        fits = sum(lengths) + 2 * self._theme.px(12) <= self.width() - beside
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        self._words.setDirection(way)
        self._words.setSpacing(self._theme.px(12) if fits else 0)
        for label in labels:
            label.setWordWrap(not fits)
            across = QSizePolicy.Policy.Maximum if fits and label is self._title else QSizePolicy.Policy.Ignored
            policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(not fits)
            label.setSizePolicy(policy)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, mark and sign of the kind."""
        theme, kind = self._theme, self._notice.kind
        role = _ROLES.get(kind, kind)
        ground = "warning-surface" if kind in ("warning", "problem") else "window"
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour(ground))
            painter.fillRect(0, 0, self.width(), 1, theme.colour("hairline"))
            painter.fillRect(0, 0, theme.px(3), self.height(), theme.colour(role))
            theme.paint_icon(painter, _ICONS[kind], QPoint(theme.px(22), self.height() // 2), role)
