"""Whatever paints itself is heard: every class of the window that draws words or figures has a voice."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFrame, QMainWindow, QWidget

import atlasview.desktop
from atlasview.desktop.pages.section import Section
from atlasview.desktop.panels.figure_view import FigureView
from atlasview.desktop.panels.section_list import SectionList
from atlasview.desktop.panels.speaking import Speaker
from tests.desktop.showing import settle

SILENT_BASES = (QWidget, QFrame, QDialog, QMainWindow)
"""Qt gives these no words and no keys of their own; what is based on a button, a list or a field, speaks already."""

WORDS = ("drawText", "drawStaticText", "drawPixmap", "drawImage", "drawPicture", "paint_marks", "drawPath", "drawRects")
"""What draws more than a ground, a line or an icon."""

SAID_ELSEWHERE = {
    "CompactHead": "the name of the page; the accessible name holds it whole, where the drawing is cut",
    "_Foot": "keys of the search list and its count, which are its accessible name and description",
}
"""Classes of QWidget that draw words which their accessible name and description say, with no cursor in them."""


def classes() -> Iterator[type[QWidget]]:
    """Every class of widgets that the window declares."""
    for found in pkgutil.walk_packages(atlasview.desktop.__path__, "atlasview.desktop."):
        module = importlib.import_module(found.name)
        for _name, one in inspect.getmembers(module, inspect.isclass):
            if one.__module__ == module.__name__ and issubclass(one, QWidget):
                yield one


def painted() -> list[type[QWidget]]:
    return [one for one in classes() if "paintEvent" in vars(one)]


def qt_base(one: type[QWidget]) -> type[QWidget]:
    """The class of Qt that a class is made from."""
    return next(base for base in one.__mro__ if base.__module__.startswith("PySide6"))


def test_there_are_painted_classes_to_look_at():
    names = {one.__name__ for one in painted()}
    assert {"FeatureTrack", "SequencePanel", "FigureView", "CursorView", "YearHistogram", "HoverCard"} <= names
    assert len(names) > 25


@pytest.mark.parametrize("one", painted(), ids=lambda one: one.__name__)
def test_a_painted_class_has_a_voice(one):
    if issubclass(one, Speaker) or qt_base(one) not in SILENT_BASES:
        return
    source = inspect.getsource(one)
    drawn = [word for word in WORDS if f"{word}(" in source]
    if one.__name__ in SAID_ELSEWHERE:
        assert drawn, f"{one.__name__} draws no words any more: take it from the list"
        assert "setAccessibleName(" in source
        return
    assert not drawn, f"{one.__name__} draws ({', '.join(drawn)}) what no screen reader hears: base it on Speaker"


EXONS = {"Exons": "transcripts-table"}
SCORES = {
    "Cell types with the highest CSI": "significant-cells-table",
    "Cell significance chart": "significant-cells-table",
    "Cell types by lineage, treemap": "significant-cells-table",
}
PROTEIN = {
    "Domains": "features-table",
    "Feature tracks": "features-table",
    "Sequence": "features-table",
    "Papers by year": "citations-table",
}
GENE = PROTEIN | {"Diagram of variants": "variants-table", "Expression chart": "expression-table"}
CELL_TYPE = {"Pathways, treemap": "genes-table", "Scatter of two cell types": "compare-cells-table"}
TERM = {"Genes by cell types chart": "gene-grid-table"}
"""Accessible name of each diagram of a page -> object name of the table of the same facts."""


def diagrams(session) -> dict[str, Speaker]:
    """All that the keyboard can go to and that paints itself, with every section of the page built."""
    page = session.desk.tabs.current.page
    for entry in page.findChild(SectionList).entries:
        page.show_section(entry.name)
        settle()
    compare = page.findChild(QWidget, "compare-cells-panel")
    if compare is not None:
        compare.compare_with("CL:0000900")
    found = [one for one in page.findChildren(Speaker) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return {one.accessibleName(): one for one in found}


@pytest.mark.parametrize(
    ("place", "tables"),
    [
        ("FGFR2", GENE | EXONS),
        ("IL7R", GENE | SCORES),
        ("P16871", PROTEIN),
        ("CL:0000895", CELL_TYPE | TERM),
        ("R-HSA-1266695", TERM),
    ],
    ids=["gene with exons", "gene with scores", "protein", "cell type", "pathway"],
)
def test_every_diagram_speaks_has_keys_and_a_table(begin, qtbot, monkeypatch, place, tables):
    monkeypatch.setattr(Speaker, "setAccessibleName", named_and_read)
    session = begin(place)
    found = diagrams(session)
    assert set(found) == set(tables), "a diagram is missing from these lists"
    for name, table in tables.items():
        one = found[name]
        qtbot.waitUntil(lambda one=one: ready(one), timeout=10_000)
        session.desk.tabs.current.page.show_section(section_of(one))
        settle()
        assert session.window.findChild(QWidget, table) is not None, f"{name} has no table {table}"
        speaks(one)


def described(one: Speaker) -> str:
    return QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Description)


def named_and_read(one: Speaker, name: str) -> None:
    """What a screen reader does: it reads a thing as soon as that has a name, in the middle of a constructor."""
    QWidget.setAccessibleName(one, name)
    assert one.spoken() in name or not one.spoken()
    assert isinstance(one.described(), str)


def ready(one: Speaker) -> bool:
    """Whether it is drawn: some read first what they show."""
    return bool(described(one)) and (not isinstance(one, FigureView) or len(one._targets()) > 1)


def section_of(one: QWidget) -> str:
    parent = one.parentWidget()
    while parent is not None and not isinstance(parent, Section):
        parent = parent.parentWidget()
    assert parent is not None
    return parent.plan.name


def speaks(one: Speaker) -> None:
    """It has a role, a name and a description, and its keys move what it says."""
    voice = QAccessible.queryAccessibleInterface(one)
    assert voice.role() == QAccessible.Role.Graphic
    one.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(one, Qt.Key.Key_Home)
    said = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(one, key)
        said.append(voice.text(QAccessible.Text.Value))
        assert voice.text(QAccessible.Text.Name) == f"{one.accessibleName()}: {said[-1]}"
    assert len(set(said)) > 1, (one.accessibleName(), said)
