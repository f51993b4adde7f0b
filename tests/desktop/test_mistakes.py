import sys
import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from atlasview.desktop.dialogs.bug_report import BugReport
from atlasview.desktop.mistakes import Mistakes
from atlasview.desktop.notices import Notices
from atlasview.desktop.trouble_page import TroublePage
from atlasview.records.trouble import Trouble


def test_a_mistake_is_logged_and_told_and_the_window_lives_on(qtbot, session, caplog):
    sys.excepthook(ZeroDivisionError, ZeroDivisionError("division by zero"), None)
    notices = session.desk.notices
    qtbot.waitUntil(lambda: notices.problems == 1)
    (notice,) = notices.standing
    assert notice.message == "AtlasView made a mistake"
    assert "division by zero" in notice.detail
    assert [record.name for record in caplog.records if record.levelname == "ERROR"] == ["atlasview"]
    caplog.clear()
    button = next(one for one in session.window.notice_area.findChildren(QPushButton) if one.text() == "Report…")
    button.click()
    report = session.window.findChild(BugReport)
    report.copy.click()
    copied = QApplication.clipboard().text()
    assert copied == report.text.toPlainText()
    assert "ZeroDivisionError: division by zero" in copied and "AtlasView 0." in copied
    assert session.window.isVisible()


def test_an_exception_in_a_slot_comes_here(qtbot, session, caplog):
    def stumble():
        raise LookupError("no such shelf")

    with qtbot.captureExceptions():
        session.desk.mistakes.install()
        QTimer.singleShot(0, stumble)
        qtbot.waitUntil(lambda: session.desk.notices.problems == 1)
        session.desk.mistakes.remove()
    assert session.desk.notices.standing[0].detail == "LookupError: no such shelf"
    caplog.clear()


def test_breaking_off_from_the_keyboard_is_no_mistake(qapp, monkeypatch):
    passed_on = []
    monkeypatch.setattr(sys, "excepthook", lambda *arguments: passed_on.append(arguments[0]))
    before, notices = sys.excepthook, Notices()
    mistakes = Mistakes(lambda: notices)
    mistakes.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    mistakes.remove()
    assert passed_on == [KeyboardInterrupt]
    assert sys.excepthook is before
    assert notices.standing == ()


def test_a_mistake_of_a_thread_comes_here_too(qtbot, session, caplog):
    def stumble():
        raise LookupError("in a thread")

    thread = threading.Thread(target=stumble)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: session.desk.notices.problems == 1)
    assert "in a thread" in session.desk.notices.standing[0].detail
    caplog.clear()


def test_where_telling_fails_itself_it_is_not_tried_for_ever(qtbot, qapp, caplog):
    asked = []

    def broken():
        asked.append(1)
        raise RuntimeError("no room for messages")

    mistakes = Mistakes(broken)
    with qtbot.captureExceptions():
        mistakes.install()
        for _ in range(3):
            mistakes.report(LookupError("no such shelf"))
        qtbot.waitUntil(lambda: len(mistakes.met) == 2)
        qtbot.wait(50)
        mistakes.remove()
    assert asked == [1]
    assert [mistake.what for mistake in mistakes.met] == [
        "LookupError: no such shelf",
        "RuntimeError: no room for messages",
    ]
    caplog.clear()


def test_trouble_that_nobody_caught_is_told_as_trouble(qtbot, session):
    session.desk.mistakes.report(Trouble("the file may not be written", "a.svg", "choose another folder"))
    qtbot.waitUntil(lambda: session.desk.notices.problems == 1)
    assert session.desk.notices.standing[0].message == "The file may not be written"
    assert session.desk.mistakes.met == ()


def test_an_atlas_that_breaks_a_part_of_ours_is_reported(session, caplog):
    session.desk.opening.refuse(KeyError("seal"))
    assert [mistake.what for mistake in session.desk.mistakes.met] == ["KeyError: 'seal'"]
    assert session.window.findChild(TroublePage).isVisible()
    caplog.clear()
