import shutil
import sqlite3

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QToolButton

from atlasview.bundled import starter_atlas
from atlasview.desktop.dialogs.open_atlas import OpenAtlas
from atlasview.desktop.trouble_page import WORDINGS, TroublePage
from atlasview.home.settings_file import read_settings, write_settings
from atlasview.records.place import Kind, Place
from atlasview.records.trouble import AtlasDamaged, AtlasTooOld
from tests.desktop.showing import settle

IL7R = Place(Kind.GENE, "HGNC:6024", "IL7R")


def shown_texts(session):
    page = session.window.findChild(TroublePage)
    assert page.isVisible()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def button(session, text):
    kinds = (QPushButton, QToolButton)
    found = [one for kind in kinds for one in session.window.findChild(TroublePage).findChildren(kind)]
    return next(one for one in found if one.text().startswith(text))


@pytest.fixture
def truncated(tmp_path):
    path = tmp_path / "human.atlas"
    path.write_bytes(starter_atlas().read_bytes()[: 3 << 20])
    return path


def test_a_truncated_atlas_says_how_much_is_missing(begin, truncated):
    session = begin(atlas=truncated)
    said = shown_texts(session)
    assert "human.atlas is damaged and was not opened" in said
    assert "3.15 of 12." in said and "MB are there" in said
    assert str(truncated) in said
    assert f"{3 << 20:,} bytes" in said and f"{starter_atlas().stat().st_size:,} bytes" in said
    assert session.window.status.message == "1 problem"
    assert not session.window.tools.field.isEnabled()
    assert not session.window.actions_by_id["search"].isEnabled()
    assert not session.window.actions_by_id["atlas-information"].isEnabled()


def missing(path):
    assert not path.exists()


def empty(path):
    path.touch()


def foreign(path):
    with sqlite3.connect(path) as connection:
        connection.execute("create table song (title)")
    connection.close()


def newer(path):
    shutil.copyfile(starter_atlas(), path)
    with sqlite3.connect(path) as connection:
        (version,) = connection.execute("pragma user_version").fetchone()
        connection.execute(f"pragma user_version = {version + 1}")
    connection.close()


def folder(path):
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "title"),
    [
        (missing, "x.atlas cannot be read"),
        (empty, "x.atlas is damaged"),
        (foreign, "x.atlas is not an atlas"),
        (newer, "x.atlas was made for a newer AtlasView"),
        (folder, "x.atlas cannot be read"),
    ],
    ids=["missing", "empty", "foreign", "newer", "folder"],
)
def test_every_kind_of_trouble_has_its_page(begin, tmp_path, spoil, title):
    path = tmp_path / "x.atlas"
    spoil(path)
    assert title in shown_texts(begin(atlas=path))


def test_every_kind_has_words_that_name_the_file():
    assert set(WORDINGS) >= {AtlasDamaged, AtlasTooOld}
    for wording in WORDINGS.values():
        assert "{file}" in wording.title
        assert wording.why and wording.last_word


def test_the_starter_atlas_is_one_way_out(qtbot, begin, truncated):
    session = begin(atlas=truncated)
    with qtbot.waitSignal(session.desk.tabs.shown):
        button(session, "Open the starter atlas").click()
    assert session.window.tools.field.isEnabled()
    assert session.window.centre.currentWidget() is session.desk.tabs
    assert session.desk.opening.label.name == "Starter atlas"


def test_checking_again_opens_the_repaired_file(qtbot, begin, truncated):
    session = begin(atlas=truncated)
    shutil.copyfile(starter_atlas(), truncated)
    with qtbot.waitSignal(session.desk.tabs.shown):
        button(session, "Check again").click()
    assert session.desk.opening.path == truncated


def test_choosing_another_file_opens_it_and_going_back_changes_nothing(qtbot, begin, truncated, tmp_path, monkeypatch):
    session = begin(atlas=truncated)
    monkeypatch.setattr(OpenAtlas, "ask", classmethod(lambda *_: None))
    button(session, "Choose another file").click()
    assert shown_texts(session)
    other = tmp_path / "other folder #1" / "other.atlas"
    other.parent.mkdir()
    shutil.copyfile(starter_atlas(), other)
    monkeypatch.setattr(OpenAtlas, "ask", classmethod(lambda *_: other))
    with qtbot.waitSignal(session.desk.tabs.shown):
        button(session, "Choose another file").click()
    assert session.settings.atlas_folder == other.parent


