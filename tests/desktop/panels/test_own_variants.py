"""My variants on the page of a gene: pasted, loaded, checked, drawn, removed; and only where they belong."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atlasview.desktop.dialogs.figure_dialog import FigureDialog
from atlasview.desktop.dialogs.open_variants import OpenVariants
from atlasview.desktop.figure_habits import FigureHabits
from atlasview.export.figure import draw_figure
from atlasview.export.figure_formats import figure_bytes
from atlasview.export.figure_request import FigureRequest, request_of
from atlasview.figures.own_lane import OWN
from atlasview.home.report import report_text

PASTED = "p.Ser185Cys\nT244W\nP16871-9:p.Thr244Ile\nhello"


@pytest.fixture
def visit(begin, qtbot, home):
    """A session with the section Variants of a gene in view; the session, its page, the panel."""

    def go(symbol="IL7R"):
        session = begin(symbol, home=home)
        page = session.desk.tabs.current.page
        for name in ("Protein", "Variants"):
            page.show_section(name)
            qtbot.wait(100)
        qtbot.waitUntil(lambda: page._variants_panel is not None and page._variants_panel.own.paste.isEnabled())
        return session, page, page._variants_panel.own

    return go


def paste(qtbot, panel, text=PASTED):
    panel.paste.click()
    panel.field.setPlainText(text)
    with qtbot.waitSignal(panel.changed, timeout=10_000):
        QTest.keyClick(panel.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def stars(page):
    marks = page._variants_panel.diagram._chart.figure().marks
    return [mark.target for mark in marks if mark.target.startswith(OWN)]


def said_in(figure):
    marks = [mark for mark in figure.marks if mark.name in ("count", "own")]
    return {mark.name: " ".join(shape.text for shape in mark.shapes) for mark in marks}


def test_pasted_lines_get_verdicts_and_stars_apart_from_the_public_counts(visit, qtbot):
    _session, page, panel = visit()
    before = said_in(page._variants_panel.diagram._chart.figure())
    paste(qtbot, panel)
    assert [(one.line.text, one.verdict) for one in panel.own()] == [
        ("p.Ser185Cys", "placed"), ("T244W", "placed"), ("P16871-9:p.Thr244Ile", "no-isoform"), ("hello", "no-hgvs"),
    ]  # fmt: skip
    assert stars(page) == ["own:185", "own:244"]
    after = said_in(page._variants_panel.diagram._chart.figure())
    assert after["count"] == before["count"]
    assert after["own"] == "Stars: 2 variants of your own, not counted above; 2 more have no place here."
    assert panel.said() == "HGVS: 4 added. No place for line 3 (no such isoform), line 4 (not HGVS)."
    assert not panel.field.isVisible() and panel.field.toPlainText() == ""
    assert len(page._variants_panel.table.table.records_model.records()) == 13


def test_a_long_line_shows_the_change_that_was_read(visit, qtbot):
    _session, _page, panel = visit()
    paste(qtbot, panel, "NM_002185.5(IL7R):c.554C>G (p.Ser185Cys)\np.Thr66Ile\nhello")
    model = panel.table.records_model
    (change,) = (column for column in model.columns if column.title == "Change")
    assert [change.text(model.record(row)) for row in range(3)] == ["p.Ser185Cys", "", ""]


def test_a_star_and_a_row_move_the_one_cursor(visit, qtbot):
    _session, page, panel = visit()
    paste(qtbot, panel)
    page._variants_panel.diagram._chart.activated.emit("own:185")
    assert page.protein_panel().residues.position == 185
    panel.table.select(lambda one: one.position == 244)
    panel.table.record_chosen.emit(panel.own()[1])
    assert page.protein_panel().residues.position == 244
    chart = page._variants_panel.diagram._chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    spoken = []
    for _ in chart._targets():
        spoken.append(chart.spoken())
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert "Serine 185, S185C, Your own, missense" in spoken


def test_a_file_is_loaded_and_what_is_not_taken_is_counted(visit, qtbot, tmp_path, monkeypatch):
    _session, page, panel = visit()
    path = tmp_path / "mine.txt"
    path.write_text("IL7R p.S185C\nJAK1 p.V658F\nIL7R p.Ser185Cys\n", encoding="utf-8")
    monkeypatch.setattr(OpenVariants, "ask", classmethod(lambda *_: path))
    with qtbot.waitSignal(panel.changed, timeout=10_000):
        panel.load.click()
    assert panel.said() == "HGVS: 1 added; 1 the same as another line; 1 of other genes than IL7R left out."
    path.write_text(
        "# two\nIL7R p.S185C\n" + "hello\n" + "".join(f"hello {name}\n" for name in "abcdef"), encoding="utf-8"
    )
    with qtbot.waitSignal(panel.changed, timeout=10_000):
        panel.load.click()
    assert panel.said() == ("HGVS: 7 added; 1 known already. No place for lines 3, 4, 5, 6, 7 and 2 more (not HGVS).")
    path.write_text("nothing", encoding="utf-8")
    panel.load.click()
    qtbot.waitUntil(lambda: "names no change of IL7R" in panel.said())
    assert str(path) in panel.said()
    assert stars(page) == ["own:185"]


def test_they_are_there_again_and_can_be_removed(visit, qtbot, begin, home):
    session, _page, panel = visit()
    paste(qtbot, panel)
    session.close()
    _session, page, panel = visit()
    qtbot.waitUntil(lambda: len(panel.own()) == 4)
    assert stars(page) == ["own:185", "own:244"]
    panel.table.select(lambda one: one.position == 185)
    panel.table.setFocus()
    with qtbot.waitSignal(panel.changed):
        QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    assert stars(page) == ["own:244"]
    panel.table.select(lambda one: one.line.text == "hello")
    with qtbot.waitSignal(panel.changed):
        panel.remove.click()
    panel.clear.click()
    assert panel.clear.text() == "Remove all 2?"
    with qtbot.waitSignal(panel.changed):
        panel.clear.click()
    assert (stars(page), panel.own(), panel.table) == ([], (), None)


def test_a_gene_without_public_variants_takes_them_too(visit, qtbot, gene):
    assert gene("IL15").variants == () and gene("IL15").proteins
    _session, page, panel = visit("IL15")
    assert page._variants_panel.diagram is None
    paste(qtbot, panel, "p.Met1Val")
    assert stars(page) == ["own:1"]
    assert "variants" in [offer.key for offer in page.offers()]


def test_two_pages_of_a_gene_show_the_same(visit, qtbot):
    session, page, panel = visit()
    session.desk.tabs.open(page.place(), new_tab=True)
    session.window.actions_by_id["next-tab"].trigger()
    qtbot.waitUntil(lambda: session.desk.tabs.current.page not in (None, page))
    other = session.desk.tabs.current.page
    other.show_section("Variants")
    qtbot.waitUntil(lambda: other._variants_panel is not None and other._variants_panel.own.paste.isEnabled())
    panel.field.setPlainText("half typed")
    paste(qtbot, other._variants_panel.own)
    qtbot.waitUntil(lambda: len(panel.own()) == 4)
    assert panel.field.toPlainText() == "half typed"


def test_without_a_home_folder_that_is_told(begin, qtbot):
    session = begin("IL7R")
    page = session.desk.tabs.current.page
    page.show_section("Variants")
    qtbot.waitUntil(lambda: page._variants_panel is not None and page._variants_panel.own.paste.isEnabled())
    panel = page._variants_panel.own
    panel.paste.click()
    panel.field.setPlainText("p.Ser185Cys")
    panel.add.click()
    qtbot.waitUntil(lambda: "are not kept" in panel.said())
    assert panel.field.toPlainText() == "p.Ser185Cys"


# --- where they must not be

SECRETS = ("Ser185Cys", "S185C", "T244W", "185", "244", "hello")


def test_history_log_report_session_and_atlas_know_nothing_of_them(visit, qtbot, home, atlas_path):
    before = atlas_path.read_bytes()
    session, page, panel = visit()
    paste(qtbot, panel)
    page._variants_panel.diagram._chart.activated.emit("own:185")
    panel.table.record_chosen.emit(panel.own()[1])
    session.desk.tabs.current.remember()
    place = page.place()
    assert place.residues is None
    assert [visit.place.residues for visit in session.desk.history] == [None]
    report = report_text((), session.desk.opening.label, session.desk.log.lines)
    session.close()
    kept = {file for file in home.rglob("*") if file.is_file()}
    assert home / "notebook.sqlite" in kept
    assert b"Ser185Cys" in (home / "notebook.sqlite").read_bytes()
    others = [file for file in kept if not file.name.startswith("notebook")]
    assert {file.name for file in others} >= {"settings.json", "atlasview.log"}
    lines = [line.partition(" ")[2].partition(" ")[2] for line in report.splitlines()]  # the times hold any number
    texts = {"report": "\n".join(lines)} | {file.name: file.read_text(encoding="utf-8") for file in others}
    texts["atlasview.log"] = "\n".join(line[24:] for line in texts["atlasview.log"].splitlines())
    settings = json.loads(texts.pop("settings.json"))
    texts["session"] = json.dumps(settings["session"]["tabs"])
    for name, text in texts.items():
        words = SECRETS if name in ("session",) else ("Ser185Cys", "S185C", "T244W", "hello")
        assert [word for word in words if word in text] == [], name
    assert atlas_path.read_bytes() == before


def test_a_mistake_of_ours_at_the_notebook_is_reported_without_what_was_pasted(visit, qtbot, monkeypatch, caplog):
    import atlasview.sources.own_variants as reading

    def broken(text, *_):
        raise ValueError(f"cannot understand {text}")

    session, _page, panel = visit()
    monkeypatch.setattr(reading, "_of_text", broken)
    panel.paste.click()
    panel.field.setPlainText("p.Ser185Cys")
    panel.add.click()
    qtbot.waitUntil(lambda: session.desk.mistakes.met != (), timeout=10_000)
    report = report_text(session.desk.mistakes.met, session.desk.opening.label, session.desk.log.lines)
    assert "NotebookMistake: ValueError" in report
    assert "own_variants.py" in report  # the place in the code
    assert "Ser185Cys" not in report and "ValueError: " not in report
    assert "Ser185Cys" not in caplog.text
    caplog.clear()


def test_a_figure_holds_them_only_when_ticked(visit, qtbot, theme):
    session, page, panel = visit()
    paste(qtbot, panel)
    asked = page.offer("variants")
    assert [one.position for one in asked.own] == [185, 244, None, None]
    request = FigureRequest("variants", own=asked.own)
    dialog = FigureDialog(theme, session.window, page.profile, request)
    dialog.files._boxes["svg"].setChecked(True)
    assert not dialog.content.own.isChecked()
    for form in ("svg", "pdf", "png", "tiff"):
        content = figure_bytes(dialog.order.drawing, form)
        assert b"Ser185Cys" not in content and b"of your own" not in content, form
    assert "own" not in dialog.order.drawing.recipe["view"]
    assert "Stars" not in dialog.order.drawing.figure.description
    assert "own" not in json.dumps(dialog.order.habits.as_data())
    dialog.content.own.setChecked(True)
    qtbot.waitUntil(lambda: not dialog._waiting.isActive())
    recipe = dialog.order.drawing.recipe
    assert [one["change"] for one in recipe["view"]["own"]] == ["p.Ser185Cys", "p.Thr244Trp"]
    assert "hello" not in json.dumps(recipe)
    assert b"of your own" in figure_bytes(dialog.order.drawing, "svg")
    assert "Ser185Cys" not in dialog.commands()
    again = request_of(json.loads(json.dumps(recipe)))
    assert [(one.name, one.position) for one in again.own] == [("S185C", 185), ("T244W", 244)]
    redrawn = draw_figure(page.profile, again).figure
    assert [mark.target for mark in redrawn.marks if mark.target.startswith(OWN)] == ["own:185", "own:244"]
    assert dialog.order.habits == FigureHabits.from_data(dialog.order.habits.as_data())
    dialog.deleteLater()


def test_the_report_the_document_and_the_public_table_of_a_page_lack_them(visit, qtbot):
    from atlasview.export.document import document

    _session, page, panel = visit()
    paste(qtbot, panel)
    assert "hello" not in json.dumps(document(page.profile))
