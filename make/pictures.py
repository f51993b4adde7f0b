"""Draws the pictures of the user guide off screen: python make/pictures.py [NAME ...].

The window is real, 1440 x 900, on the starter atlas; look at each picture before it is kept. A picture is a row of
PICTURES, and what is done before it is taken is a function below. `make pictures` also says which pictures of the guide
have no row, and which rows no page shows.
"""

import contextlib
import io
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QPoint, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from atlasview import app
from atlasview.bundled import starter_atlas
from atlasview.desktop.building.dialog import BuildDialog
from atlasview.desktop.panels.own_variants import OwnVariantsPanel
from atlasview.desktop.scoring.dialog import ScoringDialog
from atlasview.desktop.session import Session
from atlasview.home.recent import Recent, word

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "guide"
FOLDER = GUIDE / "images"
LABELS = GUIDE.parent.parent / "db" / "facts" / "pbmc68k_cell_types.tsv"
DATA = GUIDE.parent.parent.parent / "shared" / "data"
SIZE = (1440, 900)
SETTLED = 1.5
COLOURS = 256

Step = Callable[[Session], "QWidget | QPixmap | None"]
"""Brings the window to what is to be seen; returns a window that stands over it, or its picture, None for none."""


def as_it_opens(session: Session) -> None:
    """The page as it opens."""


def section(name: str) -> Step:
    """The page at one of its sections."""

    def show(session: Session) -> None:
        page = session.desk.tabs.current.page if session.desk.tabs.current is not None else None
        assert page is not None
        page.show_section(name)

    return show


def search(session: Session) -> None:
    """The list under the field."""
    session.desk.searching.focus_field()
    QTest.keyClicks(session.window.tools.field, "interleukin 2")


def welcome(session: Session) -> None:
    """The sheet beside the first page."""
    session.desk.furnish().show_welcome(True)


def action(name: str, window: str = "") -> Step:
    """What an action shows; the child window of that object name stands beside the window."""

    def show(session: Session) -> QWidget | None:
        session.window.actions_by_id[name].trigger()
        found = session.window.findChild(QWidget, window) if window else None
        return found if isinstance(found, QWidget) else None

    return show


def term_card(session: Session) -> None:
    """The card of a term at the head of a column."""
    section("Cells")(session)
    wait(session, 0.6)
    table = session.window.findChild(QWidget, "significant-cells-table")
    assert isinstance(table, QWidget)
    table.setFocus()
    model = table.records_model  # type: ignore[attr-defined]
    at = next(place for place, column in enumerate(model.columns) if column.title == "PRS")
    table.setCurrentIndex(model.index(0, at))  # type: ignore[attr-defined]
    session.window.actions_by_id["explain"].trigger()


def own_variants(session: Session) -> None:
    """Variants of one's own, pasted, with their stars."""
    section("Variants")(session)
    wait(session, 30, lambda: session.window.findChild(OwnVariantsPanel) is not None)
    panel = session.window.findChild(OwnVariantsPanel)
    assert isinstance(panel, OwnVariantsPanel)
    wait(session, 30, panel.paste.isEnabled)
    panel.paste.click()
    panel.field.setPlainText("p.Val138Ile\nT244I\nNP_002176.2:p.Ser185Cys\nL242fs\np.Thr66Ile\nP16871-9 p.Thr244Ile")
    panel.add.click()
    wait(session, 30, panel.own)
    section("Variants")(session)


def figure_dialog(session: Session) -> QPixmap:
    """The dialog for a figure, taken while it waits for an answer."""
    taken: list[QPixmap] = []

    def take() -> None:
        dialog = session.application.activeModalWidget()
        assert isinstance(dialog, QDialog)
        taken.append(dialog.grab())
        dialog.reject()

    QTimer.singleShot(round(SETTLED * 1000), take)
    session.window.actions_by_id["export-domains"].trigger()
    return taken[0]


