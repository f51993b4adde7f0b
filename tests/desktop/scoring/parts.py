"""What the tests of scoring share: files of cells of every kind, and waiting with patience for a busy machine."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import numpy as np
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from atlasview.desktop.scoring.dialog import ScoringDialog
from atlasview.desktop.scoring.scorer import Scorer
from tests.desktop.building.parts import until
from tests.desktop.showing import settle
from tests.significance import made

NAMES = dict(zip(made.TYPES, ("T cell", "B cell", "monocyte"), strict=True))


def cells(folder: Path, name: str = "study.h5ad", **given: int) -> Path:
    """Three cell types of four donors, by columns with usual names."""
    return with_columns(folder / name, made.cells(**given))


def with_columns(path: Path, data: dict[str, Any], **more: Any) -> Path:
    """The same data with the columns `cell_type` (names) and `donor_id` beside their own."""
    names = [NAMES.get(term, term) for term in data["type"]]
    return made.write(path, data, cell_type=names, donor_id=data["donor"], **more)


def changed(path: Path, change: Callable[[Any], Any]) -> Path:
    """Cells with other values."""
    data = made.cells()
    data["counts"] = change(data["counts"])
    return with_columns(path, data)


def without(path: Path, *columns: str) -> Path:
    """Cells of which columns are missing."""
    with_columns(path, made.cells())
    with h5py.File(path, "a") as file:
        for column in columns:
            del file[f"obs/{column}"]
    return path


def many_cells(folder: Path) -> Path:
    """So much to score that it can be left in its middle."""
    return cells(folder, "many.h5ad", donors=40, genes=1500)


def truncated(folder: Path) -> Path:
    """A file that breaks off."""
    whole = cells(folder, "whole.h5ad").read_bytes()
    path = folder / "cut.h5ad"
    path.write_bytes(whole[: len(whole) // 2])
    return path


def not_a_number(counts: Any) -> Any:
    """Counts one of which is NaN."""
    counts[5, 5] = np.nan
    return counts


def scaled(counts: Any) -> Any:
    """Counts as z-scores."""
    return (counts - counts.mean()) / counts.std()


def looked_at(bot: QtBot, scorer: Scorer) -> None:
    """Wait until it is known what the files are."""
    until(bot, lambda: not scorer.looking)
    settle()


def choose(field, key: str) -> None:
    """Pick a choice as a person does."""
    row = field.findData(key)
    assert row >= 0, [field.itemData(at) for at in range(field.count())]
    field.setCurrentIndex(row)
    field.activated.emit(row)


def texts(table) -> list[list[str]]:
    model = table.records_model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def banners(dialog: ScoringDialog) -> str:
    shown = dialog.findChildren(QWidget, "scoring-dialog-banner")
    return "\n".join(one.accessibleName() for one in shown if one.isVisible())


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def limits(dialog: ScoringDialog) -> str:
    shown = dialog.found.limits
    return shown.toPlainText() if shown.isVisible() else ""


def rows_of(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))
