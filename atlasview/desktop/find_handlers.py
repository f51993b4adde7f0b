"""What the actions do that find something in the sequence of a page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atlasview.desktop.desk import Desk
    from atlasview.desktop.panels.protein import ProteinPanel


def find_handlers(desk: "Desk") -> dict[str, Callable[[], object]]:
    """A function for every action that finds."""

    def ask() -> None:
        panel = _panel(desk)
        if panel is not None:
            panel.ask_find()

    def step(forward: bool) -> None:
        panel = _panel(desk)
        if panel is None:
            return
        if panel.finding.isVisible():
            panel.finding.step(forward)
        else:
            panel.ask_find()

    return {"find": ask, "find-next": lambda: step(True), "find-previous": lambda: step(False)}


def _panel(desk: "Desk") -> "ProteinPanel | None":
    """The protein of the page, brought into view."""
    tab = desk.tabs.current
    if tab is None or tab.page is None:
        return None
    tab.page.show_section("Protein")
    return tab.page.protein_panel()
