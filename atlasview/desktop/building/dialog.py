"""The dialog "Build an atlas": what it is to be, its files; then how far it is; then what came of it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from atlasview.building.watch import Progress
from atlasview.desktop.beside.progress_head import ProgressHead
from atlasview.desktop.beside.work_dialog import Remark, WorkDialog, sentences
from atlasview.desktop.building.builder import Builder, State
from atlasview.desktop.building.files_panel import FilesPanel
from atlasview.desktop.building.report_sheet import ReportHead, ReportText
from atlasview.desktop.building.wish_form import WishForm
from atlasview.desktop.controls import AccentButton
from atlasview.desktop.settings import Settings
from atlasview.desktop.theme import Theme

_QUIET = {
    State.CHOOSING: "Nothing is sent or fetched: an atlas is made of files that you have.",
    State.BUILDING: "Cancelling leaves nothing behind; the open atlas stays as it is.",
    State.STOPPING: "Tidying up.",
    State.BUILT: "",
}


class BuildDialog(WorkDialog):
    """One for the whole window.

    open_asked    the atlas that was built is to be opened
    report_asked  its report is to be saved
    outward       an address that the person chose to open
    """

    name = "build-dialog"
    title = "Build an atlas"
    open_asked = Signal(object)
    report_asked = Signal(object)
    outward = Signal(str)

    def __init__(self, theme: Theme, builder: Builder, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.builder = builder
        self.form = WishForm(theme, settings, self)
        self.files = FilesPanel(theme, builder, settings, self)
        self.head = ProgressHead(theme, "Progress of the build", "Leaving the build", self)
        self.report_head = ReportHead(theme, self)
        self.report = ReportText(theme, self)
        self.build = AccentButton("Build", self)
        self.open_it = AccentButton("Open the atlas", self)
        self.save = QPushButton("Save the report…", self)
        self.again = QPushButton("Build another", self)
        self.background = QPushButton("Run in background", self)
        self.cancel = QPushButton("Cancel", self)
        self.leave = QPushButton("Close", self)
        for part in (self.head, self.report_head):
            self.tops.addWidget(part)
        buttons = (self.save, self.again, self.leave, self.background, self.cancel, self.open_it, self.build)
        self.lay_out(self.form, ((self.files, 3), (self.report, 2)), buttons)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        builder = self.builder
        builder.turned.connect(self.refresh)
        builder.turned.connect(self._move_focus)
        builder.rows_changed.connect(self._refresh_build)
        builder.looked.connect(self._refresh_build)
        for signal in (builder.said, builder.rows_changed, builder.looked, self.form.changed):
            signal.connect(self._show_banners)
        builder.progressed.connect(self._follow)
        self.form.changed.connect(self._refresh_build)
        self.form.changed.connect(lambda: self.builder.add_to(self.form.wish().add_to))
        self.files.outward.connect(self.outward)
        self.finished.connect(lambda _code: builder.begin_again())  # the files stay for the next time
        self.build.clicked.connect(self.begin)
        self.cancel.clicked.connect(builder.cancel)
        self.background.clicked.connect(self.close)
        self.leave.clicked.connect(self.close)
        self.again.clicked.connect(builder.begin_again)
        self.open_it.clicked.connect(lambda: self.open_asked.emit(builder.result))
        self.save.clicked.connect(lambda: self.report_asked.emit(builder.result))

    # --- what is seen

    def _follow(self, progress: Progress) -> None:
        rejected = sum(one.rejected for one in progress.files)
        counts = f"{progress.records:,} records read", f"{rejected:,} rejected" if rejected else ""
        self.head.follow(progress.what, progress.done, progress.left, *counts)

    def refresh(self) -> None:
        """Show what fits what is going on."""
        state = self.builder.state
        choosing, built = state is State.CHOOSING, state is State.BUILT
        shown: dict[QWidget, bool] = dict.fromkeys((self.left, self.parting, self.build), choosing)
        shown[self.background] = self.builder.running
        shown |= dict.fromkeys((self.open_it, self.save, self.again, self.report), built)
        shown[self.leave] = choosing or built
        for part, visible in shown.items():
            part.setVisible(visible)
        self.tops.setVisible(not choosing)
        self.tops.setCurrentWidget(self.report_head if built else self.head)
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
        self.show_remarks(self._remarks())

    def _remarks(self) -> list[Remark]:
        builder = self.builder
        if builder.state is not State.CHOOSING:
            return []
        said = []
        if builder.trouble is not None:
            said.append(sentences(builder.trouble.what, builder.trouble.where, builder.trouble.remedy))
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

    def begin(self) -> None:
        """Build, where there is something to build from."""
        if self.builder.state is State.CHOOSING and self.build.isEnabled():
            self.builder.start(self.form.wish())

    def set_open(self, path: Path | None, label: str) -> None:
        """Say which atlas is open in the window."""
        self.form.set_open(path, label)
