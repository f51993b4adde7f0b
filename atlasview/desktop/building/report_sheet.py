"""What a build made: what is in the atlas, and file by file why records are not in it, or lead nowhere."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from atlasview.desktop.beside.result_head import ResultHead
from atlasview.desktop.building.messages import Made
from atlasview.desktop.building.rows import FileRow
from atlasview.desktop.building.words import contents
from atlasview.desktop.saving import Output, Saving
from atlasview.desktop.theme import Theme
from atlasview.records.size import size_words

_KINDS = {"json": ("JSON", (".json",)), "text": ("Text", (".txt",))}


class ReportHead(ResultHead):
    """Says that the atlas is there, and what is in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "build-report-head", parent)

    def show_made(self, made: Made) -> None:
        """Tell of an atlas."""
        held = contents(made.counts) or "Nothing that is counted"
        words = f"{held} · {size_words(made.size)} · {Path(made.path).name}"
        self.say(f"{made.name} {made.version} is built", words, made.path)


class ReportText(QTextBrowser):
    """Why records are not in the atlas, file by file, and which facts lead nowhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Made | None, list[FileRow]] = (None, [])
        self.setObjectName("build-report")
        self.setAccessibleName("Why records are not in the atlas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        theme.changed.connect(self._set)

    def show_made(self, made: Made, rows: list[FileRow]) -> None:
        """Tell of the files of an atlas."""
        self._shown = (made, rows)
        self._set()

    def sizeHint(self) -> QSize:
        """A few lines; it scrolls."""
        return QSize(self._theme.px(300), self._theme.px(150))

    def _set(self) -> None:
        made, rows = self._shown
        theme, px = self._theme, self._theme.px
        document = self.document()
        document.setDefaultFont(theme.font("small"))
        document.setDocumentMargin(px(8))
        document.setDefaultStyleSheet(f"p {{ margin: 0 0 {px(6)}px 0; }} p.next {{ margin-top: {px(12)}px; }}")
        self.setHtml(report_html(made, rows) if made is not None else "")


def report_html(made: Made, rows: list[FileRow]) -> str:
    """The reasons as HTML."""
    said = [f"<p><b>{escape(row.name)}</b><br>{_lines(row)}</p>" for row in rows if row.reason or _reasons(row)]
    if made.contradictions:
        times = f"{made.contradictions:,} identifier{'' if made.contradictions == 1 else 's'}"
        said.append(f"<p><b>Sources differ</b><br>{times} given to different genes by two sources: see the report</p>")
    head = "What is not in the atlas, and why" if said else "Every record of every file is in the atlas"
    return f"<p><b>{head}</b></p>{''.join(said)}{_worth_again(made)}"


def _worth_again(made: Made) -> str:
    """Files that the atlas was built of before, whose facts may lead somewhere now."""
    said = []
    for name, facts in made.worth_again:
        led = f"{facts:,} fact{'' if facts == 1 else 's'} led nowhere when it was read, and may lead somewhere now"
        said.append(f"<p><b>{escape(name)}</b><br>{led}</p>")
    return f"<p class='next'><b>Worth handing in again</b></p>{''.join(said)}" if said else ""


def _reasons(row: FileRow) -> tuple[str, ...]:
    return row.end.why if row.end is not None else ()


def _lines(row: FileRow) -> str:
    return "<br>".join(escape(line) for line in ((row.reason,) if row.reason else _reasons(row)))


def report_saving(made: Made) -> Saving:
    """The whole report as a file: every record that was rejected, with its line."""
    contents = {"json": made.document, "text": made.text}
    stem = made.path.replace("\\", "/").rpartition("/")[2].removesuffix(".atlas")
    return Saving(
        "Save the report", _KINDS, lambda suffix: f"{stem}-report{suffix}", lambda form: Output(contents[form])
    )
