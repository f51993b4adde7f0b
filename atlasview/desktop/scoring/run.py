"""What the window has of scores from cells: the dialog, the line in the status bar, the message at the end."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from atlasview.building.watch import Progress
from atlasview.bundled import starter_atlas
from atlasview.desktop.beside.before_closing import BeforeClosing
from atlasview.desktop.exporting import show_in_folder
from atlasview.desktop.scoring.dialog import ScoringDialog
from atlasview.desktop.scoring.messages import Scored
from atlasview.desktop.scoring.scored_sheet import report_saving
from atlasview.desktop.scoring.scorer import Scorer, State
from atlasview.records.times import time_left

if TYPE_CHECKING:
    from atlasview.desktop.desk import Desk


class Scoring(QObject):
    """Made when somebody first wants scores."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.scorer = Scorer(self)
        self.dialog = ScoringDialog(desk.theme, self.scorer, desk.settings, desk.window)
        habits = self.dialog.form.habits
        self.scorer.wish = replace(self.scorer.wish, names=habits.names, usual=habits.columns)
        self._work = desk.window.status.add_work("the scores that are computed", "the scores")
        self._closing = BeforeClosing(
            desk.theme, desk.window, lambda: self.scorer.running, self._question, self.scorer.cancel
        )
        self._before = State.CHOOSING
        self._wire()
        self._tell_open()

    def _wire(self) -> None:
        desk, scorer, dialog = self._desk, self.scorer, self.dialog
        for signal in (desk.opening.opened, desk.opening.refused):
            signal.connect(lambda *_: self._tell_open())
        scorer.progressed.connect(self._follow)
        scorer.turned.connect(self._turn)
        scorer.scored.connect(self._finish)
        scorer.failed.connect(desk.mistakes.report)
        dialog.add_asked.connect(self._add)
        dialog.report_asked.connect(lambda made: desk.exporting.run(report_saving(made)))
        dialog.folder_asked.connect(lambda made: show_in_folder(Path(made.path)))
        self._work.shown.connect(self.show)
        self._work.cancelled.connect(scorer.cancel)

    def show(self, paths: Sequence[Path] = ()) -> ScoringDialog:
        """Show the dialog, with more files where some are handed in."""
        dialog = self.dialog
        if paths and self.scorer.running:
            what = "Scores are being computed: these files were not taken in"
            self._desk.notices.tell(what, "Hand them in again when they are done", "warning")
        elif paths:
            dialog.files.add(paths)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        if self.scorer.state is State.CHOOSING and not self.scorer.wish.files:
            dialog.files.add_files.setFocus()
        return dialog

    def end(self) -> None:
        """Let the process go; what it was computing is left, with nothing of it behind."""
        self._closing.end()
        self.scorer.end()

    # --- with the atlas that is open

    def _tell_open(self) -> None:
        """The names of cell types are those of the open atlas, of the starter where none is."""
        opening = self._desk.opening
        path = opening.path if opening.label is not None and opening.path is not None else starter_atlas()
        self.scorer.set_atlas(str(path.absolute()))

    def _add(self, made: Scored) -> None:
        """Hand the table to the dialog that builds, with the ontology that named its cell types."""
        self.dialog.close()
        ontology = self.scorer.wish.ontology
        building = self._desk.furnish().building
        building.dialog.form.add_to_open()
        building.show([Path(made.path), *([Path(ontology)] if ontology else [])])

    # --- while it is computed

    def _follow(self, progress: Progress) -> None:
        if self.scorer.state is State.SCORING:
            left = time_left(progress.left).capitalize() if progress.left is not None else ""
            self._work.say(self._words(), progress.done, left)

    def _words(self) -> str:
        order = self.scorer.order
        return f"Scoring {order.dataset if order is not None else 'cells'}"

    def _question(self) -> tuple[str, str, str]:
        return "Scores are being computed", f"{self._words()} is not done", "Go on computing"

    def _turn(self) -> None:
        state, before = self.scorer.state, self._before
        self._before = state
        self._work.setVisible(self.scorer.running)
        self._work.cancel.setEnabled(state is State.SCORING)
        if self.scorer.running:
            self._work.say(self._words() if state is State.SCORING else "Leaving the scores", None)
        else:
            self._closing.settle()
        if before is State.STOPPING and state is State.CHOOSING:
            self._desk.window.status.say("The scores were cancelled; nothing was changed")
        elif before is State.SCORING and state is State.CHOOSING and not self.dialog.isVisible():
            self.show()

    def _finish(self, made: Scored) -> None:
        """Tell that the table is there, where the dialog does not."""
        if not self.dialog.isVisible():
            actions = (("Add to an atlas…", lambda: self._add(made)), ("Show the report", self.show))
            what = f"Scores of {len(made.types):,} cell types are computed"
            self._desk.notices.tell(what, Path(made.path).name, "success", actions)