def test_details_are_copied_for_a_report(begin, truncated):
    session = begin(atlas=truncated)
    button(session, "Copy details").click()
    copied = QApplication.clipboard().text()
    assert str(truncated) in copied and "AtlasDamaged" in copied and "AtlasView 0." in copied


def test_the_starter_itself_is_not_offered_as_its_own_way_out(begin, monkeypatch, tmp_path):
    gone = tmp_path / "starter.atlas"
    monkeypatch.setattr("atlasview.desktop.trouble_page.starter_atlas", lambda: gone)
    session = begin(atlas=gone)
    assert button(session, "Open the starter atlas").isHidden()


def test_a_new_atlas_forgets_the_pages_of_the_old_one(qtbot, session, tmp_path):
    session.desk.open_place(IL7R, new_tab=True)
    session.desk.tabs.close_tab(1)
    other = tmp_path / "other.atlas"
    shutil.copyfile(starter_atlas(), other)
    with qtbot.waitSignal(session.desk.tabs.shown):
        session.desk.opening.open(other)
    assert session.desk.opening.path == other
    assert session.desk.tabs.count == 1
    assert len(session.desk.history) == 1
    assert not session.window.actions_by_id["reopen-tab"].isEnabled()


@pytest.mark.parametrize("spoil", [missing, empty, foreign, newer, folder], ids=lambda spoil: spoil.__name__)
def test_one_that_cannot_be_opened_is_told_and_the_open_one_stays_as_it_is(qtbot, session, tmp_path, spoil):
    desk = session.desk
    with qtbot.waitSignal(desk.tabs.shown):
        desk.open_place(IL7R, new_tab=True)
    path = tmp_path / "x.atlas"
    spoil(path)
    with qtbot.waitSignal(desk.opening.declined):
        desk.opening.open(path)
    (notice,) = desk.notices.standing
    assert notice.message.startswith("x.atlas ") and str(path) in notice.detail and notice.kind == "problem"
    assert [place.label for place in desk.tabs.places] == ["IL21", "IL7R"]
    assert len(desk.history) == 1 and session.window.centre.currentWidget() is desk.tabs
    assert desk.opening.path == starter_atlas() and desk.opening.label.name == "Starter atlas"
    assert session.window.status.atlas.text() == "Starter atlas 2026.11"
    with qtbot.waitSignal(desk.tabs.shown):
        desk.tabs.turn(1)
        desk.open_place(Place(Kind.GENE, "HGNC:6190", "JAK1"))
    assert desk.tabs.current.page.title() == "JAK1"


def test_of_two_at_once_the_second_that_cannot_be_opened_is_no_page_of_the_first(qtbot, session, tmp_path, truncated):
    other = tmp_path / "other.atlas"
    shutil.copyfile(starter_atlas(), other)
    with qtbot.waitSignal(session.desk.opening.refused):
        session.desk.opening.open(other)
        session.desk.opening.open(truncated)
    assert "human.atlas is damaged" in shown_texts(session)
    assert session.desk.tabs.count == 0


def test_the_starter_opened_again_keeps_the_pages(qtbot, session):
    with qtbot.waitSignal(session.desk.tabs.shown):
        session.desk.open_place(IL7R, new_tab=True)
    with qtbot.waitSignal(session.desk.tabs.shown):
        session.window.actions_by_id["open-starter"].trigger()
    assert [place.label for place in session.desk.tabs.places] == ["IL21", "IL7R"]


def test_an_atlas_that_is_come_back_to_has_its_tabs_again(qtbot, session, tmp_path):
    desk = session.desk
    with qtbot.waitSignal(desk.tabs.shown):
        desk.open_place(IL7R, new_tab=True)
    desk.tabs.turn(1)
    other = tmp_path / "other.atlas"
    shutil.copyfile(starter_atlas(), other)
    with qtbot.waitSignal(desk.tabs.shown):
        desk.opening.open(other)
    assert desk.tabs.count == 1
    with qtbot.waitSignal(desk.tabs.shown):
        desk.opening.open_starter()
    assert [place.label for place in desk.tabs.places] == ["IL21", "IL7R"]
    assert desk.tabs.current.page.title() == "IL7R"


