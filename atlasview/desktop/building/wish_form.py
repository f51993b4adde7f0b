"""What the atlas is to be: its name and file, the organism, whether it adds to the open one, how many processes."""

import os
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from atlasview.building.wish import Wish
from atlasview.bundled import starter_atlas
from atlasview.desktop.beside.grouped_form import GroupedForm, file_name, wrapped
from atlasview.desktop.controls import Segments
from atlasview.desktop.dialogs.save_file import SaveFile
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.settings import Settings
from atlasview.desktop.theme import Theme

ORGANISMS = (("9606", "Human"), ("10090", "Mouse"), ("10116", "Rat"), ("0", "All organisms"), ("other", "Another…"))
_NAMES = {"9606": "Human", "10090": "Mouse", "10116": "Rat", "0": "All organisms"}
_MOST_PROCESSES = 8
_LARGEST_TAXON = 99_999_999


class WishForm(GroupedForm):
    """The fields."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._settings = settings
        self._open: Path | None = None
        self._chosen: Path | None = None
        self.setObjectName("build-wish")
        self.name = QLineEdit(self)
        self.where = self.path_label()
        self.change = QPushButton("Change…", self)
        self.replaces = self.small(role="warning")
        self.organism = DropDown(theme, "", ORGANISMS, self)
        self.taxon = QSpinBox(self)
        self.into = Segments((("new", "A new atlas"), ("add", "Add to the open one")), "Where the facts go", self)
        self.into_words = self.small()
        self.processes = DropDown(theme, "", _processes(), self)
        self._name_all()
        self._lay_out()
        self._connect()
        self._take_theme()

    def wish(self) -> Wish:
        """What is wished for now."""
        add_to = self._open if self._adds else None
        jobs = self.processes.choice()
        return Wish(
            self.target().absolute(),
            self.name.text().strip(),
            "",
            self._organism(),
            int(jobs) if jobs else None,
            add_to,
        )

    def target(self) -> Path:
        """Where the atlas will be."""
        if self._chosen is not None:
            return self._chosen
        if self._adds and self._open is not None and self._open != starter_atlas():
            return self._open
        return self._settings.atlas_folder / f"{file_name(self.name.text())}.atlas"

    def save_as(self, path: Path) -> None:
        """Choose where the atlas will be."""
        self._chosen = path
        self._tell()

    def lacking(self) -> str:
        """What is still to be said before anything can be built; empty for nothing."""
        return "" if self.name.text().strip() else "give the atlas a name"

    def add_to_open(self) -> None:
        """Have the facts added to the atlas that is open, where one is."""
        if self._open is not None:
            self.into.choose("add")
            self._take_into()

    def set_open(self, path: Path | None, label: str) -> None:
        """Say which atlas is open, None for none; only that one can be added to."""
        if path != self._open and self._adds:
            self.into.choose("new")
        self._open = path
        self.into.setEnabled(path is not None)
        self._open_label = label
        self.refresh()

    def refresh(self) -> None:
        """Bring what follows from the fields in line with them."""
        target = self.target()
        self.where.setText(wrapped(target))
        self.where.setAccessibleName(f"Save as {target}")
        there = target.exists()
        self.replaces.setText(f"{target.name} is replaced when the new one is complete" if there else "")
        self.replaces.setVisible(there)
        said = f"Takes over all that {self._open_label} holds" if self._adds else ""
        self.into_words.setText(said)
        self.into_words.setVisible(bool(said))
        self.taxon.setVisible(self.organism.choice() == "other")

    # --- parts

    @property
    def _adds(self) -> bool:
        return self.into.choice() == "add"

    def _organism(self) -> int | None:
        choice = self.organism.choice()
        number = self.taxon.value() if choice == "other" else int(choice)
        return number or None

    def _name_all(self) -> None:
        self._open_label = ""
        self.name.setText(f"{_NAMES['9606']} atlas")
        self.name.setAccessibleName("Name of the atlas")
        self.name.setObjectName("build-name")
        self.change.setAccessibleName("Change where the atlas is saved")
        self.organism.setAccessibleName("Organism")
        self.taxon.setRange(1, _LARGEST_TAXON)
        self.taxon.setValue(9606)
        self.taxon.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.taxon.setAccessibleName("NCBI taxon")
        self.taxon.setPrefix("NCBI taxon ")
        self.processes.setAccessibleName("Processes that read")

    def _lay_out(self) -> None:
        self.group("Name", self.name)
        place = self.group("Saved as", self.where, self.replaces)
        across = QHBoxLayout()
        across.addWidget(self.change)
        across.addStretch(1)
        place.column.addLayout(across)
        self.group("Organism", self.organism, self.taxon)
        self.group("Where the facts go", self.into, self.into_words)
        self.group("Processes that read", self.processes)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.name.textChanged.connect(lambda _text: self._tell())
        self.organism.chosen.connect(self._take_organism)
        self.taxon.valueChanged.connect(lambda _value: self._tell())
        self.into.chosen.connect(lambda _key: self._take_into())
        self.change.clicked.connect(self._ask_target)
        self._theme.changed.connect(self._take_theme)

    def _tell(self) -> None:
        self.refresh()
        self.changed.emit()

    def _take_organism(self, key: str) -> None:
        """The usual name follows the organism, one that was typed stays."""
        if self.name.text() in {f"{name} atlas" for name in _NAMES.values()} and key in _NAMES:
            self.name.setText(f"{_NAMES[key]} atlas")
        self._tell()

    def _take_into(self) -> None:
        self._chosen = None
        self._tell()

    def _ask_target(self) -> None:
        path = SaveFile.ask(self, "Save the atlas as", self.target(), "Atlas files (*.atlas)")
        if path is not None:
            self._settings.atlas_folder = path.parent
            self.save_as(path)

    def _take_theme(self) -> None:
        px = self._theme.px
        self.into.setFixedHeight(self._theme.height("control"))
        self.change.setIcon(self._theme.icon("folder"))
        self.change.setIconSize(QSize(px(16), px(16)))


def _processes() -> tuple[tuple[str, str], ...]:
    some = range(1, min(os.cpu_count() or 1, _MOST_PROCESSES) + 1)
    return (("", "As many as pay"), *((str(count), str(count)) for count in some))
