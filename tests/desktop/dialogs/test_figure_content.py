"""What the figure dialog lets choose of a chart of expression."""

import shlex
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from atlasview.atlas.cell_type import cell_type_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.desktop.dialogs.figure_dialog import FigureDialog
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import PRESETS
from atlasview.records.pattern import Pattern, PatternKind
from atlasview.records.two_cell_types import TwoCellTypes
from tests.desktop.reading import read


def test_the_data_set_and_the_order_of_expression_are_chosen(qtbot, theme, atlas_path):
    request = FigureRequest("expression", PRESETS["nature-double"], order="organ")
    dialog = FigureDialog(theme, None, read(atlas_path, "IL7R"), request)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle() == "Export figure: IL7R, expression"
    assert dialog.order.drawing.recipe["view"] == {
        "name": "expression", "dataset": "HPA consensus tissues", "order": "organ",
    }  # fmt: skip
    dataset, order = (
        dialog.content.findChild(QWidget, "figure-dataset"),
        dialog.content.findChild(QWidget, "figure-order"),
    )
    assert [dataset.itemText(at) for at in range(dataset.count())] == [
        "Tissues: HPA consensus tissues", "Cell types: HPA blood cells",
    ]  # fmt: skip
    for drop_down in (dataset, order):
        drop_down.setCurrentIndex(1)
        drop_down.activated.emit(1)
    qtbot.waitUntil(lambda: not dialog._waiting.isActive())
    assert dialog.order.drawing.recipe["view"] == {"name": "expression", "dataset": "HPA blood cells", "order": "value"}
    words = shlex.split(dialog.commands().splitlines()[0])
    assert words[words.index("--dataset") + 1] == "HPA blood cells"
    assert words[words.index("--order") + 1] == "value"


def test_what_the_tracks_show_in_the_window_can_be_taken_back(qtbot, theme, atlas_path):
    opened, closed = frozenset({"motifs"}), frozenset({"sites", "variants"})
    request = FigureRequest("tracks", opened=opened, closed=closed, find=Pattern(PatternKind.REGEX, "L.{2}L", 1))
    dialog = FigureDialog(theme, None, read(atlas_path, "TP53"), request)
    qtbot.addWidget(dialog)
    dialog.show()
    view = dialog.order.drawing.recipe["view"]
    assert (view["opened"], view["closed"]) == (["motifs"], ["sites", "variants"])
    assert view["find"] == {"as": "regex", "text": "L.{2}L", "mismatches": 1}
    words = shlex.split(dialog.commands().splitlines()[0])
    said = dict(pairwise(words))
    assert (said["--open"], said["--fold"]) == ("motifs", "sites,variants")
    assert (said["--find"], said["--find-as"], said["--mismatches"]) == ("L.{2}L", "regex", "1")
    for name, key in (("folding", "fits"), ("find", "")):
        drop_down = dialog.content.findChild(DropDown, f"figure-{name}")
        drop_down.choose(key)
        drop_down.chosen.emit(key)
    qtbot.waitUntil(lambda: not dialog._waiting.isActive())
    view = dialog.order.drawing.recipe["view"]
    assert (view["opened"], view["closed"], view["find"]) == (None, None, None)
    assert not {"--open", "--fold", "--find"} & set(shlex.split(dialog.commands()))


def test_tracks_as_they_fit_offer_no_choice_of_them(qtbot, theme, atlas_path):
    dialog = FigureDialog(theme, None, read(atlas_path, "TP53"), FigureRequest("tracks"))
    qtbot.addWidget(dialog)
    assert not [one for one in ("folding", "find") if dialog.content.findChild(QWidget, f"figure-{one}")]


def test_metric_and_scores_of_two_cell_types_are_chosen(qtbot, theme, atlas_path):
    with AtlasReader(atlas_path) as reader:
        two = TwoCellTypes(*(cell_type_profile(reader, one) for one in ("CL:0000236", "CL:0000623")))
    dialog = FigureDialog(theme, None, two, FigureRequest("compare", PRESETS["nature-single"]))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle() == "Export figure: B cell, genes of two cell types"
    metric = dialog.content.findChild(QWidget, "figure-metric")
    metric.choose("delta")
    metric.chosen.emit("delta")
    qtbot.waitUntil(lambda: not dialog._waiting.isActive())
    view = dialog.order.drawing.recipe["view"]
    assert (view["other"], view["metric"]) == ("CL:0000623", "delta")
    words = shlex.split(dialog.commands().splitlines()[0])
    assert words[:7] == ["atlasview", "export", "figure", "CL:0000236", "CL:0000623", "--view", "compare"]
    assert words[words.index("--metric") + 1] == "delta"