def test_it_opens_once_it_is_whole(qtbot, session, truncated):
    with qtbot.waitSignal(session.desk.opening.declined):
        session.desk.opening.open(truncated)
    shutil.copyfile(starter_atlas(), truncated)
    (notice,) = session.desk.notices.standing
    with qtbot.waitSignal(session.desk.tabs.shown):
        dict(notice.actions)["Check again"]()
    assert session.desk.opening.path == truncated


def test_a_last_atlas_that_has_gone_is_not_forgotten_for_one_that_cannot_be_opened(qtbot, begin, tmp_path, truncated):
    home = tmp_path / "home"
    gone = tmp_path / "gone.atlas"
    write_settings(home, {"last-atlas": str(gone)})
    session = begin(place="IL21", home=home)
    for wish in (lambda: session.desk.opening.open(truncated), session.desk.opening.open_last):
        with qtbot.waitSignal(session.desk.opening.declined):
            wish()
    session.close()
    assert read_settings(home).values["last-atlas"] == str(gone)


def test_a_place_named_at_the_start_is_not_asked_of_the_next_atlas(qtbot, begin, tmp_path):
    session = begin(place="IL7R")
    first = session.desk.suggested
    assert first[0].place.label != "JAK1"
    session = begin(place="JAK1")
    other = tmp_path / "other.atlas"
    shutil.copyfile(starter_atlas(), other)
    with qtbot.waitSignal(session.desk.tabs.shown):
        session.desk.opening.open(other)
    assert session.desk.tabs.current.title == first[0].place.label


def test_a_place_that_is_not_there_is_told_and_the_first_page_comes(begin):
    session = begin(place="zzzz")
    assert session.desk.tabs.current.page is not None
    assert any("zzzz" in notice.message + notice.detail for notice in session.desk.notices.standing)


def test_an_ambiguous_place_asks(qtbot, begin):
    session = begin(place="p55")
    qtbot.waitUntil(session.window.popup.isVisible)
    assert session.window.tools.field.text() == "p55"
    qtbot.waitUntil(lambda: "Which one?" in session.window.popup.hits.rows.rows[0].strong)


def test_without_a_place_a_page_opens_and_the_welcome_stands_beside_it(qtbot, begin):
    session = begin(place="", size=(1440, 900))
    assert session.desk.tabs.current.page is not None
    assert session.desk.welcome.isVisible()
    qtbot.waitUntil(
        lambda: (
            "119 genes" in session.desk.welcome.introduction.text()
            or "genes" in session.desk.welcome.introduction.text()
        )
    )
    session.desk.welcome.closed.emit()
    assert not session.desk.welcome.isVisible()
    session.window.actions_by_id["welcome"].trigger()
    assert session.desk.welcome.isVisible()


def test_the_welcome_leaves_a_narrow_window_to_the_page(begin):
    session = begin(place="", size=(1440, 900))
    session.window.resize(900, 700)
    assert not session.desk.welcome.isVisible()
    session.window.resize(1440, 900)
    assert session.desk.welcome.isVisible()


def test_someone_who_asks_for_a_place_is_not_welcomed(session):
    assert session.desk.welcome is None


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [700, 1200])
def test_no_way_out_is_cut_off(begin, truncated, scale, width):
    session = begin(atlas=truncated, size=(width, 900))
    session.theme.set_text_scale(scale)
    settle()
    page = session.window.findChild(TroublePage)
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    assert len(buttons) == 4
    places = [QRect(one.mapTo(page, QPoint(0, 0)), one.size()) for one in buttons]
    for one, place in zip(buttons, places, strict=True):
        assert one.width() >= one.sizeHint().width(), one.text()
        assert page.rect().contains(place), one.text()
    assert not any(a.intersects(b) for at, a in enumerate(places) for b in places[at + 1 :])


def test_a_place_that_is_not_there_leaves_no_empty_room_beside_the_first_page(qtbot, begin):
    session = begin(place="IL7R A185C", size=(1440, 900))
    qtbot.waitUntil(lambda: session.desk.tabs.current is not None and session.desk.tabs.current.page is not None)
    assert session.desk.welcome.isVisible()
    centre = session.window.centre
    right = centre.mapTo(session.window, centre.rect().topRight()).x() + 1
    assert right + session.desk.welcome.width() == session.window.width()
    (notice,) = session.desk.notices.standing
    assert notice.message == "Residue 185 of P16871 is S, not A"
