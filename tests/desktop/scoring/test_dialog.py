"""The dialog in the real window: cells in, what is in them said before anything begins, a table and an atlas out."""

import csv
import gzip
import os
import shutil
import signal
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from atlasview.atlas.check import check_atlas
from atlasview.desktop.building.builder import State as BuildState
from atlasview.desktop.building.dialog import BuildDialog
from atlasview.desktop.dialogs.leave_work import LeaveWork
from atlasview.desktop.dialogs.save_file import SaveFile
from atlasview.desktop.guide.window import GuideWindow
from atlasview.desktop.scoring.choices import ONE_DONOR
from atlasview.desktop.scoring.dialog import ScoringDialog
from atlasview.desktop.scoring.scorer import State
from atlasview.desktop.work_status import WorkStatus
from atlasview.home.settings_file import read_settings
from atlasview.records.place import Kind, Place
from tests.commands.test_significance import MAP
from tests.desktop.building.parts import PATIENCE, strays, until
from tests.desktop.building.test_dialog import drop
from tests.desktop.scoring.parts import (
    cells,
    changed,
    looked_at,
    many_cells,
    not_a_number,
    scaled,
    truncated,
    with_columns,
    without,
)
from tests.desktop.showing import settle
from tests.significance import made
from tests.significance.test_tenx import folder

_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(session, tmp_path) -> ScoringDialog:
    session.window.actions_by_id["score-cells"].trigger()
    (dialog,) = session.window.findChildren(ScoringDialog)
    dialog.form.resamples.choose("200")
    return dialog


@pytest.fixture
def take_in(qtbot, dialog):
    """Drops files on the dialog, and waits until it is known what is in them."""

    def run(*paths: Path) -> None:
        assert drop(dialog.files, *paths)
        looked_at(qtbot, dialog.scorer)
        settle()

    return run


@pytest.fixture
def compute(qtbot, dialog):
    """Clicks on Compute, and waits for the end."""

    def run() -> None:
        assert dialog.compute.isEnabled(), dialog.compute.accessibleDescription()
        QTest.mouseClick(dialog.compute, _LEFT)
        assert dialog.scorer.running
        until(qtbot, lambda: not dialog.scorer.running)
        settle()

    return run


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


# --- what is found


def test_it_stands_beside_the_window_once_and_says_what_it_wants(session, dialog):
    session.window.actions_by_id["score-cells"].trigger()
    assert session.window.findChildren(ScoringDialog) == [dialog]
    assert dialog.isVisible() and not dialog.isModal()
    assert not dialog.compute.isEnabled() and dialog.compute.accessibleDescription() == "add files first"
    assert dialog.focusWidget() is dialog.files.add_files


def test_a_file_says_what_it_is_and_its_columns_are_found(dialog, take_in, tmp_path):
    take_in(cells(tmp_path))
    assert texts(dialog.files.table) == [["study.h5ad", "AnnData 0.7 or later", "144", "30", "X: counts"]]
    assert (dialog.form.cell_type.choice(), dialog.form.donor.choice()) == ("cell_type", "donor_id")
    assert dialog.found.title.text() == "144 of 144 cells, 30 genes, 3 cell types, 4 donors, no context"
    assert texts(dialog.found.table)[0] == ["B cell", "48", "B cell", "CL:0000236", "name"]
    assert "4 donors: scores are marked few donors" in limits(dialog)
    assert "Takes a few seconds" in dialog.form.time_words.text()
    assert dialog.compute.isEnabled() and banners(dialog) == ""


