"""The feature tracks of a protein: overview with brush, ruler, tracks, legend, and the shared residue cursor."""

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from atlasview.desktop.panels.residue_cursor import ResidueCursor
from atlasview.desktop.panels.residue_panel import ByWidth, ResiduePanel
from atlasview.desktop.panels.speaking import announce
from atlasview.desktop.panels.term_card import Word, lines_of
from atlasview.desktop.panels.track_brush import TrackBrush
from atlasview.desktop.panels.track_canvas import TrackCanvas, TrackContent
from atlasview.desktop.panels.track_overlay import paint_overlay
from atlasview.desktop.panels.track_window import TrackWindow
from atlasview.desktop.panels.zooming import Zooming
from atlasview.desktop.theme import Theme
from atlasview.figures.feature_words import feature_hint
from atlasview.figures.features_on_sequence import feature_over, residue_card, words_at
from atlasview.figures.isoforms import Placed, Shown
from atlasview.figures.track_rows import Row
from atlasview.records.place import Residues
from atlasview.records.protein import Isoform


class FeatureTrack(Zooming, ResiduePanel):
    """All that lies on one sequence, zoomable, on one ruler.

    window_changed  another part of the protein is in view
    """

    window_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, residues: ResidueCursor | None = None) -> None:
        super().__init__(theme, parent, residues)
        self._view: Shown | None = None
        self._content: TrackContent | None = None
        self._opened: frozenset[str] = frozenset()
        self._closed: frozenset[str] = frozenset()
        self._window = TrackWindow.whole(1)
        self._canvases: ByWidth[TrackCanvas] = ByWidth(self)
        self._picture: QPixmap | None = None
        self._brush = TrackBrush()
        self.setObjectName("feature-track")
        self.setAccessibleName("Feature tracks")

    # --- what is shown

    def show_features(self, view: Shown, source: str = "") -> None:
        """Show a sequence with its features, all of it; `source` stands at the legend's end."""
        self._view = view
        self._content = TrackContent.of(view, source)
        self._opened = self._closed = frozenset()
        self._window = TrackWindow.whole(view.length)
        if self.residues.length != view.length:
            self.residues.start_on(view.length)
        self._lay_out()
        self.window_changed.emit()

    def show_found(self, view: Shown) -> None:
        """The same sequence with other hits among its features; the part in view stays."""
        self._view = view
        self._content = self._content.with_found(view) if self._content else TrackContent.of(view, "")
        self._lay_out()

    def shown_isoform(self) -> Isoform | None:
        """The isoform that is shown; None where the source names none."""
        return self._view.isoform if self._view is not None else None

    def part(self) -> Residues | None:
        """The residues in view, None where that is the whole protein."""
        window = self._window
        return None if window.is_whole else Residues(round(window.first), round(window.last))

    def folding(self) -> tuple[frozenset[str], frozenset[str]]:
        """Keys of the tracks of several lanes that stand open, and of the folded ones, whoever folded them."""
        rows = self._foldable()
        closed = frozenset(row.track.key for row in rows if row.folded)
        return frozenset(row.track.key for row in rows) - closed, closed

    def is_empty(self) -> bool:
        """Whether there is no sequence, or no room for it."""
        return self._canvas(self.width()) is None

    def zoom_to_chosen(self) -> None:
        """Zoom to the selected residues, without any to the shortest feature at the cursor, else to the cursor."""
        residues = self.residues.selection
        if residues is None and self._view is not None and (position := self.residues.position):
            over = feature_over(self._view, position)
            residues = Residues(over.start, over.end) if over is not None else Residues(position, position)
        if residues is not None:
            self.zoom_to(residues)

    def toggle(self, track: str) -> None:
        """Open a folded track, or fold one of several lanes, by its key in `feature_kinds.TRACKS`."""
        self._fold([row for row in self._foldable() if row.track.key == track])

    def toggle_all(self) -> None:
        """Open all tracks; where none is folded, fold those of several lanes."""
        rows = self._foldable()
        folded = [row for row in rows if row.folded]
        self._fold(folded or rows)
        names = ", ".join(row.track.label for row in folded or rows)
        said = f"{'Opened' if folded else 'Folded'}: {names}" if names else "No track has several lanes"
        self.status.emit(said)
        announce(self, said)

    def _foldable(self) -> list[Row]:
        canvas = self._canvas(self.width())
        return [row for row in canvas.sheet.rows if row.foldable] if canvas else []

    def _fold(self, rows: list[Row]) -> None:
        """Open what is folded of some tracks, and fold the others."""
        opened = {row.track.key for row in rows if row.folded}
        closed = {row.track.key for row in rows if not row.folded}
        self._opened, self._closed = (self._opened | opened) - closed, (self._closed | closed) - opened
        self._lay_out()

    # --- size

    def heightForWidth(self, width: int) -> int:
        """Height of all tracks at a width; it does not change with zooming."""
        canvas = self._canvas(width)
        return canvas.height if canvas else 0

    def sizeHint(self) -> QSize:
        """As high as it was laid out last: a layout asks heightForWidth where the height matters."""
        known = self._canvases.latest()
        return QSize(self._theme.px(320), known.height if known else self._theme.px(200))

    def minimumSizeHint(self) -> QSize:
        """Tracks shrink with the width."""
        return QSize(self._theme.px(240), 0)

    # --- voice

    def spoken(self) -> str:
        """Residue and features at the cursor."""
        position = self.residues.position
        return self.with_more(words_at(self._view, position)) if self._view and position else ""

    def described(self) -> str:
        """How many features of which class there are."""
        return self._content.described() if self._content else ""

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tracks from their picture, and over it what moves: brush, selection, cursor."""
        canvas = self._canvas(self.width())
        if canvas is None:
            return
        if self._picture is None:
            self._picture = canvas.picture(self._window, self.devicePixelRatioF())
        with QPainter(self) as painter:
            painter.drawPixmap(QPoint(0, 0), self._picture)
            self._brush.paint(painter, self._theme, self._window, canvas.overview_scale, canvas.overview_height)
            paint_overlay(painter, self._theme, canvas, self._window, self.residues, self.hasFocus())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another picture."""
        self._picture = None
        super().resizeEvent(event)

    # --- pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the brush, drag a selection, or say what is under the pointer."""
        place, canvas = event.position(), self._canvas(self.width())
        if canvas is None:
            return
        if self._brush.dragging:
            self._set_window(self._brush.drag(place.x(), self._window, canvas.overview_scale))
        elif self._drags:
            self.residues.place(self._residue_at(canvas, place.x()), extend=True)
        else:
            self._hover(canvas, place)

    def _press(self, place: QPointF, extend: bool) -> None:
        """Take hold of the brush, open a track, select a feature, or put the cursor on a residue."""
        canvas = self._canvas(self.width())
        if canvas is None:
            return
        if place.x() < canvas.sheet.left:
            track = canvas.track_at(place.y())
            if track:
                self.toggle(track)
        elif place.y() < canvas.overview_height:
            self._brush.take(place.x(), self._window, canvas.overview_scale)
        elif place.y() < canvas.sheet.height:
            self._press_track(canvas, place, extend)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        canvas = self._canvas(self.width())
        if self._brush.dragging and canvas:
            self._set_window(self._brush.release(event.position().x(), self._window, canvas.overview_scale))
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom to the feature under the pointer."""
        canvas = self._canvas(self.width())
        placed = canvas.feature_at(event.position().x(), event.position().y()) if canvas else None
        if placed is not None:
            self.zoom_to(Residues(placed.start, placed.end))

    # --- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Residues, with Up and Down features; plus, minus, Z and Ctrl+Home zoom; Enter opens or folds the tracks."""
        key = Qt.Key(event.key())
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not held:
            self._step_feature(forward=key == Qt.Key.Key_Down)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) and not held:
            self.zoom_in()
        elif key == Qt.Key.Key_Minus and not held:
            self.zoom_out()
        elif key == Qt.Key.Key_Z and not held:
            self.zoom_to_chosen()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.toggle_all()
        elif key == Qt.Key.Key_Home and held:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def residues_in_line(self) -> int:
        """A tenth of what is in view."""
        return max(round(self._window.span / 10), 1)

    # --- inside

    def _lay_out(self) -> None:
        self._canvases.clear()
        self._picture = None
        super()._lay_out()

    def _canvas(self, width: int) -> TrackCanvas | None:
        content = self._content
        if content is None or not content.view.sequence or width < 1:
            return None
        return self._canvases.at(width, lambda: TrackCanvas(self._theme, content, width, self._opened, self._closed))

    def _set_window(self, window: TrackWindow) -> None:
        if window != self._window:
            self._window = window
            self._picture = None
            self.hovering.leave()
            self.update()
            self.window_changed.emit()

    def _cursor(self) -> int:
        return self.residues.position

    def _under(self, x: float) -> float | None:
        canvas = self._canvas(self.width())
        return canvas.scale(self._window).residue_at(x) if canvas else None

    def _residue_at(self, canvas: TrackCanvas, x: float) -> int:
        residue = int(canvas.scale(self._window).residue_at(x))
        return min(max(residue, round(self._window.first)), round(self._window.last))

    def _press_track(self, canvas: TrackCanvas, place: QPointF, extend: bool) -> None:
        placed = canvas.feature_at(place.x(), place.y())
        if placed is not None and not extend:
            self.residues.select(Residues(placed.start, placed.end))
        else:
            self._drags = True
            self.residues.place(self._residue_at(canvas, place.x()), extend)

    def _hover(self, canvas: TrackCanvas, place: QPointF) -> None:
        x, y = place.x(), place.y()
        placed = canvas.feature_at(x, y)
        if placed is not None:
            key, lines = f"{placed.feature.sequence}:{placed.feature.ordinal}", self._hint(placed)
        else:
            name = canvas.name_at(x, y)
            crowd = canvas.crowd_at(x, y, self._window) if not name and y < canvas.sheet.height else ()
            lines = lines_of(Word(name, QRect())) if name else crowd
            key = name or "".join(lines)
        pointing = placed is not None or (x < canvas.sheet.left and canvas.track_at(y))
        if self.hovering.over(key, lambda: lines, canvas.box_of(x, y)):
            self.status.emit(", ".join(lines[:2]))
        self.setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)

    def _hint(self, placed: Placed) -> tuple[str, ...]:
        return feature_hint(placed.feature, placed.start, placed.end, self._view.sequence if self._view else "")

    def _step_feature(self, forward: bool) -> None:
        """Go to where the next or the previous feature begins."""
        starts = sorted({placed.start for placed in self._view.placed}) if self._view else []
        here = self.residues.position
        later = [start for start in starts if start > here] if forward else [start for start in starts if start < here]
        if later:
            self.residues.place(later[0] if forward else later[-1])

    def show_card_at_cursor(self) -> None:
        """The residue with what lies on it, at the uppermost track."""
        canvas = self._canvas(self.width())
        if canvas and self._view:
            lines = residue_card(self._view, self.residues.position)
            x = canvas.scale(self._window).middle(self.residues.position)
            self.hovering.show(lines, QRect(round(x) - 2, round(canvas.sheet.rows[0].top), 4, 40))

    def _follow_cursor(self) -> None:
        selection, position = self.residues.selection, self.residues.position
        if position:
            start, end = (selection.start, selection.end) if selection else (position, position)
            held = (
                self._window.holding(position, position) if selection and len(selection) > self._window.span else None
            )
            self._set_window(held or self._window.holding(start, end))
        self._tell_cursor()
