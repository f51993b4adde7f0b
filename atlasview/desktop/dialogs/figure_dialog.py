"""The export of a figure: choices at the left, at the right what they do, at true size."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from atlasview.desktop.controls import AccentButton
from atlasview.desktop.dialogs.figure_content import FigureContent
from atlasview.desktop.dialogs.figure_files import FigureFiles
from atlasview.desktop.dialogs.figure_findings import FigureFindings
from atlasview.desktop.dialogs.figure_measures import FigureMeasures
from atlasview.desktop.dialogs.figure_preview import ZOOMS, FigurePreview
from atlasview.desktop.dialogs.figure_ways import use_way, ways_out
from atlasview.desktop.figure_habits import USUAL, FigureHabits
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.ends_layout import EndsLayout
from atlasview.desktop.panels.hairline import Hairline
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.theme import Theme
from atlasview.desktop.window_size import open_with
from atlasview.export.figure import Drawable, Drawing, draw_figure
from atlasview.export.figure_command import figure_command
from atlasview.export.figure_formats import figure_bytes
from atlasview.export.figure_remarks import Remark, remarks
from atlasview.export.figure_request import FigureRequest
from atlasview.export.names import figure_name
from atlasview.export.presets import FORMATS, OF_GENES, VIEWS
from atlasview.figures.colour_sight import SIGHTS
from atlasview.records.scored_genes import ScoredGenes
from atlasview.records.trouble import Trouble
from atlasview.records.two_cell_types import TwoCellTypes

_LEFT = 416.0
_PATIENCE = 60
"""Milliseconds after the last change before the figure is drawn again."""


@dataclass(frozen=True, slots=True)
class FigureOrder:
    """What is to be written: a drawing, in one or more of FORMATS, under a name without suffix; habits for the next."""

    drawing: Drawing
    forms: tuple[str, ...]
    dpi: float
    stem: str
    habits: FigureHabits


class FigureDialog(QDialog):
    """Modal; `order` is what was chosen, None as long as nothing can be drawn."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        profile: Drawable,
        request: FigureRequest,
        atlas: Path | None = None,
        habits: FigureHabits = USUAL,
    ) -> None:
        super().__init__(parent)
        self._theme, self._profile, self._asked, self._atlas = theme, profile, request, atlas
        self._drawing: Drawing | None = None
        self._request = request
        self.content = FigureContent(theme, profile, request)
        self.measures = FigureMeasures(theme, request)
        self.files = FigureFiles(theme, habits.forms, habits.dpi)
        self.preview = FigurePreview(theme)
        self.findings = FigureFindings(theme)
        self._zoom = DropDown(theme, "View", tuple(ZOOMS.items()))
        self._sight = DropDown(
            theme, "Seen with", (("", "As it is"), *((sight, sight.capitalize()) for sight in SIGHTS))
        )
        self._screen_words = RoleLabel(theme, "", "small", "text-muted")
        self.command = QToolButton()
        self.copy = QPushButton("Copy to clipboard")
        self.save = AccentButton("Save…")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._waiting = QTimer(self)
        self._name()
        self._lay_out()
        self._connect()
        self.draw()

    @classmethod
    def ask(
        cls,
        theme: Theme,
        parent: QWidget | None,
        profile: Drawable,
        request: FigureRequest,
        atlas: Path | None = None,
        habits: FigureHabits = USUAL,
    ) -> FigureOrder | None:
        """What is to be written, None where the person went back.

        atlas   file of the open atlas where it is not the starter atlas, for the line that is copied
        habits  of the last figure: its formats and resolution are offered again
        Raises NothingToExport where the page has nothing for the view at all.
        """
        draw_figure(profile, request)
        dialog = cls(theme, parent, profile, request, atlas, habits)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        order = dialog.order if accepted else None
        dialog.deleteLater()
        return order

    @property
    def order(self) -> FigureOrder | None:
        """What would be written now."""
        forms, stem = self.files.forms(), self.files.stem()
        if self._drawing is None or not forms or not stem:
            return None
        dpi = self.files.dpi()
        return FigureOrder(self._drawing, forms, dpi, stem, FigureHabits.of(self._request, forms, dpi))

    def draw(self) -> None:
        """Draw what is chosen, show it, and say what there is to say of it."""
        self._waiting.stop()
        self._request = self.measures.applied(self.content.applied(self._asked))
        try:
            self._drawing = draw_figure(self._profile, self._request)
        except Trouble as trouble:
            self._drawing = None
            what = trouble.what[:1].upper() + trouble.what[1:]
            self.preview.show_figure(None, trouble=what)
            said = [Remark("trouble", False, what, ", ".join(filter(None, (trouble.where, trouble.remedy))))]
        else:
            self.preview.show_figure(self._drawing.figure, self._drawing.family)
            said = list(remarks(self._drawing))
        self.findings.show_remarks([(remark, ways_out(remark, self._request, self._drawing)) for remark in said])
        self._suggest_name()
        self._refresh_buttons()

    def accept(self) -> None:
        """Close with what the fields say now, not with what they said a moment ago."""
        if self._waiting.isActive():
            self.draw()
        if self.order is not None:
            super().accept()

    def commands(self) -> str:
        """A line for each file that makes it on the command line."""
        profile, dpi = self._profile, self.files.dpi()
        places = profile.places if isinstance(profile, ScoredGenes | TwoCellTypes) else (profile.place,)
        names = (f"{self.files.stem() or 'figure'}.{form}" for form in self.files.forms() or ("svg",))
        return "\n".join(figure_command(places, self._request, name, dpi, self._atlas) for name in names)

    def _name(self) -> None:
        subject = self._profile.place.label or self._profile.place.id
        self.setObjectName("figure-dialog")
        self.setWindowTitle(f"Export figure: {subject}, {VIEWS[self._asked.view].casefold()}")
        self.setAccessibleName(self.windowTitle())
        self.setModal(True)
        self.command.setObjectName("figure-command")
        self.command.setText("Copy as command")
        self.command.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.copy.setObjectName("figure-copy")
        self.save.setObjectName("figure-save")
        self.save.setDefault(True)

    def _connect(self) -> None:
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_PATIENCE)
        self._waiting.timeout.connect(self.draw)
        self.content.changed.connect(self._waiting.start)
        self.measures.changed.connect(self._waiting.start)
        self.files.changed.connect(self._refresh_buttons)
        self.findings.taken.connect(self._take_way)
        self._zoom.chosen.connect(lambda _key: self._show_as())
        self._sight.chosen.connect(lambda _key: self._show_as())
        self.command.clicked.connect(self._copy_commands)
        self.copy.clicked.connect(self._copy_figure)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._theme.changed.connect(self._take_theme)

    def _lay_out(self) -> None:
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self._left())
        sides.addWidget(Hairline(self._theme, Qt.Orientation.Vertical))
        sides.addLayout(self._right(), 1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.command)
        self._foot.addStretch(1)
        self._foot.addWidget(self.buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(sides, 1)
        whole.addWidget(Hairline(self._theme, Qt.Orientation.Horizontal))
        whole.addLayout(self._foot)
        self._take_theme()
        open_with(self, self._theme, 1040, 690)

    def _left(self) -> QWidget:
        inner = QWidget()
        inner.setObjectName("figure-choices")
        self._choices = QVBoxLayout(inner)
        self._choices.addWidget(self.content)
        self._choices.addWidget(self.measures)
        self._choices.addWidget(Hairline(self._theme, Qt.Orientation.Horizontal))
        self._choices.addWidget(self.files)
        self._choices.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        return self._scroll

    def _right(self) -> QVBoxLayout:
        head = EndsLayout(self._theme.px(8))
        head.add((RoleLabel(self._theme, "Preview", "strong", "text"), self._screen_words), (self._zoom, self._sight))
        self._column = QVBoxLayout()
        self._column.addLayout(head)
        self._column.addWidget(self.preview, 1)
        self._column.addWidget(self.findings)
        return self._column

    def _take_theme(self) -> None:
        px = self._theme.px
        self._choices.setContentsMargins(px(18), px(14), px(18), px(14))
        self._choices.setSpacing(px(12))
        self._column.setContentsMargins(px(18), px(12), px(18), px(12))
        self._column.setSpacing(px(8))
        self._foot.setContentsMargins(px(18), px(10), px(18), px(10))
        # A wide font needs more than the design gives, and the column does not scroll sideways.
        self._scroll.setFixedWidth(max(px(_LEFT), self._choices.minimumSize().width()))
        self.command.setIcon(self._theme.icon("copy"))
        self.command.setIconSize(QSize(px(16), px(16)))
        self._screen_words.setText(f"screen {self.preview.dots_per_inch():.0f} dpi")

    def _suggest_name(self) -> None:
        request, place = self._request, self._profile.place
        scored = ("landscape", "treemap", "compare", *OF_GENES)
        parts = {"expression": (request.dataset,)} | dict.fromkeys(scored, (request.metric, request.context))
        of_part = request.residues if request.view in ("domains", "tracks", "variants") else None
        name = figure_name(
            place.label or place.id,
            request.view,
            self._profile.atlas,
            *parts.get(request.view, ()),
            request.isoform,
            str(of_part or ""),
            suffix="",
        )
        self.files.suggest(name)

    def _refresh_buttons(self) -> None:
        count = len(self.files.forms())
        self.save.setText("Save…" if count < 2 else f"Save {count} files…")
        self.save.setEnabled(self.order is not None)
        self.copy.setEnabled(self._drawing is not None)
        names = " and ".join(FORMATS[form] for form in self.files.forms())
        missing = "choose a format" if not count else "name the file" if not self.files.stem() else ""
        self.save.setAccessibleDescription(missing or f"Saves {names}")
        self.save.setToolTip(missing)

    def _show_as(self) -> None:
        self.preview.show_as(self._zoom.choice(), self._sight.choice())

    def _take_way(self, way: str) -> None:
        """Do what a link says; the focus goes on to the next one, else to what is left to do."""
        use_way(way, self.measures)
        self.draw()
        (self.findings.first_way() or self.save).setFocus()

    def _copy_commands(self) -> None:
        QGuiApplication.clipboard().setText(self.commands())
        self.command.setText("Copied")
        QTimer.singleShot(1500, self.command, lambda: self.command.setText("Copy as command"))

    def _copy_figure(self) -> None:
        """The figure as SVG and as a picture: whoever pastes takes what he can."""
        if self._drawing is None:
            return
        data = QMimeData()
        data.setData("image/svg+xml", figure_bytes(self._drawing, "svg"))
        data.setData("image/png", figure_bytes(self._drawing, "png", self.files.dpi()))
        QGuiApplication.clipboard().setMimeData(data)
        self.copy.setText("Copied")
        QTimer.singleShot(1500, self.copy, lambda: self.copy.setText("Copy to clipboard"))