def test_the_window_holds_no_arrays(qtbot, session, dialog, take_in, compute, tmp_path):
    """They are the process's; a window that has loaded them for another reason would be told apart by this module."""
    import subprocess
    import sys

    code = (
        "import sys; import atlasview.desktop.scoring.run, atlasview.desktop.scoring.work, atlasview.significance.pace;"
        "print(sorted({'numpy', 'h5py'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_field_and_button_has_a_name_to_speak(dialog, take_in, tmp_path):
    take_in(cells(tmp_path))
    dialog.found.table.selectRow(0)
    for widget in dialog.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            text = getattr(widget, "text", str)()
            assert widget.accessibleName() or text, widget


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda at: changed(at / "a.h5ad", np.log1p), "log-normalised, not counts"),
        (lambda at: changed(at / "a.h5ad", lambda counts: counts * 31.7), "normalised, not counts"),
        (lambda at: changed(at / "a.h5ad", scaled), "negative values: scaled or corrected"),
        (lambda at: changed(at / "a.h5ad", not_a_number), "not a number"),
        (lambda at: changed(at / "a.h5ad", np.zeros_like), "no value other than zero"),
    ],
)
def test_values_that_are_no_counts_are_refused_with_the_choice_that_helps(dialog, take_in, tmp_path, make, words):
    take_in(make(tmp_path))
    assert words in banners(dialog) and "Choose another matrix under Values" in banners(dialog)
    assert not dialog.compute.isEnabled() and dialog.found.title.text() == ""


def test_without_cell_types(dialog, take_in, tmp_path):
    take_in(without(tmp_path / "a.h5ad", "type", "cell_type"))
    assert "It is not said which column holds the cell types" in banners(dialog)
    assert dialog.focusWidget() is dialog.form.cell_type and not dialog.compute.isEnabled()


def test_without_donors_it_is_asked_and_one_donor_is_marked(qtbot, dialog, take_in, tmp_path):
    take_in(without(tmp_path / "a.h5ad", "donor", "donor_id"))
    assert "which column holds the donors" in banners(dialog) and "pseudoreplicated" in banners(dialog)
    assert not dialog.compute.isEnabled()
    choose(dialog.form.donor, ONE_DONOR)
    looked_at(qtbot, dialog.scorer)
    assert banners(dialog) == "" and dialog.compute.isEnabled()
    assert "One donor: cells are taken as observations, scores are marked pseudoreplicated" in limits(dialog)
    assert "One donor: there are none" in dialog.form.time_words.text()


def test_a_column_of_one_donor_is_marked(dialog, take_in, tmp_path):
    take_in(cells(tmp_path, donors=1))
    assert "pseudoreplicated" in limits(dialog) and "1 donor" in dialog.found.title.text()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"gene\tcell\n", "the file is not HDF5"),
        (b"\x89HDF\r\n\x1a\n" + b"\0" * 90, "the file is damaged or breaks off"),
    ],
)
def test_a_file_that_is_none_is_left_out_with_its_reason(dialog, take_in, tmp_path, content, words):
    (tmp_path / "a.h5ad").write_bytes(content)
    take_in(tmp_path / "a.h5ad")
    assert f"Left out: {words}" in texts(dialog.files.table)[0][1]
    assert "None of these files can be read" in banners(dialog) and not dialog.compute.isEnabled()


def test_a_truncated_file_beside_a_good_one(dialog, take_in, tmp_path):
    take_in(cells(tmp_path), truncated(tmp_path))
    said = {row[0]: row[1] for row in texts(dialog.files.table)}
    assert said["cut.h5ad"].startswith("Left out: ") and said["study.h5ad"].startswith("AnnData")
    assert dialog.compute.isEnabled()


def test_no_cells(dialog, take_in, tmp_path):
    data = made.cells()
    none = {key: value if key == "genes" else value[:0] for key, value in data.items()}
    take_in(with_columns(tmp_path / "a.h5ad", none))
    assert "holds no cells" in banners(dialog) or "which column" in banners(dialog)
    assert not dialog.compute.isEnabled()


def test_the_encoding_of_old_is_read_and_named(qtbot, dialog, take_in, tmp_path):
    take_in(made.write_structured(tmp_path / "old.h5ad", made.cells()))
    assert texts(dialog.files.table)[0][1] == "AnnData 0.6 or earlier"
    assert dialog.compute.isEnabled(), banners(dialog)
    assert "4 donors" in dialog.found.title.text()


# --- what labels mean


