"""What is kept between two sittings at the window, and what happens where nothing can be kept."""

import json
import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from atlasview.bundled import starter_atlas
from atlasview.desktop import keeping
from atlasview.desktop.last_session import as_data, from_data
from atlasview.desktop.navigation import Trail
from atlasview.home.settings_file import read_settings, write_settings
from atlasview.records.place import Kind, Place, Residues

IL7R = Place(Kind.GENE, "HGNC:6024", "IL7R")
TFH = Place(Kind.CELL_TYPE, "CL:0002038", "T follicular helper cell")


@pytest.fixture
def colleague(tmp_path):
    path = tmp_path / "a colleague's #1.atlas"
    shutil.copyfile(starter_atlas(), path)
    return path


def told(session):
    return "\n".join(f"{notice.message}. {notice.detail}" for notice in session.desk.notices.standing)


def titles(session):
    bar = session.desk.tabs.strip.bar
    return [bar.tabText(at) for at in range(bar.count())]


def opens(qtbot, session, place, new_tab=False):
    with qtbot.waitSignal(session.desk.tabs.shown):
        session.desk.open_place(place, new_tab)


def test_look_and_window_are_as_they_were(begin, home):
    first = begin(home=home, size=(700, 500))
    first.window.actions_by_id["theme-dark"].trigger()
    first.window.actions_by_id["text-larger"].trigger()
    first.window.actions_by_id["side-panel"].trigger()
    shown = first.window.side_panel_wanted
    first.window.side_room.set_wanted(300)
    first.close()
    second = begin(home=home, size=None)
    assert (second.theme.mode, second.theme.text_scale) == ("dark", 1.1)
    assert second.window.size().toTuple() == (700, 500)
    assert second.window.side_panel_wanted == shown
    assert second.window.side_room.wanted == 300
    assert second.window.actions_by_id["theme-dark"].isChecked()


@pytest.mark.parametrize("state", [Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen])
def test_a_window_that_filled_the_screen_fills_it_again(begin, home, state):
    first = begin(home=home, size=(700, 500))
    first.window.setWindowState(state)
    first.window.close()
    first.close()
    second = begin(home=home, size=None)
    assert second.window.windowState() & state
    assert second.window.actions_by_id["full-screen"].isChecked() == (state == Qt.WindowState.WindowFullScreen)


def test_the_side_panel_is_made_wider_by_its_edge_and_usual_again(begin, home):
    session = begin(home=home, size=(1400, 700))
    room = session.window.side_room
    usual = room.width()
    edge = room._edge
    QTest.mousePress(edge, Qt.MouseButton.LeftButton, pos=QPoint(3, 50))
    QTest.mouseMove(edge, QPoint(63, 50))
    QTest.mouseRelease(edge, Qt.MouseButton.LeftButton, pos=QPoint(63, 50))
    assert abs(room.width() - usual - 57) < 10
    QTest.mouseDClick(edge, Qt.MouseButton.LeftButton)
    assert room.width() == usual


def test_pages_come_back_with_their_ways_and_are_read_when_they_are_seen(qtbot, begin, home):
    first = begin(home=home)
    opens(qtbot, first, IL7R)
    opens(qtbot, first, TFH, new_tab=True)
    first.close()
    second = begin(place="", home=home)
    assert titles(second) == ["IL7R", "T follicular helper cell"]
    tabs = second.desk.tabs
    assert tabs.current.page.title() == "IL7R"
    assert tabs.current.trail.back.id == "HGNC:6005"
    assert tabs._tabs[1].page is None
    with qtbot.waitSignal(tabs.shown):
        tabs.turn(1)
    assert tabs.current.page.title() == "T follicular helper cell"
    assert second.desk.notices.standing == ()


def test_the_section_that_was_in_view_comes_back(qtbot, begin, home):
    first = begin(home=home)
    first.desk.tabs.current.page.show_section("Citations")
    qtbot.waitUntil(lambda: first.desk.tabs.current.page.section() == "Citations")
    first.close()
    second = begin(place="", home=home)
    qtbot.waitUntil(lambda: second.desk.tabs.current.page.section() == "Citations")


