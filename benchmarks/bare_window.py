"""A window with nothing but PySide6, the measure that AtlasView's start stands beside.

Prints the seconds from the start of the process to the first paint as JSON, counted as AtlasView counts its own.
"""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

HIGH = 1
"""Qt's priority of events that come before others; to ask Qt for its name costs a tenth of this window's start."""


class Watch(QObject):
    """Ends the program when the event that first paints the window is over."""

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Wait for the paint."""
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), HIGH)
        return False

    def customEvent(self, _event: QEvent) -> None:
        """The window is painted."""
        tell()


def tell() -> None:
    """Print the seconds and end."""
    fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    began = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    sys.stdout.write(json.dumps({"window": time.clock_gettime(time.CLOCK_BOOTTIME) - began}) + "\n")
    QApplication.quit()


if __name__ == "__main__":
    application = QApplication([])
    bare = QMainWindow()
    bare.setCentralWidget(QLineEdit(bare))
    bare.resize(1440, 900)
    watch = Watch()
    bare.installEventFilter(watch)
    bare.show()
    application.exec()