def test_labels_that_mean_nothing_are_named_and_corrected_in_place(qtbot, dialog, take_in, tmp_path):
    data = made.cells()
    data["type"] = np.where(data["type"] == made.TYPES[2], "CL:99", data["type"])
    take_in(with_columns(tmp_path / "a.h5ad", data))
    assert "'CL:99' means no Cell Ontology term: its 48 cells are left out" in limits(dialog)
    labels = {row[0]: row for row in texts(dialog.found.table)}
    name = next(label for label in labels if "99" in label)
    assert labels[name][2] == "no term of this name: left out"
    table, editor = dialog.found.table, dialog.found.editor
    table.select(lambda one: one.label == name)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert editor.field.hasFocus() or dialog.focusWidget() is editor.field
    QTest.keyClicks(editor.field, "no such cell")
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert "No cell type is called no such cell" in editor.fault.text() and editor.fault.isVisible()
    editor.field.setText("monocyte")
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    looked_at(qtbot, dialog.scorer)
    labels = {row[0]: row for row in texts(dialog.found.table)}
    assert labels[name][2:] == ["monocyte", "CL:0000576", "you"]
    assert "3 cell types" in dialog.found.title.text() and "'CL:99'" not in limits(dialog)
    editor.leave_out.click()
    looked_at(qtbot, dialog.scorer)
    assert {row[0]: row[2] for row in texts(dialog.found.table)}[name] == "left out, as you chose"
    assert "2 cell types" in dialog.found.title.text()
    editor.as_found.click()
    looked_at(qtbot, dialog.scorer)
    assert {row[0]: row[2] for row in texts(dialog.found.table)}[name] == "no term of this name: left out"


def test_labels_none_of_which_means_anything_can_all_be_said(qtbot, dialog, take_in, tmp_path):
    data = made.cells()
    data["type"] = np.array([f"cluster {made.TYPES.index(one)}" for one in data["type"]])
    take_in(made.write(tmp_path / "a.h5ad", data))
    choose(dialog.form.donor, "donor")
    choose(dialog.form.cell_type, "type")
    looked_at(qtbot, dialog.scorer)
    assert "None of the 3 labels means a cell type" in banners(dialog)
    for label, term in (("cluster 0", made.TYPES[0]), ("cluster 1", "B cell (CL:0000236)")):
        dialog.found.table.select(lambda one, label=label: one.label == label)
        dialog.found.editor.edit(dialog.found.table.chosen()[0])
        dialog.found.editor.field.setText(term)
        dialog.found.editor.set.click()
        looked_at(qtbot, dialog.scorer)
    assert dialog.compute.isEnabled() and "2 cell types" in dialog.found.title.text()


def test_a_file_of_the_ontology_names_and_refuses_identifiers_that_it_lacks(qtbot, dialog, take_in, tmp_path):
    data = made.cells()
    data["type"] = np.where(data["type"] == made.TYPES[2], "CL:9999999", data["type"])
    ontology = tmp_path / "cl.obo"
    terms = {"CL:0000000": "cell", "CL:0000084": "T cell", "CL:0000236": "B cell"}
    stanzas = "".join(f"\n[Term]\nid: {term}\nname: {name}\n" for term, name in terms.items())
    ontology.write_text(f"format-version: 1.2\nontology: cl\n{stanzas}")
    take_in(with_columns(tmp_path / "a.h5ad", data), ontology)
    assert "3 cell types of the file cl.obo" in dialog.form.names_words.text()
    assert "'CL:9999999' means no Cell Ontology term" in limits(dialog)
    dialog.form.use_atlas.click()
    looked_at(qtbot, dialog.scorer)
    assert "of the open atlas" in dialog.form.names_words.text()


def test_a_10x_folder_wants_its_table(qtbot, dialog, take_in, tmp_path):
    data = made.cells()
    path = folder(tmp_path / "m", data)
    take_in(path)
    assert "Choose at the left the table that says of each barcode" in banners(dialog)
    table = tmp_path / "cells.tsv"
    barcodes = [line.split("\t")[0] for line in _lines(path / "barcodes.tsv")]
    rows = zip(barcodes, data["type"], data["donor"], strict=True)
    table.write_text("barcode\ttype\tdonor\n" + "".join("\t".join(row) + "\n" for row in rows))
    take_in(table)
    assert dialog.compute.isEnabled(), banners(dialog)
    assert dialog.form.table_words.text() == "cells.tsv"
    assert texts(dialog.files.table)[0][1] == "10x, a folder"


