"""A person at the pages of a made atlas: python -m benchmarks.large_protein ATLAS WHAT; prints JSON.

WHAT is `frames` (all that moves), `opening` (pages), `find` (patterns in the large sequence), or a gene, whose page is
scrolled through.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QWidget

from atlasview.desktop.pages.page import Page
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.sequence_find import SequenceFind
from atlasview.records.pattern import Pattern, PatternKind, find
from atlasview.records.place import Kind, Place
from atlasview.records.profile import GeneProfile
from benchmarks.frames import (
    Action,
    Frames,
    Motion,
    drag,
    frames,
    keys,
    over,
    pan,
    plain_text,
    scroll_of,
    settle,
    wheel_in,
    zoom,
)
from benchmarks.made_protein import FIRST_CELL, LARGE, LARGE_PROTEIN, SCORED, SMALL
from benchmarks.person import Person

PATTERNS = (
    (PatternKind.TEXT, "WSXWS", 0), (PatternKind.TEXT, "WSXWS", 1), (PatternKind.TEXT, "PEVK", 2),
    (PatternKind.REGEX, "S.{2,6}[RK][^P]", 0), (PatternKind.REGEX, "[ST]P.R|N[^P][ST]", 0),
    (PatternKind.PROSITE, "N-{P}-[ST]-{P}", 0), (PatternKind.PROSITE, "[LIVM]-x(2,4)-C-x-{DE}-[ST](2)", 0),
)  # fmt: skip
EVERYWHERE = (PatternKind.REGEX, ".", 0)
"""Has more hits than are shown."""
OPENINGS = 12
_PATIENCE = 10.0


def along(panel: QWidget) -> Iterator[Action]:
    """The cursor goes from mark to mark, or from residue to residue, and back."""
    return keys(panel, Qt.Key.Key_Right, Qt.Key.Key_Left)


def down(panel: QWidget) -> Iterator[Action]:
    """The same from row to row."""
    return keys(panel, Qt.Key.Key_Down, Qt.Key.Key_Up)


Part = tuple[str, str, Mapping[str, Motion]]
"""A section, a panel in it by its object's name or what a screen reader calls it, and what is done there."""

GENE: Sequence[Part] = (
    ("Protein", "feature-track", {
        "overview brush, dragged": drag, "feature tracks, zoom": zoom, "feature tracks, pan": pan,
        "feature tracks, cursor": along, "feature tracks, page scrolled": over,
    }),
    ("Protein", "sequence-panel", {"sequence, scrolled": wheel_in, "sequence, cursor": down}),
    ("Transcripts", "Exons", {"363 exons, cursor": along, "363 exons, page scrolled": over}),
    ("Variants", "Diagram of variants", {
        "lollipops, zoom": zoom, "lollipops, pan": pan, "lollipops, cursor": along, "lollipops, page scrolled": over,
    }),
    ("Variants", "variants-table", {"table of variants, page scrolled": over}),
)  # fmt: skip
PROTEIN: Sequence[Part] = (
    ("Isoforms", "isoforms-table", {"isoforms, page scrolled": over}),
    ("Isoforms", "alignment-panel", {"aligned isoforms, page scrolled": over}),
)
CHARTS: Sequence[Part] = (
    ("Cells", "Cell significance chart", {"800 bars, cursor": down, "800 bars, page scrolled": over}),
    (
        "Cells",
        "Cell types by lineage, treemap",
        {"treemap of 800, cursor": along, "treemap of 800, page scrolled": over},
    ),
)
CELLS: Sequence[Part] = (
    (
        "Heat map",
        "Genes by cell types chart",
        {"heat map of 16,000, cursor": down, "heat map of 16,000, page scrolled": over},
    ),
)


class Sitting:
    """Somebody at the window, which is the active one."""

    def __init__(self, atlas: Path) -> None:
        self._person = Person(atlas)

    def activate(self) -> None:
        """The keyboard is the window's."""
        self._person.session.window.activateWindow()
        QTest.qWaitForWindowActive(self._person.session.window)

    def open(self, place: Place) -> tuple[Page, float, float]:
        """The page of a place; milliseconds until it is painted, by the clock and of processor time."""
        first, _whole = self._person.open(place)
        tab = self._person.session.desk.tabs.current
        assert tab is not None and tab.page is not None
        return tab.page, first * 1000, self._person.processor * 1000

    def visit(self, place: Place, parts: Sequence[Part]) -> dict[str, Frames]:
        """Frames of the panels of a page."""
        page, *_took = self.open(place)
        self.activate()
        found = {}
        for section, name, motions in parts:
            page.show_section(section)
            panel = wait_for(partial(named, page, name))
            show_all(page)
            for words, motion in motions.items():
                scroll_of(panel).show_widget(panel)
                settle()
                found[words] = frames(panel, motion(panel))
        return found

    def leave(self) -> None:
        """Close the window."""
        self._person.leave()


