"""Which files of a figure are written: formats, resolution, name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from atlasview.desktop.dialogs.check_box import CheckBox
from atlasview.desktop.dialogs.form import Form, NumberField, note, tell
from atlasview.desktop.theme import Theme
from atlasview.export.presets import COARSEST, FINEST, FORMATS, PIXELS, USUAL_DPI


class FigureFiles(QWidget):
    """`changed` when there are other formats, another resolution or another name."""

    changed = Signal()

    def __init__(self, theme: Theme, forms: tuple[str, ...], dpi: float) -> None:
        super().__init__()
        self._boxes = {form: CheckBox(theme, name) for form, name in FORMATS.items()}
        self.resolution = NumberField("Resolution", "dpi", COARSEST, FINEST, decimals=0)
        self.name_field = QLineEdit()
        self.name_field.setObjectName("figure-name")
        self.name_field.setAccessibleName("File name")
        self._named = False
        form = Form(theme)
        form.add("Save as", *self._boxes.values())
        form.add("Resolution", self.resolution, note(theme, "for PNG and TIFF"))
        form.add("File name", self.name_field, stretch=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        for key, box in self._boxes.items():
            box.setObjectName(f"figure-format-{key}")
            box.setChecked(key in forms)
            box.toggled.connect(self._take_forms)
        self.resolution.setValue(dpi)
        self.resolution.valueChanged.connect(tell(self.changed.emit))
        self.name_field.textEdited.connect(self._take_name)
        self._take_forms()

    def forms(self) -> tuple[str, ...]:
        """Keys of FORMATS that are chosen."""
        return tuple(form for form, box in self._boxes.items() if box.isChecked())

    def dpi(self) -> float:
        """Dots per inch for those that have dots."""
        return self.resolution.value() or USUAL_DPI

    def stem(self) -> str:
        """Name of the files without suffix; empty where none is given."""
        name = self.name_field.text().strip()
        suffix = name.rpartition(".")[2].casefold()
        return name[: -len(suffix) - 1] if "." in name and suffix in (*FORMATS, "tif") else name

    def suggest(self, stem: str) -> None:
        """Show a name that says what is inside, unless the person has typed one."""
        if not self._named:
            self.name_field.setText(stem)

    def _take_forms(self) -> None:
        self.resolution.setEnabled(bool(PIXELS & set(self.forms())))
        self.changed.emit()

    def _take_name(self, text: str) -> None:
        self._named = bool(text.strip())
        self.changed.emit()
