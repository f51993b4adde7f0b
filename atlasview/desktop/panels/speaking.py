"""Painted panels speak: screen readers get the panel's name with what its cursor stands on."""

import sys
import weakref

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Speaker(QWidget):
    """A painted widget that is heard; `spoken` is asked for whenever it is read."""

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


def _voice_of(_key: str, thing: QObject) -> QAccessibleInterface | None:
    """Qt's factory: an interface for Speakers, none for others, which keep Qt's own."""
    if not isinstance(thing, Speaker):
        return None
    voice = _Voice(thing)
    # Qt does not keep the Python half of the interface alive; the widget does.
    thing._interface = voice
    return voice


QAccessible.installFactory(_voice_of)
