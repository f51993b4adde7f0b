"""Two isoforms side by side: the lines that differ, or all of them, to read and to copy."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from PySide6.QtGui import QFontMetricsF, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.flow_layout import FlowLayout
from atlasview.desktop.panels.isoforms import IsoformsPanel
from atlasview.desktop.panels.rich_text import RichText
from atlasview.desktop.theme import Theme
from atlasview.figures.alignment import AlignedLine, AlignedPair, aligned, alignment_text, lines_of
from atlasview.records.profile import ProteinDetail
from atlasview.records.protein import Isoform
from atlasview.records.trouble import Trouble

_SHOW = (("differing", "lines that differ"), ("all", "all lines"))
_MOST_LINES = 400
"""Lines that are set as text at once; a copy has all of them."""
_COLUMNS, _STEP = 60, 10
"""Letters of a line where there is room, else so many tens as fit."""


class AlignmentPanel(QWidget):
    """The alignment of two isoforms of a protein."""

    def __init__(self, theme: Theme, exits: Exits, detail: ProteinDetail) -> None:
        super().__init__()
        self._theme, self._exits, self._detail = theme, exits, detail
        self._pair: AlignedPair | None = None
        self._words = ""
        self._columns = _COLUMNS
        self.setObjectName("alignment-panel")
        self.setAccessibleName("Isoforms side by side")
        known = [one for one in detail.isoforms if one.sequence]
        names = [(one.id, _named(one)) for one in known]
        self._first, self._second = DropDown(theme, "Isoform", names, self), DropDown(theme, "Against", names, self)
        self._second.choose(known[1].id)
        self._show = DropDown(theme, "Show", _SHOW, self)
        self._copy = QPushButton("Copy", self)
        self._said = QLabel(self)
        self._text = RichText(theme, exits, self._compose, font="sequence")
        self._text.setAccessibleName("Alignment")
        self._lay_out()
        self._align()

    def show_isoform(self, isoform: str) -> None:
        """Set another isoform against the first."""
        self._second.choose(isoform)
        self._align()

    def pair(self) -> AlignedPair | None:
        """What is shown; None where the two cannot be aligned."""
        return self._pair

    def words(self) -> str:
        """How much is alike, or why nothing is shown."""
        return self._words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines are as long as the panel is wide."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        columns = self._columns_that_fit()
        if columns != self._columns:
            self._columns = columns
            self._text.refresh()

    def _columns_that_fit(self) -> int:
        if self._pair is None:
            return _COLUMNS
        letter = QFontMetricsF(self._theme.font("sequence")).horizontalAdvance("M")
        name, number = self._margins(self._pair)
        room = int(self.width() / letter) - name - 2 * number - 3
        return min(max(room // _STEP, 1) * _STEP, _COLUMNS)

    def _lay_out(self) -> None:
        self._controls = FlowLayout(gap=self._theme.px(8))
        for control in (self._first, self._second, self._show, self._copy):
            self._controls.addWidget(control)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._controls)
        self._column.addWidget(self._said)
        self._column.addWidget(self._text)
        self._said.setWordWrap(True)
        self._said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._copy.setAccessibleName("Copy the alignment")
        self._copy.setToolTip("Copies the whole alignment as text")
        self._copy.clicked.connect(self._take)
        for choice in (self._first, self._second):
            choice.chosen.connect(self._align)
        self._show.chosen.connect(self._text.refresh)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(8))
        self._controls.setSpacing(self._theme.px(8))
        self._copy.setFixedHeight(self._theme.height("control"))
        self._said.setFont(self._theme.font("small"))
        self._fit()

    def _align(self) -> None:
        try:
            self._pair = aligned(self._detail, self._first.choice(), self._second.choice())
            said = self._pair.said()
        except Trouble as trouble:
            self._pair, said = None, str(trouble)
        self._words = f"{said[:1].upper()}{said[1:]}."
        self._said.setText(self._words)
        self._copy.setEnabled(self._pair is not None)
        self._columns = self._columns_that_fit()
        self._text.refresh()

    def _take(self) -> None:
        if self._pair is not None:
            self._exits.copy(alignment_text(self._pair), "alignment")

    def _compose(self) -> str:
        if self._pair is None:
            return ""
        lines = [line for line in lines_of(self._pair, self._columns) if self._show.choice() == "all" or line.differs]
        if not lines:
            return "<p>The two sequences are the same.</p>"
        more = f"<p>{len(lines) - _MOST_LINES:,} more lines; a copy has all of them.</p>"
        rows = "\n\n".join(self._row(self._pair, line) for line in lines[:_MOST_LINES])
        return f"<pre>{rows}</pre>" + (more if len(lines) > _MOST_LINES else "")

    def _row(self, pair: AlignedPair, line: AlignedLine) -> str:
        name, number = self._margins(pair)
        colour = self._theme.colour("accent").name()
        rows = (
            (pair.first_id, line.first_start, line.first, line.first_end),
            (pair.second_id, line.second_start, line.second, line.second_end),
        )
        return "\n".join(
            f"{who:<{name}} {start or '':>{number}} {''.join(_letters(letters, line.signs, colour))} {end or ''}"
            for who, start, letters, end in rows
        )

    @staticmethod
    def _margins(pair: AlignedPair) -> tuple[int, int]:
        """Letters that names and numbers take."""
        return max(len(pair.first_id), len(pair.second_id)), len(str(pair.columns))


class IsoformsSection(QWidget):
    """The table of isoforms, and two of them side by side where two have a sequence."""

    def __init__(self, theme: Theme, exits: Exits, detail: ProteinDetail) -> None:
        super().__init__()
        self._theme = theme
        self.table = IsoformsPanel(theme, exits, detail.isoforms)
        self.alignment: AlignmentPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.table)
        if sum(1 for one in detail.isoforms if one.sequence) > 1:
            self.alignment = AlignmentPanel(theme, exits, detail)
            self._column.addWidget(self.alignment)
            self.table.table.record_chosen.connect(self._choose)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _choose(self, isoform: Isoform) -> None:
        if self.alignment is not None and isoform.sequence and not isoform.canonical:
            self.alignment.show_isoform(isoform.id)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(16))


def _letters(letters: str, signs: str, colour: str) -> Iterator[str]:
    """Runs of letters, those that differ bold and in the colour of links."""
    for alike, run in groupby(zip(letters, signs, strict=True), key=lambda pair: pair[1] == "|"):
        text = escape("".join(letter for letter, _sign in run))
        yield text if alike else f'<b style="color: {colour}">{text}</b>'


def _named(isoform: Isoform) -> str:
    return f"{isoform.id}{', canonical' if isoform.canonical else ''}"
