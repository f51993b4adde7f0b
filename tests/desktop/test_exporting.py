import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from atlasview.desktop.actions import ACTIONS
from atlasview.desktop.dialogs.figure_dialog import FigureDialog
from atlasview.desktop.dialogs.save_file import SaveFile
from atlasview.records.sequence import crc64

ACTIONS_OF_EXPORTS = {
    spec.id for spec in ACTIONS if spec.id.startswith(("export", "copy-f", "copy-cit", "document", "print"))
}


def test_a_sequence_is_saved_under_its_suggested_name(session, asked, take, tmp_path):
    take(session, "export-sequence")
    (call,) = asked
    saved = tmp_path / "IL21_sequence_starter-2026.11.fasta"
    assert call[1] == saved
    header, *lines = saved.read_text(encoding="utf-8").splitlines()
    assert header.startswith(">sp|Q9HBE4|IL21_HUMAN")
    assert crc64("".join(lines)) == "54EFD4EED3AB97FE"


def test_success_names_the_file_and_offers_its_folder(session, asked, told, tmp_path, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    notice = told(session, "export-sequence")
    assert notice.kind == "success"
    assert notice.message.startswith("Saved IL21_sequence")
    assert opened == []
    session.window.notice_area.findChild(QPushButton).click()
    assert opened == [str(tmp_path)]


def test_going_back_in_the_dialog_writes_nothing(session, tmp_path, monkeypatch):
    monkeypatch.setattr(SaveFile, "ask", classmethod(lambda *_: None))
    session.window.actions_by_id["export-sequence"].trigger()
    assert list(tmp_path.glob("IL21*")) == []
    assert session.desk.notices.standing == ()


def test_a_folder_that_is_gone_is_told_and_nothing_is_lost(session, told, tmp_path, monkeypatch):
    monkeypatch.setattr(SaveFile, "ask", classmethod(lambda *_: tmp_path / "gone" / "a.fasta"))
    notice = told(session, "export-sequence")
    assert notice.kind == "problem"
    assert "folder" in notice.message + notice.detail
    assert session.desk.tabs.current.page.title() == "IL21"


def test_a_gene_without_scores_says_that_there_is_nothing_to_save(begin, asked, tmp_path):
    session = begin(place="TP53")
    session.window.actions_by_id["export-landscape"].trigger()
    (notice,) = session.desk.notices.standing
    assert notice.kind == "problem"
    assert asked == []
    assert list(tmp_path.glob("*.svg")) == []


def test_the_next_file_is_offered_where_the_last_one_went(session, take, tmp_path, monkeypatch):
    elsewhere = tmp_path / "figures"
    elsewhere.mkdir()
    monkeypatch.setattr(SaveFile, "ask", classmethod(lambda *_: elsewhere / "a.fasta"))
    take(session, "export-sequence")
    assert session.settings.save_folder == elsewhere


def test_a_page_offers_what_it_has(begin):
    session = begin(place="GO:0005125")
    enabled = {name for name in ACTIONS_OF_EXPORTS if session.window.actions_by_id[name].isEnabled()}
    assert enabled == {"export", "export-genes", "export-table", "document", "print"}


@pytest.mark.parametrize(("section", "view"), [("Cells", "landscape"), ("Overview", "domains")])
def test_what_is_in_view_decides_what_is_exported(qtbot, session, monkeypatch, section, view):
    asked = []
    monkeypatch.setattr(FigureDialog, "ask", classmethod(lambda *arguments: asked.append(arguments[4].view)))
    session.desk.tabs.current.page.show_section(section)
    qtbot.waitUntil(lambda: session.desk.tabs.current.page.section() == section)
    session.window.actions_by_id["export"].trigger()
    assert asked == [view]
