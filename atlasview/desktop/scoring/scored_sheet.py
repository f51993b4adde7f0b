"""What was computed: how many scores, the first genes of each cell type, and what is to be kept in mind."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlasview.desktop.beside.result_head import ResultHead
from atlasview.desktop.saving import Output, Saving
from atlasview.desktop.scoring.dialog_table import DialogTable
from atlasview.desktop.scoring.found_panel import Limits
from atlasview.desktop.scoring.messages import Scored
from atlasview.desktop.tables.column import Column
from atlasview.desktop.theme import Theme
from atlasview.records.size import size_words
from atlasview.records.times import duration

_COLUMNS = (
    Column("Cell type", lambda one: one.name or one.term, stretch=4, least=140, widest=420),
    Column("CL identifier", lambda one: one.term, muted=True),
    Column("n / m", lambda one: f"{one.profiles:,} / {one.others:,}", lambda one: one.profiles, number=True),
    Column("Number of cells", lambda one: f"{one.cells:,}", lambda one: one.cells, number=True),
    Column("Highest CSI", lambda one: ", ".join(one.genes), stretch=5, least=140, widest=420),
)


class ScoredHead(ResultHead):
    """Says that the table is there, and what is in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "scoring-report-head", parent)

    def show_scored(self, scored: Scored) -> None:
        """Tell of a table."""
        title = f"{scored.rows:,} scores of {scored.genes:,} genes in {len(scored.types):,} cell types"
        said = [f"{Path(scored.path).name}, {size_words(scored.size)}", f"took {duration(scored.seconds)}"]
        others = scored.contexts[1:]
        if others:
            named = ", ".join(context for context, _types, _rows in others[:4]) + (", …" if len(others) > 4 else "")
            said.append(f"over all cells, and in {len(others)} context{'' if len(others) == 1 else 's'}: {named}")
        self.say(title, " · ".join(said), scored.path)


class ScoredSheet(QWidget):
    """The cell types with their first genes, over all cells."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scoring-report")
        self.setAccessibleName("What was computed")
        self.table = DialogTable(theme, "scoring-types", "Cell types with scores", _COLUMNS, lambda one: one.term)
        self.table.nothing = "No cell type has profiles to compare"
        self.limits = Limits(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 3)
        column.addWidget(self.limits, 1)

    def show_scored(self, scored: Scored) -> None:
        """Show them."""
        self.table.show_records(scored.types)
        self.limits.show_limits(scored.limits, "To keep in mind")


def report_saving(scored: Scored) -> Saving:
    """The report as a file."""
    stem = Path(scored.path).stem
    kinds = {"text": ("Text", (".txt",))}
    return Saving("Save the report", kinds, lambda suffix: f"{stem}-report{suffix}", lambda _form: Output(scored.text))
