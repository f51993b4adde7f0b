"""The dialog "Build an atlas": what it is to be, its files; then how far it is; then what came of it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
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

from atlasview.desktop.building.builder import Builder, State
from atlasview.desktop.building.files_panel import FilesPanel
from atlasview.desktop.building.progress_head import ProgressHead
from atlasview.desktop.building.report_sheet import ReportHead, ReportText
from atlasview.desktop.building.wish_form import WishForm
from atlasview.desktop.controls import AccentButton
from atlasview.desktop.panels.banner import Banner
from atlasview.desktop.panels.hairline import Hairline
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.settings import Settings
from atlasview.desktop.theme import Theme

_SIZE = (1040.0, 690.0)
_LEFT = 300.0
_MOST_OF_THE_SCREEN = 0.94
_QUIET = {
    State.CHOOSING: "Nothing is sent or fetched: an atlas is made of files that you have.",
    State.BUILDING: "Cancelling leaves nothing behind; the open atlas stays as it is.",
    State.STOPPING: "Tidying up.",
    State.BUILT: "",
}


class BuildDialog(QDialog):
    """Not in the way of the window: it may be closed while an atlas is built, which goes on.

    open_asked    the atlas that was built is to be opened
    report_asked  its report is to be saved
    outward       an address that the person chose to open
    """

    name = "build-dialog"
    open_asked = Signal(object)
    report_asked = Signal(object)
    outward = Signal(str)

    def __init__(self, theme: Theme, builder: Builder, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.builder = theme, builder
        self._told: list[tuple[str, str]] = []
        self.setObjectName(self.name)
        self.setWindowTitle("Build an atlas")
        self.setAccessibleName("Build an atlas")
        self.form = WishForm(theme, settings, self)
        self.files = FilesPanel(theme, builder, settings, self)
        self.head = ProgressHead(theme, self)
        self.report_head = ReportHead(theme, self)
        self.report = ReportText(theme, self)
        self._tops = QStackedWidget(self)
        self._banners = QVBoxLayout()
        self.quiet = RoleLabel(theme, "", "small", "text-muted", self)
        self.quiet.setObjectName("build-quiet")
        self.build = AccentButton("Build", self)
        self.open_it = AccentButton("Open the atlas", self)
        self.save = QPushButton("Save the report…", self)
        self.again = QPushButton("Build another", self)
        self.background = QPushButton("Run in background", self)
        self.cancel = QPushButton("Cancel", self)
        self.leave = QPushButton("Close", self)
        self._lay_out()
        self._connect()
        self._take_theme()
        self.refresh()

    # --- where everything stands

    def _lay_out(self) -> None:
        for part in (self.head, self.report_head):
            self._tops.addWidget(part)
        self._left = QScrollArea(self)
        self._left.setFrameShape(QFrame.Shape.NoFrame)
        self._left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._left.setWidgetResizable(True)
        self._left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._left.setWidget(self.form)
        self._parting = Hairline(self._theme, Qt.Orientation.Vertical, self)
        self._right = QVBoxLayout()
        self._right.addWidget(self._tops)
        self._right.addWidget(self.files, 3)
        self._right.addWidget(self.report, 2)
        self._right.addLayout(self._banners)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self._left)
        sides.addWidget(self._parting)
        sides.addLayout(self._right, 1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.quiet, 1)
        for button in (self.save, self.again, self.leave, self.background, self.cancel, self.open_it, self.build):
            button.setAutoDefault(False)
            self._foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(sides, 1)
        whole.addWidget(Hairline(self._theme, Qt.Orientation.Horizontal, self))
        whole.addLayout(self._foot)
        room = self.screen().availableSize() * _MOST_OF_THE_SCREEN
        self.resize(QSize(self._theme.px(_SIZE[0]), self._theme.px(_SIZE[1])).boundedTo(room))

    def _connect(self) -> None:
        builder = self.builder
        builder.turned.connect(self.refresh)
        builder.turned.connect(self._move_focus)
        builder.rows_changed.connect(self._refresh_build)
        builder.looked.connect(self._refresh_build)
        for signal in (builder.said, builder.rows_changed, builder.looked, self.form.changed):
            signal.connect(self._show_banners)
        builder.progressed.connect(self.head.follow)
        self.form.changed.connect(self._refresh_build)
        self.form.changed.connect(lambda: self.builder.add_to(self.form.wish().add_to))
        self.files.outward.connect(self.outward)
        self.finished.connect(lambda _code: builder.begin_again())  # the files stay for the next time
        self.build.clicked.connect(self._start)
        self.cancel.clicked.connect(builder.cancel)
        self.background.clicked.connect(self.close)
        self.leave.clicked.connect(self.close)
        self.again.clicked.connect(builder.begin_again)
        self.open_it.clicked.connect(lambda: self.open_asked.emit(builder.result))
        self.save.clicked.connect(lambda: self.report_asked.emit(builder.result))
        self._theme.changed.connect(self._take_theme)

    # --- what is seen

    def refresh(self) -> None:
        """Show what fits what is going on."""
        state = self.builder.state
        choosing, built = state is State.CHOOSING, state is State.BUILT
        shown: dict[QWidget, bool] = dict.fromkeys((self._left, self._parting, self.build), choosing)
        shown[self.background] = self.builder.running
        shown |= dict.fromkeys((self.open_it, self.save, self.again, self.report), built)
        shown[self.leave] = choosing or built
        for part, visible in shown.items():
            part.setVisible(visible)
        self._tops.setVisible(not choosing)
        self._tops.setCurrentWidget(self.report_head if built else self.head)
        self.quiet.setText(_QUIET[state])
        self._turn_head(state)
        self._refresh_build()
        self._show_banners()

    def _turn_head(self, state: State) -> None:
        builder = self.builder
        if state is State.BUILDING and builder.wish is not None:
            self.head.begin(builder.wish.target.name)
        elif state is State.STOPPING:
            self.head.stopping()
        else:
            self.head.end()
        if builder.result is not None:
            self.report_head.show_made(builder.result)
            self.report.show_made(builder.result, builder.rows)

    def _refresh_build(self) -> None:
        """The button that begins says why it cannot; what takes its time can be left."""
        builder = self.builder
        self.cancel.setVisible(builder.running or builder.looking)
        self.cancel.setEnabled(builder.state is not State.STOPPING)
        lacking = "" if builder.files else "add files first"
        lacking = lacking or ("the files are still being looked at" if builder.looking else self.form.lacking())
        self.build.setEnabled(not lacking)
        self.build.setAccessibleDescription(lacking)
        self.build.setToolTip(lacking)

    def _show_banners(self) -> None:
        remarks = self._remarks()
        if remarks == self._told:
            return
        self._told = remarks
        while (item := self._banners.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for strong, rest in remarks:
            banner = Banner(self._theme, strong, rest, "warning", True)
            banner.setObjectName("build-banner")
            self._banners.addWidget(banner)

    def _remarks(self) -> list[tuple[str, str]]:
        builder = self.builder
        if builder.state is not State.CHOOSING:
            return []
        said = []
        if builder.trouble is not None:
            trouble = builder.trouble
            rest = ". ".join(f"{part[:1].upper()}{part[1:]}" for part in (trouble.where, trouble.remedy) if part)
            said.append((f"{trouble.what[:1].upper()}{trouble.what[1:]}.", rest))
        if builder.rows and not builder.files and not builder.looking:
            said.append(("None of these files is one that AtlasView reads.", "The reason of each stands beside it."))
        if builder.without_genes() and not builder.looking and self.form.wish().add_to is None:
            rest = "Only those that proteins name will be known; HGNC's complete set or NCBI's gene_info has them all."
            said.append(("No file says which genes there are.", rest))
        return said

    def _move_focus(self) -> None:
        """The keyboard goes to what can be done now."""
        target: dict[State, QWidget] = {
            State.CHOOSING: self.files.table,
            State.BUILDING: self.cancel,
            State.BUILT: self.open_it,
        }
        if (wanted := target.get(self.builder.state)) is not None and self.isVisible():
            wanted.setFocus()

    # --- what is done

    def _start(self) -> None:
        if self.build.isEnabled():
            self.builder.start(self.form.wish())

    def set_open(self, path: Path | None, label: str) -> None:
        """Say which atlas is open in the window."""
        self.form.set_open(path, label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter builds; Escape closes the dialog, and what is being built goes on."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.builder.state is State.CHOOSING:
                self._start()
        elif enter and isinstance(button := self.focusWidget(), QPushButton):
            button.click()
        elif not enter:
            super().keyPressEvent(event)

    def _take_theme(self) -> None:
        px = self._theme.px
        self.form.setContentsMargins(px(18), px(16), px(18), px(16))
        # A wide font needs more than the design gives, and the column does not scroll sideways.
        self._left.setFixedWidth(max(px(_LEFT), self.form.minimumSizeHint().width() + px(12)))
        self._right.setContentsMargins(px(20), px(16), px(20), px(12))
        self._right.setSpacing(px(10))
        self._foot.setContentsMargins(px(18), px(10), px(18), px(10))
        self._foot.setSpacing(px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The files lie on the surface, the choices and the foot on the window's ground."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            left = self._parting.x() if self._parting.isVisible() else 0
            painter.fillRect(left, 0, self.width(), self._foot.geometry().top(), self._theme.colour("surface"))
