"""The ways out of a page: to another place, to a web address, to the clipboard, to a file."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote, unquote

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from atlasview.records.place import Kind, Place, Residues
from atlasview.records.profile import TermProfile

if TYPE_CHECKING:
    from atlasview.desktop.panels.exports import Export

_PLACE = "place:"
_SECTION = "section:"
_RESIDUES = "residues:"
_ACTION = "action:"
_KINDS = {
    "hgnc": Kind.GENE,
    "ncbigene": Kind.GENE,
    "ensembl": Kind.GENE,
    "uniprotkb": Kind.PROTEIN,
    "cl": Kind.CELL_TYPE,
    "go": Kind.TERM,
    "hp": Kind.TERM,
    "reactome": Kind.TERM,
    "kegg": Kind.TERM,
    "mondo": Kind.DISEASE,
    "omim": Kind.DISEASE,
    "orpha": Kind.DISEASE,
    "doid": Kind.DISEASE,
    "pmid": Kind.PUBLICATION,
    "doi": Kind.PUBLICATION,
}


def place_of(curie: str) -> Place | None:
    """The place that a CURIE names by its prefix; None where no page has such identifiers."""
    kind = _KINDS.get(curie.partition(":")[0].casefold())
    return Place(kind, curie) if kind is not None else None


def way_to(place: Place) -> str:
    """A place as the target of a link (`place:gene:HGNC:6005`)."""
    return f"{_PLACE}{place.kind.value}:{quote(place.id, safe=':')}"


def way_to_section(heading: str) -> str:
    """A section of the same page as the target of a link."""
    return _SECTION + quote(heading)


def way_to_residues(residues: Residues) -> str:
    """Residues of the protein on the same page as the target of a link."""
    return f"{_RESIDUES}{residues.start}-{residues.end}"


def way_to_action(identifier: str) -> str:
    """What an action of the window does as the target of a link."""
    return _ACTION + identifier


def place_at(target: str) -> Place | None:
    """The place that the target of a link leads to; None where it leads elsewhere."""
    if not target.startswith(_PLACE):
        return None
    kind, _, identifier = target.removeprefix(_PLACE).partition(":")
    return Place(Kind(kind), unquote(identifier))


def wants_new_tab() -> bool:
    """Whether the person holds Ctrl just now."""
    return bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)


class Shell(Protocol):
    """What stands round the pages, as far as their panels ask it for something."""

    @property
    def places(self) -> tuple[Place, ...]:
        """The places that are open in tabs."""

    def read_genes(self, owner: QObject, words: tuple[str, ...], page: Place, arrived: Callable[[Any], object]) -> None:
        """Hand on the ScoredGenes that some words name, unless the owner has gone; trouble is told."""

    def read_pathways(
        self, owner: QObject, page: TermProfile, scores: tuple[str, str], arrived: Callable[[Any], object]
    ) -> None:
        """Hand on the ScoredPathways of a cell type in a context and data set (empty: the first), unless the owner has
        gone; trouble is told."""

    def read_pathway_genes(self, owner: QObject, page: TermProfile, arrived: Callable[[Any], object]) -> None:
        """Hand on the PathwayGenes of the genes of a page, unless the owner has gone; trouble is told."""

    def read_cell_type(self, owner: QObject, text: str, arrived: Callable[[Any], object]) -> None:
        """Hand on the profile of the cell type that a text names, unless the owner has gone; trouble is told."""


class Exits(QObject):
    """One per page; its panels send everything that leads elsewhere through here.

    place_requested    (Place, whether in a new tab)
    section_requested  heading of a section of this page
    residues_requested Residues to show in this page's sequence
    action_requested   id of an action of the window
    status             a sentence for the status bar
    outward            a web address that the person chose to open
    export_requested   (what a person wants to take away, one of `panels.exports`)
    notebook_wanted    a panel that waits for the notebook: its `use` takes it
    asked              (a function that wants the Shell)
    """

    place_requested = Signal(object, bool)
    section_requested = Signal(str)
    residues_requested = Signal(object)
    action_requested = Signal(str)
    status = Signal(str)
    outward = Signal(str)
    export_requested = Signal(object)
    notebook_wanted = Signal(object)
    asked = Signal(object)

    def follow(self, target: str, new_tab: bool = False) -> None:
        """Go where a link leads; a target that leads nowhere is ignored."""
        place = place_at(target)
        if place is not None:
            self.place_requested.emit(place, new_tab)
        elif target.startswith(_SECTION):
            self.section_requested.emit(unquote(target.removeprefix(_SECTION)))
        elif target.startswith(_RESIDUES):
            start, _, end = target.removeprefix(_RESIDUES).partition("-")
            self.residues_requested.emit(Residues(int(start), int(end)))
        elif target.startswith(_ACTION):
            self.action_requested.emit(target.removeprefix(_ACTION))
        elif target.startswith(("https://", "http://")):
            self.outward.emit(target)

    def go(self, place: Place) -> None:
        """Go to a place, in a new tab where the person holds Ctrl."""
        self.place_requested.emit(place, wants_new_tab())

    def take_away(self, what: "Export") -> None:
        """Have something exported."""
        self.export_requested.emit(what)

    def read_genes(self, owner: QObject, words: tuple[str, ...], page: Place, arrived: Callable[[Any], object]) -> None:
        """Have genes read for a panel, the owner, that the profile of its page does not hold."""
        self.asked.emit(lambda shell: shell.read_genes(owner, words, page, arrived))

    def read_pathways(
        self, owner: QObject, page: TermProfile, scores: tuple[str, str], arrived: Callable[[Any], object]
    ) -> None:
        """Have the pathways of a cell type in a context and data set read for a panel, the owner."""
        self.asked.emit(lambda shell: shell.read_pathways(owner, page, scores, arrived))

    def read_pathway_genes(self, owner: QObject, page: TermProfile, arrived: Callable[[Any], object]) -> None:
        """Have the pathways of a page's genes read for a panel, the owner."""
        self.asked.emit(lambda shell: shell.read_pathway_genes(owner, page, arrived))

    def read_cell_type(self, owner: QObject, text: str, arrived: Callable[[Any], object]) -> None:
        """Have another cell type read for a panel, the owner."""
        self.asked.emit(lambda shell: shell.read_cell_type(owner, text, arrived))

    def copy(self, text: str, what: str = "", html: str = "") -> None:
        """Put a text on the clipboard, with its twin for word processors where there is one, and say so."""
        put_on_clipboard(text, html)
        self.status.emit(f"{what or text} copied")


def put_on_clipboard(text: str, html: str = "") -> None:
    """Put a text on the clipboard, with its twin in HTML for programs that take formatted text."""
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
