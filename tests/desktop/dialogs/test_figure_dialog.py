"""The figure dialog: its choices, what it shows and says of them, and the files that come out."""

import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from atlasview.cli import main
from atlasview.desktop.controls import LinkButton
from atlasview.desktop.dialogs.figure_dialog import FigureDialog, FigureOrder
from atlasview.desktop.dialogs.figure_sizes import SizeRow
from atlasview.export.figure_formats import figure_bytes
from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import PRESETS
from atlasview.figures.colour_sight import simulated
from atlasview.records.place import Residues
from atlasview.records.profile import GeneProfile
from atlasview.records.trouble import NothingToExport
from tests.desktop.reading import read
from tests.export.profiles import gene, scored

NARROW = PRESETS["nature-single"]


@pytest.fixture
def genes(atlas_path):
    return lambda symbol: read(atlas_path, symbol)


@pytest.fixture
def opened(qtbot, theme):
    """Open the dialog on a page."""

    def show(profile, request=None, **more) -> FigureDialog:
        dialog = FigureDialog(theme, None, profile, request or FigureRequest("domains", NARROW), **more)
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        return dialog

    return show


def drawn(qtbot, dialog) -> None:
    """Wait until the last change has been drawn."""
    qtbot.waitUntil(lambda: not dialog._waiting.isActive())
    QApplication.processEvents()


def said(dialog) -> str:
    return "\n".join(label.text() for label in dialog.findings.findChildren(QLabel) if label.isVisible())


def button(dialog, text: str) -> QAbstractButton:
    return next(one for one in dialog.findChildren(QAbstractButton) if one.isVisible() and one.text().startswith(text))


def press(qtbot, dialog, text: str) -> None:
    qtbot.mouseClick(button(dialog, text), Qt.MouseButton.LeftButton)
    drawn(qtbot, dialog)


def size_of(dialog) -> tuple[float, float]:
    assert dialog.order is not None
    return round(dialog.order.drawing.width_mm, 1), round(dialog.order.drawing.height_mm, 1)


def test_it_opens_with_what_was_asked_and_nothing_against_it(opened, genes):
    dialog = opened(genes("IL7R"))
    assert dialog.windowTitle() == "Export figure: IL7R, domain diagram"
    assert size_of(dialog)[0] == 89
    assert dialog.order.forms == ("svg", "pdf")
    assert dialog.order.stem == "IL7R_domains_starter-2026.11"
    assert "Colours pass" in said(dialog) and "Text is 6 to 7 pt" in said(dialog)
    assert button(dialog, "Save").text() == "Save 2 files…"


@pytest.mark.parametrize(("row", "name", "width"), [("Nature, two", "nature-double", 183), ("PNAS", "pnas-single", 87)])
def test_a_size_is_chosen_in_the_list(qtbot, opened, genes, row, name, width):
    dialog = opened(genes("IL7R"))
    press(qtbot, dialog, row)
    assert (dialog.order.drawing.preset.name, size_of(dialog)[0]) == (name, width)
    assert dialog.measures.width_field.value() == width


def test_a_family_of_three_widths_shows_them_under_its_row(qtbot, opened, genes):
    dialog = opened(genes("IL7R"))
    press(qtbot, dialog, "Elsevier")
    press(qtbot, dialog, "140 mm")
    assert (dialog.order.drawing.preset.name, size_of(dialog)[0]) == ("elsevier-middle", 140)
    press(qtbot, dialog, "Nature, one")
    assert not [one for one in dialog.findChildren(QAbstractButton) if one.isVisible() and one.text() == "140 mm"]


def test_the_list_is_walked_with_the_arrow_keys(qtbot, opened, genes):
    dialog = opened(genes("IL7R"))
    dialog.activateWindow()
    rows = list(dialog.findChildren(SizeRow))
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    drawn(qtbot, dialog)
    assert rows[1].isChecked()
    assert size_of(dialog)[0] == 183


def test_another_width_than_a_journals_is_free(qtbot, opened, genes):
    dialog = opened(genes("IL7R"))
    field = dialog.measures.width_field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "120")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    drawn(qtbot, dialog)
    assert (dialog.order.drawing.preset.name, size_of(dialog)[0]) == ("free", 120)
    press(qtbot, dialog, "Nature, one")
    assert field.value() == 89


