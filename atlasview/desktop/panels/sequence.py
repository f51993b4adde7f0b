"""The sequence of a protein in blocks of ten, coloured, with the shared residue cursor."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QWidget

from atlasview.desktop.panels.residue_cursor import ResidueCursor
from atlasview.desktop.panels.residue_panel import NOTCH, ByWidth, ResiduePanel
from atlasview.desktop.panels.revealing import reveal
from atlasview.desktop.panels.sequence_canvas import MOST_LINES, SequenceCanvas, SequenceLook
from atlasview.desktop.panels.speaking import say
from atlasview.desktop.theme import Theme
from atlasview.figures.features_on_sequence import Colouring, colouring, feature_over, residue_card, words_at
from atlasview.figures.found import Run, runs_of
from atlasview.figures.isoforms import Shown
from atlasview.records.pattern import Hit
from atlasview.records.place import Residues


class SequencePanel(ResiduePanel):
    """Letters of one sequence.

    fasta_requested  the person wants the selection, or all, as FASTA
    goto_requested   the person wants to name a residue to go to
    """

    fasta_requested = Signal()
    goto_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, residues: ResidueCursor | None = None) -> None:
        super().__init__(theme, parent, residues)
        self._view = Shown(None, "", (), "")
        self._drawn = Colouring((), (), 0)
        self._scheme = "features"
        self._most = 0
        self._found: tuple[Run, ...] = ()
        self._canvases: ByWidth[SequenceCanvas] = ByWidth(self)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.valueChanged.connect(self._scrolled)
        self.setObjectName("sequence-panel")
        self.setAccessibleName("Sequence")

    # --- what is shown

    def show_sequence(self, view: Shown) -> None:
        """Show a sequence with the features that colour it."""
        self._view, self._drawn = view, colouring(view)
        if self.residues.length != view.length:
            self.residues.start_on(view.length)
        self._bar.setValue(0)
        self._lay_out()

    def renumber(self, view: Shown) -> None:
        """The same sequence with other words on its residues: nothing moves."""
        self._view = view
        self._lay_out()
        say(self)

    def show_found(self, hits: tuple[Hit, ...]) -> None:
        """Mark what was found."""
        self._found = runs_of(hits)
        self.update()

    def set_scheme(self, scheme: str) -> None:
        """Colour by one of residue_schemes.SCHEMES."""
        self._scheme = scheme
        self._lay_out()

    def set_per_line(self, residues: int) -> None:
        """Residues in a line, fewer where the width has no room for them; 0 for as many as fit."""
        self._most = residues
        self._lay_out()

    def is_empty(self) -> bool:
        """Whether there is no sequence."""
        return not self._view.sequence

    def scheme(self) -> str:
        """Key of the colouring in use."""
        return self._scheme

    def drawn(self) -> Colouring:
        """The features that colour the sequence."""
        return self._drawn

    def selected_letters(self) -> str:
        """The selected residues, the one under the cursor where none are, as letters."""
        chosen, position = self.residues.selection, self.residues.position
        if chosen is None:
            return self._view.sequence[position - 1 : position] if position else ""
        return self._view.sequence[chosen.start - 1 : chosen.end]

    # --- size

    def heightForWidth(self, width: int) -> int:
        """Height of all lines, of MOST_LINES at most."""
        return self._canvas(width).height if self._view.sequence else 0

    def sizeHint(self) -> QSize:
        """As high as it was laid out last: a layout asks heightForWidth where the height matters."""
        known = self._canvases.latest()
        return QSize(self._theme.px(320), known.height if known else self._theme.px(60))

    def minimumSizeHint(self) -> QSize:
        """One block of ten."""
        return QSize(self._theme.px(200), 0)

    # --- voice

    def spoken(self) -> str:
        """Residue and features at the cursor, and how much is selected."""
        position = self.residues.position
        if not position or not self._view.sequence:
            return ""
        chosen = self.residues.selection
        words = self.with_more(words_at(self._view, position))
        return f"{words}; {len(chosen)} selected, {chosen.start} to {chosen.end}" if chosen else words

    def described(self) -> str:
        """How long the sequence is."""
        return f"{self._view.length} residues"

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines in view, selection and cursor."""
        if self._view.sequence:
            with QPainter(self) as painter:
                canvas = self._canvas(self.width())
                canvas.paint(painter, event.rect(), self._bar.value(), self.residues, self.hasFocus(), self._found)

    # --- pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a selection, or say what is under the pointer."""
        if not self._view.sequence:
            return
        canvas, place, offset = self._canvas(self.width()), event.position(), self._bar.value()
        if self._drags:
            self.residues.place(canvas.nearest(place, offset), extend=True)
            return
        position = canvas.residue_at(place, offset)
        box = canvas.cell(position, offset).toAlignedRect() if position else QRect()
        self.setCursor(Qt.CursorShape.IBeamCursor if position else Qt.CursorShape.ArrowCursor)
        if self.hovering.over(str(position or ""), lambda: residue_card(self._view, position or 0), box):
            self.status.emit(words_at(self._view, position) if position else "")

    def _press(self, place: QPointF, extend: bool) -> None:
        """Put the cursor on a residue; with Shift, select up to it."""
        self._drags = True
        self.residues.place(self._canvas(self.width()).nearest(place, self._bar.value()), extend)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the shortest feature under the pointer."""
        if not self._view.sequence:
            return
        position = self._canvas(self.width()).residue_at(event.position(), self._bar.value())
        feature = feature_over(self._view, position) if position else None
        if feature is not None:
            self.residues.select(Residues(feature.start, feature.end))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A sequence with the focus scrolls as far as it goes; else the wheel is the page's."""
        notches = event.angleDelta().y() / NOTCH
        before = self._bar.value()
        if self.hasFocus() and self._bar.isVisible() and not event.modifiers():
            self._bar.setValue(round(before - notches * 3 * self._bar.singleStep()))
        event.setAccepted(self._bar.value() != before)

    # --- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, select, copy, go to."""
        held = event.modifiers()
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_C and held & both == both:
            self.fasta_requested.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self._view.sequence:
            self.residues.select(Residues(1, self._view.length))
        elif event.key() == Qt.Key.Key_G and held & Qt.KeyboardModifier.ControlModifier:
            self.goto_requested.emit()
        else:
            super().keyPressEvent(event)

    def residues_in_line(self) -> int:
        """As many as stand in one."""
        return self._canvas(self.width()).grid.per_line

    def show_card_at_cursor(self) -> None:
        """The residue with what lies on it, at its letter."""
        box = self._canvas(self.width()).cell(self.residues.position, self._bar.value())
        self.hovering.show(residue_card(self._view, self.residues.position), box.toAlignedRect())

    def reveal_cursor(self) -> None:
        """Scroll the page to the residue under the cursor."""
        if self.residues.position and self._view.sequence:
            cell = self._canvas(self.width()).cell(self.residues.position, self._bar.value())
            reveal(self, cell.toAlignedRect(), self._theme.px(12))

    def copy(self) -> None:
        """Put the selected residues on the clipboard as letters."""
        letters = self.selected_letters()
        if letters:
            QGuiApplication.clipboard().setText(letters)
            self.status.emit(f"{len(letters)} residue{'s' if len(letters) > 1 else ''} copied")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold another number of blocks."""
        super().resizeEvent(event)
        self._place_bar()

    # --- inside

    def _lay_out(self) -> None:
        self._canvases.clear()
        self.hovering.leave()
        self._place_bar()
        super()._lay_out()

    def _canvas(self, width: int) -> SequenceCanvas:
        look = SequenceLook(self._view, self._drawn, self._scheme, self._most)
        return self._canvases.at(width, lambda: SequenceCanvas(self._theme, look, width))

    def _place_bar(self) -> None:
        """The scroll bar stands at the right edge where not all lines are shown."""
        grid = self._canvas(self.width()).grid
        hidden = grid.height - min(grid.lines, MOST_LINES) * grid.line if self._view.sequence else 0
        self._bar.setVisible(hidden > 0)
        self._bar.setRange(0, round(hidden))
        self._bar.setSingleStep(round(grid.line))
        self._bar.setPageStep(round(grid.line * MOST_LINES))
        width = self._bar.sizeHint().width()
        self._bar.setGeometry(self.width() - width, round(grid.head), width, self.height() - round(grid.head))

    def _scrolled(self) -> None:
        self.hovering.leave()
        self.update()

    def _follow_cursor(self) -> None:
        position = self.residues.position
        if position and self._view.sequence:
            canvas = self._canvas(self.width())
            box = canvas.cell(position, self._bar.value())
            if box.top() < canvas.grid.head:
                self._bar.setValue(round(self._bar.value() + box.top() - canvas.grid.head))
            elif box.bottom() > self.height():
                self._bar.setValue(round(self._bar.value() + box.top() + canvas.grid.line - self.height()))
            if self.hasFocus():
                self.reveal_cursor()
        self._tell_cursor()
