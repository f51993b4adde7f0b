"""What is dropped on the window: an atlas opens, files to build from open the dialog with them."""

import shutil

from atlasview.bundled import starter_atlas
from atlasview.desktop.building.dialog import BuildDialog
from tests.desktop.building.parts import many_genes, small_files, until
from tests.desktop.building.test_dialog import drop


def test_an_atlas_opens(qtbot, session, tmp_path):
    path = tmp_path / "Colleague.ATLAS"
    shutil.copyfile(starter_atlas(), path)
    assert drop(session.window, path)
    until(qtbot, lambda: session.desk.opening.label is not None and session.desk.opening.path == path)
    assert session.window.findChild(BuildDialog) is None


def test_files_and_folders_open_the_dialog_with_them(qtbot, session, tmp_path):
    folder = small_files(tmp_path / "files")
    assert drop(session.window, folder)
    dialog = session.window.findChild(BuildDialog)
    assert dialog.isVisible()
    until(qtbot, lambda: not dialog.builder.looking)
    assert sorted(row.name for row in dialog.builder.files) == ["gene_info.txt", "goa.gaf", "hgnc.txt"]
    assert session.desk.opening.path == starter_atlas()


def test_files_that_come_while_an_atlas_is_built_are_not_lost_in_silence(qtbot, session, tmp_path):
    drop(session.window, many_genes(tmp_path / "files"))
    dialog = session.window.findChild(BuildDialog)
    until(qtbot, lambda: not dialog.builder.looking)
    dialog.build.click()
    assert drop(session.window, small_files(tmp_path / "more"))
    assert any("were not taken in" in notice.message for notice in session.desk.notices.standing)
    dialog.builder.cancel()
    until(qtbot, lambda: not dialog.builder.running)


def test_words_and_addresses_are_left_alone(session):
    from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
    from PySide6.QtGui import QDragEnterEvent
    from PySide6.QtWidgets import QApplication

    data = QMimeData()
    data.setUrls([QUrl("https://www.uniprot.org")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(session.window, enter)
    assert not enter.isAccepted()


def test_of_several_atlases_one_opens_and_the_others_are_named(qtbot, session, tmp_path):
    paths = [tmp_path / f"{name}.atlas" for name in ("one", "two", "three")]
    for path in paths:
        shutil.copyfile(starter_atlas(), path)
    assert drop(session.window, *paths)
    until(qtbot, lambda: session.desk.opening.path == paths[0])
    (notice,) = session.desk.notices.standing
    assert notice.detail == "Not opened: two.atlas, three.atlas" and notice.kind == "warning"
