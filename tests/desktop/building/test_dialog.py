"""The dialog in the real window: files in, an atlas out, by mouse, by keyboard and by dropping."""

import json
import os
import shutil
import signal

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from atlasview.atlas.check import check_atlas
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.bundled import starter_atlas
from atlasview.desktop.building.builder import State
from atlasview.desktop.building.dialog import BuildDialog
from atlasview.desktop.dialogs.leave_work import LeaveWork
from atlasview.desktop.dialogs.save_file import SaveFile
from atlasview.desktop.guide.window import GuideWindow
from atlasview.desktop.work_status import WorkStatus
from atlasview.records.place import Kind, Place
from tests.building.public_files import write_hgnc
from tests.building.test_additions import built
from tests.building.test_read_again import write_entry
from tests.desktop.building.parts import PATIENCE, cut_short, drop, many_genes, small_files, strays, until
from tests.desktop.showing import settle

_COPY, _LEFT, _NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def cells(dialog: BuildDialog) -> list[list[str]]:
    model = dialog.files.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def banners(dialog: BuildDialog) -> str:
    return "\n".join(
        one.accessibleName() for one in dialog.findChildren(QWidget, "build-dialog-banner") if one.isVisible()
    )


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_it_stands_beside_the_window_once_and_says_what_it_wants(session, dialog):
    session.window.actions_by_id["build-atlas"].trigger()
    assert session.window.findChildren(BuildDialog) == [dialog]
    assert dialog.isVisible() and not dialog.isModal()
    assert not dialog.build.isEnabled()
    assert dialog.build.accessibleDescription() == "add files first"
    assert dialog.files.add_files.hasFocus() or dialog.focusWidget() is dialog.files.add_files


def test_what_an_atlas_can_be_made_of_is_said_before_there_is_a_file(qtbot, dialog, take_in, tmp_path):
    until(qtbot, lambda: "HGNC" in dialog.files.missing.toPlainText())
    assert dialog.files.missing.isVisible()
    begun = dialog.files.missing.toPlainText()
    assert begun.startswith("What an atlas can be made of")
    assert all(name in begun for name in ("NCBI Gene", "UniProtKB", "genenames.org", "Open its page"))
    take_in(small_files(tmp_path / "files"))
    left = dialog.files.missing.toPlainText()
    assert left.startswith("Not handed in")
    assert "HGNC:" not in left and "UniProtKB:" in left


def test_every_field_and_button_has_a_name_to_speak(dialog, take_in, tmp_path):
    take_in(small_files(tmp_path / "files"))
    for widget in dialog.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            text = getattr(widget, "text", str)()
            assert widget.accessibleName() or text, widget


def test_the_assembly_is_asked_for_where_a_file_does_not_say_it(qtbot, dialog, take_in, build, tmp_path):
    folder = small_files(tmp_path / "files")
    row = ("NM_002185", "chr5", "+", "35856890", "35879603", "35857026", "35876484", "2", "35856890,35876000,")
    line = "\t".join((*row, "35857100,35879603,", "0", "IL7R", "cmpl", "cmpl", "0,1,"))
    (folder / "refGene.txt").write_text(line + "\n")
    take_in(folder)
    last = len(cells(dialog)) - 1
    assert "does not say which genome assembly" in cells(dialog)[last][1]
    assert "the genome assembly must be said: select it" in dialog.files.said.text()
    assert dialog.files.assembly.isVisible() and not dialog.files.assembly.isEnabled()
    dialog.files.table.selectRow(last)
    assert dialog.files.assembly.isEnabled()
    (chosen,) = (one for one in dialog.files.assembly.menu().actions() if one.text() == "GRCh37 (hg19)")
    chosen.trigger()
    settle()
    (kind,) = (row[1] for row in cells(dialog) if row[0] == "refGene.txt")
    assert kind.endswith("· GRCh37")
    assert "must be said" not in dialog.files.said.text()
    build()
    assert dialog.builder.state is State.BUILT, banners(dialog)
    with AtlasReader(dialog.form.target()) as reader:
        (transcript,) = gene_profile(reader, "HGNC:6024").transcripts
    assert (transcript.id, transcript.assembly) == ("NM_002185", "GRCh37")