def test_slides_keep_their_page_and_may_have_another_height(qtbot, opened, genes):
    dialog = opened(genes("IL7R"), FigureRequest("domains", PRESETS["slide"]))
    assert size_of(dialog) == (338.7, 190.5)
    dialog.measures.height_field.setValue(100.0)
    drawn(qtbot, dialog)
    assert size_of(dialog) == (338.7, 100)


def test_letter_text_and_parts_are_drawn(qtbot, opened, genes):
    dialog = opened(genes("IL7R"))
    before = size_of(dialog)[1]
    qtbot.keyClicks(dialog.measures.letter_field, "c")
    dialog.measures.text_field.setValue(6.0)
    press(qtbot, dialog, "Legend")
    recipe = dialog.order.drawing.recipe["asked"]
    assert (recipe["letter"], recipe["text"], recipe["without"]) == ("c", 6.0, ["legend"])
    assert size_of(dialog)[1] < before


def test_small_text_is_a_warning_with_a_way_out(qtbot, opened, genes):
    dialog = opened(genes("IL7R"))
    dialog.measures.text_field.setValue(5.0)
    drawn(qtbot, dialog)
    assert "under the 5 pt that Nature asks for" in said(dialog)
    press(qtbot, dialog, "Use 5.9 pt")
    assert "under the 5 pt" not in said(dialog)
    assert dialog.measures.text_field.value() == 5.9


def crowded(page):
    """The page with 80 domains of two kinds in turn, more than letters have room for in a column."""
    detail = page.proteins[0]
    row = next(each for each in detail.features if each.type == "DOMAIN")
    features = tuple(
        replace(row, ordinal=n, start=n * 54, end=n * 54 + 40, description=f"{('Odd', 'Even')[n % 2]} {n}")
        for n in range(1, 81)
    )
    return replace(page, proteins=(replace(detail, features=features),))


def test_names_without_room_are_a_warning_with_a_wider_way_out(qtbot, opened, genes):
    dialog = opened(crowded(genes("HSPG2")), FigureRequest("domains", PRESETS["cell-single"]))
    assert "80 names have no room at 85 mm" in said(dialog)
    press(qtbot, dialog, "Use 114 mm")
    assert size_of(dialog)[0] == 114


def test_too_high_for_the_journal_is_a_warning_with_a_way_out(qtbot, opened):
    page = gene(scores=tuple(scored(str(number), csi=float(number)) for number in range(1, 61)))
    dialog = opened(page, FigureRequest("landscape", NARROW))
    assert "Nature allows 170 mm" in said(dialog)
    press(qtbot, dialog, "Draw the highest that fit")
    assert size_of(dialog)[1] == 170
    assert "highest of 60 rows" in said(dialog)
    press(qtbot, dialog, "As high as needed")
    assert size_of(dialog)[1] > 170


def test_what_cannot_be_drawn_is_said_and_cannot_be_saved(qtbot, opened, genes):
    dialog = opened(genes("IL7R"))
    dialog.measures.height_field.setValue(20.0)
    drawn(qtbot, dialog)
    assert dialog.order is None
    assert "The figure does not fit into a height of 20 mm" in said(dialog)
    assert not dialog.save.isEnabled() and not dialog.copy.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    press(qtbot, dialog, "As high as needed")
    assert dialog.save.isEnabled()


def test_without_a_format_or_a_name_nothing_can_be_saved(qtbot, opened, genes):
    dialog = opened(genes("IL7R"))
    press(qtbot, dialog, "SVG")
    assert dialog.save.text() == "Save…"
    press(qtbot, dialog, "PDF")
    assert not dialog.save.isEnabled()
    assert "format" in dialog.save.accessibleDescription()
    press(qtbot, dialog, "PNG")
    dialog.files.name_field.clear()
    dialog.files.name_field.textEdited.emit("")
    assert not dialog.save.isEnabled()
    qtbot.keyClicks(dialog.files.name_field, "mine.png")
    assert dialog.order.stem == "mine"


def test_the_resolution_is_for_formats_of_dots(qtbot, opened, genes):
    dialog = opened(genes("IL7R"))
    assert not dialog.files.resolution.isEnabled()
    press(qtbot, dialog, "TIFF")
    dialog.files.resolution.setValue(600)
    assert dialog.order.dpi == 600
    assert dialog.order.forms == ("svg", "pdf", "tiff")