def test_a_place_that_is_named_opens_alone(qtbot, begin, home):
    first = begin(home=home)
    opens(qtbot, first, TFH, new_tab=True)
    first.close()
    assert titles(begin(place="IL7R", home=home)) == ["IL7R"]


def test_who_does_not_want_the_last_pages_does_not_get_them(qtbot, begin, home):
    first = begin(home=home)
    opens(qtbot, first, IL7R)
    first.settings["restore-session"] = False
    first.close()
    assert titles(begin(place="", home=home)) == ["IL7R"]


def test_a_page_that_the_atlas_holds_no_more_is_said_and_the_others_come(qtbot, begin, home):
    gone = Trail.resumed([Place(Kind.GENE, "HGNC:99999999", "GONE")], 0)
    there = Trail.resumed([IL7R], 0)
    begin(home=home).close()
    settings = json.loads((home / "settings.json").read_text())
    settings["session"] = as_data([gone, there], 0, None)
    (home / "settings.json").write_text(json.dumps(settings))
    session = begin(place="", home=home)
    qtbot.waitUntil(lambda: titles(session) == ["IL7R"])
    qtbot.waitUntil(lambda: session.desk.tabs.current.page is not None)
    assert "HGNC:99999999" in told(session)


def test_where_no_page_of_the_last_session_is_left_the_first_suggestion_opens(qtbot, begin, home):
    begin(home=home).close()
    settings = json.loads((home / "settings.json").read_text())
    settings["session"] = as_data([Trail.resumed([Place(Kind.GENE, "HGNC:99999999", "GONE")], 0)], 0, None)
    (home / "settings.json").write_text(json.dumps(settings))
    session = begin(place="", home=home)
    qtbot.waitUntil(lambda: titles(session) == ["IL7R"])
    qtbot.waitUntil(lambda: session.window.centre.currentWidget() is session.desk.tabs)


def test_the_last_atlas_opens_again_with_its_pages(qtbot, begin, home, colleague):
    first = begin(place="IL7R", atlas=colleague, home=home)
    first.close()
    second = begin(place="", home=home)
    assert second.desk.opening.path == colleague
    assert titles(second) == ["IL7R"]


def test_pages_of_one_atlas_are_not_opened_in_another(begin, home, colleague):
    begin(place="IL7R", atlas=colleague, home=home).close()
    assert titles(begin(place="", atlas=starter_atlas(), home=home)) == ["IL7R"]


def test_a_last_atlas_that_has_gone_is_told_and_not_forgotten(qtbot, begin, home, colleague):
    begin(place="IL7R", atlas=colleague, home=home).close()
    away = colleague.rename(colleague.with_suffix(".away"))
    second = begin(place="", home=home)
    assert second.desk.opening.path == starter_atlas()
    assert colleague.name in told(second) and "starter atlas" in told(second)
    second.close()
    assert read_settings(home).values["last-atlas"] == str(colleague)
    third = begin(place="", home=home)
    away.rename(colleague)
    again, _choose, _stay = third.desk.notices.standing[0].actions
    with qtbot.waitSignal(third.desk.tabs.shown):
        again[1]()
    assert third.desk.opening.path == colleague
    qtbot.waitUntil(lambda: titles(third) == ["IL7R"])


def test_who_stays_with_the_starter_is_not_asked_again(qtbot, begin, home, colleague):
    begin(place="IL7R", atlas=colleague, home=home).close()
    colleague.unlink()
    second = begin(place="", home=home)
    stay = second.desk.notices.standing[0].actions[-1]
    with qtbot.waitSignal(second.desk.tabs.shown):
        stay[1]()
    second.close()
    third = begin(place="", home=home)
    assert third.desk.notices.standing == ()
    assert third.desk.opening.path == starter_atlas()


def test_damaged_settings_are_set_aside_and_told(begin, home):
    home.mkdir()
    (home / "settings.json").write_bytes(b'{"theme": "da')
    session = begin(home=home)
    assert "settings is damaged" in told(session) and "settings-damaged.json" in told(session)
    assert (home / "settings-damaged.json").read_bytes() == b'{"theme": "da'
    session.close()
    assert begin(home=home).desk.notices.standing == ()


