"""The files of cells: drop them, add them, take them out, and see what each is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from atlasview.desktop.beside.drop_panel import DropPanel
from atlasview.desktop.scoring.dialog_table import DialogTable
from atlasview.desktop.scoring.messages import FileSeen
from atlasview.desktop.scoring.scorer import Scorer
from atlasview.desktop.settings import Settings
from atlasview.desktop.tables.column import Column
from atlasview.desktop.theme import Theme

_ONTOLOGIES = (".obo", ".obo.gz", ".json", ".json.gz")
_TABLES = (".tsv", ".tsv.gz", ".txt", ".txt.gz")


def _values(one: FileSeen) -> str:
    return " · ".join(f"{name}: {kind}" for name, kind in one.matrices)


_COLUMNS = (
    Column("File", lambda one: Path(one.path).name, stretch=3, least=90, hint=lambda one: one.path),
    Column(
        "What it is",
        lambda one: f"Left out: {one.reason}" if one.reason else one.form,
        stretch=4,
        least=80,
        widest=420,
        muted=True,
        hint=lambda one: one.reason,
    ),
    Column("Number of cells", lambda one: f"{one.cells:,}" if one.form else "", lambda one: one.cells, number=True),
    Column("Number of genes", lambda one: f"{one.genes:,}" if one.form else "", lambda one: one.genes, number=True),
    Column("Values", _values, stretch=4, least=80, widest=320, muted=True),
)


class CellFilesPanel(DropPanel):
    """Cells, the ontology that names them and the table that describes them are dropped anywhere on it."""

    kinds = "Cells (*.h5ad *.h5);;All files (*)"

    def __init__(self, theme: Theme, scorer: Scorer, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(theme, settings, lambda: scorer.running, parent)
        self._scorer = scorer
        self.setObjectName("scoring-files-panel")
        self.setAccessibleName("Files of cells")
        self.table = DialogTable(theme, "scoring-files", "Files of cells", _COLUMNS, lambda one: one.path)
        self.table.nothing = "Drop .h5ad files, .h5 files of Cell Ranger or 10x folders here, or add them"
        self.table.more = (
            "Needed are counts, a column of cell types and one of donors. What the files hold and what cannot be done "
            "with it is said before anything is computed."
        )
        self._column.addWidget(self.table, 1)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.take_out.clicked.connect(self._take_out)
        self.table.removed.connect(self._take_out)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._refresh_buttons())
        for signal in (self._scorer.found_more, self._scorer.looked, self._scorer.turned):
            signal.connect(self.refresh)

    def refresh(self) -> None:
        """Show the files; those that were not looked at yet by their names."""
        seen = self._scorer.found.seen
        known = {one.path: one for one in seen.files} if seen is not None else {}
        self.table.show_records(known.get(path, FileSeen(path)) for path in self._scorer.wish.files)
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        self.take_out.setEnabled(bool(self.table.chosen()))

    def take_in(self, paths: Sequence[Path]) -> None:
        """Tell cells, the ontology that names them and the table that describes them apart by their names."""
        ontologies = [path for path in paths if path.name.casefold().endswith(_ONTOLOGIES)]
        tables = [path for path in paths if path.name.casefold().endswith(_TABLES)]
        changes: dict[str, str] = {}
        if ontologies:
            changes["ontology"] = str(ontologies[-1].absolute())
        if tables:
            changes["annotations"] = str(tables[-1].absolute())
        if changes:
            self._scorer.choose(**changes)
        self._scorer.add(path for path in paths if path not in (*ontologies, *tables))

    def _take_out(self) -> None:
        self._scorer.take_out(one.path for one in self.table.chosen())
        self.table.setFocus()
