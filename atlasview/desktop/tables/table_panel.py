"""A table with what goes with it: a caption with counts, a filter field, buttons for copying and exporting, a foot."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.exports import Export, TableExport
from atlasview.desktop.panels.menu_button import MenuButton, add_words
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.theme import Theme
from atlasview.export.formats import TABLES

_FILTER_FROM = 6
"""Fewer rows than this are seen at a glance and get no filter field."""


class TablePanel(QWidget):
    """Stands in a section of a page; `name` is the table's object name, `spoken` what a screen reader calls it.

    what  key of `export.formats.TABLE_NAMES` where the page has such a table with every column, empty where not
    """

    def __init__(
        self,
        theme: Theme,
        exits: Exits,
        table: RecordTable,
        name: str,
        spoken: str,
        title: str = "",
        noun: str = "row",
        prompt: str = "Filter",
        foot: str = "",
        leading: QWidget | None = None,
        what: str = "",
    ) -> None:
        super().__init__()
        self._theme, self._exits = theme, exits
        self._spoken, self._what, self._noun = spoken, what, noun
        self._leading = leading
        self.table = table
        table.setObjectName(name)
        table.setAccessibleName(spoken)
        self._title = QLabel(title, self)
        self._count = QLabel(self)
        self.filter_field = self._make_filter(prompt, name)
        self._copy = self._make_copy(spoken)
        self._export = self._make_export(spoken, name)
        self._foot = QLabel(foot, self)
        self._bar = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._lay_out(leading)
        self._connect()
        self._restyle()
        self._count_rows()

    def _connect(self) -> None:
        table = self.table
        table.exports, table.as_table = self.usual_export, self.table_export
        table.selectionModel().selectionChanged.connect(self._count_rows)
        table.records_model.modelReset.connect(self._count_rows)
        self._theme.changed.connect(self._restyle)

    def _make_filter(self, prompt: str, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(f"{name}-filter")
        field.setPlaceholderText(prompt)
        field.setAccessibleName(prompt)
        field.setClearButtonEnabled(True)
        field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        field.textChanged.connect(self.table.records_model.set_filter)
        field.setVisible(self.table.records_model.total >= _FILTER_FROM)
        return field

    def _make_copy(self, spoken: str) -> QPushButton:
        button = QPushButton("Copy", self)
        button.setAccessibleName(f"Copy {spoken} as tab-separated text")
        button.setToolTip("Copies the selected rows, or all, as tab-separated text")
        button.clicked.connect(self.table.copy)
        return button

    def _make_export(self, spoken: str, name: str) -> MenuButton:
        button = MenuButton(self._theme, "Export", self.fill_export, parent=self)
        button.setObjectName(f"{name}-export")
        button.setAccessibleName(f"Export {spoken}")
        return button

    def _lay_out(self, leading: QWidget | None) -> None:
        self._foot.setWordWrap(True)
        for muted in (self._count, self._foot):
            muted.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._bar.addWidget(self._title)
        self._bar.addWidget(self._count)
        self._bar.addStretch(1)
        self._bar.addWidget(self.filter_field)
        self._bar.addWidget(self._copy)
        self._bar.addWidget(self._export)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._bar)
        self._column.addWidget(self.table)
        self._column.addWidget(self._foot)
        if leading is not None:
            leading.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._bar.insertWidget(2, leading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands before the filter gets a line of its own where one line does not hold all."""
        super().resizeEvent(event)
        leading, shown = self._leading, (self._title, self._count, self.filter_field, self._copy, self._export)
        if leading is None:
            return
        needed = sum(widget.sizeHint().width() + self._theme.px(8) for widget in shown if not widget.isHidden())
        own_line = needed + leading.sizeHint().width() > self.width()
        if own_line == (self._bar.indexOf(leading) < 0):
            return
        (self._bar if self._bar.indexOf(leading) >= 0 else self._column).removeWidget(leading)
        if own_line:
            self._column.insertWidget(0, leading)
        else:
            self._bar.insertWidget(2, leading)

    def _restyle(self) -> None:
        theme = self._theme
        self._title.setFont(theme.font("strong"))
        self._title.setVisible(bool(self._title.text()))
        self._count.setFont(theme.font("small"))
        self._foot.setFont(theme.font("caption"))
        self._foot.setVisible(bool(self._foot.text()))
        self._copy.setIcon(theme.icon("copy"))
        self._copy.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.filter_field.setFixedWidth(theme.px(190))
        self._bar.setSpacing(theme.px(8))
        self._column.setSpacing(theme.px(6))

    def set_condition(self, accepts: Callable[[Any], bool] | None) -> None:
        """Show only rows that meet a condition, beside the words of the filter field."""
        self.table.records_model.set_condition(accepts)

    def _count_rows(self) -> None:
        model = self.table.records_model
        shown, total, chosen = model.rowCount(), model.total, len(self.table.selected_rows())
        noun = self._noun if total == 1 else f"{self._noun}s"
        words = f"{total:,} {noun}" if shown == total else f"{shown:,} of {total:,} {noun}"
        if chosen and total > 1:
            words = f"{chosen:,} of {shown:,} selected"
        self._count.setText(words)
        self._export.setText(f"Export {self.part_words()}")

    # --- what can be exported

    def part(self) -> str:
        """Which rows are exported: those `selected`, else those `shown` by the filter; empty for all."""
        model = self.table.records_model
        return "selected" if self.table.selected_rows() else "shown" if model.rowCount() < model.total else ""

    def part_records(self) -> tuple[Any, ...]:
        """The records of those rows, in the order shown."""
        model, rows = self.table.records_model, self.table.selected_rows()
        return tuple(model.record(row) for row in rows) if rows else model.records()

    def part_words(self) -> str:
        """How many they are: `3 selected`, `12 papers`."""
        count = len(self.part_records())
        return f"{count:,} selected" if self.part() == "selected" else self._counted(count)

    def whole_count(self) -> int:
        """Rows of the table that the page has with every column."""
        return int(self.table.records_model.total)

    def _counted(self, count: int) -> str:
        return f"{count:,} {self._noun if count == 1 else self._noun + 's'}"

    def table_export(self, form: str = "") -> TableExport:
        """The rows as they are shown, in a format or in one that is asked for."""
        what = self._what or self._spoken.casefold().replace(" ", "-")
        columns = self.table.records_model.columns
        return TableExport(what, self._spoken, columns, self.part_records(), form, part=self.part())

    def usual_export(self) -> Export:
        """What Ctrl+S exports while the table has the focus."""
        return self.table_export()

    def fill_export(self, menu: QMenu) -> None:
        """Put everything that can be exported into a menu."""
        shown = {"selected": "the columns shown", "shown": "as filtered, the columns shown", "": "the columns shown"}
        add_words(self._theme, menu, f"{self.part_words()}, {shown[self.part()]}")
        self.add_tables(menu)
        menu.addSeparator()
        menu.addAction("Copy for a spreadsheet or text", self.table.copy)

    def add_tables(self, menu: QMenu) -> None:
        """Add the formats of tables, and a menu for all rows with every column where the page has that."""
        for form, suffix in TABLES.items():
            menu.addAction(f"{form.upper()}…\t{suffix}", partial(self._take_table, form))
        if self._what:
            every = menu.addMenu(f"All {self._counted(self.whole_count())}, every column")
            for form, suffix in TABLES.items():
                whole = TableExport(self._what, self._spoken, form=form, whole=True)
                every.addAction(f"{form.upper()}…\t{suffix}", partial(self._exits.take_away, whole))

    def _take_table(self, form: str) -> None:
        self._exits.take_away(self.table_export(form))
