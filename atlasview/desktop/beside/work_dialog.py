"""A dialog for long work beside the window: choices at the left, what they do at the right, the ways on at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from atlasview.desktop.panels.banner import Banner
from atlasview.desktop.panels.hairline import Hairline
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.theme import Theme
from atlasview.desktop.window_size import open_with

_LEFT = 300.0

Remark = tuple[str, str]
"""What is so, and what follows."""


class WorkDialog(QDialog):
    """Not in the way of the window: it may be closed while the work goes on.

    left    the choices, hidden while there is nothing to choose
    right   a column: `tops` (how far it is, or what came of it), what a subclass adds, the banners
    """

    name = "work-dialog"
    title = ""
    size_hint = (1040.0, 690.0)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told: list[Remark] = []
        self.setObjectName(self.name)
        self.setWindowTitle(self.title)
        self.setAccessibleName(self.title)
        self.left = QScrollArea(self)
        self.parting = Hairline(theme, Qt.Orientation.Vertical, self)
        self.tops = QStackedWidget(self)
        self.right = QVBoxLayout()
        self.quiet = RoleLabel(theme, "", "small", "text-muted", self)
        self._banners = QVBoxLayout()
        self._foot = QHBoxLayout()

    # --- where everything stands

    def lay_out(self, form: QWidget, parts: Sequence[tuple[QWidget, int]], buttons: Sequence[QPushButton]) -> None:
        """Place the choices, the parts of the right side with their shares of the height, and the foot."""
        self._form = form
        self.left.setFrameShape(QFrame.Shape.NoFrame)
        self.left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.left.setWidgetResizable(True)
        self.left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.left.setWidget(form)
        self.right.addWidget(self.tops)
        for part, share in parts:
            self.right.addWidget(part, share)
        self.right.addLayout(self._banners)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.left)
        sides.addWidget(self.parting)
        sides.addLayout(self.right, 1)
        self._foot.addWidget(self.quiet, 1)
        for button in buttons:
            button.setAutoDefault(False)
            button.installEventFilter(self)
            self._foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(sides, 1)
        whole.addWidget(Hairline(self._theme, Qt.Orientation.Horizontal, self))
        whole.addLayout(self._foot)
        open_with(self, self._theme, *self.size_hint)
        self._theme.changed.connect(self._take_theme)
        self._take_theme()

    # --- what is said

    def show_remarks(self, remarks: list[Remark]) -> None:
        """Say these things in banners, and nothing else."""
        if remarks == self._told:
            return
        self._told = remarks
        while (item := self._banners.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for strong, rest in remarks:
            banner = Banner(self._theme, strong, rest, "warning", True)
            banner.setObjectName(f"{self.name}-banner")
            self._banners.addWidget(banner)

    def begin(self) -> None:
        """Have it begun, where it can be."""

    # --- keys, mouse and looks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The second half of a double click is not meant for the button that has come where the first one hit."""
        return event.type() == QEvent.Type.MouseButtonDblClick or super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter begins; Escape closes the dialog, and what has begun goes on."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.begin()
        elif enter and isinstance(button := self.focusWidget(), QPushButton):
            button.click()
        elif not enter:
            super().keyPressEvent(event)

    def _take_theme(self) -> None:
        px = self._theme.px
        self._form.setContentsMargins(px(18), px(16), px(18), px(16))
        # A wide font needs more than the design gives, and the column does not scroll sideways.
        self.left.setFixedWidth(max(px(_LEFT), self._form.minimumSizeHint().width() + px(12)))
        self.right.setContentsMargins(px(20), px(16), px(20), px(12))
        self.right.setSpacing(px(10))
        self._foot.setContentsMargins(px(18), px(10), px(18), px(10))
        self._foot.setSpacing(px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """What the choices do lies on the surface, the choices and the foot on the window's ground."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            left = self.parting.x() if self.parting.isVisible() else 0
            painter.fillRect(left, 0, self.width(), self._foot.geometry().top(), self._theme.colour("surface"))


def sentences(what: str, *more: str) -> Remark:
    """Trouble as a remark: what is so with a full stop, then the rest."""
    return f"{_capital(what)}.", ". ".join(_capital(part) for part in more if part)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
