"""What the actions do that take something away from a page."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from atlasview.records.place import Kind
from atlasview.records.trouble import NothingToExport

if TYPE_CHECKING:
    from atlasview.desktop.desk import Desk
    from atlasview.desktop.pages.page import Page

_OFFERS = {
    "export-sequence": "sequence",
    "export-genpept": "genpept",
    "export-gff3": "gff3",
    "export-selection": "selection",
    "export-isoforms": "isoforms",
    "copy-fasta": "copy-fasta",
    "export-genes": "genes",
    "export-domains": "domains",
    "export-tracks": "tracks",
    "export-landscape": "landscape",
    "export-expression": "expression",
    "export-variants": "variants",
    "export-structure": "structure",
    "export-citations": "citations",
    "copy-citations": "copy-citations",
    "document": "document",
    "print": "print",
}
"""Actions, and the offers of a page that they take."""

_REFUSED_BY_FIGURE = ("tracks", "landscape", "variants", "structure", "expression")
"""Charts that say themselves what is missing."""

_NOTHING = {
    "selection": ("no residues are selected", "select some in the sequence first"),
    "isoforms": ("one isoform is known only", "export the sequence"),
}


def export_handlers(desk: "Desk") -> dict[str, Callable[[], object]]:
    """A function for every action that exports, copies or prints."""
    return {
        "export": partial(_on_page, desk, _export_focused),
        "export-tabs": partial(_on_page, desk, _export_tabs),
        "export-table": partial(_on_page, desk, _export_table),
        **{action: partial(_on_page, desk, partial(_export_offer, key)) for action, key in _OFFERS.items()},
    }


def _on_page(desk: "Desk", act: "Callable[[Desk, Page], object]") -> None:
    tab = desk.tabs.current
    if tab is not None and tab.page is not None:
        act(desk, tab.page)


def _export_offer(key: str, desk: "Desk", page: "Page") -> None:
    from atlasview.desktop.panels.exports import FigureExport

    wanted = page.offer(key) or (FigureExport(key) if key in _REFUSED_BY_FIGURE else None)
    if wanted is not None:
        desk.exporting.export(wanted, page.profile)
    else:
        what, remedy = _NOTHING.get(key, ("the page has nothing of it", "open another page"))
        desk.notices.tell_trouble(NothingToExport(what, page.title(), remedy))


def _export_focused(desk: "Desk", page: "Page") -> None:
    """What the nearest part round the focus gives; of the page itself where none gives anything."""
    from atlasview.desktop.panels.exports import Exportable

    part: QWidget | None = QApplication.focusWidget()
    while part is not None and part is not page:
        if isinstance(part, Exportable) and (wanted := part.focused_export()) is not None and page.isAncestorOf(part):
            desk.exporting.export(wanted, page.profile)
            return
        part = part.parentWidget()
    desk.exporting.export(page.focused_export(), page.profile)


def _export_table(desk: "Desk", page: "Page") -> None:
    table = page.table_in_view()
    if table is not None and table.as_table is not None:
        desk.exporting.export(table.as_table(), page.profile)
    else:
        where = f"{page.title()}, {page.section()}"
        desk.notices.tell_trouble(NothingToExport("no table is in view", where, "go to a section that has one"))


def _export_tabs(desk: "Desk", page: "Page") -> None:
    from atlasview.desktop.panels.exports import SequenceExport

    places = tuple({place.id: place for place in desk.tabs.places if place.kind in (Kind.GENE, Kind.PROTEIN)}.values())
    if places:
        desk.exporting.export(SequenceExport(places=places, group=f"{len(places)} pages"), page.profile)
    else:
        remedy = "open pages of genes or proteins"
        desk.notices.tell_trouble(NothingToExport("no tab shows a gene or a protein", "", remedy))