def build_dialog(session: Session) -> BuildDialog:
    """The dialog that builds an atlas, with files of several databases; they must lie in the folder `shared`."""
    building = session.desk.furnish().building
    building.dialog.form.save_as(Path("human-atlas.atlas"))
    building.show([DATA / name for name in ("genes", "uniprot", "ontology", "go", "pathways")])
    building.dialog.resize(session.theme.px(1040), session.theme.px(690))
    wait(session, 60, lambda: not building.builder.looking)
    assert building.builder.files, f"there are no public files in {DATA.name}"
    return building.dialog


def build_run(session: Session) -> QPixmap:
    """The same while it builds."""
    dialog = build_dialog(session)
    dialog.build.click()
    wait(session, 300, lambda: dialog.builder.progress is not None and dialog.builder.progress.done > 0.4)
    shown, behind = dialog.grab(), session.window.grab()
    dialog.builder.cancel()
    wait(session, 60, lambda: not dialog.builder.running)
    return over(behind, shown, session.theme.colour("control-border"))


def build_report(session: Session) -> BuildDialog:
    """The same when the atlas is built."""
    dialog = build_dialog(session)
    dialog.build.click()
    wait(session, 600, lambda: not dialog.builder.running)
    return dialog


def scoring_dialog(session: Session) -> ScoringDialog:
    """The dialog for scores from cells, with the public sample; it must lie in the folder `shared`."""
    scoring = session.desk.furnish().scoring
    scoring.scorer.read_names(LABELS)
    scoring.dialog.form.save_as(Path("pbmc-scores.tsv"))
    wait(session, 30, lambda: not scoring.scorer.looking)
    scoring.show([DATA / "singlecell" / "10x_pbmc68k_reduced.h5ad"])
    scoring.dialog.resize(session.theme.px(1120), session.theme.px(760))
    wait(session, 30, lambda: not scoring.scorer.looking)
    scoring.scorer.choose(one_donor=True)
    wait(session, 30, lambda: not scoring.scorer.looking)
    assert scoring.scorer.found.survey is not None, f"there are no public cells in {DATA.name}"
    scoring.dialog.found.table.selectRow(3)
    return scoring.dialog


def scoring_report(session: Session) -> ScoringDialog:
    """The same when the scores are there."""
    dialog = scoring_dialog(session)
    dialog.compute.click()
    wait(session, 60, lambda: not dialog.scorer.running)
    return dialog


def switcher(session: Session) -> QPixmap:
    """The window with the list of atlases at its foot, one of them that of the chapter on building."""
    human = Recent("human-atlas.atlas", "Human atlas", "2026.11.27", 56_578, 374)
    kept = session.settings["recent-atlases"]
    session.settings["recent-atlases"] = {human.path: word(human, "2026-11-27T12:00:00"), **kept}
    menu = session.desk.furnish().switcher.show()
    wait(session, 0.3)
    shown, place = session.window.grab(), session.window.status.atlas
    corner = place.mapTo(session.window, QPoint(place.width(), 0)) - QPoint(menu.width(), menu.height())
    with QPainter(shown) as painter:
        painter.drawPixmap(corner, menu.grab())
    menu.close()
    return shown


@dataclass(frozen=True, slots=True)
class Picture:
    """Place, theme, what is done before it is taken; `atlas` makes another one in a folder, named from there."""

    place: str
    mode: str = "light"
    step: Step = as_it_opens
    atlas: Callable[[Path], Path] | None = None
    height: int = SIZE[1]


def cut_short(folder: Path) -> Path:
    """A copy of the starter atlas that was cut short."""
    (folder / "copy.atlas").write_bytes(starter_atlas().read_bytes()[:200_000])
    return Path("copy.atlas")


def copied(folder: Path) -> Path:
    """A copy of the starter atlas, named from its folder: no picture shows where this machine keeps its files."""
    shutil.copy(starter_atlas(), folder / "starter.atlas")
    return Path("starter.atlas")