def test_from_dropped_files_to_an_open_atlas(qtbot, session, dialog, take_in, build, tmp_path):
    take_in(small_files(tmp_path / "files"))
    assert sorted(row[:2] for row in cells(dialog))[0] == ["gene_info.txt", "NCBI gene_info"]
    assert "3 files recognised" in dialog.files.said.text()
    assert (
        "UniProtKB" in dialog.files.missing.toPlainText() and "uniprot.org, FTP" in dialog.files.missing.toPlainText()
    )
    dialog.form.name.setText("My genes")
    assert dialog.form.target() == tmp_path / "my-genes.atlas"
    build()
    assert dialog.builder.state is State.BUILT, banners(dialog)
    assert words(dialog.report_head).startswith("My genes 20")
    rows = {row[0]: row for row in cells(dialog)}
    assert rows["goa.gaf"][3:] == ["4", "1", "1", "1", "1"]
    assert "goa.gaf" in dialog.report.toPlainText() and "another organism" in dialog.report.toPlainText()
    assert check_atlas(tmp_path / "my-genes.atlas") == ()
    QTest.mouseClick(dialog.open_it, _LEFT)
    until(qtbot, lambda: session.desk.opening.label.name == "My genes" and session.desk.tabs.count)
    assert not dialog.isVisible()
    assert session.window.status.atlas.text().startswith("My genes")


def test_a_double_click_on_build_does_not_cancel(qtbot, session, dialog, take_in, tmp_path):
    take_in(many_genes(tmp_path / "files"))
    settle()
    at = dialog.build.mapTo(dialog, dialog.build.rect().center())
    QTest.mouseDClick(dialog.windowHandle(), _LEFT, _NONE, at)
    settle()
    assert dialog.cancel.geometry().contains(at)
    assert dialog.builder.running
    until(qtbot, lambda: not dialog.builder.running)
    assert dialog.builder.state is State.BUILT


def test_it_can_be_driven_by_the_keyboard_alone(qtbot, session, dialog, tmp_path, monkeypatch):
    files = sorted(small_files(tmp_path / "files").iterdir())
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in files], ""))
    QTest.keyClick(dialog.files.add_files, Qt.Key.Key_Space)
    until(qtbot, lambda: not dialog.builder.looking and dialog.builder.files)
    assert session.settings.data_folder == tmp_path / "files"
    table = dialog.files.table
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert len(dialog.builder.rows) == 2
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.builder.running
    until(qtbot, lambda: not dialog.builder.running)
    assert dialog.builder.state is State.BUILT


def test_a_folder_can_be_chosen_and_its_strangers_say_why(qtbot, dialog, tmp_path, monkeypatch):
    folder = small_files(tmp_path / "files")
    (folder / "notes.txt").write_text("milk, bread\n")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    dialog.files.add_folder.click()
    until(qtbot, lambda: not dialog.builder.looking and dialog.builder.files)
    assert cells(dialog)[-1][:2] == ["notes.txt", "Left out: no format that AtlasView reads"]
    assert "1 file left out" in dialog.files.said.text()


def test_nothing_that_is_read_cannot_be_built(qtbot, dialog, take_in, tmp_path):
    (tmp_path / "notes.txt").write_text("milk, bread\n")
    take_in(tmp_path / "notes.txt")
    assert not dialog.build.isEnabled()
    assert "None of these files is one that AtlasView reads" in banners(dialog)


def test_the_same_file_twice_is_said(dialog, take_in, tmp_path):
    folder = small_files(tmp_path / "files")
    take_in(folder)
    take_in(folder / "hgnc.txt")
    assert len(cells(dialog)) == 3
    assert "in the list already: hgnc.txt" in dialog.files.said.text()


def test_without_a_file_of_genes_a_line_says_so(dialog, take_in, tmp_path):
    take_in(small_files(tmp_path / "files") / "goa.gaf")
    assert "No file says which genes there are" in banners(dialog)
    assert dialog.build.isEnabled()


def test_while_it_builds_the_window_works_and_the_status_bar_tells(qtbot, session, dialog, take_in, tmp_path):
    take_in(many_genes(tmp_path / "files"))
    QTest.mouseClick(dialog.build, _LEFT)
    until(qtbot, lambda: dialog.builder.progress is not None and dialog.builder.progress.records > 0)
    status = session.window.status.findChild(WorkStatus)
    assert status.isVisible() and "Building Human atlas" in status.words.text()
    assert not drop(dialog.files, tmp_path / "files")
    dialog.background.click()
    assert not dialog.isVisible() and dialog.builder.running
    with qtbot.waitSignal(session.desk.tabs.shown, timeout=PATIENCE):
        session.desk.open_place(Place(Kind.GENE, "HGNC:6024"))
    assert session.desk.tabs.current.title == "IL7R" and dialog.builder.running
    status.cancel.click()
    until(qtbot, lambda: not dialog.builder.running)
    assert "cancelled" in session.window.status.message
    assert not status.isVisible()
    assert strays(tmp_path) == [] and not list(tmp_path.glob("*.atlas"))