def test_metric_scores_isoform_and_part_are_offered_where_there_is_a_choice(qtbot, opened, genes):
    dialog = opened(genes("IL7R"), FigureRequest("domains", NARROW, residues=Residues(20, 200)))
    isoform, part = (dialog.findChild(QWidget, f"figure-{name}") for name in ("isoform", "residues"))
    assert part.choice() == "part"
    part.setCurrentIndex(0)
    part.activated.emit(0)
    isoform.setCurrentIndex(1)
    isoform.activated.emit(1)
    drawn(qtbot, dialog)
    view = dialog.order.drawing.recipe["view"]
    assert (view["isoform"], view["range"]) == (isoform.choice(), None)
    assert dialog.order.stem.startswith(f"IL7R_domains_{isoform.choice()}")
    dialog = opened(genes("IL21"), FigureRequest("landscape", NARROW))
    metric = dialog.findChild(QWidget, "figure-metric")
    metric.choose("prs")
    metric.activated.emit(metric.currentIndex())
    drawn(qtbot, dialog)
    assert dialog.order.drawing.recipe["view"]["metric"] == "prs"
    assert "prs" in dialog.order.stem
    assert dialog.findChild(QWidget, "figure-scores") is None


def test_contexts_and_data_sets_are_chosen_together(qtbot, opened):
    page = gene(scores=(scored("1", csi=3.0), scored("2", "UBERON:1", csi=2.0), scored("1", dataset="Two", csi=1.0)))
    dialog = opened(page, FigureRequest("landscape", NARROW, context="UBERON:1", dataset="One"))
    assert dialog.order.drawing.recipe["view"]["context"] == "UBERON:1"
    scores = dialog.findChild(QWidget, "figure-scores")
    assert [scores.itemText(row) for row in range(scores.count())] == ["Overall, One", "Lung, One", "Overall, Two"]
    scores.setCurrentIndex(2)
    scores.activated.emit(2)
    drawn(qtbot, dialog)
    view = dialog.order.drawing.recipe["view"]
    assert (view["context"], view["dataset"]) == ("overall", "Two")


def test_a_name_that_was_typed_stays(qtbot, opened, genes):
    dialog = opened(genes("IL21"), FigureRequest("landscape", NARROW))
    dialog.files.name_field.selectAll()
    qtbot.keyClicks(dialog.files.name_field, "Figure 1")
    press(qtbot, dialog, "PNAS")
    assert dialog.order.stem == "Figure 1"


def test_the_copied_command_makes_the_same_files(qtbot, opened, genes, atlas_path, tmp_path, monkeypatch):
    monkeypatch.setenv("ATLASVIEW_ATLAS", str(atlas_path))
    dialog = opened(genes("IL7R"), FigureRequest("domains", NARROW, residues=Residues(20, 300)))
    qtbot.keyClicks(dialog.measures.letter_field, "(b")
    dialog.measures.text_field.setValue(6.5)
    press(qtbot, dialog, "Ruler")
    press(qtbot, dialog, "PNG")
    dialog.files.resolution.setValue(150)
    press(qtbot, dialog, "Copy as command")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 3
    monkeypatch.chdir(tmp_path)
    for line, form in zip(lines, ("svg", "pdf", "png"), strict=True):
        program, *words = shlex.split(line)
        assert (program, main(words)) == ("atlasview", 0)
        (path,) = tmp_path.glob(f"*.{form}")
        assert path.read_bytes() == figure_bytes(dialog.order.drawing, form, 150)


def test_tracks_of_a_part_are_named_after_it(opened, genes):
    dialog = opened(genes("IL7R"), FigureRequest("tracks", NARROW, residues=Residues(45, 96)))
    assert dialog.order.stem == "IL7R_tracks_45-96_starter-2026.11"


def test_the_command_names_an_atlas_that_is_not_the_starter(opened, genes):
    dialog = opened(genes("IL21"), atlas=Path("/data/my atlas.atlas"))
    assert "--atlas '/data/my atlas.atlas'" in dialog.commands()


