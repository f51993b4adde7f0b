"""What the tests of building share: a folder of small public files, and waiting with patience for a busy machine."""

import gzip
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from atlasview.desktop.building.builder import Builder
from tests.building.public_files import HGNC_ROWS, write_gaf, write_gene_info, write_hgnc

_COPY, _LEFT, _NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

PATIENCE = 90_000
"""Milliseconds, generous: the machine may be doing much else. A test ends as soon as what it waits for is so."""


def small_files(folder: Path) -> Path:
    """Seven genes and what NCBI and GO say of them."""
    write_hgnc(folder)
    write_gene_info(folder)
    write_gaf(folder)
    return folder


def many_genes(folder: Path, count: int = 6_000) -> Path:
    """So many made genes that a build lasts long enough to be left in its middle."""
    first = HGNC_ROWS[0]
    made = [
        (f"HGNC:{900000 + at}", f"MADE{at}", f"made gene {at}", *first[3:10], str(9_000_000 + at), f"ENSG{at:011}", "")
        for at in range(count)
    ]
    write_hgnc(folder, [*HGNC_ROWS, *made])
    return folder


def cut_short(folder: Path) -> Path:
    """A compressed file whose beginning is whole and whose end is missing."""
    path = many_genes(folder) / "hgnc.txt"
    whole = gzip.compress(path.read_bytes(), compresslevel=1)
    path.unlink()
    (folder / "cut.txt.gz").write_bytes(whole[: len(whole) * 2 // 3])
    return folder / "cut.txt.gz"


def until(bot: QtBot, so: Callable[[], object]) -> None:
    """Wait until something is so."""
    bot.waitUntil(lambda: bool(so()), timeout=PATIENCE)


def looked_at(bot: QtBot, builder: Builder, *paths: Path) -> None:
    """Hand files in, and wait until it is known what they are."""
    builder.add(paths)
    until(bot, lambda: not builder.looking)


def strays(folder: Path) -> list[str]:
    """Names of what a build has left beside its target."""
    return sorted(path.name for path in folder.glob(".*"))


def drop(widget: QWidget, *paths: Path) -> bool:
    """Drop files on a widget; whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at = QPointF(20, 20)
    enter = QDragEnterEvent(at.toPoint(), _COPY, data, _LEFT, _NONE)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(widget, QDropEvent(at, _COPY, data, _LEFT, _NONE))
    return True
