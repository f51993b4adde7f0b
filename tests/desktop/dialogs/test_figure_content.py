"""What the figure dialog lets choose of a chart of expression."""

import shlex

from PySide6.QtWidgets import QWidget

from atlasview.desktop.dialogs.figure_dialog import FigureDialog
from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import PRESETS
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
