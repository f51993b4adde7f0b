"""A table with what goes with it: a caption with counts, a filter field, a copy button, a line at the foot."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.theme import Theme

_FILTER_FROM = 6
"""Fewer rows than this are seen at a glance and get no filter field."""


class TablePanel(QWidget):
    """Stands in a section of a page; `name` is the table's object name, `spoken` what a screen reader calls it."""

    def __init__(
        self,
        theme: Theme,
        table: RecordTable,
        name: str,
        spoken: str,
        title: str = "",
        noun: str = "row",
        prompt: str = "Filter",
        foot: str = "",
        leading: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._noun = noun
        self._leading = leading
        self.table = table
        table.setObjectName(name)
        table.setAccessibleName(spoken)
        self._title = QLabel(title, self)
        self._count = QLabel(self)
        self.filter_field = self._make_filter(prompt, name)
        self._copy = self._make_copy(spoken)
        self._foot = QLabel(foot, self)
        self._foot.setWordWrap(True)
        for muted in (self._count, self._foot):
            muted.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._bar = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._lay_out(leading)
        table.selectionModel().selectionChanged.connect(self._count_rows)
        table.records_model.modelReset.connect(self._count_rows)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._count_rows()

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

    def _lay_out(self, leading: QWidget | None) -> None:
        self._bar.addWidget(self._title)
        self._bar.addWidget(self._count)
        self._bar.addStretch(1)
        self._bar.addWidget(self.filter_field)
        self._bar.addWidget(self._copy)
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
        leading, shown = self._leading, (self._title, self._count, self.filter_field, self._copy)
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
