"""Hits and visits as rows of a list: groups by kind, icons, reasons, and when a name is ambiguous."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from atlasview.desktop.navigation import History, Visit
from atlasview.desktop.rows import Row
from atlasview.records.place import Kind

if TYPE_CHECKING:
    from atlasview.records.hit import Hit, SearchResult

GROUPS = {
    Kind.GENE: "Genes",
    Kind.PROTEIN: "Proteins",
    Kind.CELL_TYPE: "Cell types",
    Kind.TERM: "Pathways and terms",
    Kind.DISEASE: "Diseases",
    Kind.PUBLICATION: "Papers",
}
ICONS = {
    Kind.GENE: "gene",
    Kind.PROTEIN: "protein",
    Kind.CELL_TYPE: "cell",
    Kind.TERM: "term",
    Kind.DISEASE: "disease",
    Kind.PUBLICATION: "paper",
    Kind.ATLAS: "atlas",
}
WORDS = {
    Kind.GENE: "gene",
    Kind.PROTEIN: "protein",
    Kind.CELL_TYPE: "cell type",
    Kind.TERM: "term",
    Kind.DISEASE: "disease",
    Kind.PUBLICATION: "paper",
}
TYPED_FORMS = (
    ("IL7R p.S185C", "gene at a residue"),
    ("IL21 45-96", "residue range"),
    ("cell:Tfh", "cell type"),
    ("go:0005125", "GO term"),
    ("R-HSA-9020958", "Reactome pathway"),
    ("pmid:11081504", "paper"),
)
_NAMES_OF_ONE_THING = frozenset({"identifier", "previous symbol", "alias"})
_SHOWN_IN_MESSAGE = 40
_RECENT_SHOWN = 6


def shortened(text: str) -> str:
    """What was typed, short enough for a message."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN_IN_MESSAGE else text[: _SHOWN_IN_MESSAGE - 1] + "…"


def is_ambiguous(result: "SearchResult") -> bool:
    """Whether what was typed is a name of several things that rank alike, so that none may be guessed."""
    if len(result.hits) < 2 or result.hits[0].match not in _NAMES_OF_ONE_THING:
        return False
    return _tier(result.hits[0], result.query) == _tier(result.hits[1], result.query)


def _tier(hit: "Hit", query: str) -> tuple[str, str, str, bool]:
    """What two hits share that rank alike; a gene and its protein share a name, and the gene comes first."""
    letters = "".join(letter for letter in hit.matched.casefold() if letter.isalnum())
    return hit.kind, hit.match, letters, hit.matched == query.strip()


def hit_rows(result: "SearchResult") -> list[Row]:
    """Rows of the search list: groups in the order of their best hits, below what search has to say or to ask."""
    said = f"“{shortened(result.query)}” is a name of several. Which one?" if is_ambiguous(result) else result.note
    rows = [Row(said)] if said and result.hits else []
    for kind, hits in _grouped(result.hits).items():
        rows.append(Row(GROUPS[kind]))
        rows += [hit_row(hit) for hit in hits]
    return rows


def _grouped(hits: "Iterable[Hit]") -> "dict[Kind, list[Hit]]":
    groups: dict[Kind, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.kind, []).append(hit)
    return groups


def hit_row(hit: "Hit") -> Row:
    """A hit as the search list shows it: symbol and name on one line."""
    if hit.kind == Kind.PUBLICATION:
        strong, plain = "", hit.name
    else:
        strong, plain = (hit.symbol, hit.name) if hit.symbol else (hit.name, "")
    return Row(strong, plain, hit.detail, hit.reason, ICONS[hit.kind], hit.place)


def side_rows(hits: "Iterable[Hit]", reason: bool) -> list[Row]:
    """Hits as the side panel shows them; at the right the reason, with heads between kinds, or the kind."""
    rows: list[Row] = []
    for kind, members in _grouped(hits).items():
        if reason and rows:
            rows.append(Row(GROUPS[kind]))
        rows += [_side_row(hit, hit.reason if reason else WORDS[kind]) for hit in members]
    return rows


def _side_row(hit: "Hit", right: str) -> Row:
    """A paper is called by its first author and year, a gene by its symbol, anything else by its name."""
    if hit.kind == Kind.PUBLICATION:
        strong, below = hit.detail.split(" · ")[0], hit.name
    else:
        strong, below = (hit.symbol, hit.name) if hit.symbol else (hit.name, hit.detail)
    return Row(strong, "", below, right, ICONS[hit.kind], hit.place)


def visit_rows(visits: "Iterable[Visit]") -> list[Row]:
    """Visited pages with their times, newest first."""
    now = datetime.now().astimezone()
    return [Row(visit.title, "", visit.name, visit.time(now), ICONS[visit.place.kind], visit.place) for visit in visits]


def start_rows(recent: History, suggested: "Iterable[Hit]") -> list[Row]:
    """What an empty field offers: recent pages, else places worth a first look."""
    visited = visit_rows(recent)
    if len(visited) > 1:
        return [Row("Recent"), *visited]
    return [Row("Worth a first look"), *(hit_row(hit) for hit in suggested)]


def column_rows(recent: History) -> list[Row]:
    """The column beside the search list: forms that can be typed, then recent pages."""
    forms = [Row(form, right=meaning, value=form, fixed=True) for form, meaning in TYPED_FORMS]
    visited = visit_rows(recent)[:_RECENT_SHOWN]
    return [Row("Typed forms"), *forms, *([Row("Recent"), *visited] if visited else [])]
