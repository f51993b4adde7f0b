"""Tables from the window: what is shown, or all of it as the command line writes it."""

import csv
import json

import pytest
from PySide6.QtGui import QGuiApplication

from atlasview import cli
from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.exports import TableExport
from atlasview.desktop.panels.variants import VariantsPanel
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel

PLACES = {
    "IL21": ("Cells", "Variants", "Associated with", "Citations", "Identifiers"),
    "JAK1": ("Transcripts",),
    "GO:0005125": ("Genes",),
    "CL:0002038": ("Genes",),
    "P16871": ("Isoforms", "Identifiers"),
    "PMID:11081504": ("Used by",),
}


def rows_of(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]
    return list(csv.reader(lines, delimiter="\t" if path.suffix == ".tsv" else ","))


@pytest.mark.parametrize("place", PLACES)
def test_every_table_of_every_page_can_be_written_as_it_is_shown(qtbot, begin, asked, take, place):
    session = begin(place=place)
    page = session.desk.tabs.current.page
    for section in PLACES[place]:
        page.show_section(section)
        qtbot.waitUntil(lambda: page.table_in_view() is not None)
        model = page.table_in_view().records_model
        path = take(session, "export-table")
        head, *rows = rows_of(path)
        shown = [column.title for column in model.columns if column.bar is None and not column.passing]
        assert head == shown
        assert len(rows) == model.rowCount()


def test_the_filter_the_order_and_the_selection_hold_in_every_format(qtbot, begin, asked, take):
    session = begin(place="IL7R")
    page = session.desk.tabs.current.page
    page.show_section("Variants")
    qtbot.waitUntil(lambda: page.findChild(VariantsPanel) is not None)
    panel = page.findChild(VariantsPanel)
    panel.filter_field.setText("missense")
    panel.table.sort_by(0, panel.table.horizontalHeader().sorted[1].DescendingOrder)
    positions = [one.position for one in panel.part_records()]
    assert positions == sorted(positions, reverse=True)
    for form, suffix in (("tsv", ".tsv"), ("csv", ".csv")):
        path = take(session, panel.table_export(form))
        assert path.suffix == suffix and "_shown_" in path.name
        assert [int(row[0]) for row in rows_of(path)[1:]] == positions
    panel.table.selectRow(0)
    path = take(session, panel.table_export("json"))
    document = json.loads(path.read_text(encoding="utf-8"))
    assert [row["Residue"] for row in document["rows"]] == positions[:1]
    assert document["meta"]["sources"] and "_selected_" in path.name


def test_all_of_a_table_is_what_the_command_line_writes(begin, asked, take, tmp_path):
    session = begin(place="IL7R")
    path = take(session, TableExport("variants", "Variants", form="csv", whole=True))
    other = tmp_path / "other.csv"
    assert cli.main(["export", "table", "IL7R", "--what", "variants", "-o", str(other)]) == 0
    assert path.read_bytes() == other.read_bytes()


def test_no_cell_can_become_a_formula_in_a_file_or_on_the_clipboard(qtbot, theme):
    size = Column("Size", lambda text: f"{len(text)}", key=len, number=True)
    table = RecordTable(theme, Exits(), [Column("Name", str), size], ["=1+1", "-5"])
    panel = TablePanel(theme, Exits(), table, "odd-table", "Odd")
    qtbot.addWidget(panel)
    table.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Name\tSize\n'=1+1\t4\n-5\t2\n"
    assert '<td>\'=1+1</td><td align="right">4</td>' in data.html()


def test_an_old_file_stays_as_it_was_where_the_new_one_cannot_be_written(session, monkeypatch, told, tmp_path):
    from atlasview.desktop.dialogs.save_file import SaveFile
    from atlasview.export import write

    target = tmp_path / "old.tsv"
    target.write_text("old")
    monkeypatch.setattr(SaveFile, "ask", classmethod(lambda *_: target))

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write.os, "fsync", full)
    session.desk.tabs.current.page.exits.take_away(TableExport("citations", "Citations", form="tsv", whole=True))
    notice = told(session, "side-panel")
    assert notice.kind == "problem" and "disk is full" in notice.message
    assert target.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".atlasview")] == []
