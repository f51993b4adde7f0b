"""Terms that a gene is associated with: Reactome and KEGG pathways, Gene Ontology."""

from collections.abc import Iterable

from atlasview.desktop.controls import Segments
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.panels.exits import Exits, place_of, way_to
from atlasview.desktop.panels.wording import unique
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.records.place import Kind, Place
from atlasview.records.profile import LinkedTerm
from atlasview.records.tie import relation_words

_ASPECTS = {
    "biological_process": "GO process",
    "molecular_function": "GO function",
    "cellular_component": "GO component",
}
_ORDER = ("Reactome", *_ASPECTS.values(), "KEGG")
_WORDS = {"GMT": "Gene set", "SubcellularLocation": "Subcellular location"}
_MOST_SEGMENTS = 6
"""Choices that stand side by side; names of more would be cut off."""


def group_of(linked: LinkedTerm) -> str:
    """The kind of term as a page calls it: `Reactome`, `GO process`, ..."""
    prefix = linked.term.id.partition(":")[0]
    return _ASPECTS.get(linked.term.category, _WORDS.get(prefix, prefix))


def evidence_words(codes: Iterable[str]) -> str:
    """What evidence codes mean, a line for each; empty where none is known."""
    from atlasview.glossary import term_of

    known = ((code, term_of(code)) for code in unique(codes))
    return "\n".join(f"{code}: {meant.long}. {meant.means}" for code, meant in known if meant is not None)


def _reference(linked: LinkedTerm) -> str:
    return "; ".join(unique(link.reference for link in linked.links))


def _reference_way(linked: LinkedTerm) -> str:
    papers = (place_of(link.reference) for link in linked.links if link.reference.startswith(("PMID:", "DOI:")))
    first = next(papers, None)
    return way_to(first) if first else ""


COLUMNS = (
    Column(
        "Term",
        lambda linked: linked.term.name,
        link=lambda linked: way_to(Place(Kind.TERM, linked.term.id)),
        widest=560,
        least=320,
        stretch=1,
    ),
    Column(
        "Identifier",
        lambda linked: linked.term.id.removeprefix("Reactome:").removeprefix("KEGG:"),
        least=128,
        firm=True,
    ),
    Column("Kind", group_of, key=lambda linked: _rank(group_of(linked))),
    Column(
        "Relation",
        lambda linked: ", ".join(unique(relation_words(link.qualifier) for link in linked.links)),
        widest=170,
        least=80,
        optional=True,
    ),
    Column(
        "Evidence",
        lambda linked: ", ".join(unique(link.evidence for link in linked.links)),
        widest=110,
        least=64,
        optional=True,
        hint=lambda linked: evidence_words(link.evidence for link in linked.links),
    ),
    Column("Reference", _reference, link=_reference_way, widest=170, least=80, optional=True),
)


def _rank(group: str) -> tuple[int, str]:
    return (_ORDER.index(group) if group in _ORDER else len(_ORDER), group)


def _choice_of(theme: Theme, groups: list[str]) -> Segments | DropDown:
    named = [(group, group) for group in groups]
    if len(groups) < _MOST_SEGMENTS:
        return Segments([("", "All"), *named], "Kind of term")
    return DropDown(theme, "Kind", [("", "all"), *named])


class TermsPanel(TablePanel):
    """The table of terms with a choice of their kinds."""

    def __init__(self, theme: Theme, exits: Exits, terms: tuple[LinkedTerm, ...]) -> None:
        groups = sorted({group_of(linked) for linked in terms}, key=_rank)
        kinds = _choice_of(theme, groups) if len(groups) > 1 else None
        super().__init__(
            theme,
            exits,
            RecordTable(theme, exits, COLUMNS, terms),
            "terms-table",
            "Associated terms",
            noun="term",
            prompt="Filter terms",
            leading=kinds,
            what="terms",
        )
        if kinds is not None:
            kinds.setObjectName("term-kinds")
            kinds.chosen.connect(self._choose_kind)

    def _choose_kind(self, group: str) -> None:
        self.set_condition((lambda linked: group_of(linked) == group) if group else None)
