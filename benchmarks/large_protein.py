"""A person at the page of a large protein: python -m benchmarks.large_protein ATLAS GENE PROTEIN [OTHER]; prints JSON."""

import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from atlasview.desktop.pages.page import Page
from atlasview.records.pattern import Pattern, PatternKind, find
from atlasview.records.place import Kind, Place
from benchmarks.frames import (
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
from benchmarks.person import Person

_ALONG: Motion = lambda panel: keys(panel, Qt.Key.Key_Right, Qt.Key.Key_Left)
Part = tuple[str, str, Mapping[str, Motion]]
"""A section of a page, the panel in it by its object's name or what a screen reader calls it, and what is done there."""

GENE: Sequence[Part] = (
    (
        "Protein",
        "feature-track",
        {
            "feature tracks, zoom": zoom,
            "feature tracks, pan": pan,
            "overview brush, drag": drag,
            "feature tracks, cursor": _ALONG,
            "feature tracks, page scrolls": over,
        },
    ),
    (
        "Protein",
        "sequence-panel",
        {
            "sequence, scroll": wheel_in,
            "sequence, cursor": lambda panel: keys(panel, Qt.Key.Key_Down, Qt.Key.Key_Up),
        },
    ),
    ("Transcripts", "Exons", {"exons, cursor": _ALONG, "exons, page scrolls": over}),
    ("Variants", "Diagram of variants", {"lollipops, zoom": zoom, "lollipops, pan": pan, "lollipops, cursor": _ALONG, "lollipops, page scrolls": over}),
    ("Variants", "variants-table", {"variants table, page scrolls": over}),
)
PROTEIN: Sequence[Part] = (
    ("Isoforms", "isoforms-table", {"isoforms, page scrolls": over}),
    ("Isoforms", "alignment-panel", {"aligned isoforms, page scrolls": over}),
)
SCORED: Sequence[Part] = (
    (
        "Cells",
        "Cell significance chart",
        {"chart, cursor": lambda panel: keys(panel, Qt.Key.Key_Down, Qt.Key.Key_Up), "chart, page scrolls": over},
    ),
    ("Cells", "Cell types by lineage, treemap", {"treemap, cursor": _ALONG, "treemap, page scrolls": over}),
)


def visited(page: Page, parts: Sequence[Part]) -> dict[str, Frames]:
    """Frames of the panels of a page."""
    found = {}
    for section, name, motions in parts:
        page.show_section(section)
        settle()
        named = (one for one in page.findChildren(QWidget) if name in (one.objectName(), one.accessibleName()))
        panel = next(named)
        panel.window().activateWindow()
        QTest.qWaitForWindowActive(panel.window())
        for words, motion in motions.items():
            scroll_of(panel).show_widget(panel)
            settle()
            found[words] = frames(panel, motion(panel))
    return found


def main() -> None:
    atlas = Path(sys.argv[1])
    person = Person(atlas)
    tell("plain text", plain_text("ACDEFGHIKL" * 3435))
    person.session.window.activateWindow()
    QTest.qWaitForWindowActive(person.session.window)
    for kind, id, parts in (
        (Kind.GENE, "HGNC:900002", ()),
        (Kind.GENE, "HGNC:900001", GENE),
        (Kind.PROTEIN, "UniProtKB:A0MAD1A001", PROTEIN),
        (Kind.GENE, "HGNC:900003", SCORED),
    ):
        for _ in range(3):
            t = time.process_time()
            print(id, "opened", person.open(Place(kind, id)), time.process_time() - t)
            if _ < 2:
                person.open(Place(Kind.GENE, "HGNC:900003" if "3" not in id else "HGNC:900002"))
        page = person.session.desk.tabs.current.page
        for b in page.findChildren(QWidget):
            if hasattr(b, "text") and callable(b.text) and str(b.text()).startswith("Show all") and "cell" in b.text():
                b.click()
                settle()
        if len(sys.argv) > 2:
            import cProfile, pstats

            pr = cProfile.Profile()
            pr.enable()
        for name, took in visited(page, parts).items():
            tell(name, took)
        if len(sys.argv) > 2:
            pr.disable()
            pstats.Stats(pr).sort_stats("tottime").print_stats(25)
    person.leave()


def tell(name, took):
    clock, cpu = sorted(a for a, b in took), sorted(b for a, b in took)
    n = len(took)
    if n:
        print(
            f"{name:35} n={n} clock p50 {clock[n // 2]:.1f} p99 {clock[int(n * 0.99)]:.1f}  cpu p50 {cpu[n // 2]:.1f} p99 {cpu[int(n * 0.99)]:.1f}",
            flush=True,
        )
    else:
        print(name, "NONE")


main()
