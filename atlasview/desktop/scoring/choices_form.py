"""How the files are to be read and scored: columns, values, names of cell types, intervals; where the table goes."""

import os
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from atlasview.desktop.beside.grouped_form import Group, GroupedForm, file_name, wrapped
from atlasview.desktop.dialogs.save_file import SaveFile
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.scoring import choices
from atlasview.desktop.scoring.habits import Habits
from atlasview.desktop.scoring.scorer import Scorer
from atlasview.desktop.settings import Settings
from atlasview.desktop.theme import Theme
from atlasview.records.times import estimate

_WITHOUT_NUMBA = "Without Numba, which the packaged program does not hold, intervals take about ten times as long."
_TABLES = "Tables (*.tsv *.txt *.tsv.gz)"
_ONTOLOGIES = "Cell Ontology (*.obo *.json *.gz);;All files (*)"


class ChoicesForm(GroupedForm):
    """Its drop-downs offer what the files hold; what is chosen goes to the scorer at once."""

    def __init__(self, theme: Theme, scorer: Scorer, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._scorer, self._settings = scorer, settings
        self.habits = Habits(settings)
        self._chosen: Path | None = None
        self._named = False
        self.setObjectName("scoring-choices")
        self.cell_type = self._drop("Column of cell types", choices.cell_type_choices(None))
        self.donor = self._drop("Column of donors", choices.donor_choices(None))
        self.context = self._drop("Column of contexts", choices.context_choices(None))
        self.matrix = self._drop("Values", choices.matrix_choices(()))
        self.total = self._drop("Totals of the cells", choices.total_choices(None))
        self.genes = self._drop("Names of genes", choices.gene_choices(None))
        self.resamples = self._drop("Intervals", choices.resample_choices())
        self.threads = self._drop("Threads", choices.thread_choices())
        self.dataset, self.licence = QLineEdit(self), QLineEdit(self)
        self.table_words, self.names_words, self.time_words = self.path_label(), self.small(), self.small()
        self.where, self.replaces = self.path_label(), self.small(role="warning")
        self._lay_out()
        self._recall()
        self._connect()
        self._take_theme()
        self.refresh()

    # --- what is wished for

    def target(self) -> Path:
        """Where the table will be."""
        if self._chosen is not None:
            return self._chosen
        return (self._settings.save_folder / f"{file_name(self.dataset.text() or 'cells')}-scores.tsv").absolute()

    def save_as(self, path: Path) -> None:
        """Choose where the table will be."""
        self._chosen = path
        self._tell()

    def lacking(self) -> str:
        """What is still to be said before anything can be computed; empty for nothing."""
        return "" if self.dataset.text().strip() else "give the data set a name"

    def start(self) -> None:
        """Compute with these choices, and remember them."""
        jobs = self.threads.choice()
        self.habits.keep(self._scorer.wish, self.resamples.choice(), jobs, self.licence.text().strip())
        self._scorer.start(
            self.target().absolute(),
            self.dataset.text().strip(),
            self.licence.text().strip() or "not stated",
            int(self.resamples.choice()),
            int(jobs) if jobs else os.cpu_count() or 1,
        )

    def field_of(self, choice: str) -> QWidget | None:
        """The field that makes a choice, by its name in `significance.lacking`."""
        fields: dict[str, QWidget] = {
            "cell_type": self.cell_type,
            "donor": self.donor,
            "values": self.matrix,
            "genes": self.genes,
            "annotations": self.choose_table,
            "names": self.choose_ontology,
        }
        return fields.get(choice)

    # --- parts

    def _drop(self, name: str, offered: choices.Choices) -> DropDown:
        field = DropDown(self._theme, "", offered, self)
        field.setAccessibleName(name)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return field

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(name)
        return button

    def _lay_out(self) -> None:
        self.choose_table = self._button("Choose…", "Choose the table that describes the cells")
        self.choose_ontology = self._button("Cell Ontology…", "Take the names from a file of the Cell Ontology")
        self.use_atlas = self._button("Open atlas", "Take the names from the open atlas")
        self.load_names = self._button("Load a table…", "Load what labels mean from a table")
        self.change = self._button("Change…", "Change where the table is saved")
        self._table = self.group("Table of the cells (barcode, cell type, donor)", self.table_words)
        self._across(self._table, self.choose_table)
        self.group("Cell types", self.cell_type)
        self.group("Donors", self.donor)
        self.group("Context", self.context)
        self.group("Values", self.matrix)
        self._totals = self.group("Totals of the cells", self.total)
        self._gene_names = self.group("Names of genes", self.genes)
        names = self.group("Names of cell types", self.names_words)
        self._across(names, self.choose_ontology, self.use_atlas)
        self._across(names, self.load_names)
        self.group("Intervals", self.resamples, self.time_words)
        self.group("Name of the data set", self.dataset)
        self.group("Licence of the data", self.licence)
        self._across(self.group("Saved as", self.where, self.replaces), self.change)
        self.group("Threads", self.threads)
        self._column.addStretch(1)

    def _across(self, group: Group, *buttons: QPushButton) -> None:
        row = QHBoxLayout()
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        group.column.addLayout(row)

    def _recall(self) -> None:
        self.dataset.setAccessibleName("Name of the data set")
        self.licence.setAccessibleName("Licence of the data")
        self.licence.setPlaceholderText("not stated")
        self.resamples.choose(self.habits.resamples)
        self.threads.choose(self.habits.threads)
        self.licence.setText(self.habits.licence)

    def _connect(self) -> None:
        scorer = self._scorer
        for name in ("cell_type", "context", "matrix", "total", "genes"):
            field: DropDown = getattr(self, name)
            field.chosen.connect(lambda key, name=name: scorer.choose(**{name: key}))
        self.donor.chosen.connect(self._choose_donor)
        self.choose_table.clicked.connect(self._ask_table)
        self.choose_ontology.clicked.connect(self._ask_ontology)
        self.use_atlas.clicked.connect(lambda: scorer.choose(ontology=""))
        self.load_names.clicked.connect(self._ask_names)
        self.change.clicked.connect(self._ask_target)
        self.dataset.textEdited.connect(self._name)
        for field in (self.resamples, self.threads):
            field.chosen.connect(lambda _key: self._tell())
        self.licence.textChanged.connect(lambda _text: self._tell())
        for signal in (scorer.found_more, scorer.looked):
            signal.connect(self.refresh)
        self._theme.changed.connect(self._take_theme)

    # --- what is seen

    def refresh(self) -> None:
        """Offer what the files hold, and bring the rest in line with it."""
        scorer, wish = self._scorer, self._scorer.wish
        seen, files = scorer.found.seen, scorer.files
        self.cell_type.offer(choices.cell_type_choices(seen))
        self.cell_type.choose(wish.cell_type or "")
        self.donor.offer(choices.donor_choices(seen))
        self.donor.choose(choices.ONE_DONOR if wish.one_donor else wish.donor or "")
        self.context.offer(choices.context_choices(seen))
        self.context.choose(wish.context or "")
        self.matrix.offer(choices.matrix_choices(files))
        self.matrix.choose(wish.matrix)
        self.total.offer(choices.total_choices(seen))
        self.total.choose(wish.total)
        self.genes.offer(choices.gene_choices(seen))
        self.genes.choose(wish.genes)
        self._totals.setVisible(choices.has_log(files))
        self._gene_names.setVisible(self.genes.count() > 1)
        self._table.setVisible(any(one.wants_table for one in files))
        self.use_atlas.setVisible(bool(wish.ontology))
        self.table_words.setText(Path(wish.annotations).name if wish.annotations else "None yet")
        self.names_words.setText(self._names_words())
        if not self._named:
            self.dataset.setText(Path(wish.files[0]).name.partition(".")[0] if wish.files else "")
        self._tell()

    def _names_words(self) -> str:
        names, wish = self._scorer.names, self._scorer.wish
        where = f"the file {Path(wish.ontology).name}" if wish.ontology else "the open atlas"
        return f"{len(names.pairs):,} cell types of {where}" if names.pairs else f"Those of {where}"

    def _time_words(self) -> str:
        survey = self._scorer.found.survey
        if survey is None:
            return ""
        if survey.single:
            return f"One donor: there are none. Takes {estimate(survey.pace.seconds(0, 1))}."
        jobs = int(self.threads.choice() or os.cpu_count() or 1)
        resamples = int(self.resamples.choice())
        said = f"Takes {estimate(survey.pace.seconds(resamples, jobs))}."
        if not resamples or survey.pace.compiled:
            return said
        return (
            f"{said} Without Numba, which the packaged program does not hold, intervals take about ten times as long."
        )

    def _tell(self) -> None:
        target = self.target()
        self.where.setText(wrapped(target))
        self.where.setAccessibleName(f"Save as {target}")
        self.replaces.setText(f"{target.name} is replaced when the new one is complete" if target.exists() else "")
        self.replaces.setVisible(bool(self.replaces.text()))
        self.time_words.setText(self._time_words())
        self.time_words.setVisible(bool(self.time_words.text()))
        self.changed.emit()

    # --- what is done

    def _choose_donor(self, key: str) -> None:
        if key == choices.ONE_DONOR:
            self._scorer.choose(one_donor=True)
        else:
            self._scorer.choose(one_donor=False, donor=key or None)

    def _name(self, text: str) -> None:
        self._named = bool(text.strip())
        self._tell()

    def _ask(self, title: str, kinds: str) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self, title, str(self._settings.data_folder), kinds)
        return Path(name) if name else None

    def _ask_table(self) -> None:
        path = self._ask("The table that describes the cells", f"{_TABLES};;All files (*)")
        if path is not None:
            self._scorer.choose(annotations=str(path))

    def _ask_ontology(self) -> None:
        path = self._ask("A file of the Cell Ontology", _ONTOLOGIES)
        if path is not None:
            self._scorer.choose(ontology=str(path))

    def _ask_names(self) -> None:
        path = self._ask("A table of labels and CL identifiers", f"{_TABLES};;All files (*)")
        if path is not None:
            self._scorer.read_names(path)

    def _ask_target(self) -> None:
        path = SaveFile.ask(self, "Save the table of scores as", self.target(), "Tables (*.tsv)")
        if path is not None:
            self._settings.save_folder = path.parent
            self.save_as(path)

    def _take_theme(self) -> None:
        for button in (self.choose_table, self.choose_ontology, self.load_names, self.change):
            button.setIcon(self._theme.icon("folder"))
            button.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