def named(page: Page, name: str) -> QWidget | None:
    """A panel that is seen, by the name of the object or its accessible one."""
    panels = (one for one in page.findChildren(QWidget) if name in (one.objectName(), one.accessibleName()))
    return next((one for one in panels if one.isVisible() and one.height() > 1), None)


def wait_for(found: Callable[[], QWidget | None]) -> QWidget:
    """What comes into view once it is read and laid out."""
    end = time.monotonic() + _PATIENCE
    while (widget := found()) is None:
        if time.monotonic() > end:
            raise RuntimeError("the panel did not come")
        QCoreApplication.processEvents()
    settle()
    return widget


def show_all(page: Page) -> None:
    """Charts of many rows are drawn whole."""
    for button in (*page.findChildren(QPushButton), *page.findChildren(QToolButton)):
        if button.isVisible() and button.text().startswith("Show all "):
            button.click()
            settle()


def moving(atlas: Path) -> dict[str, object]:
    """Frames of everything that moves, and of Qt's own text widget."""
    sitting = Sitting(atlas)
    places = (Place(Kind.GENE, LARGE), Place(Kind.PROTEIN, LARGE_PROTEIN), Place(Kind.GENE, SCORED))
    found = {"reference": plain_text("ACDEFGHIKL" * 3_435)}
    for place, parts in zip(places, (GENE, PROTEIN, CHARTS), strict=True):
        found |= sitting.visit(place, parts)
    found |= sitting.visit(Place(Kind.CELL_TYPE, FIRST_CELL), CELLS)
    sitting.leave()
    return {"frames": found}


def opening(atlas: Path) -> dict[str, object]:
    """How long the pages of the large gene and protein take to open, each after a small one."""
    sitting = Sitting(atlas)
    found: dict[str, list[tuple[float, float]]] = {}
    for _ in range(OPENINGS):
        for place in (Place(Kind.GENE, LARGE), Place(Kind.GENE, SMALL), Place(Kind.PROTEIN, LARGE_PROTEIN)):
            _page, clock, processor = sitting.open(place)
            found.setdefault(place.id, []).append((clock, processor))
    sitting.leave()
    return {"opened": {identifier: took[1:] for identifier, took in found.items()}}


def finding(atlas: Path) -> dict[str, object]:
    """Milliseconds of the search itself, and of the thread that paints until its hits are painted, for each pattern."""
    sitting = Sitting(atlas)
    page, *_took = sitting.open(Place(Kind.GENE, LARGE))
    for section in ("Variants", "Protein"):
        page.show_section(section)
        settle()
    panel = page.protein_panel()
    assert panel is not None
    assert isinstance(page.profile, GeneProfile)
    sequence = page.profile.proteins[0].protein.sequence
    panel.ask_find()
    settle()
    found = {}
    for kind, text, mismatches in (*PATTERNS, EVERYWHERE):
        pattern = Pattern(kind, text, mismatches)
        find(pattern, sequence)
        used = time.thread_time()
        find(pattern, sequence)
        alone = time.thread_time() - used
        found[f"{kind.value} {pattern}"] = (alone * 1000, _painted(panel.finding, pattern))
    sitting.leave()
    return {"find": found}


def _painted(line: SequenceFind, pattern: Pattern) -> float:
    """From Enter in the line to the first hit in view, where another pattern was looked for before."""
    field = line.findChild(QLineEdit, "sequence-find-field")
    assert field is not None
    kind, mismatches = line.findChildren(DropDown)
    for text, chosen in (("WWWWWW", Pattern(PatternKind.TEXT, "")), (pattern.text, pattern)):
        kind.choose(chosen.kind.name)
        mismatches.choose(str(chosen.mismatches))
        field.setText(text)
        used = time.thread_time()
        QTest.keyClick(field, Qt.Key.Key_Return)
        QCoreApplication.processEvents()
        took = time.thread_time() - used
        settle()
    return took * 1000


def scrolled_through(atlas: Path, gene: str) -> dict[str, object]:
    """Open one page and see all of it, so that the process has held all that it needs for it."""
    sitting = Sitting(atlas)
    page, *_took = sitting.open(Place(Kind.GENE, gene))
    for section in ("Protein", "Transcripts", "Variants", "Identifiers"):
        page.show_section(section)
        settle()
    sitting.leave()
    return {}


def main() -> None:
    """Do what is asked for."""
    atlas, what = Path(sys.argv[1]), sys.argv[2]
    tasks = {"frames": moving, "opening": opening, "find": finding}
    said = tasks[what](atlas) if what in tasks else scrolled_through(atlas, what)
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
