"""The window of the guide: chapters, links, finding, back and forward, theme; and F1 from where the focus is."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from atlasview.desktop.dialogs.preferences import Preferences
from atlasview.desktop.guide.chapters import CONTENTS, chapters, headings, text_of, title_of
from atlasview.desktop.guide.ways import Spot, ask
from atlasview.desktop.guide.window import GuideWindow


@pytest.fixture
def window(theme):
    parent = QWidget()
    window = GuideWindow(theme, parent)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    window.open(Spot(CONTENTS))
    window.show()
    yield window
    parent.deleteLater()


def rows(window):
    return [row.strong or row.plain for row in window.contents.rows.rows]


@pytest.mark.parametrize("key", [one.key for one in chapters()])
def test_every_chapter_opens_with_its_title_headings_and_pictures(window, key):
    window.open(Spot(key))
    text = window.text.toPlainText()
    assert text.startswith(headings(text_of(key))[0].text)
    assert title_of(key) in window.windowTitle()
    shown = [anchor for _, anchor in window.text.headings()]
    assert shown == [one.anchor for one in headings(text_of(key))]
    for name in window.text._images:
        image = window.text.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
        assert image.width() > 300, name
    assert window.contents.chosen().value == Spot(key)


def test_a_heading_comes_to_the_top_and_stays_there_when_the_window_is_narrowed(window):
    window.open(Spot("cell-significance", "the-measures"))
    block = next(block for block, anchor in window.text.headings() if anchor == "the-measures")

    def top():
        return window.text.document().documentLayout().blockBoundingRect(block).top()

    assert 0 <= top() - window.text.verticalScrollBar().value() < 60
    window.resize(window.width() - 200, window.height())
    assert -20 <= top() - window.text.verticalScrollBar().value() < 80


def test_back_and_forward_lead_to_where_one_was_reading(window):
    window.open(Spot("sequence"))
    window.text.verticalScrollBar().setValue(120)
    window.follow("glossary.md#isoform")
    assert window.spot == Spot("glossary", "isoform")
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.spot == Spot("sequence") and window.text.verticalScrollBar().value() == 120
    assert window.forward.isEnabled()
    window.forward.click()
    assert window.spot == Spot("glossary", "isoform") and not window.forward.isEnabled()
    window.step(-1)
    window.step(-1)
    assert window.spot == Spot(CONTENTS) and not window.back.isEnabled()


def test_links_lead_on_to_the_atlas_and_out_only_when_they_are_followed(window):
    places: list[str] = []
    addresses: list[str] = []
    window.place_asked.connect(places.append)
    window.outward.connect(addresses.append)
    window.open(Spot("cell-significance"))
    assert (places, addresses) == ([], [])
    window.follow("atlas:IL7R")
    window.follow("https://doi.org/10.1037/0033-2909.114.3.494")
    window.follow("javascript:alert(1)")
    window.follow("file:///etc/passwd")
    assert (places, addresses) == (["IL7R"], ["https://doi.org/10.1037/0033-2909.114.3.494"])
    menu = window.text.menu("https://doi.org/1")
    menu.actions()[1].trigger()
    assert QGuiApplication.clipboard().text() == "https://doi.org/1" and len(addresses) == 1


def test_no_picture_from_elsewhere_is_loaded(window, tmp_path):
    window.text.show_text(f"![x]({tmp_path}/x.png) ![y](../../README.md) ![z](https://example.org/z.png)")
    assert all(image.isNull() for image in window.text._images.values())


def test_words_are_found_in_all_chapters_and_shown_where_they_stand(window):
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.field, "cliff's delta")
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    assert {"Cell significance", "Glossary", "The gene page"} <= set(rows(window))
    seen = set()
    for _ in range(len(window._found)):
        assert window.text.textCursor().selectedText().casefold() == "cliff's delta"
        seen.add((window.spot.chapter, window.text.textCursor().selectionStart()))
        QTest.keyClick(window, Qt.Key.Key_F3)
    assert len(seen) == len(window._found)
    first = (window.spot.chapter, window.text.textCursor().selectionStart())
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert (window.spot.chapter, window.text.textCursor().selectionStart()) != first
    QTest.keyClick(window.field, Qt.Key.Key_Escape)
    assert rows(window)[0] == "Start" and window.isVisible()


def test_words_that_are_nowhere_are_told(window, qtbot):
    QTest.keyClicks(window.field, "quagga")
    qtbot.waitUntil(lambda: window.contents.empty_title == "“quagga” is not in the guide")
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert window.spot == Spot(CONTENTS)


def test_theme_and_text_size_are_followed(window, theme):
    window.open(Spot("numbers"))
    before, height = window.text.grab().toImage(), window.text.document().size().height()
    theme.set_mode("dark")
    assert window.text.grab().toImage() != before
    theme.set_text_scale(1.5)
    assert window.text.document().size().height() > height * 1.2
    assert window.text.toPlainText().startswith("Numbers")


FOCUS = {
    "search-field": "search",
    "side-list": "start#the-window",
    "section-list": "gene-page",
    "feature-track": "sequence#feature-tracks",
    "sequence-panel": "sequence#sequence",
    "significant-cells-table": "cell-significance#the-table",
    "citations-table": "citations",
    "identifiers-table": "gene-page#identifiers",
    "terms-table": "gene-page#associated-with",
    "variants-table": "variants",
}


@pytest.mark.parametrize(("name", "chapter"), FOCUS.items())
def test_f1_opens_the_chapter_that_fits_where_the_focus_is(session, qtbot, name, chapter):
    page = session.desk.tabs.current.page
    for section in ("Cells", "Protein", "Variants", "Associated with", "Citations", "Identifiers"):
        page.show_section(section)
    qtbot.waitUntil(lambda: session.window.findChild(QWidget, name) is not None)
    widget = session.window.findChild(QWidget, name)
    session.window.activateWindow()
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_F1)
    guide = session.window.findChild(GuideWindow)
    assert str(guide.spot) == chapter
    assert guide.isVisible() and not guide.isModal()


@pytest.mark.parametrize(
    ("place", "section", "chapter"),
    [
        ("IL21", "Overview", "gene-page#overview"),
        ("IL21", "Cells", "cell-significance"),
        ("IL21", "Diseases", "gene-page#diseases"),
        ("Q9HBE4", "Overview", "other-pages#protein"),
        ("CL:0002038", "Overview", "other-pages#cell-type"),
        ("GO:0005125", "Overview", "other-pages#term-and-disease"),
        ("PMID:11081504", "Overview", "other-pages#paper"),
    ],
)
def test_f1_on_a_page_opens_the_chapter_of_the_section_in_view(begin, place, section, chapter):
    session = begin(place)
    page = session.desk.tabs.current.page
    page.show_section(section)
    page.setFocus()
    assert str(session.desk.guiding.open_here().spot) == chapter


def test_the_guide_opens_once_and_leads_into_the_main_window(session, qtbot):
    session.window.actions_by_id["keyboard"].trigger()
    session.window.actions_by_id["glossary"].trigger()
    (guide,) = session.window.findChildren(GuideWindow)
    assert guide.spot == Spot("glossary")
    guide.follow("atlas:IL7R")
    qtbot.waitUntil(lambda: session.desk.tabs.current.title == "IL7R")
    guide.follow("atlas:no such thing")
    qtbot.waitUntil(lambda: len(session.desk.notices.standing) > 0)
    guide.close()
    ask("sequence#isoforms")
    qtbot.waitUntil(lambda: session.window.findChild(GuideWindow).spot == Spot("sequence", "isoforms"))


def test_nothing_of_the_guide_is_imported_before_the_first_page_is_painted(tmp_path):
    code = (
        "import sys\n"
        "from atlasview.app import build\n"
        "session = build(place='IL21')\n"
        "late = []\n"
        "def end():\n"
        "    late.extend(name for name in sys.modules if 'atlasview.desktop.guide' in name or 'glossary' in name)\n"
        "    session.application.quit()\n"
        "session.settled.connect(end)\n"
        "session.window.show()\n"
        "session.application.exec()\n"
        "session.close()\n"
        "print(late)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_f1_works_in_other_windows_beside_the_main_one_too(qtbot, session):
    session.window.actions_by_id["preferences"].trigger()
    preferences = session.window.findChild(Preferences)
    qtbot.waitUntil(preferences.isActiveWindow)
    QTest.keyClick(preferences.focusWidget(), Qt.Key.Key_F1)
    guide = session.window.findChild(GuideWindow)
    assert guide is not None and guide.isVisible()
