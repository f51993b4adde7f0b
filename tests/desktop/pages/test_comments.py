"""What the entry of a protein says in words, on the page of its gene: long topics are cut, and opened by a link."""

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import wrap

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.wish import Wish
from atlasview.desktop.pages.factory import make_page
from atlasview.desktop.pages.page import Page
from atlasview.desktop.panels.comments import CommentsPanel
from atlasview.desktop.theme import Theme
from atlasview.export.text.protein import comment_text
from atlasview.records.place import Kind, Place
from tests.building.public_files import write_hgnc
from tests.desktop.reading import read
from tests.desktop.showing import Stage, settle

ENTRY = (Path(__file__).parents[2] / "sources" / "files" / "uniprot_of_2025.txt").read_text(encoding="utf-8")
PAPERS = ", ".join(f"PubMed:{number}" for number in range(1000, 1009))
FUNCTION = (
    f"Adds a phosphate to the tested protein ({PAPERS}). "
    + " ".join(f"Sentence {number} says a little more about what it does in tests." for number in range(1, 20))
    + " The last sentence ends it."
)
DISEASES = [
    f"Testing syndrome {number} (TS{number}) [MIM:10000{number}]: An illness of tests, of which several need "
    f"more room than a topic has at first; its signs are slow runs, red lines and long waits. Note=The disease is "
    f"caused by variants affecting the gene."
    for number in range(1, 6)
]
RESOURCE = 'Name=Tests; URL="https://tests.example/a?b=1&c=2";'
SAID = [
    ("FUNCTION", FUNCTION),
    ("PTM", "Tested at Ser-5. Note=Seen once."),
    ("WEB RESOURCE", RESOURCE),
    *(("DISEASE", one) for one in DISEASES),
]


