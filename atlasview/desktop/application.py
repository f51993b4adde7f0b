"""Qt's application object, with what has to be said to it before the first window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QApplication

from atlasview import __version__

_PICTURES = 48 * 1024
"""KiB of painted bands of figures that are kept: a window of 1440 x 900 twice over at a scaling of 200 %."""


def application() -> QApplication:
    """The one application of the process, made where there is none yet."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QGuiApplication.setDesktopFileName("atlasview")
    made = QApplication(["atlasview"])
    QPixmapCache.setCacheLimit(_PICTURES)
    made.setApplicationName("AtlasView")
    made.setApplicationVersion(__version__)
    return made