def test_an_atlas_that_was_built_in_the_background_is_told(qtbot, session, dialog, take_in, tmp_path):
    take_in(small_files(tmp_path / "files"))
    QTest.mouseClick(dialog.build, _LEFT)
    dialog.background.click()
    until(qtbot, lambda: not dialog.builder.running)
    (notice,) = session.desk.notices.standing
    assert notice.message == "Human atlas is built" and "4 genes" in notice.detail
    dict(notice.actions)["Show the report"]()
    assert dialog.isVisible() and dialog.builder.state is State.BUILT


def test_what_stands_in_the_way_is_said_in_the_dialog(dialog, take_in, build, tmp_path):
    damaged = cut_short(tmp_path / "files")
    take_in(damaged)
    build()
    assert "The file breaks off" in banners(dialog) and str(damaged) in banners(dialog)
    assert cells(dialog)[0][1].startswith("Left out: the file breaks off")
    assert not list(tmp_path.glob("*.atlas")) and dialog.build.isVisible()


@pytest.mark.skipif(os.name != "posix", reason="ends processes as POSIX systems do")
def test_a_process_that_was_killed_in_the_background_brings_the_dialog_back(qtbot, dialog, take_in, tmp_path):
    take_in(many_genes(tmp_path / "files"))
    QTest.mouseClick(dialog.build, _LEFT)
    until(qtbot, lambda: dialog.builder.progress is not None)
    dialog.background.click()
    os.kill(dialog.builder.beside.process, signal.SIGKILL)
    until(qtbot, lambda: dialog.isVisible() and "ended from outside" in banners(dialog))


def test_an_atlas_that_is_open_is_replaced_and_opened_anew_with_its_pages(
    qtbot, begin, tmp_path, small_atlas_path, monkeypatch
):
    path = tmp_path / "open.atlas"
    shutil.copyfile(small_atlas_path, path)
    session = begin(place="IL7R", atlas=path)
    before = session.desk.opening.label
    dialog = session.desk.furnish().building.show([small_files(tmp_path / "files") / "gene_info.txt"])
    until(qtbot, lambda: not dialog.builder.looking)
    dialog.form.into._buttons["add"].click()
    assert dialog.form.target() == path
    assert "is replaced when the new one is complete" in dialog.form.replaces.text()
    dialog.build.click()
    until(qtbot, lambda: not dialog.builder.running)
    assert dialog.builder.state is State.BUILT, banners(dialog)
    opened = session.desk.opening
    until(qtbot, lambda: opened.label is not None and opened.label.sha256 != before.sha256)
    until(qtbot, lambda: session.desk.tabs.current is not None and session.desk.tabs.current.page is not None)
    assert session.desk.tabs.current.page.accessibleName().startswith("IL7R")
    assert dialog.builder.result.counts["genes"] >= 7


def test_the_starter_is_added_to_under_another_name(session, dialog):
    dialog.form.into._buttons["add"].click()
    assert dialog.form.wish().add_to == starter_atlas()
    assert dialog.form.target() != starter_atlas()


def test_the_report_is_saved(qtbot, session, dialog, take_in, build, tmp_path, monkeypatch):
    take_in(small_files(tmp_path / "files"))
    build()
    for name in ("report.json", "report.txt"):
        monkeypatch.setattr(SaveFile, "ask", classmethod(lambda *_, name=name: tmp_path / name))
        with qtbot.waitSignal(session.desk.exporting.saved, timeout=PATIENCE):
            dialog.save.click()
    document = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert {source["file"] for source in document["sources"]} == {"hgnc.txt", "gene_info.txt", "goa.gaf"}
    assert "hgnc.txt" in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_where_the_files_are_published_opens_only_on_a_click(dialog, take_in, tmp_path, qtbot):
    take_in(small_files(tmp_path / "files"))
    asked: list[str] = []
    dialog.outward.disconnect()
    dialog.outward.connect(asked.append)
    assert asked == []
    dialog.files.missing.anchorClicked.emit(QUrl("https://www.uniprot.org"))
    assert asked == ["https://www.uniprot.org"]


def test_an_organism_can_be_named_by_its_number(dialog):
    form = dialog.form
    form.organism.setCurrentIndex(form.organism.findData("10090"))
    form.organism.chosen.emit("10090")
    assert form.wish().taxon == 10090 and form.name.text() == "Mouse atlas"
    form.organism.choose("other")
    form.organism.chosen.emit("other")
    form.taxon.setValue(7955)
    assert form.taxon.isVisibleTo(form) and form.wish().taxon == 7955
    form.organism.choose("0")
    form.organism.chosen.emit("0")
    assert form.wish().taxon is None


