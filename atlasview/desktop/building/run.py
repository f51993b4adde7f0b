"""What the window has of building: the dialog, the line in the status bar, the message at the end."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from atlasview.building.watch import Progress
from atlasview.desktop.beside.before_closing import BeforeClosing
from atlasview.desktop.building.builder import Builder, State
from atlasview.desktop.building.dialog import BuildDialog
from atlasview.desktop.building.messages import Made
from atlasview.desktop.building.report_sheet import report_saving
from atlasview.desktop.building.words import contents
from atlasview.records.times import time_left

if TYPE_CHECKING:
    from atlasview.desktop.desk import Desk


class Building(QObject):
    """Made when somebody first wants to build."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.builder = Builder(self)
        self.dialog = BuildDialog(desk.theme, self.builder, desk.settings, desk.window)
        self._work = desk.window.status.add_work("what is being built", "the build")
        self._closing = BeforeClosing(
            desk.theme, desk.window, lambda: self.builder.running, self._question, self.builder.cancel
        )
        self._before = State.CHOOSING
        self._wire()
        self._tell_open()

    def _wire(self) -> None:
        desk, builder, dialog = self._desk, self.builder, self.dialog
        for signal in (desk.opening.opened, desk.opening.closed, desk.opening.refused):
            signal.connect(lambda *_: self._tell_open())
        builder.progressed.connect(self._follow)
        builder.turned.connect(self._turn)
        builder.made.connect(self._finish)
        builder.failed.connect(desk.mistakes.report)
        dialog.open_asked.connect(self._open)
        dialog.report_asked.connect(lambda made: desk.exporting.run(report_saving(made)))
        dialog.outward.connect(lambda address: desk.furnish().open_address(address))
        self._work.shown.connect(self.show)
        self._work.cancelled.connect(builder.cancel)

    def show(self, paths: Sequence[Path] = ()) -> BuildDialog:
        """Show the dialog, with more files where some are handed in."""
        dialog = self.dialog
        if paths and self.builder.running:
            what = "An atlas is being built: these files were not taken in"
            self._desk.notices.tell(what, "Hand them in again when it is done", "warning")
        elif paths:
            self.builder.add(paths)
        self.builder.prepare()
        dialog.form.refresh()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        if self.builder.state is State.CHOOSING and not self.builder.rows:
            dialog.files.add_files.setFocus()
        return dialog

    def end(self) -> None:
        """Let the process go; an atlas that is being built is left, with nothing of it behind."""
        self._closing.end()
        self.builder.end()

    # --- with the atlas that is open

    def _tell_open(self) -> None:
        opening = self._desk.opening
        label = opening.label
        self.dialog.set_open(opening.path if label is not None else None, str(label or ""))

    def _open(self, made: Made) -> None:
        self.dialog.close()
        self._desk.opening.open(Path(made.path))

    # --- while it is built

    def _follow(self, progress: Progress) -> None:
        if self.builder.state is State.BUILDING:
            left = time_left(progress.left).capitalize() if progress.left is not None else ""
            self._work.say(self._words(), progress.done, left)

    def _words(self) -> str:
        wish = self.builder.wish
        return f"Building {wish.name if wish is not None else 'an atlas'}"

    def _turn(self) -> None:
        state, before = self.builder.state, self._before
        self._before = state
        work = self._work
        work.setVisible(self.builder.running)
        work.cancel.setEnabled(state is State.BUILDING)
        if self.builder.running:
            work.say(self._words() if state is State.BUILDING else "Leaving the build", None)
        else:
            self._closing.settle()
        if before is State.STOPPING and state is State.CHOOSING:
            self._desk.window.status.say("The build was cancelled; nothing was changed")
        elif before is State.BUILDING and state is State.CHOOSING and not self.dialog.isVisible():
            self.show()

    def _finish(self, made: Made) -> None:
        """Tell that the atlas is there; one that is open is opened anew with the pages that are open."""
        path, present = Path(made.path), self._desk.opening.path
        if present is not None and present.absolute() == path.absolute():
            self._desk.opening.again()
        if not self.dialog.isVisible():
            actions = (("Open it", lambda: self._open(made)), ("Show the report", self.show))
            self._desk.notices.tell(f"{made.name} is built", contents(made.counts), "success", actions)

    def _question(self) -> tuple[str, str, str]:
        wish = self.builder.wish
        target = wish.target.name if wish is not None else "An atlas"
        return "An atlas is being built", f"{target} is being built", "Go on building"
