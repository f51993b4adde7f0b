"""The dialog "Scores from your cells": files and what was found in them; then how far it is; then what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from atlasview.building.watch import Progress
from atlasview.desktop.beside.progress_head import ProgressHead
from atlasview.desktop.beside.work_dialog import Remark, WorkDialog, sentences
from atlasview.desktop.controls import AccentButton
from atlasview.desktop.scoring.cell_files_panel import CellFilesPanel
from atlasview.desktop.scoring.choices_form import ChoicesForm
from atlasview.desktop.scoring.found_panel import FoundPanel
from atlasview.desktop.scoring.scored_sheet import ScoredHead, ScoredSheet
from atlasview.desktop.scoring.scorer import Obstacle, Scorer, State
from atlasview.desktop.settings import Settings
from atlasview.desktop.theme import Theme

_QUIET = {
    State.CHOOSING: "Nothing is sent: your cells are read here, and only read.",
    State.SCORING: "Cancelling leaves nothing behind.",
    State.STOPPING: "Tidying up.",
    State.SCORED: "",
}
_REMEDIES = {
    "cell_type": "Choose the column of cell types at the left; without cell types nothing can be scored",
    "donor": "Choose the column of donors at the left, or say there that all cells are of one donor: cells of one "
    "donor are no independent observations, and its scores are marked pseudoreplicated",
    "values": "Choose another matrix under Values; or, where they are ln(1 + 10,000 × count / total), the column of "
    "totals. Counts are needed, nothing else gives true scores",
    "names": "Say in the table what the labels mean, load a table of them, or take a file of the Cell Ontology",
    "genes": "Choose under Names of genes a column that holds the same names in all files",
    "annotations": "Choose at the left the table that says of each barcode the cell type and the donor, or drop it "
    "here: tab-separated, with a head, the barcode first",
}


class ScoringDialog(WorkDialog):
    """One for the whole window.

    add_asked     the table is to be added to an atlas
    report_asked  the report is to be saved
    folder_asked  the folder of the table is to be shown
    """

    name = "scoring-dialog"
    title = "Scores from your cells"
    size_hint = (1120.0, 760.0)
    add_asked = Signal(object)
    report_asked = Signal(object)
    folder_asked = Signal(object)

    def __init__(self, theme: Theme, scorer: Scorer, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.scorer = scorer
        self._pointed: Obstacle | None = None
        self.form = ChoicesForm(theme, scorer, settings, self)
        self.files = CellFilesPanel(theme, scorer, settings, self)
        self.found = FoundPanel(theme, scorer, self)
        self.head = ProgressHead(theme, "Progress of the scores", "Leaving the scores", self)
        self.report_head, self.report = ScoredHead(theme, self), ScoredSheet(theme, self)
        self.compute = AccentButton("Compute", self)
        self.add_it = AccentButton("Add to an atlas…", self)
        self.folder = QPushButton("Show in folder", self)
        self.save = QPushButton("Save the report…", self)
        self.again = QPushButton("Score others", self)
        self.background = QPushButton("Run in background", self)
        self.cancel = QPushButton("Cancel", self)
        self.leave = QPushButton("Close", self)
        for part in (self.head, self.report_head):
            self.tops.addWidget(part)
        buttons = (self.save, self.folder, self.again, self.leave, self.background, self.cancel)
        parts = ((self.files, 2), (self.found, 5), (self.report, 7))
        self.lay_out(self.form, parts, (*buttons, self.add_it, self.compute))
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        scorer = self.scorer
        scorer.turned.connect(self.refresh)
        scorer.turned.connect(self._move_focus)
        for signal in (scorer.found_more, scorer.looked, self.form.changed):
            signal.connect(self._refresh_compute)
        scorer.progressed.connect(self._follow)
        self.finished.connect(lambda _code: scorer.begin_again())  # the files stay for the next time
        self.compute.clicked.connect(self.begin)
        self.cancel.clicked.connect(scorer.cancel)
        self.background.clicked.connect(self.close)
        self.leave.clicked.connect(self.close)
        self.again.clicked.connect(scorer.begin_again)
        for button, signal in (
            (self.add_it, self.add_asked),
            (self.save, self.report_asked),
            (self.folder, self.folder_asked),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit(scorer.result))

    # --- what is seen

    def refresh(self) -> None:
        """Show what fits what is going on."""
        state = self.scorer.state
        choosing, scored = state is State.CHOOSING, state is State.SCORED
        shown: dict[QWidget, bool] = dict.fromkeys((self.left, self.parting, self.compute, self.files), choosing)
        shown |= dict.fromkeys((self.add_it, self.folder, self.save, self.again, self.report), scored)
        shown |= {self.background: self.scorer.running, self.leave: not self.scorer.running, self.found: not scored}
        for part, visible in shown.items():
            part.setVisible(visible)
        self.found.setEnabled(choosing)
        self.tops.setVisible(not choosing)
        self.tops.setCurrentWidget(self.report_head if scored else self.head)
        self.quiet.setText(_QUIET[state])
        self._turn_head(state)
        self._refresh_compute()

    def _turn_head(self, state: State) -> None:
        scorer = self.scorer
        if state is State.SCORING and scorer.order is not None:
            self.head.begin(scorer.order.target.name)
        elif state is State.STOPPING:
            self.head.stopping()
        else:
            self.head.end()
        if scorer.result is not None:
            self.report_head.show_scored(scorer.result)
            self.report.show_scored(scorer.result)

    def _follow(self, progress: Progress) -> None:
        if self.scorer.state is State.SCORING:
            self.head.follow(progress.what, progress.done, progress.left)

    def _refresh_compute(self) -> None:
        """The button that begins says why it cannot; what takes its time can be left."""
        scorer = self.scorer
        self.cancel.setVisible(scorer.running or scorer.looking)
        self.cancel.setEnabled(scorer.state is not State.STOPPING)
        lacking = self._lacking()
        self.compute.setEnabled(not lacking)
        self.compute.setAccessibleDescription(lacking)
        self.compute.setToolTip(lacking)
        self.show_remarks(self._remarks())
        self._point_to_choice()

    def _point_to_choice(self) -> None:
        """What is in the way brings the choice that helps into view, and the keyboard to it from the files."""
        obstacle = self.scorer.found.obstacle
        if obstacle is self._pointed or self.scorer.looking:
            return
        self._pointed = obstacle
        field = self.form.field_of(obstacle.choice) if obstacle is not None else None
        if field is None:
            return
        self.left.ensureWidgetVisible(field)
        present: QWidget | None = self.focusWidget()
        if present is not None and self.files.isAncestorOf(present):
            field.setFocus()

    def _lacking(self) -> str:
        scorer = self.scorer
        if not scorer.wish.files:
            return "add files first"
        if scorer.looking:
            return "the files are still being looked at"
        if scorer.found.survey is None:
            return "what is in the way stands above"
        return self.form.lacking()

    def _remarks(self) -> list[Remark]:
        scorer = self.scorer
        if scorer.state is not State.CHOOSING or scorer.looking:
            return []
        if scorer.found.obstacle is not None:
            return [_told(scorer.found.obstacle)]
        if scorer.wish.files and not scorer.files and scorer.found.seen is not None:
            return [("None of these files can be read.", "The reason of each stands beside it.")]
        return []

    def _move_focus(self) -> None:
        """The keyboard goes to what can be done now."""
        target: dict[State, QWidget] = {
            State.CHOOSING: self.files.table,
            State.SCORING: self.cancel,
            State.SCORED: self.add_it,
        }
        if (wanted := target.get(self.scorer.state)) is not None and self.isVisible():
            wanted.setFocus()

    # --- what is done

    def begin(self) -> None:
        """Compute, where that can be done."""
        if self.scorer.state is State.CHOOSING and self.compute.isEnabled():
            self.form.start()


def _told(obstacle: Obstacle) -> Remark:
    """What is in the way, with the choice in this dialog that helps."""
    return sentences(obstacle.what, obstacle.where, _REMEDIES.get(obstacle.choice, obstacle.remedy))
