"""Rows of a dialog: a muted label at the right of its column, and the controls that it names."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.theme import Theme

_LABEL = 76.0


class Form(QGridLayout):
    """Rows under each other; equal forms under each other have their labels in one column."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setContentsMargins(0, 0, 0, 0)
        self.setColumnStretch(1, 1)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def add(self, label: str, *controls: QWidget, stretch: bool = False) -> tuple[QWidget, ...]:
        """Add a row; its widgets, to hide it. The label's first control is what it names for a screen reader."""
        name = RoleLabel(self._theme, label, "body", "text-muted")
        name.setBuddy(controls[0])
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        for control in controls:
            row.addWidget(control, 1 if stretch else 0)
        if not stretch:
            row.addStretch(1)
        place = self.rowCount()
        self.addWidget(name, place, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.addLayout(row, place, 1)
        return (name, *controls)

    def _take_theme(self) -> None:
        self.setColumnMinimumWidth(0, self._theme.px(_LABEL))
        self.setHorizontalSpacing(self._theme.px(10))
        self.setVerticalSpacing(self._theme.px(6))


class NumberField(QDoubleSpinBox):
    """A number with its unit; the point is a point in every language."""

    def __init__(self, name: str, unit: str, least: float, most: float, decimals: int = 1) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setLocale(self.locale().c())
        self.setDecimals(decimals)
        self.setRange(least, most)
        self.setSuffix(f" {unit}")
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_value(self, value: float) -> None:
        """Show a value without telling anyone."""
        blocked = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(blocked)


def note(theme: Theme, text: str) -> QLabel:
    """A few muted words behind a control."""
    return RoleLabel(theme, text, "small", "text-muted")


def tell(changed: Callable[[], object]) -> Callable[..., None]:
    """A slot that drops what a signal carries."""
    return lambda *_: (changed(), None)[1]
