"""One Qt model for any list of records."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from atlasview.desktop.panels.term_card import spoken_of
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.seen_table import cells, file_columns

_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROLE = Qt.ItemDataRole
UNKNOWN = "–"


class RecordsModel(QAbstractTableModel):
    """Rows are records, columns are data; sorts by raw values with what is missing last, filters by words."""

    def __init__(self, columns: Sequence[Column], records: Iterable[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._records = tuple(records)
        self._shown = list(range(len(self._records)))
        self._order = list(self._shown)
        self._words: tuple[str, ...] = ()
        self._accepts: Callable[[Any], bool] | None = None
        self._searched: list[str] | None = None

    def take(self, records: Iterable[Any]) -> None:
        """Show other records, in the order in which they come, filtered as before."""
        self._records = tuple(records)
        self._order = list(range(len(self._records)))
        self._searched = None
        self._choose()

    # --- what Qt asks

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """Number of records that pass the filter."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """Number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _AnyIndex, role: int = _ROLE.DisplayRole) -> Any:
        """Text, alignment and tooltip of a cell."""
        if not index.isValid():
            return None
        column, record = self.columns[index.column()], self.record(index.row())
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return column.text(record) or UNKNOWN
        if role == _ROLE.TextAlignmentRole:
            return _alignment(column)
        if role == _ROLE.ToolTipRole and column.hint is not None:
            return column.hint(record) or None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """Title and meaning of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _ROLE.DisplayRole:
            return column.title
        if role == _ROLE.ToolTipRole:
            return column.help or None
        if role == _ROLE.AccessibleDescriptionRole:
            return " ".join(part for part in (spoken_of(column.title), column.help) if part) or None
        if role == _ROLE.TextAlignmentRole:
            return _alignment(column)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's raw values; equal ones stay in the order they came in, missing ones stand last."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(self._shown[index.row()], index.column()) for index in before]
        self._order = self._sorted(column, order)
        passing = set(self._shown)
        self._shown = [place for place in self._order if place in passing]
        rows = {place: row for row, place in enumerate(self._shown)}
        self.changePersistentIndexList(before, [self.index(rows[place], at) for place, at in kept])
        self.layoutChanged.emit()

    def _sorted(self, column: int, order: Qt.SortOrder) -> list[int]:
        everything = range(len(self._records))
        if not 0 <= column < len(self.columns):
            return list(everything)
        keys = [self.columns[column].sort_key(record) for record in self._records]
        present = [place for place in everything if keys[place] is not None]
        present.sort(key=lambda place: keys[place], reverse=order == Qt.SortOrder.DescendingOrder)  # type: ignore[arg-type,return-value]
        return present + [place for place in everything if keys[place] is None]

    # --- what the table asks

    @property
    def total(self) -> int:
        """Number of records without the filter."""
        return len(self._records)

    def record(self, row: int) -> Any:
        """The record that a row shows."""
        return self._records[self._shown[row]]

    def records(self) -> tuple[Any, ...]:
        """The records that pass the filter, in the order shown."""
        return tuple(self._records[place] for place in self._shown)

    def row_of(self, wanted: Callable[[Any], bool]) -> int:
        """First row whose record is wanted, -1 for none."""
        return next((row for row, place in enumerate(self._shown) if wanted(self._records[place])), -1)

    def set_filter(self, text: str) -> None:
        """Show only records that hold every word of a text in some column, whatever the case."""
        self._words = tuple(text.casefold().split())
        self._choose()

    def set_condition(self, accepts: Callable[[Any], bool] | None) -> None:
        """Show only records that meet a condition beside the words; None lifts it."""
        self._accepts = accepts
        self._choose()

    def _choose(self) -> None:
        if self._words and self._searched is None:
            self._searched = [
                "\t".join(column.words(record) for column in self.columns).casefold() for record in self._records
            ]
        self.beginResetModel()
        self._shown = [place for place in self._order if self._passes(place)]
        self.endResetModel()

    def _passes(self, place: int) -> bool:
        if self._accepts is not None and not self._accepts(self._records[place]):
            return False
        if not self._words or self._searched is None:
            return True
        text = self._searched[place]
        return all(word in text for word in self._words)

    def tsv(self, rows: Iterable[int]) -> str:
        """Some rows as tab-separated text under a line of titles; what is unknown is empty, numbers are unrounded."""
        from atlasview.export.tables import rows_text

        columns = file_columns(self.columns)
        return rows_text([[column.title for column in columns], *cells(columns, map(self.record, rows))])

    def html(self, rows: Iterable[int]) -> str:
        """The same rows as a table in HTML."""
        from atlasview.export.tables.html import rows_html

        columns = file_columns(self.columns)
        return rows_html([column.title for column in columns], cells(columns, map(self.record, rows)))


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
