"""Painted panels speak: screen readers get the panel's name with what its cursor stands on."""

import sys
import weakref

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox, QWidget


class Speaker(QWidget):
    """A painted widget that is heard; `spoken` is asked for whenever it is read.

    That is as soon as it has a name: `setAccessibleName` stands at the end of the constructor, after what is read.
    """

    role = QAccessible.Role.Graphic
    _interface: "_Voice | None" = None

    def spoken(self) -> str:
        """What the cursor stands on, empty for nothing."""
        return ""

    def described(self) -> str:
        """The whole drawing in a sentence."""
        return ""


def say(widget: QWidget) -> None:
    """Tell screen readers that what the widget says has changed."""
    if QAccessible.isActive():
        for event in (QAccessible.Event.NameChanged, QAccessible.Event.DescriptionChanged):
            QAccessible.updateAccessibility(QAccessibleEvent(widget, event))


def speak(widget: Speaker) -> None:
    """The cursor of a widget has moved: have it read aloud where the widget has the focus."""
    say(widget)
    if widget.hasFocus():
        announce(widget, widget.spoken())


def announce(widget: QWidget, words: str) -> None:
    """Have words read aloud.

    Not on Windows: screen readers there read the changed name of what has the focus, and would say it twice.
    """
    if words and QAccessible.isActive() and sys.platform != "win32":
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class _Voice(QAccessibleWidget):
    """The accessible interface of a Speaker."""

    def __init__(self, speaker: Speaker) -> None:
        super().__init__(speaker, speaker.role, speaker.accessibleName())
        self._speaker = weakref.ref(speaker)

    def text(self, kind: QAccessible.Text) -> str:
        """Name with what the cursor stands on, and the description."""
        speaker = self._speaker()
        if speaker is None:
            return ""
        if kind == QAccessible.Text.Name:
            return ": ".join(part for part in (speaker.accessibleName(), speaker.spoken()) if part)
        if kind == QAccessible.Text.Value:
            return speaker.spoken()
        if kind == QAccessible.Text.Description:
            return speaker.described() or speaker.accessibleDescription()
        return ""


class LabelledBox(QComboBox):
    """A drop-down that draws its own label, which its accessible name is.

    On Unix Qt gives the value as the name of a box, and expects the label in another widget.
    """

    _interface: "_BoxVoice | None" = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentTextChanged.connect(self._tell_value)

    def _tell_value(self, value: str) -> None:
        say(self)
        if self.hasFocus():
            announce(self, value)


class _BoxVoice(QAccessibleWidget):
    """The accessible interface of a LabelledBox."""

    def __init__(self, box: LabelledBox) -> None:
        super().__init__(box, QAccessible.Role.ComboBox, box.accessibleName())
        self._box = weakref.ref(box)

    def text(self, kind: QAccessible.Text) -> str:
        """Label with value; the description as it is."""
        box = self._box()
        if box is None:
            return ""
        if kind == QAccessible.Text.Name:
            return ": ".join(filter(None, (box.accessibleName(), box.currentText())))
        return box.currentText() if kind == QAccessible.Text.Value else super().text(kind)


def _voice_of(_key: str, thing: QObject) -> QAccessibleInterface | None:
    """Qt's factory: an interface for Speakers and labelled boxes, none for others, which keep Qt's own."""
    # Qt does not keep the Python half of the interface alive; the widget does.
    if isinstance(thing, Speaker):
        thing._interface = _Voice(thing)
        return thing._interface
    if isinstance(thing, LabelledBox) and sys.platform == "linux":
        thing._interface = _BoxVoice(thing)
        return thing._interface
    return None


QAccessible.installFactory(_voice_of)
