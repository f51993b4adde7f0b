"""The report of our own mistakes: complete, in one dialog, without the person's own folder, never sent."""

import platform
import sqlite3
from dataclasses import replace
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

from atlasview import __version__
from atlasview.desktop.dialogs.bug_report import BugReport
from atlasview.desktop.dialogs.save_file import SaveFile
from atlasview.desktop.pages.section import Section


def stumble(session, words="no such shelf"):
    try:
        raise LookupError(words)
    except LookupError as error:
        session.desk.mistakes.report(error)


@pytest.fixture
def report(qtbot, session, caplog):
    """The open report after one mistake, made after something was done."""
    session.window.actions_by_id["text-normal"].trigger()
    stumble(session)
    qtbot.waitUntil(lambda: session.desk.notices.problems == 1)
    ((label, act),) = session.desk.notices.standing[0].actions
    assert label == "Report…"
    act()
    caplog.clear()
    return session.window.findChild(BugReport)


def test_it_says_all_that_is_needed(session, report):
    text = report.text.toPlainText()
    label = session.desk.opening.label
    expected = (
        "LookupError: no such shelf",
        "Traceback (most recent call last):",
        "Done before: text-normal",
        f"AtlasView  {__version__}",
        platform.python_version(),
        f"Qt         {qVersion()}",
        f"PySide6    {PySide6.__version__}",
        f"SQLite     {sqlite3.sqlite_version}",
        platform.platform(),
        label.name,
        label.version,
        label.sha256,
        "action text-normal",
        "sent nothing",
    )
    assert [words for words in expected if words not in text] == []


def test_the_persons_own_folder_is_not_in_it(qtbot, session, report, monkeypatch, caplog):
    monkeypatch.setenv("HOME", str(Path(__file__).parents[3]))
    stumble(session, f"cannot find {Path(__file__)}")
    qtbot.waitUntil(lambda: "2 mistakes" in report._head.text())
    text = report.text.toPlainText()
    assert str(Path(__file__).parents[3]) not in text
    assert "~/tests/desktop/dialogs/test_bug_report.py" in text
    caplog.clear()


def test_several_mistakes_are_one_message_and_one_dialog(qtbot, session, report, caplog):
    for number in range(30):
        stumble(session, f"shelf {number % 3}")
    qtbot.waitUntil(lambda: "31 mistakes" in report._head.text())
    text = report.text.toPlainText()
    assert [f"shelf {number}" in text for number in range(3)] == [True] * 3
    assert "10 times" in text
    assert len(session.window.findChildren(BugReport)) == 1
    qtbot.waitUntil(lambda: "30 more" in session.desk.notices.standing[0].detail)
    assert session.desk.notices.problems == 1
    assert len([one for one in caplog.records if one.levelname == "ERROR"]) == 3
    caplog.clear()


def test_the_first_of_very_many_different_ones_stay(qtbot, session, report, caplog):
    for number in range(40):
        stumble(session, f"other {number}")
    qtbot.waitUntil(lambda: len(session.desk.mistakes.met) == 10)
    qtbot.wait(50)
    assert "no such shelf" in report.text.toPlainText() and "other 39" not in report.text.toPlainText()
    caplog.clear()


def test_it_is_copied_and_saved_as_it_is_shown(session, report, monkeypatch, tmp_path):
    shown = report.text.toPlainText()
    report.copy.click()
    assert QApplication.clipboard().text() == shown
    asked: list[str] = []

    def answer(_cls, _parent, _title, suggested, _kinds):
        asked.append(suggested.name)
        return tmp_path / "r.txt"

    monkeypatch.setattr(SaveFile, "ask", classmethod(answer))
    report.save.click()
    assert (tmp_path / "r.txt").read_text(encoding="utf-8") == shown
    assert asked[0].startswith("atlasview-report-") and asked[0].endswith(".txt")


def test_a_report_that_cannot_be_saved_is_told_and_stays(session, report, monkeypatch, tmp_path):
    monkeypatch.setattr(SaveFile, "ask", classmethod(lambda *_: tmp_path / "none" / "r.txt"))
    report.save.click()
    assert "no such folder" in session.desk.notices.standing[-1].message
    assert report.isVisible()


def test_without_a_mistake_it_says_what_runs(session):
    session.window.actions_by_id["report"].trigger()
    report = session.window.findChild(BugReport)
    assert "Nothing went wrong" in report._head.text()
    assert "No mistake was met" in report.text.toPlainText() and "SQLite" in report.text.toPlainText()


def test_a_section_that_fails_leads_to_the_report(qtbot, session, caplog):
    def fail():
        raise KeyError("pmid")

    page = session.desk.tabs.current.page
    section = next(one for one in page.findChildren(Section) if one.plan.name == "Citations")
    section.plan = replace(section.plan, build=fail)
    page.show_section("Citations")
    qtbot.waitUntil(lambda: section.body is not None)
    assert session.desk.notices.problems == 0
    section.body._report.click()
    report = session.window.findChild(BugReport)
    assert "KeyError: 'pmid'" in report.text.toPlainText() and "Traceback" in report.text.toPlainText()
    caplog.clear()
