"""What was found: counts, what each label of cell types means with the place to correct it, and what cannot be done."""

from html import escape

from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.scoring.dialog_table import DialogTable
from atlasview.desktop.scoring.messages import LabelSeen, Surveyed
from atlasview.desktop.scoring.scorer import Scorer
from atlasview.desktop.tables.column import Column
from atlasview.desktop.theme import Theme

_MOST_CONTEXTS = 6


def _meaning(one: LabelSeen) -> str:
    if one.term:
        return str(one.name or one.term)
    return "left out, as you chose" if one.chosen else "no term of this name: left out"


def _by(one: LabelSeen) -> str:
    """What says the meaning of a label."""
    if one.chosen:
        return "you"
    if not one.term:
        return ""
    return "identifier" if one.label.upper().replace("_", ":") == one.term else "name"


_COLUMNS = (
    Column("In your files", lambda one: one.label, stretch=4, least=90),
    Column("Number of cells", lambda one: f"{one.cells:,}", lambda one: one.cells, number=True),
    Column("Is the cell type", _meaning, stretch=5, least=100, widest=420),
    Column("CL identifier", lambda one: one.term, muted=True),
    Column("By", _by, muted=True),
)


class FoundPanel(QWidget):
    """Shows what the scorer has found, and corrects what labels mean."""

    def __init__(self, theme: Theme, scorer: Scorer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scorer = theme, scorer
        self.setObjectName("scoring-found")
        self.setAccessibleName("What was found")
        self.title = RoleLabel(theme, "", "strong", "text", self)
        self.words = RoleLabel(theme, "", "small", "text-muted", self)
        for label in (self.title, self.words):
            label.setWordWrap(True)
        self.table = DialogTable(theme, "scoring-labels", "Cell types", _COLUMNS, lambda one: one.label)
        self.table.nothing = "The column of cell types is not chosen yet"
        self.editor = MeaningEditor(theme, scorer, self)
        self.limits = Limits(theme, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.title, self.words):
            self._column.addWidget(part)
        self._column.addWidget(self.table, 3)
        self._column.addWidget(self.editor)
        self._column.addWidget(self.limits, 1)
        self.table.record_chosen.connect(self.editor.show_label)
        self.table.opened.connect(self.editor.edit)
        for signal in (scorer.found_more, scorer.looked, scorer.turned):
            signal.connect(self.refresh)
        theme.changed.connect(self._take_theme)
        self._take_theme()
        self.refresh()

    def refresh(self) -> None:
        """Bring everything in line with what was found."""
        found = self._scorer.found
        self.title.setText(self._title())
        self.words.setText(_values(found.survey) if found.survey is not None else "")
        self.words.setVisible(bool(self.words.text()))
        self.table.show_records(found.labels)
        self.table.setVisible(found.seen is not None)
        chosen = self.table.chosen()
        self.editor.setVisible(bool(found.labels) and not self._scorer.running)
        self.editor.show_label(chosen[0] if chosen else None)
        self.limits.show_limits(found.survey.limits if found.survey is not None else ())

    def _title(self) -> str:
        scorer = self._scorer
        if scorer.looking:
            return "Looking at the files"
        if scorer.found.survey is not None:
            return summary(scorer.found.survey)
        return ""

    def _take_theme(self) -> None:
        self._column.setSpacing(self._theme.px(6))


def _values(survey: Surveyed) -> str:
    said = list(survey.values)
    if survey.contexts:
        first = ", ".join(survey.contexts[:_MOST_CONTEXTS])
        said.append(f"contexts: {first}{', …' if len(survey.contexts) > _MOST_CONTEXTS else ''}")
    return " · ".join(said)


def summary(survey: Surveyed) -> str:
    """What was found in a line: `700 of 700 cells, 765 genes (19 in the open atlas), 10 cell types, 1 donor, ...`."""
    said = [
        f"{survey.used:,} of {_many(survey.cells, 'cell')}",
        f"{_many(survey.genes, 'gene')} ({survey.known:,} in the open atlas)",
    ]
    said += [_many(survey.types, "cell type"), _many(survey.donors, "donor")]
    said.append(_many(len(survey.contexts), "context") if survey.contexts else "no context")
    return ", ".join(said)


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


class MeaningEditor(QWidget):
    """A line that says what the selected label means, and takes another meaning: a term, or that it is left out."""

    def __init__(self, theme: Theme, scorer: Scorer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scorer = theme, scorer
        self._label: LabelSeen | None = None
        self._pairs: tuple[tuple[str, str], ...] = ()
        self.name = RoleLabel(theme, "", "small", "text-muted", self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Name or identifier of a cell type")
        self.set = QPushButton("Set", self)
        self.leave_out = QPushButton("Leave out", self)
        self.as_found = QPushButton("As found", self)
        self.fault = RoleLabel(theme, "", "small", "warning", self)
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        self.field.setCompleter(completer)
        self._row = QHBoxLayout()
        for part in (self.name, self.set, self.leave_out, self.as_found):
            self._row.addWidget(part)
        self._row.insertWidget(1, self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        column.addWidget(self.fault)
        self.field.returnPressed.connect(self._set)
        self.field.textEdited.connect(lambda _text: self._say(""))
        self.set.clicked.connect(self._set)
        self.leave_out.clicked.connect(lambda: self._name(""))
        self.as_found.clicked.connect(lambda: self._name(None))
        theme.changed.connect(self._take_theme)
        self._take_theme()
        self.show_label(None)

    def show_label(self, label: LabelSeen | None) -> None:
        """Show what a label means; None where no row is selected."""
        same = self._label is not None and label is not None and self._label.label == label.label
        if not (same and self.field.hasFocus()):
            self.field.setText(f"{label.name} ({label.term})" if label is not None and label.term else "")
            self.field.setCursorPosition(0)
            self._say("")
        self._label = label
        self._offer()
        shown = label.label if label is not None else ""
        metrics = self.name.fontMetrics()
        cut = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, self._theme.px(200))
        self.name.setText(f"{cut} is" if shown else "Select a row to say what its label means")
        self.field.setAccessibleName(f"What {shown} means" if shown else "What a label means")
        for part in (self.field, self.set, self.leave_out):
            part.setVisible(label is not None)
        self.as_found.setVisible(label is not None and label.chosen)

    def edit(self, label: LabelSeen) -> None:
        """Go to the field."""
        self.show_label(label)
        self.field.setFocus()
        self.field.selectAll()

    def _offer(self) -> None:
        pairs = self._scorer.names.pairs
        if pairs is not self._pairs:
            self._pairs = pairs
            self._offered.setStringList([f"{name} ({term})" for term, name in pairs])

    def _set(self) -> None:
        text = self.field.text().strip()
        term = self._scorer.names.term_of(text)
        if not text:
            self._name("")
        elif not term:
            self._say(f"No cell type is called {text}: a file of the Cell Ontology knows more than an atlas")
        else:
            self._name(term)

    def _name(self, meaning: str | None) -> None:
        if self._label is not None:
            self._scorer.name(self._label.label, meaning)

    def _say(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.setVisible(bool(text))

    def _take_theme(self) -> None:
        self._row.setSpacing(self._theme.px(8))


class Limits(QTextBrowser):
    """What cannot be done, or not be done well, in sentences; text that can be copied."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._limits: tuple[str, ...] = ()
        self.setObjectName("scoring-limits")
        self.setAccessibleName("What cannot be done, or not be done well")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        theme.changed.connect(self._set)

    def show_limits(self, limits: tuple[str, ...], head: str = "To know before you start") -> None:
        """Say them; nothing is shown where there are none."""
        self._limits, self._head = limits, head
        self.setVisible(bool(limits))
        self._set()

    def sizeHint(self) -> QSize:
        """A few lines; it scrolls."""
        return QSize(self._theme.px(300), self._theme.px(110))

    def _set(self) -> None:
        theme, px = self._theme, self._theme.px
        document = self.document()
        document.setDefaultFont(theme.font("small"))
        document.setDocumentMargin(px(4))
        document.setDefaultStyleSheet(f"p {{ margin: 0 0 {px(3)}px 0; }}")
        if self._limits:
            said = "".join(f"<p>{escape(_capital(limit))}.</p>" for limit in self._limits)
            self.setHtml(f"<p><b>{escape(self._head)}</b></p>{said}")


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
