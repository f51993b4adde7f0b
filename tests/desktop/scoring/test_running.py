"""The run: a table and an atlas out, cancelled, killed, in the background, from far down in a damaged file."""

import os
import signal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atlasview.atlas.check import check_atlas
from atlasview.desktop.building.builder import State as BuildState
from atlasview.desktop.building.dialog import BuildDialog
from atlasview.desktop.dialogs.leave_work import LeaveWork
from atlasview.desktop.scoring.scorer import State
from atlasview.desktop.work_status import WorkStatus
from atlasview.records.place import Kind, Place
from tests.desktop.building.parts import PATIENCE, strays, until
from tests.desktop.building.test_dialog import drop
from tests.desktop.scoring.parts import (
    banners,
    cells,
    many_cells,
    rows_of,
    texts,
    with_columns,
    words,
)
from tests.significance import made

_LEFT = Qt.MouseButton.LeftButton


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
    until(qtbot, lambda: desk.opening.path == building.builder.wish.target)
    until(qtbot, lambda: desk.tabs.current is not None and desk.tabs.current.page is not None)
    desk.open_place(Place(Kind.GENE, "HGNC:6024"))
    until(qtbot, lambda: desk.tabs.current.page.accessibleName().startswith("IL7R"))
    mine = [one for one in desk.tabs.current.page.profile.significance if one.scores.dataset == "My study"]
    assert {one.scores.cell_type for one in mine} == set(made.TYPES) and {one.scores.donors for one in mine} == {4}
    source = desk.tabs.current.page.profile.sources[mine[0].scores.source]
    assert (source.licence, source.redistributable, source.conditions) == ("CC-BY-4.0", True, "attribution")


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


def test_values_that_are_wrong_far_down_are_told_and_nothing_is_left(dialog, take_in, compute, tmp_path):
    data = made.cells(donors=4, per_group=3400, genes=130)
    data["counts"][-1, -1] = 0.5  # behind the blocks that a look reads
    take_in(with_columns(tmp_path / "a.h5ad", data, sort="dense"))
    assert "counts in X" in dialog.found.words.text()
    target = dialog.form.target()
    target.write_text("what was there before")
    compute()
    assert dialog.scorer.state is State.CHOOSING
    assert "log-normalised, not counts" in banners(dialog) and "Choose another matrix" in banners(dialog)
    assert target.read_text() == "what was there before" and strays(tmp_path) == []


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
    until(qtbot, lambda: dialog.isVisible() and "ended from outside" in banners(dialog))
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