def _lines(path: Path) -> list[str]:
    for name, opened in ((path, open), (path.with_name(path.name + ".gz"), gzip.open)):
        if name.exists():
            with opened(name, "rt") as file:
                return file.read().splitlines()
    raise AssertionError(path)


# --- the run


def test_from_cells_to_an_open_atlas(qtbot, session, dialog, take_in, compute, tmp_path):
    data = made.cells()
    data["genes"] = ["G0", "IL7R", "IL21", *data["genes"][3:]]  # the first is zero everywhere
    take_in(with_columns(tmp_path / "study.h5ad", data))
    dialog.form.dataset.setText("My study")
    dialog.form.dataset.textEdited.emit("My study")
    dialog.form.licence.setText("CC-BY-4.0")
    target = dialog.form.target()
    assert target == tmp_path / "my-study-scores.tsv"
    compute()
    assert dialog.scorer.state is State.SCORED, banners(dialog)
    assert "87 scores of 29 genes in 3 cell types" in words(dialog.report_head)
    assert {row[1]: row[2] for row in texts(dialog.report.table)} == dict.fromkeys(made.TYPES, "4 / 8")
    rows = rows_of(target)
    assert len(rows) == 87 and {row["dataset"] for row in rows} == {"My study"}
    assert "# licence: CC-BY-4.0" in target.read_text(encoding="utf-8") and "200 resamples" in target.read_text("utf-8")
    assert dialog.scorer.beside.process is None  # what it took of the memory goes back
    QTest.mouseClick(dialog.add_it, _LEFT)
    (building,) = session.window.findChildren(BuildDialog)
    assert building.isVisible() and not dialog.isVisible()
    until(qtbot, lambda: not building.builder.looking)
    assert building.form.wish().add_to == session.desk.opening.path
    QTest.mouseClick(building.build, _LEFT)
    until(qtbot, lambda: not building.builder.running)
    assert building.builder.state is BuildState.BUILT, building.builder.trouble
    assert [one for one in check_atlas(building.builder.wish.target) if one.severity == "error"] == []
    QTest.mouseClick(building.open_it, _LEFT)
    desk = session.desk
    until(qtbot, lambda: desk.tabs.current is not None and desk.tabs.current.page is not None)
    assert desk.opening.path == building.builder.wish.target
    desk.open_place(Place(Kind.GENE, "HGNC:6024"))
    until(qtbot, lambda: desk.tabs.current.page.accessibleName().startswith("IL7R"))
    mine = [one for one in desk.tabs.current.page.profile.significance if one.scores.dataset == "My study"]
    assert {one.scores.cell_type for one in mine} == set(made.TYPES) and {one.scores.donors for one in mine} == {4}


def test_what_the_window_writes_is_what_the_command_writes(dialog, take_in, compute, atlasview_command, tmp_path):
    path = cells(tmp_path)
    take_in(path)
    compute()
    mine = dialog.scorer.order.target
    other = tmp_path / "command.tsv"
    words = (
        "--cell-type",
        "cell_type",
        "--donor",
        "donor_id",
        "--bootstrap",
        "200",
        "--dataset",
        "study",
        "-o",
        str(other),
    )
    assert atlasview_command("significance", str(path), *words) == 0
    assert mine.read_bytes() == other.read_bytes()


@pytest.fixture
def atlasview_command():
    from atlasview import cli

    return lambda *given: cli.main(list(given))


def test_values_that_are_wrong_far_down_are_told_and_nothing_is_left(qtbot, dialog, take_in, compute, tmp_path):
    def last_is_half(counts):
        counts[-1, -1] = 0.5
        return counts

    data = made.cells(donors=200, per_group=60, genes=60)
    data["counts"] = last_is_half(data["counts"] + 1)
    take_in(with_columns(tmp_path / "a.h5ad", data))
    target = dialog.form.target()
    if dialog.compute.isEnabled():
        compute()
    assert "not counts" in banners(dialog)
    assert not target.exists() and strays(tmp_path) == []