PICTURES = {
    "gene-light": Picture("IL7R"),
    "gene-dark": Picture("IL7R", "dark"),
    "welcome": Picture("IL7R", step=welcome),
    "search": Picture("IL21", step=search),
    "article": Picture("IL7R", step=section("Article")),
    "cells": Picture("IL21", step=section("Cells")),
    "term-card": Picture("IL21", "dark", term_card),
    "protein": Picture("IL7R", step=section("Protein")),
    "protein-dark": Picture("IL7R", "dark", section("Protein")),
    "variants": Picture("IL7R", step=section("Variants")),
    "private-variants": Picture("IL7R", step=own_variants, height=1300),
    "diseases": Picture("IL7R", step=section("Diseases")),
    "terms": Picture("IL7R", step=section("Associated with")),
    "expression": Picture("IL7R", step=section("Expression")),
    "citations": Picture("IL7R", step=section("Citations")),
    "protein-page": Picture("Q9HBE4"),
    "cell-type": Picture("CL:0002038"),
    "term": Picture("GO:0005125"),
    "paper": Picture("PMID:11081504"),
    "figure-dialog": Picture("IL7R", step=figure_dialog),
    "information": Picture("IL7R", step=action("atlas-information", "atlas-information"), atlas=copied),
    "guide": Picture("IL21", step=action("guide", "guide")),
    "damaged": Picture("", atlas=cut_short),
    "building": Picture("IL7R", step=build_dialog),
    "building-run": Picture("IL7R", step=build_run),
    "building-report": Picture("IL7R", step=build_report),
    "scoring": Picture("IL7R", step=scoring_dialog),
    "scoring-report": Picture("IL7R", step=scoring_report),
    "switcher": Picture("IL7R", step=switcher, atlas=copied),
}
"""Name of the picture, without `.png` -> what it shows."""


def main(names: list[str]) -> int:
    """Draw those named, else all; 1 where pages and rows do not fit each other."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in names or PICTURES:
        size = save(taken(PICTURES[name]), FOLDER / f"{name}.png")
        print(f"docs/guide/images/{name}.png {size:,} bytes")
    strays = strayed()
    for stray in strays:
        print(stray)
    return 1 if strays else 0


def taken(picture: Picture) -> QPixmap:
    """The picture of a window in its state, with the window beside it over it."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        atlas = picture.atlas(Path(folder)) if picture.atlas is not None else None
        session = app.build(place=picture.place, atlas=atlas or starter_atlas(), home=Path(folder) / "home")
        session.settings.welcome = False
        session.theme.set_mode(picture.mode)
        session.window.resize(SIZE[0], picture.height)
        settled: list[bool] = []
        session.settled.connect(lambda: settled.append(True))
        session.window.show()
        while not settled:
            wait(session, 0.1)
        wait(session, SETTLED)
        beside = picture.step(session)
        wait(session, SETTLED)
        image = session.window.grab()
        if beside is not None:
            shown = beside.grab() if isinstance(beside, QWidget) else beside
            image = over(image, shown, session.theme.colour("control-border"))
        session.close()
    return image


def over(ground: QPixmap, window: QPixmap, edge: QColor) -> QPixmap:
    """A window in the middle of another one, as a desktop shows them."""
    at = QPoint((ground.width() - window.width()) // 2, max(0, (ground.height() - window.height()) // 2))
    with QPainter(ground) as painter:
        painter.drawPixmap(at, window)
        painter.setPen(edge)
        painter.drawRect(at.x() - 1, at.y() - 1, window.width() + 1, window.height() + 1)
    return ground


def save(image: QPixmap, file: Path) -> int:
    """Write a picture with a palette of its own, which a window needs no more of; its size in bytes."""
    bytes_of = QByteArray()
    buffer = QBuffer(bytes_of)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    picture = Image.open(io.BytesIO(bytes_of.data())).convert("RGB")
    picture = picture.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    picture.save(file, "PNG", optimize=True)
    return file.stat().st_size


def strayed() -> list[str]:
    """Pictures that a page shows and no row draws, and rows that no page shows."""
    written = "".join(page.read_text(encoding="utf-8") for page in GUIDE.glob("*.md"))
    shown = set(re.findall(r"\(images/([\w-]+)\.png\)", written))
    missing = [f"no row of PICTURES draws images/{name}.png" for name in sorted(shown - set(PICTURES))]
    return missing + [f"no page shows images/{name}.png" for name in sorted(set(PICTURES) - shown)]


def wait(session: Session, seconds: float, until: Callable[[], object] = bool) -> None:
    """Let the window come to rest, or until something is so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        session.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
