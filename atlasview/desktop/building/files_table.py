"""The table of files: what each was recognised as, how far it is read, what became of its records."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from atlasview.desktop.building.rows import FileRow
from atlasview.desktop.theme import Theme
from atlasview.records.size import size_words

_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROLE = Qt.ItemDataRole
UNKNOWN = "–"
_LEAST = 110


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its title, what it says of a row, its share of the width; `fixed` gives design pixels instead."""

    title: str
    text: Callable[[FileRow], str]
    share: int = 0
    fixed: int = 90
    number: bool = False
    state: bool = False


def _count(get: Callable[[FileRow], int | None]) -> Callable[[FileRow], str]:
    def text(row: FileRow) -> str:
        number = get(row)
        return "" if number is None else f"{number:,}"

    return text


def _ended(name: str) -> Callable[[FileRow], str]:
    return _count(lambda row: getattr(row.end, name) if row.end is not None else None)


def _begun(name: str) -> Callable[[FileRow], str]:
    return _count(lambda row: getattr(row.progress, name) if row.is_begun else None)


_FILE = Field("File", lambda row: row.name, share=6)
_KIND = Field("Recognised as", lambda row: row.kind, share=5)
_RELEASE = Field("Release", lambda row: row.release, fixed=92)
CHOOSING = (
    _FILE,
    _KIND,
    _RELEASE,
    Field("Licence", lambda row: row.seen.licence, fixed=128),
    Field("Size", lambda row: size_words(row.seen.size), fixed=76, number=True),
)
BUILDING = (
    _FILE,
    _KIND,
    _RELEASE,
    Field("Records", _begun("records"), fixed=90, number=True),
    Field("Rejected", _begun("rejected"), fixed=76, number=True),
    Field("State", lambda row: row.state, fixed=150, state=True),
)
BUILT = (
    _FILE,
    _KIND,
    _RELEASE,
    Field("Read", _ended("read"), fixed=76, number=True),
    Field("Kept", _ended("kept"), fixed=76, number=True),
    Field("Rejected", _ended("rejected"), fixed=76, number=True),
    Field("Left out", _ended("filtered"), fixed=76, number=True),
    Field("Superseded", _ended("superseded"), fixed=86, number=True),
)


