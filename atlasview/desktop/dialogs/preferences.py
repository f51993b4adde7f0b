"""The preferences: a row for every setting that is offered; what is chosen holds at once."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from atlasview.desktop.controls import Segments
from atlasview.desktop.dialogs.check_box import CheckBox
from atlasview.desktop.dialogs.form import Form, NumberField
from atlasview.desktop.main_window import MainWindow
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.role_label import RoleLabel
from atlasview.desktop.settings import Settings
from atlasview.desktop.theme import TEXT_SCALES, Theme
from atlasview.home.settings import SETTINGS, Setting

_WIDTH = 520.0


class Preferences(QDialog):
    """One for the whole window, not in its way."""

    name = "preferences"

    def __init__(self, theme: Theme, window: MainWindow, settings: Settings, show_home: Callable[[], object]) -> None:
        super().__init__(window)
        self._theme, self._window, self._settings = theme, window, settings
        self.setObjectName(self.name)
        self.setWindowTitle("Preferences")
        self.setAccessibleName("Preferences")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.controls: dict[str, QWidget] = {}
        self._form = Form(theme)
        for setting in SETTINGS:
            if setting.offered:
                self._add(setting)
        self.home = QPushButton("Show folder", self)
        self.home.clicked.connect(show_home)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        theme.changed.connect(self._take_theme)
        self._take_theme()

    @classmethod
    def show_for(
        cls, theme: Theme, window: MainWindow, settings: Settings, show_home: Callable[[], object]
    ) -> "Preferences":
        """Show them; those that are open already come to the front. `show_home` opens the home folder."""
        open_one = window.findChild(cls, cls.name)
        dialog = open_one if open_one is not None else cls(theme, window, settings, show_home)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        if open_one is None:
            dialog.focus_first()
        return dialog

    def focus_first(self) -> None:
        """The keyboard begins at the first choice."""
        first = next(iter(self.controls.values()))
        (first.chosen_button() if isinstance(first, Segments) else first).setFocus()

    # --- a row for each kind of setting

    def _add(self, setting: Setting) -> None:
        control = self._control(setting)
        control.setObjectName(f"preference-{setting.key}")
        self.controls[setting.key] = control
        self._form.add("" if isinstance(control, CheckBox) else setting.title, control)

    def _control(self, setting: Setting) -> QWidget:
        if setting.key == "text-size":
            return self._sizes(setting)
        if isinstance(setting.default, bool):
            return self._switch(setting)
        if setting.range is not None:
            return self._number(setting)
        return self._choice(setting)

    def _choice(self, setting: Setting) -> QWidget:
        segments = Segments(setting.choices, setting.title, self)
        segments.choose(self._settings[setting.key])
        segments.chosen.connect(lambda value: self._choose(setting, value))
        return segments

    def _sizes(self, setting: Setting) -> QWidget:
        """The steps that the menu goes through."""
        choices = [(f"{scale:g}", f"{scale:.0%}") for scale in TEXT_SCALES]
        drop_down = DropDown(self._theme, "", choices, self)
        drop_down.setAccessibleName(setting.title)
        drop_down.choose(_nearest(self._settings[setting.key]))
        drop_down.chosen.connect(lambda value: self._choose(setting, float(value)))
        return drop_down

    def _switch(self, setting: Setting) -> QWidget:
        box = CheckBox(self._theme, setting.title)
        box.setChecked(self._settings[setting.key])
        box.toggled.connect(lambda value: self._choose(setting, value))
        return box

    def _number(self, setting: Setting) -> QWidget:
        least, most = setting.range or (0.0, 1.0)
        field = NumberField(setting.title, "px", least, most, decimals=0)
        field.setSingleStep(8)
        field.setValue(self._window.side_room.wanted)
        field.valueChanged.connect(lambda value: self._choose(setting, value))
        return field

    def _choose(self, setting: Setting, value: Any) -> None:
        """Keep a value, and let the window follow it."""
        self._settings[setting.key] = value
        if setting.key == "theme":
            self._theme.set_mode(value)
            self._window.actions_by_id[f"theme-{value}"].setChecked(True)
        elif setting.key == "text-size":
            self._theme.set_text_scale(value)
        elif setting.key == "side-panel-width":
            self._window.side_room.set_wanted(value)

    def _follow(self) -> None:
        """What the menus have chosen meanwhile."""
        theme, size = self.controls["theme"], self.controls["text-size"]
        if isinstance(theme, Segments) and isinstance(size, DropDown):
            theme.choose(self._theme.mode)
            size.choose(_nearest(self._theme.text_scale))

    # --- where everything stands

    def _lay_out(self) -> None:
        settings = self._settings
        where = "not known to this system: nothing is kept" if settings.home is None else str(settings.home)
        self._where = RoleLabel(self._theme, where, "sequence", "text", self)
        self._where.setObjectName("preferences-home")
        self._where.setWordWrap(True)
        self._where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._where.setAccessibleName(f"Home folder: {where}")
        words = "Settings and logs are kept here. --home DIR or ATLASVIEW_HOME names another folder at the start."
        self._words = RoleLabel(self._theme, words, "small", "text-muted", self)
        self._words.setWordWrap(True)
        self._form.add("Home folder", self._where, stretch=True)
        self._form.add("", self._words, stretch=True)
        self._form.add("", self.home)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._form)
        self._column.addStretch(1)
        self._column.addWidget(self._buttons)

    def _take_theme(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(20), px(18), px(20), px(14))
        self._column.setSpacing(px(12))
        self.home.setIcon(self._theme.icon("folder"))
        self.home.setIconSize(QSize(px(16), px(16)))
        self._follow()
        for control in self.controls.values():
            if isinstance(control, Segments):
                control.setFixedSize(px(260), self._theme.height("control"))
        self.setMinimumWidth(px(_WIDTH))

    def event(self, event: QEvent) -> bool:
        """Words that wrap need their height at this width, which Qt's own hint does not know."""
        held = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self.setMinimumHeight(self._column.totalHeightForWidth(self.width()))
        return held


def _nearest(scale: float) -> str:
    """Key of the step nearest to a text size."""
    return f"{min(TEXT_SCALES, key=lambda step: abs(step - scale)):g}"
