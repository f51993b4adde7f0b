"""Qt's application object, with what has to be said to it before the first window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from atlasview import __version__


def application() -> QApplication:
    """The one application of the process, made where there is none yet."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QGuiApplication.setDesktopFileName("atlasview")
    made = QApplication(["atlasview"])
    made.setApplicationName("AtlasView")
    made.setApplicationVersion(__version__)
    return made
