"""Ways to the dialog, keys, what is remembered, looks; and a public sample from beginning to end."""

import re
import shutil

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from atlasview.desktop.building.dialog import BuildDialog
from atlasview.desktop.dialogs.save_file import SaveFile
from atlasview.desktop.guide.window import GuideWindow
from atlasview.desktop.panels.rich_text import RichText
from atlasview.desktop.scoring.choices import ONE_DONOR
from atlasview.desktop.scoring.dialog import ScoringDialog
from atlasview.desktop.scoring.scorer import State
from atlasview.home.settings_file import read_settings
from tests.commands.test_significance import MAP
from tests.desktop.building.parts import PATIENCE, until
from tests.desktop.building.test_dialog import drop
from tests.desktop.scoring.parts import (
    banners,
    cells,
    choose,
    looked_at,
    rows_of,
    texts,
)
from tests.desktop.showing import settle
from tests.significance import made
from tests.significance.test_tenx import folder

_LINK = re.compile(r'href="(action:score-cells)"')
_LEFT = Qt.MouseButton.LeftButton


def test_cells_that_are_dropped_on_the_window_open_it(qtbot, session, tmp_path):
    path = folder(tmp_path / "m", made.cells())
    assert drop(session.window, cells(tmp_path), path)
    (dialog,) = session.window.findChildren(ScoringDialog)
    looked_at(qtbot, dialog.scorer)
    assert [row[0] for row in texts(dialog.files.table)] == ["study.h5ad", "m"]
    assert session.window.findChild(BuildDialog) is None


@pytest.mark.parametrize(("place", "section"), [("TP53", "Cells"), ("CL:0000738", "Genes")])
def test_the_empty_section_of_a_gene_and_of_a_cell_type_leads_to_it(begin, place, section):
    session = begin(place)
    page = session.desk.tabs.current.page
    page.show_section(section)
    settle()
    (link,) = {found for text in page.findChildren(RichText) for found in _LINK.findall(text.toHtml())}
    page.exits.follow(link)
    (dialog,) = session.window.findChildren(ScoringDialog)
    assert dialog.isVisible()


def test_it_can_be_driven_by_the_keyboard_alone(qtbot, session, dialog, tmp_path, monkeypatch):
    paths = [cells(tmp_path), cells(tmp_path, "other.h5ad", seed=2)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in paths], ""))
    QTest.keyClick(dialog.files.add_files, Qt.Key.Key_Space)
    looked_at(qtbot, dialog.scorer)
    assert session.settings.data_folder == tmp_path
    table = dialog.files.table
    table.setFocus()
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    looked_at(qtbot, dialog.scorer)
    assert [row[0] for row in texts(table)] == ["study.h5ad"]
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.scorer.running
    until(qtbot, lambda: not dialog.scorer.running)
    assert dialog.scorer.state is State.SCORED


def test_choices_are_remembered_and_nothing_of_them_is_logged(qtbot, begin, tmp_path):
    home = tmp_path / "home"
    session = begin(home=home)
    session.settings.save_folder = tmp_path
    dialog = session.desk.furnish().scoring.show()
    data = made.cells()
    data["type"] = np.array([f"secret {made.TYPES.index(one)}" for one in data["type"]])
    dialog.files.add([made.write(tmp_path / "private.h5ad", data, label=data["type"], who=data["donor"])])
    looked_at(qtbot, dialog.scorer)
    choose(dialog.form.cell_type, "label")
    choose(dialog.form.donor, "who")
    (tmp_path / "names.tsv").write_text("secret 0\tCL:0000084\nsecret 1\tCL:0000236\n")
    looked_at(qtbot, dialog.scorer)
    dialog.scorer.read_names(tmp_path / "names.tsv")
    looked_at(qtbot, dialog.scorer)
    choose(dialog.form.resamples, "0")
    dialog.form.licence.setText("CC0")
    QTest.mouseClick(dialog.compute, _LEFT)
    until(qtbot, lambda: not dialog.scorer.running)
    assert dialog.scorer.state is State.SCORED, banners(dialog)
    session.close()
    kept = read_settings(home).values["cells"]
    assert kept["columns"] == {"cell_type": "label", "donor": "who"} and kept["resamples"] == "0"
    logged = "".join(path.read_text(encoding="utf-8") for path in home.rglob("*.log*"))
    assert logged and "secret" not in logged and "private" not in logged
    again = begin(home=home)
    second = again.desk.furnish().scoring.show([tmp_path / "private.h5ad"])
    looked_at(qtbot, second.scorer)
    assert (second.form.cell_type.choice(), second.form.donor.choice()) == ("label", "who")
    assert second.form.licence.text() == "CC0" and "2 cell types" in second.found.title.text()


def test_the_report_is_saved(qtbot, session, dialog, take_in, compute, tmp_path, monkeypatch):
    take_in(cells(tmp_path))
    compute()
    monkeypatch.setattr(SaveFile, "ask", classmethod(lambda *_: tmp_path / "report.txt"))
    with qtbot.waitSignal(session.desk.exporting.saved, timeout=PATIENCE):
        dialog.save.click()
    said = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert "144 of 144 cells" in said and "first by CSI" in said and "note: 4 donors" in said


def test_f1_opens_its_chapter(qtbot, session, dialog):
    dialog.activateWindow()
    dialog.form.dataset.setFocus()
    until(qtbot, lambda: dialog.focusWidget() is dialog.form.dataset)
    QTest.keyClick(dialog.form.dataset, Qt.Key.Key_F1)
    guide = session.window.findChild(GuideWindow)
    assert guide is not None and guide.isVisible()
    assert str(guide._spot).startswith("scores-from-cells")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_follows_theme_and_text_size(session, dialog, take_in, tmp_path, scale):
    take_in(cells(tmp_path))
    before = dialog.grab().toImage()
    session.theme.set_mode("dark")
    session.theme.set_text_scale(scale)
    settle()
    assert dialog.grab().toImage() != before
    for button in (dialog.compute, dialog.leave, dialog.files.add_files, dialog.form.change):
        assert button.width() >= button.sizeHint().width(), button.text()


@pytest.mark.shared
def test_the_public_sample_of_one_donor(qtbot, dialog, take_in, compute, shared, tmp_path):
    sample = tmp_path / "pbmc.h5ad"
    shutil.copyfile(shared / "data/singlecell/10x_pbmc68k_reduced.h5ad", sample)
    take_in(sample)
    assert dialog.form.cell_type.choice() == "bulk_labels" and "which column holds the donors" in banners(dialog)
    choose(dialog.form.donor, ONE_DONOR)
    looked_at(qtbot, dialog.scorer)
    assert "None of the 10 labels" in banners(dialog)
    dialog.scorer.read_names(MAP)
    looked_at(qtbot, dialog.scorer)
    assert "counts recovered from raw (log1p-cp10k) with the totals in n_counts" in dialog.found.words.text()
    assert "765 genes (19 in the open atlas)" in dialog.found.title.text()
    compute()
    first = {row[0]: row[4] for row in texts(dialog.report.table)}
    assert first["B cell"].startswith(("CD79A", "CD79B", "MS4A1", "CD74"))
    assert {row["replication"] for row in rows_of(dialog.scorer.order.target)} == {"pseudoreplicated"}