def test_f1_opens_its_chapter(qtbot, session, dialog):
    dialog.activateWindow()
    dialog.form.name.setFocus()
    until(qtbot, lambda: QApplication.focusWidget() is dialog.form.name)
    QTest.keyClick(dialog.form.name, Qt.Key.Key_F1)
    guide = session.window.findChild(GuideWindow)
    assert guide is not None and guide.isVisible()
    assert str(guide._spot) == "building#what-the-atlas-is-to-be"


def test_closing_the_window_asks_first(qtbot, session, dialog, take_in, tmp_path):
    take_in(many_genes(tmp_path / "files"))
    QTest.mouseClick(dialog.build, _LEFT)
    until(qtbot, lambda: dialog.builder.progress is not None)
    assert not session.window.close()
    (question,) = session.window.findChildren(LeaveWork)
    assert question.isVisible() and "human-atlas.atlas" in words(question)
    question.go_on.click()
    assert session.window.isVisible() and dialog.builder.running
    assert not session.window.close()
    question = next(one for one in session.window.findChildren(LeaveWork) if one.isVisible())
    question.give_up.click()
    assert not session.window.isVisible()
    session.close()
    assert strays(tmp_path) == [] and not list(tmp_path.glob("*.atlas"))


def test_a_question_that_answers_itself_goes(qtbot, session, dialog, take_in, tmp_path):
    take_in(small_files(tmp_path / "files"))
    QTest.mouseClick(dialog.build, _LEFT)
    session.window.close()
    until(qtbot, lambda: not dialog.builder.running)
    settle()
    assert session.window.isVisible() and not [one for one in session.window.findChildren(LeaveWork) if one.isVisible()]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_follows_theme_and_text_size(session, dialog, take_in, tmp_path, scale):
    take_in(small_files(tmp_path / "files"))
    before = dialog.grab().toImage()
    session.theme.set_mode("dark")
    session.theme.set_text_scale(scale)
    settle()
    assert dialog.grab().toImage() != before
    for button in (dialog.build, dialog.leave, dialog.files.add_files, dialog.form.change):
        assert button.width() >= button.sizeHint().width(), button.text()


def test_looking_at_very_many_files_can_be_left(qtbot, dialog, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for at in range(3_000):
        (folder / f"{at}.txt").write_text("milk, bread\n")
    dialog.builder.add([folder])
    assert dialog.cancel.isVisible() and not dialog.build.isEnabled()
    dialog.cancel.click()
    until(qtbot, lambda: not dialog.builder.looking)
    assert len(dialog.builder.rows) < 3_000 and not dialog.cancel.isVisible()
    assert dialog.builder.trouble is None


def test_what_is_missing_is_reached_and_opened_by_the_keyboard(qtbot, dialog, take_in, tmp_path):
    take_in(small_files(tmp_path / "files"))
    asked: list[str] = []
    dialog.outward.disconnect()
    dialog.outward.connect(asked.append)
    missing = dialog.files.missing
    missing.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(missing, Qt.Key.Key_Tab)
    QTest.keyClick(missing, Qt.Key.Key_Return)
    assert len(asked) == 1 and asked[0].startswith("https://")


def test_the_report_names_a_file_that_is_worth_handing_in_again(qtbot, begin, tmp_path):
    path = tmp_path / "open.atlas"
    entry = write_entry(tmp_path)
    built(path, entry)
    session = begin(place="TSTA", atlas=path)
    dialog = session.desk.furnish().building.show([write_hgnc(tmp_path)])
    until(qtbot, lambda: not dialog.builder.looking)
    dialog.form.into._buttons["add"].click()
    dialog.build.click()
    until(qtbot, lambda: not dialog.builder.running)
    said = dialog.report.toPlainText()
    assert dialog.builder.state is State.BUILT, banners(dialog)
    (number,) = (facts for name, facts in dialog.builder.result.worth_again if name == "entry.txt")
    assert said.splitlines()[-3:] == [
        "Worth handing in again",
        "entry.txt",
        f"{number} facts led nowhere when it was read, and may lead somewhere now",
    ]
    for mode in ("light", "dark"):
        session.theme.set_mode(mode)
        settle()
        assert dialog.report.isVisible() and "Worth handing in again" in dialog.report.toPlainText()
        assert dialog.report.document().size().width() <= dialog.report.viewport().width()