def test_while_it_computes_the_window_works_and_cancelling_leaves_nothing(qtbot, session, dialog, take_in, tmp_path):
    take_in(many_cells(tmp_path))
    dialog.form.resamples.choose("10000")
    target = dialog.form.target()
    target.write_text("what was there before")
    QTest.mouseClick(dialog.compute, _LEFT)
    until(qtbot, lambda: dialog.scorer.progress is not None and dialog.scorer.progress.done > 0)
    status = next(one for one in session.window.status.findChildren(WorkStatus) if one.isVisible())
    assert "Scoring many" in status.words.text() and strays(tmp_path)
    assert not drop(dialog.files, tmp_path / "many.h5ad")
    dialog.background.click()
    assert not dialog.isVisible() and dialog.scorer.running
    with qtbot.waitSignal(session.desk.tabs.shown, timeout=PATIENCE):
        session.desk.open_place(Place(Kind.GENE, "HGNC:6024"))
    assert dialog.scorer.running
    status.cancel.click()
    until(qtbot, lambda: not dialog.scorer.running)
    assert "cancelled" in session.window.status.message and not status.isVisible()
    assert target.read_text() == "what was there before" and strays(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="ends processes as POSIX systems do")
def test_a_process_that_was_killed_in_the_background_brings_the_dialog_back(qtbot, dialog, take_in, tmp_path):
    take_in(many_cells(tmp_path))
    dialog.form.resamples.choose("10000")
    QTest.mouseClick(dialog.compute, _LEFT)
    until(qtbot, lambda: dialog.scorer.progress is not None)
    dialog.background.click()
    os.kill(dialog.scorer.beside.process, signal.SIGKILL)
    until(qtbot, lambda: not dialog.scorer.running)
    assert dialog.isVisible() and "ended from outside" in banners(dialog)
    assert strays(tmp_path) == [] and dialog.compute.isEnabled()


def test_a_place_that_cannot_be_written_to_is_told(dialog, take_in, compute, tmp_path):
    take_in(cells(tmp_path))
    (tmp_path / "a file").touch()
    dialog.form.save_as(tmp_path / "a file" / "scores.tsv")
    compute()
    assert "The table cannot be written" in banners(dialog)


def test_scores_of_the_background_are_told_and_closing_the_window_asks(qtbot, session, dialog, take_in, tmp_path):
    take_in(cells(tmp_path))
    QTest.mouseClick(dialog.compute, _LEFT)
    dialog.background.click()
    assert not session.window.close()
    (question,) = session.window.findChildren(LeaveWork)
    assert question.isVisible() and "Scoring study is not done" in words(question)
    question.go_on.click()
    until(qtbot, lambda: not dialog.scorer.running)
    (notice,) = session.desk.notices.standing
    assert notice.message == "Scores of 3 cell types are computed"
    dict(notice.actions)["Show the report"]()
    assert dialog.isVisible() and dialog.scorer.state is State.SCORED


# --- ways to it, keys, memory


def test_cells_that_are_dropped_on_the_window_open_it(qtbot, session, tmp_path):
    path = folder(tmp_path / "m", made.cells())
    assert drop(session.window, cells(tmp_path), path)
    (dialog,) = session.window.findChildren(ScoringDialog)
    looked_at(qtbot, dialog.scorer)
    assert [row[0] for row in texts(dialog.files.table)] == ["study.h5ad", "m"]
    assert session.window.findChild(BuildDialog) is None


def test_the_empty_section_of_a_gene_leads_to_it(qtbot, begin):
    session = begin("TP53")
    page = session.desk.tabs.current.page
    page.show_section("Cells")
    settle()
    page.exits.follow("action:score-cells")
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
    compute()
    first = {row[0]: row[4] for row in texts(dialog.report.table)}
    assert first["B cell"].startswith(("CD79A", "CD79B", "MS4A1", "CD74"))
    assert {row["replication"] for row in rows_of(dialog.scorer.order.target)} == {"pseudoreplicated"}
