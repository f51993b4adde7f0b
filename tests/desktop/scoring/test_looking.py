"""What is in files of cells is said before anything begins, and what cannot be done, with the way out of it."""

import gzip
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from atlasview.desktop.scoring.choices import ONE_DONOR
from atlasview.desktop.scoring.dialog import ScoringDialog
from tests.desktop.scoring.parts import (
    banners,
    cells,
    changed,
    choose,
    limits,
    looked_at,
    not_a_number,
    scaled,
    texts,
    truncated,
    with_columns,
    without,
)
from tests.significance import made
from tests.significance.test_tenx import folder


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
    assert dialog.found.title.text() == (
        "144 of 144 cells, 30 genes (0 in the open atlas), 3 cell types, 4 donors, no context"
    )
    assert texts(dialog.found.table)[0] == ["B cell", "48", "B cell", "CL:0000236", "name"]
    assert "4 donors: scores are marked few donors" in limits(dialog)
    assert "Takes a few seconds" in dialog.form.time_words.text()
    assert dialog.compute.isEnabled() and banners(dialog) == ""


def test_what_gives_no_score_is_said_instead_of_computed(dialog, take_in, tmp_path):
    take_in(cells(tmp_path, per_group=9))
    assert "No score can be given, no donor has 10 cells of any cell type" in banners(dialog)
    assert not dialog.compute.isEnabled()
    assert [row[0] for row in texts(dialog.found.table)] == ["B cell", "T cell", "monocyte"]


def test_a_label_says_by_what_it_is_known(qtbot, dialog, take_in, tmp_path):
    take_in(cells(tmp_path))
    choose(dialog.form.cell_type, "type")
    looked_at(qtbot, dialog.scorer)
    assert [row[-1] for row in texts(dialog.found.table)] == ["identifier"] * 3


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
