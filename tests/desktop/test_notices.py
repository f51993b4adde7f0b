import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from atlasview.desktop.notices import NoticeArea, Notices
from atlasview.records.trouble import Trouble


@pytest.fixture
def notices(qapp):
    return Notices()


@pytest.fixture
def area(qtbot, theme, notices):
    area = NoticeArea(theme, notices)
    qtbot.addWidget(area)
    area.resize(900, 200)
    return area


def said(area):
    return [label.text() for label in area.findChildren(QLabel) if not label.parent().isHidden()]


def test_a_success_goes_by_itself_and_a_problem_stays(qtbot, notices, area):
    notices.success_stays = 30
    notices.tell("Saved a.svg", "/tmp")
    notices.tell("Disk full", "free some space", "problem")
    assert notices.problems == 1
    qtbot.waitUntil(lambda: [notice.message for notice in notices.standing] == ["Disk full"])
    qtbot.wait(60)
    assert said(area) == ["Disk full", "free some space"]


def test_the_area_is_there_only_while_there_is_something_to_read(notices, area):
    assert area.isHidden()
    notice = notices.tell("Disk full", kind="problem")
    assert not area.isHidden()
    notices.dismiss(notice)
    assert area.isHidden()
    notices.dismiss(notice)


def test_the_close_mark_dismisses(qtbot, notices, area):
    notices.tell("Disk full", kind="problem")
    area.findChild(QToolButton).click()
    assert notices.standing == ()


def test_actions_stand_in_the_same_line_and_do_what_they_say(notices, area):
    done = []
    notices.tell("Saved a.svg", actions=(("Show in folder", lambda: done.append("shown")),))
    button = area.findChild(QPushButton)
    assert button.text() == "Show in folder"
    button.click()
    assert done == ["shown"]


def test_trouble_says_what_where_and_what_to_do(notices):
    notices.tell_trouble(Trouble("the file may not be written", "figures/a.svg", "choose another folder"))
    (notice,) = notices.standing
    assert notice.kind == "problem"
    assert notice.message == "The file may not be written"
    assert notice.detail == "figures/a.svg. Choose another folder"


def test_the_same_message_is_not_said_twice_and_a_flood_is_cut(notices):
    for _ in range(5):
        notices.tell("Disk full", kind="problem")
    assert len(notices.standing) == 1
    for number in range(20):
        notices.tell(f"Problem {number}", kind="problem")
    assert [notice.message for notice in notices.standing][-1] == "Problem 19"
    assert len(notices.standing) == 4


def test_markup_in_a_message_is_text(notices, area):
    notices.tell("<b>x</b> & <img src=x>", kind="warning")
    assert "<b>x</b> & <img src=x>" in said(area)


def test_screen_readers_hear_the_kind(notices, area):
    notices.tell("Disk full", "free some space", "problem")
    banner = area.findChild(QLabel).parent()
    assert banner.accessibleName() == "Problem: Disk full"
    assert banner.accessibleDescription() == "free some space"


def test_an_unknown_kind_is_a_mistake(notices):
    with pytest.raises(ValueError, match="toast"):
        notices.tell("x", kind="toast")


@pytest.mark.parametrize("width", [480, 800, 1440])
def test_a_message_takes_as_many_lines_as_its_words_need(qtbot, notices, area, width):
    why = "Most often a copy from a stick or a share was cut short, or a download did not finish. " * 2
    notices.tell("human.atlas is damaged and was not opened", why, "problem", (("Check again", bool),))
    area.resize(width, area.height())
    area.show()
    area.resize(width, area.heightForWidth(width))
    qtbot.waitUntil(lambda: area.height() == area.heightForWidth(width))
    shown = [label for label in area.findChildren(QLabel) if label.text()]
    assert len(shown) == 2
    for label in shown:
        assert label.height() >= label.heightForWidth(label.width())
        assert label.wordWrap()


def test_a_short_message_is_one_line(qtbot, notices, area):
    notices.tell("Disk full", "free some space", "problem")
    area.show()
    title, detail = (label for label in area.findChildren(QLabel) if label.text())
    qtbot.waitUntil(lambda: title.y() == detail.y() and detail.x() > title.geometry().right())
    assert not detail.wordWrap()