def test_the_figure_is_copied_as_svg_and_as_picture(qtbot, opened, genes):
    dialog = opened(genes("IL7R"))
    press(qtbot, dialog, "Copy to clipboard")
    data = QGuiApplication.clipboard().mimeData()
    assert bytes(data.data("image/svg+xml").data()) == figure_bytes(dialog.order.drawing, "svg")
    assert bytes(data.data("image/png").data()).startswith(b"\x89PNG")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_paper_is_white_and_the_figure_at_true_size_in_both_themes(qtbot, opened, genes, theme, mode):
    theme.set_mode(mode)
    dialog = opened(genes("IL7R"))
    paper = dialog.preview.paper
    box = paper.paper_box()
    dots = dialog.preview.dots_per_inch()
    assert box.width() == pytest.approx(89 / 25.4 * dots, abs=1)
    image = paper.grab().toImage()
    ratio = image.devicePixelRatio()
    corner = box.bottomRight() * ratio
    assert image.pixelColor(int(corner.x()) - 3, int(corner.y()) - 3).name() == "#ffffff"
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert {"#0072b2", "#d55e00"} <= colours
    assert image.pixelColor(1, 1) == theme.colour("window")


def test_it_is_shown_larger_fitted_and_as_others_see_it(qtbot, opened, genes):
    dialog = opened(genes("IL7R"))
    preview = dialog.preview
    true = preview.paper.paper_box().width()
    dialog._zoom.choose("double")
    dialog._zoom.activated.emit(dialog._zoom.currentIndex())
    assert preview.paper.paper_box().width() == pytest.approx(2 * true)
    dialog._zoom.choose("fit")
    dialog._zoom.activated.emit(dialog._zoom.currentIndex())
    assert preview.paper.paper_box().width() <= preview.viewport().width()
    dialog._sight.choose("deuteranopia")
    dialog._sight.activated.emit(dialog._sight.currentIndex())
    image = preview.paper.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert simulated("#0072B2", "deuteranopia").lower() in colours
    assert "#0072b2" not in colours
    assert dialog.order.drawing.figure == dialog.order.drawing.figure  # what is saved has its own colours
    assert b"#0072B2" in figure_bytes(dialog.order.drawing, "svg")


def test_everything_that_takes_the_focus_has_a_name(opened, genes):
    dialog = opened(genes("IL7R"), FigureRequest("domains", NARROW, residues=Residues(20, 200)))
    silent = [
        part
        for part in dialog.findChildren(QWidget)
        if part.isVisible()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    ]
    assert [f"{type(part).__name__} {part.objectName()}" for part in silent if part.parent() is not None] == []
    assert dialog.preview.accessibleDescription().startswith("IL7R, isoform 1")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_at_the_left(opened, genes, theme, scale):
    theme.set_text_scale(scale)
    dialog = opened(genes("IL7R"))
    assert dialog._scroll.widget().minimumSizeHint().width() <= dialog._scroll.width()
    theme.set_text_scale(1.0)


def test_escape_goes_back_and_return_saves(qtbot, theme, genes):
    answers: list[FigureOrder | None] = []
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):

        def hit(key=key) -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, FigureDialog)
            qtbot.keyClick(dialog.files.name_field, key)

        QTimer.singleShot(50, hit)
        answers.append(FigureDialog.ask(theme, None, genes("IL21"), FigureRequest("domains", NARROW)))
    assert answers[0] is None
    assert answers[1] is not None and answers[1].drawing.figure.title.startswith("IL21")


def test_a_change_just_before_saving_is_saved(qtbot, theme, genes):
    def change() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FigureDialog)
        dialog.measures.width_field.setValue(100.0)
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    QTimer.singleShot(50, change)
    order = FigureDialog.ask(theme, None, genes("IL21"), FigureRequest("domains", NARROW))
    assert order is not None
    assert order.drawing.width_mm == pytest.approx(100)


def test_a_page_without_anything_for_the_view_opens_no_dialog(theme, genes):
    page = genes("HSPG2")
    assert isinstance(page, GeneProfile)
    with pytest.raises(NothingToExport):
        FigureDialog.ask(theme, None, page, FigureRequest("landscape"))


def test_links_are_reached_with_the_keyboard(qtbot, opened, genes):
    dialog = opened(crowded(genes("HSPG2")), FigureRequest("domains", PRESETS["cell-single"]))
    (link,) = [one for one in dialog.findings.findChildren(LinkButton) if one.isVisible()]
    dialog.activateWindow()
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert size_of(dialog)[0] == 114
    QApplication.processEvents()
    assert dialog.focusWidget().text() == "Use 174 mm"