def lines_of(topic: str, text: str) -> str:
    first, *others = wrap(f"{topic}: {text}", 70, break_long_words=False, break_on_hyphens=False)
    return "".join([f"CC   -!- {first}\n", *(f"CC       {line}\n" for line in others)])


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An atlas of one gene, of whose protein much is said."""
    folder = tmp_path_factory.mktemp("comments")
    said = "".join(lines_of(topic, text) for topic, text in SAID)
    entry = re.sub(r"CC   -!- FUNCTION.*?(?=CC   -!- ALT)", "", ENTRY, flags=re.DOTALL)
    entry = re.sub(r"CC   -!- SUBCELLULAR.*?(?=DR)", said, entry, flags=re.DOTALL)
    (folder / "entry.txt").write_text(entry.replace("HGNC:1;", "HGNC:9999;"), encoding="utf-8")
    given = [write_hgnc(folder), folder / "entry.txt"]
    build_from_files(find_inputs(map(str, given)), Wish(folder / "told.atlas", jobs=1))
    return folder / "told.atlas"


@pytest.fixture
def page(told: Path, stage: Stage, theme: Theme) -> Page:
    return stage.show(make_page(read(told, "TST"), theme), 1300, 800)


@pytest.fixture
def panel(page: Page) -> CommentsPanel:
    page.show_section("Comments")
    settle()
    found = page.findChild(CommentsPanel)
    assert isinstance(found, CommentsPanel)
    return found


def paragraphs(panel: CommentsPanel) -> dict[str, list[str]]:
    """Topics with their paragraphs, as they are read."""
    found: dict[str, list[str]] = {}
    for line in panel.toPlainText().replace("\u00a0", " ").split("\n"):
        if line in ("Function", "Post-translational modification", "Web resource", "Disease"):
            found[line] = []
        else:
            found[list(found)[-1]].append(line)
    return found


def press(panel: CommentsPanel, wanted: Callable[[str], bool]) -> str:
    """Come to a link with the tab key and open it with Enter; its target."""
    panel.setFocus()
    for _ in range(60):
        QTest.keyClick(panel, Qt.Key.Key_Tab)
        if wanted(target := panel.textCursor().charFormat().anchorHref()):
            QTest.keyClick(panel, Qt.Key.Key_Return)
            settle()
            return target
    raise AssertionError("the tab key comes to no such link")


def test_a_long_topic_ends_with_a_sentence_and_a_link_to_the_rest(panel):
    [shown] = paragraphs(panel)["Function"]
    assert shown.startswith("Adds a phosphate to the tested protein (PubMed 1000, 1001, 1002 and 6 more). Sentence 1")
    assert re.search(r"in tests\. more$", shown)
    assert 400 < len(shown) < 700


def test_a_short_topic_is_shown_whole_without_the_sign_of_its_note(panel):
    assert paragraphs(panel)["Post-translational modification"] == ["Tested at Ser-5. Seen once."]


def test_paragraphs_without_room_are_counted(panel):
    shown = paragraphs(panel)["Disease"]
    assert shown[-1] == "3 paragraphs more"
    assert [one.split(" (")[0] for one in shown[:-1]] == ["Testing syndrome 1", "Testing syndrome 2"]


def test_an_opened_topic_shows_all_its_paragraphs(panel):
    panel.open_topic("DISEASE")
    assert len(paragraphs(panel)["Disease"]) == len(DISEASES)
    assert paragraphs(panel)["Disease"][-1].endswith("affecting the gene. less")


def test_the_rest_is_shown_where_the_text_was_cut_and_cut_again(panel):
    height = panel.heightForWidth(panel.width())
    assert press(panel, lambda target: target.startswith("more:FUNCTION")) == "more:FUNCTION"
    [whole] = paragraphs(panel)["Function"]
    assert whole.endswith("The last sentence ends it. less")
    assert "1002, 1003, 1004, 1005, 1006, 1007, 1008)" in whole
    assert panel.heightForWidth(panel.width()) > height
    assert paragraphs(panel)["Disease"][-1] == "3 paragraphs more"

    assert press(panel, lambda target: target.startswith("less:")) == "less:FUNCTION"
    assert paragraphs(panel)["Function"][0].endswith("more")
    assert panel.textCursor().block().text() == "Function"
    assert panel.heightForWidth(panel.width()) == height


def test_cutting_a_topic_brings_its_beginning_back_into_view(page, panel):
    panel.open_topic("DISEASE")
    settle()
    area = page.findChild(QScrollArea)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    panel.cut_topic("DISEASE")
    settle()
    top = panel.viewport().mapTo(area.viewport(), QPoint(0, panel.cursorRect().top())).y()
    assert panel.textCursor().block().text() == "Disease"
    assert 0 <= top < area.viewport().height()


def test_a_disease_leads_to_its_page(page, panel, qtbot):
    with qtbot.waitSignal(page.exits.place_requested) as asked:
        press(panel, lambda target: target == "place:disease:OMIM:100001")
    assert asked.args[0] == Place(Kind.DISEASE, "OMIM:100001")


def test_an_address_is_a_way_out(page, panel, qtbot):
    with qtbot.waitSignal(page.exits.outward) as asked:
        press(panel, lambda target: target.startswith("https:"))
    assert asked.args == ["https://tests.example/a?b=1&c=2"]


def test_the_overview_leads_to_the_rest_of_the_function(page):
    page.exits.follow("section:Comments")
    settle()
    assert page.section() == "Comments"
    overview = page.findChild(CommentsPanel)
    assert overview is not None and overview.isVisible()


def test_texts_and_reports_leave_the_sign_of_a_note_out(told):
    [protein] = read(told, "TST").proteins
    said = [comment_text(one) for one in protein.comments if one.topic in ("PTM", "DISEASE")]
    assert said[0] == "Tested at Ser-5. Seen once."
    assert all("The disease is caused by" in one and "Note=" not in one for one in said[1:])
    assert protein.comments[1].text == "Tested at Ser-5. Note=Seen once."