def test_a_home_that_cannot_be_used_is_told_once_and_everything_works(qtbot, begin, tmp_path):
    home = tmp_path / "file"
    home.write_text("mine")
    session = begin(home=home)
    assert told(session).count("Settings are not kept") == 1
    session.window.actions_by_id["theme-dark"].trigger()
    opens(qtbot, session, IL7R)
    session.desk._round.keeping._write()
    assert told(session).count("Settings are not kept") == 1
    session.window.actions_by_id["show-logs"].trigger()
    assert "nothing could be kept" in told(session)
    session.close()
    assert home.read_text() == "mine"


def test_what_changes_is_written_a_moment_later_not_only_at_the_end(qtbot, begin, home, monkeypatch):
    monkeypatch.setattr(keeping, "LATER", 20)
    session = begin(home=home)
    session.window.actions_by_id["theme-dark"].trigger()
    qtbot.waitUntil(lambda: read_settings(home).values.get("theme") == "dark")


def test_two_windows_do_not_undo_each_other(begin, home):
    one, other = begin(home=home), begin(home=home)
    one.window.actions_by_id["theme-dark"].trigger()
    one.close()
    other.settings["welcome"] = False
    other.close()
    kept = read_settings(home)
    assert kept.trouble is None
    assert (kept.values["theme"], kept.values["welcome"]) == ("dark", False)


def test_a_session_is_the_same_after_it_was_plain_data():
    ways = [
        Trail.resumed([replace(IL7R, section="Protein", residues=Residues(3, 9)), TFH], 0),
        Trail.resumed([Place(Kind.PUBLICATION, "PMID:11081504")], 0),
    ]
    back = from_data(json.loads(json.dumps(as_data(ways, 1, starter_atlas()))))
    assert [(trail.places, trail.position) for trail in back.trails] == [(one.places, one.position) for one in ways]
    assert (back.current, back.atlas) == (1, str(starter_atlas()))


def test_of_very_many_pages_those_round_the_seen_one_are_kept():
    places = [Place(Kind.GENE, f"HGNC:{number}") for number in range(1, 201)]
    ways = [Trail.resumed(places, 199) for _ in range(80)]
    back = from_data(as_data(ways, 79, None))
    assert len(back.trails) == 50
    assert back.trails[back.current].place == places[199]
    assert len(back.trails[0].places) == 30


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"atlas": 3, "tabs": []},
        {"atlas": "", "tabs": {"a": 1}},
        {"atlas": "", "tabs": [None, 3, {"places": "x"}, {"places": [None, {"id": 3, "kind": "gene"}]}]},
        {"atlas": "", "tabs": [{"places": [{"id": "x", "kind": "hologram"}]}]},
        {"atlas": "", "tabs": [{"places": [{"id": "x", "kind": "gene", "residues": [9, 3]}]}]},
        {"atlas": "", "tabs": [{"places": [{"id": "", "kind": "gene"}]}], "current": "x"},
    ],
)
def test_what_makes_no_sense_is_left_out(data):
    assert from_data(data).trails == ()


def test_of_two_windows_the_one_closed_last_is_the_one_that_comes_back(qtbot, begin, home):
    one = begin(home=home, place="IL21")
    opens(qtbot, one, IL7R, new_tab=True)
    one.desk.furnish().keeping._write()
    other = begin(home=home, place="JAK1")
    other.close()
    assert [tab["places"][0]["label"] for tab in read_settings(home).values["session"]["tabs"]] == ["JAK1"]
    one.close()
    again = begin(home=home, place="")
    assert titles(again) == ["IL21", "IL7R"]


def test_where_the_last_atlas_has_gone_the_keyboard_is_on_the_page_as_ever(qtbot, begin, home, tmp_path):
    write_settings(home, {"last-atlas": str(tmp_path / "gone.atlas")})
    session = begin(home=home, place="")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert session.desk.tabs.current.page.isAncestorOf(QApplication.focusWidget())
