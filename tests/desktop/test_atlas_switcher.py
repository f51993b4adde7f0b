"""The list of atlases at the foot of the window: what was open lately, shared between windows."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from atlasview.bundled import starter_atlas
from atlasview.desktop.settings import Settings
from atlasview.home.recent import recents
from atlasview.home.settings_file import read_settings
from tests.desktop.building.parts import until


@pytest.fixture
def copy(tmp_path, small_atlas_path):
    path = tmp_path / "small & tidy.atlas"
    shutil.copyfile(small_atlas_path, path)
    return path


def described(session, path=None):
    opening = session.desk.opening
    return lambda: opening.manifest is not None and opening.path == (path or starter_atlas())


def entries(menu):
    return {action.text().split("\t")[0]: action for action in menu.actions() if "\t" in action.text()}


def shown(session) -> QMenu:
    QTest.mouseClick(session.window.status.atlas, Qt.MouseButton.LeftButton)
    return next(one for one in session.window.findChildren(QMenu, "atlas-switcher") if one.isVisible())


def test_it_lists_what_was_open_with_its_counts_and_opens_it(qtbot, begin, copy, home):
    session = begin(place="IL21", home=home)
    until(qtbot, described(session))
    session.desk.opening.open(copy)
    until(qtbot, described(session, copy))
    small = str(session.desk.opening.label)
    menu = shown(session)
    found = entries(menu)
    assert list(found) == [small, "Starter atlas 2026.11"]
    assert found[small].isChecked() and found[small].text().endswith("\t7 genes, 2 proteins")
    assert found[small].toolTip() == str(copy)
    assert menu.activeAction() is found["Starter atlas 2026.11"]
    ways = [action.objectName() for action in menu.actions()][-4:]
    assert ways == ["open-atlas", "open-starter", "build-atlas", "atlas-information"]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    until(qtbot, lambda: session.desk.opening.path == starter_atlas() and session.desk.opening.label is not None)


def test_it_opens_by_its_key_and_the_atlas_that_is_open_stays(qtbot, session):
    until(qtbot, described(session))
    session.window.actions_by_id["switch-atlas"].trigger()
    (menu,) = session.window.findChildren(QMenu, "atlas-switcher")
    tabs = session.desk.tabs.count
    next(iter(entries(menu).values())).trigger()
    assert session.desk.tabs.count == tabs
    menu.close()


def test_one_that_has_gone_is_told_and_can_be_forgotten(qtbot, begin, copy, home):
    session = begin(place="IL21", home=home)
    session.desk.opening.open(copy)
    until(qtbot, described(session, copy))
    small = str(session.desk.opening.label)
    session.desk.opening.open_starter()
    until(qtbot, described(session))
    copy.unlink()
    menu = shown(session)
    entries(menu)[small].trigger()
    menu.close()
    (notice,) = session.desk.notices.standing
    assert "is not there" in notice.message and notice.detail == str(copy)
    assert session.desk.opening.path == starter_atlas()
    dict(notice.actions)["Forget it"]()
    menu = shown(session)
    assert list(entries(menu)) == ["Starter atlas 2026.11"]
    menu.close()


def test_two_windows_share_the_list(qtbot, begin, copy, tmp_path, home):
    one = begin(place="IL21", home=home)
    until(qtbot, described(one))
    other = Settings(home)
    from atlasview.desktop.recent_atlases import RecentAtlases

    RecentAtlases(other).note(copy, one.desk.opening.manifest)
    other.keep()
    menu = shown(one)
    assert len(entries(menu)) == 2
    menu.close()
    one.settings.keep()
    kept = recents(read_settings(home).values["recent-atlases"])
    assert {recent.path for recent in kept} == {"", str(copy)}
