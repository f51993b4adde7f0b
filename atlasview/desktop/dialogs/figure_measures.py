"""How large a figure is: preset, width, height, text, letter of the panel, and the parts that it does without."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from atlasview.desktop.dialogs.check_box import CheckBox
from atlasview.desktop.dialogs.figure_sizes import FigureSizes
from atlasview.desktop.dialogs.form import Form, NumberField, note, tell
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.theme import Theme
from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import FREE, LARGEST_TEXT, NARROWEST, OF_GENES, SMALLEST_TEXT, WIDEST, Preset

_AS_NEEDED = NARROWEST - 1
_PARTS = {"title": "Title", "legend": "Legend", "ruler": "Ruler", "source": "Source"}


class FigureMeasures(QWidget):
    """Sizes as a list and as numbers, in step with each other; `changed` when one of them is another."""

    changed = Signal()

    def __init__(self, theme: Theme, request: FigureRequest) -> None:
        super().__init__()
        self._theme = theme
        self.sizes = FigureSizes(theme)
        self.width_field = NumberField("Width", "mm", NARROWEST, WIDEST)
        self.height_field = NumberField("Height", "mm", _AS_NEEDED, WIDEST)
        self.height_field.setSpecialValueText("as needed")
        self.text_field = NumberField("Size of text", "pt", SMALLEST_TEXT, LARGEST_TEXT)
        self.letter_field = QLineEdit(request.letter)
        self._most = note(theme, "")
        self._parts = {
            name: CheckBox(theme, label)
            for name, label in _PARTS.items()
            if name != "ruler" or request.view not in ("landscape", "treemap", "compare", *OF_GENES)
        }
        self._lay_out()
        self.sizes.choose(request.preset)
        self._take_preset()
        self._take_numbers(request)
        self._connect()

    def applied(self, request: FigureRequest) -> FigureRequest:
        """The request with what is chosen here; a number that is the preset's own is not said."""
        preset = self.sizes.preset()
        width, text = round(self.width_field.value(), 1), round(self.text_field.value(), 1)
        height = self.height_field.value()
        return replace(
            request,
            preset=preset,
            width=None if abs(width - preset.width) < 0.06 and preset is not FREE else width,
            height=None if height < NARROWEST or self._is_own_height(height) else height,
            text=None if abs(text - preset.style.text) < 0.06 else text,
            letter=self.letter_field.text().strip(),
            without=frozenset(name for name, box in self._parts.items() if not box.isChecked()),
        )

    def use(self, *, preset: Preset | None = None, text: float | None = None, height: float | None = None) -> None:
        """Take up a way out of a warning; a height of 0 is as much as is needed."""
        if preset is not None:
            self.sizes.choose(preset)
            self._take_preset()
        if text is not None:
            self.text_field.show_value(text)
        if height is not None:
            self.height_field.show_value(height or _AS_NEEDED)
        self.changed.emit()

    def _lay_out(self) -> None:
        self.letter_field.setObjectName("figure-letter")
        self.letter_field.setAccessibleName("Letter of the panel")
        self.letter_field.setMaxLength(3)
        self.letter_field.setFixedWidth(self._theme.px(48))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        column.addWidget(RoleLabel(self._theme, "Size for", "strong", "text"))
        column.addWidget(self.sizes)
        form = Form(self._theme)
        form.add("Width", self.width_field, note(self._theme, "×"), self.height_field, self._most)
        form.add("Text", self.text_field, note(self._theme, "panel"), self.letter_field)
        form.add("Show", *self._parts.values())
        column.addLayout(form)
        for name, box in self._parts.items():
            box.setObjectName(f"figure-show-{name}")
            box.setChecked(True)

    def _take_numbers(self, request: FigureRequest) -> None:
        """What the request has instead of its preset's own."""
        if request.width is not None:
            self.width_field.show_value(request.width)
        if request.text is not None:
            self.text_field.show_value(request.text)
        for name, box in self._parts.items():
            box.setChecked(name not in request.without)

    def _connect(self) -> None:
        self.sizes.chosen.connect(self._choose_size)
        self.width_field.valueChanged.connect(self._take_width)
        for signal in (self.height_field.valueChanged, self.text_field.valueChanged, self.letter_field.textChanged):
            signal.connect(tell(self.changed.emit))
        for box in self._parts.values():
            box.toggled.connect(tell(self.changed.emit))

    def _choose_size(self) -> None:
        self._take_preset()
        self.changed.emit()

    def _take_preset(self) -> None:
        """Numbers of a preset in the fields; a free width begins with the one that was there."""
        preset = self.sizes.preset()
        if preset is not FREE:
            self.width_field.show_value(preset.width)
        self.height_field.show_value(preset.height if preset.is_page and preset.height else _AS_NEEDED)
        self.text_field.show_value(preset.style.text)
        limits = preset.height is not None and not preset.is_page
        self._most.setText(f"max. {preset.height:g}" if limits else "")
        self._most.setVisible(limits)

    def _take_width(self, width: float) -> None:
        """Another width than a journal's is free; slides and pages stay what they are."""
        preset = self.sizes.preset()
        if not preset.is_page and abs(width - preset.width) >= 0.06:
            self.sizes.choose(FREE)
            self._most.hide()
        self.changed.emit()

    def _is_own_height(self, height: float) -> bool:
        preset = self.sizes.preset()
        return preset.is_page and preset.height is not None and abs(height - preset.height) < 0.06