class FilesModel(QAbstractTableModel):
    """Rows of files; only what changed is told anew, so that selection and scroll stay while an atlas is built."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.fields: Sequence[Field] = CHOOSING
        self.rows: list[FileRow] = []

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """Number of files."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """Number of columns."""
        return 0 if parent.isValid() else len(self.fields)

    def data(self, index: _AnyIndex, role: int = _ROLE.DisplayRole) -> Any:
        """Text of a cell; why a file is not read stands where it would say what it is."""
        if not index.isValid():
            return None
        field, row = self.fields[index.column()], self.rows[index.row()]
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            if row.reason and index.column() == 1:
                return f"Left out: {row.reason}"
            return field.text(row) or UNKNOWN
        if role == _ROLE.ToolTipRole:
            return row.seen.path if index.column() == 0 else row.reason or _why(row) or field.text(row) or None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.fields):
            return None
        field = self.fields[section]
        if role == _ROLE.DisplayRole:
            return field.title
        if role == _ROLE.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if field.number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def show_rows(self, rows: Sequence[FileRow], fields: Sequence[Field]) -> None:
        """Take other rows or columns."""
        if fields is self.fields and list(map(_shape, rows)) == list(map(_shape, self.rows)):
            self._renew(list(rows))
            return
        self.beginResetModel()
        self.fields, self.rows = fields, list(rows)
        self.endResetModel()

    def _renew(self, rows: list[FileRow]) -> None:
        before, self.rows = self.rows, rows
        changed = [at for at, row in enumerate(rows) if row is not before[at] and row != before[at]]
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(self.fields) - 1))


def _shape(row: FileRow) -> tuple[tuple[str, str], bool]:
    """What decides where a file stands in the table and how many cells it has."""
    return row.place, bool(row.seen.reason)


def _why(row: FileRow) -> str:
    return "\n".join(row.end.why) if row.end is not None else ""


class FilesTable(QTableView):
    """The table; `removed` asks for the selected files to be taken out of the list."""

    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.files = FilesModel(self)
        self.setObjectName("build-files")
        self.setAccessibleName("Files")
        self.setModel(self.files)
        self.setItemDelegate(_Cells(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.files.modelReset.connect(self._fit)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def show_rows(self, rows: Sequence[FileRow], fields: Sequence[Field]) -> None:
        """Show files with the columns of what is going on; the one that is read comes into view when it begins."""
        if fields is not self.files.fields:
            self.scrollToTop()
        before = next((row.place for row in self.files.rows if row.is_now), None)
        self.files.show_rows(rows, fields)
        now = next((at for at, row in enumerate(self.files.rows) if row.is_now), None)
        if now is not None and self.files.rows[now].place != before and not self.hasFocus():
            self.scrollTo(self.files.index(now, 0))

    def selected(self) -> list[FileRow]:
        """The files that are selected."""
        return [self.files.rows[index.row()] for index in self.selectionModel().selectedRows()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the selected files out."""
        if event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        self._fit()

    def _take_theme(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self._theme.height("table-row"))
        self.horizontalHeader().setFixedHeight(self._theme.height("table-head"))
        self._fit()

    def _fit(self) -> None:
        """Numbers have what they need, names share the rest; a table without rows is not scrolled."""
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAsNeeded if self.files.rows else policy.ScrollBarAlwaysOff)
        fields, px = self.files.fields, self._theme.px
        heads = QFontMetrics(self._theme.font("column-head"))
        widths = [
            0 if field.share else max(px(field.fixed), heads.horizontalAdvance(field.title) + px(20))
            for field in fields
        ]
        left = max(0, self.viewport().width() - sum(widths))
        shares = sum(field.share for field in fields) or 1
        for at, field in enumerate(fields):
            width = widths[at] or max(px(_LEAST), left * field.share // shares)
            self.setColumnWidth(at, width)
        self._join()

    def _join(self) -> None:
        """Why a file is left out has the whole row behind its name."""
        self.clearSpans()
        for at, row in enumerate(self.files.rows):
            if row.seen.reason:
                self.setSpan(at, 1, 1, len(self.files.fields) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows; with none, what can be dropped here."""
        super().paintEvent(event)
        if self.files.rows:
            return
        with QPainter(self.viewport()) as painter:
            theme, px = self._theme, self._theme.px
            box = self.viewport().rect().adjusted(px(8), px(12), -px(8), 0)
            painter.setFont(theme.font("strong"))
            painter.setPen(theme.colour("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignTop, "Drop files or folders here, or add them")
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text-muted"))
            words = (
                "Files as HGNC, NCBI, UniProt, Gene Ontology, Reactome and others publish them, compressed or not. "
                "What each is, its content tells, not its name."
            )
            box.translate(0, px(24))
            painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, words)


class _Cells(QStyledItemDelegate):
    """Paints a cell: text, or a sign with a word, or a bar; a hairline below, selection and focus."""

    def __init__(self, theme: Theme, table: FilesTable) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        """Rows are uniform."""
        return QSize(self._theme.px(40), self._theme.height("table-row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """One cell."""
        theme, table = self._theme, self._table
        row, field = table.files.rows[index.row()], table.files.fields[index.column()]
        box: QRect = option.rect
        if table.selectionModel().isRowSelected(index.row()):
            painter.fillRect(box, theme.colour("selection"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.colour("hairline"))
        inner = box.adjusted(theme.px(8), 0, -theme.px(8), -1)
        if row.reason and index.column() == 1:
            self._paint_sign(painter, inner, "warning", "warning", str(index.data()))
        elif field.state:
            self._paint_state(painter, inner, row)
        else:
            self._paint_text(painter, inner, field, row)
        if table.hasFocus() and table.currentIndex().row() == index.row():
            self._paint_ring(painter, box)

    def _paint_text(self, painter: QPainter, inner: QRect, field: Field, row: FileRow) -> None:
        text = field.text(row)
        font = self._theme.font("body")
        first = field is _FILE
        painter.setFont(font)
        painter.setPen(self._theme.colour("text" if text and (first or field.number) else "text-muted"))
        cut = Qt.TextElideMode.ElideMiddle if first else Qt.TextElideMode.ElideRight
        shown = QFontMetrics(font).elidedText(text or UNKNOWN, cut, inner.width())
        side = Qt.AlignmentFlag.AlignRight if field.number else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_state(self, painter: QPainter, inner: QRect, row: FileRow) -> None:
        if row.state == "read":
            self._paint_sign(painter, inner, "check", "success", "read")
        elif row.state == "left out":
            self._paint_sign(painter, inner, "warning", "warning", "left out")
        elif row.progress is not None and row.is_now:
            self._paint_bar(painter, inner, row.progress.done)
        else:
            painter.setFont(self._theme.font("body"))
            painter.setPen(self._theme.colour("text-muted"))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, row.state)

    def _paint_sign(self, painter: QPainter, inner: QRect, icon: str, role: str, text: str) -> None:
        theme, px = self._theme, self._theme.px
        at = inner.center()
        at.setX(inner.left() + px(8))
        theme.paint_icon(painter, icon, at, role)
        font = theme.font("body")
        painter.setFont(font)
        painter.setPen(theme.colour(role))
        words = inner.adjusted(px(22), 0, 0, 0)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_bar(self, painter: QPainter, inner: QRect, done: float) -> None:
        theme, px = self._theme, self._theme.px
        words = QFontMetrics(theme.font("body")).horizontalAdvance("100%") + px(8)
        bar = QRect(inner.left(), inner.center().y() - px(3), inner.width() - words, px(6))
        painter.fillRect(bar, theme.colour("hairline"))
        painter.fillRect(QRect(bar.topLeft(), QSize(round(bar.width() * done), bar.height())), theme.colour("accent"))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{done:.0%}")

    def _paint_ring(self, painter: QPainter, box: QRect) -> None:
        ring = self._theme.colour("focus-ring")
        painter.fillRect(box.left(), box.top(), box.width(), 1, ring)
        painter.fillRect(box.left(), box.bottom() - 1, box.width(), 1, ring)
