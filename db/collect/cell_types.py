"""Cell types: the blood and immune part of the Cell Ontology, in the later release where both have a term."""

from atlasview.records.cell_type import CellType
from atlasview.records.reference import CrossReference
from atlasview.records.term import Hierarchy, Synonym
from db.collect.obo import OboTerm, ancestors, descendants, read_obo
from db.collect.tables import Tables
from db.collect.upstream import Upstream

_SLIM = "cell-ontology-immune-slim"
_WHOLE = "cell-ontology"
_ROOT = "CL:0000000"
_HEMATOPOIETIC = "CL:0000988"
_HUMAN = {"human_reference_atlas", "human_subset"}
_XREFS = {"BTO", "CALOHA", "FMA", "MESH", "NCIT"}


def add_cell_types(tables: Tables, upstream: Upstream, needed: set[str]) -> None:
    """Adds the slim, human blood cells and the `needed` types with children, siblings and all ancestors."""
    whole, slim = (_cells(upstream, key) for key in (_WHOLE, _SLIM))
    terms = {**whole, **slim}
    chosen = set(slim) | _around(terms, needed)
    chosen |= {cell for cell in descendants(terms, _HEMATOPOIETIC) if terms[cell].subsets & _HUMAN}
    chosen |= ancestors(terms, chosen)
    chosen &= {_ROOT, *descendants(terms, _ROOT)}
    for cell in chosen:
        _add(tables, terms[cell], chosen, _SLIM if cell in slim else _WHOLE)


def _cells(upstream: Upstream, key: str) -> dict[str, OboTerm]:
    return {name: term for name, term in read_obo(upstream.text(key)).items() if name.startswith("CL:")}


def _around(terms: dict[str, OboTerm], needed: set[str]) -> set[str]:
    parents = {parent for cell in needed for parent, _ in terms[cell].parents}
    siblings = {term.id for term in terms.values() if {parent for parent, _ in term.parents} & parents}
    return needed | siblings | {below for cell in needed for below in descendants(terms, cell)}


def _add(tables: Tables, term: OboTerm, chosen: set[str], source: str) -> None:
    tables.add(CellType(term.id, term.name, "", "", source))
    tables.add(*(Synonym(term.id, text, scope, source) for text, scope in term.synonyms))
    for parent, relation in term.parents:
        if parent in chosen and relation == "is_a":
            tables.add(Hierarchy(term.id, parent, relation, source))
    for xref in term.xrefs:
        database, _, identifier = xref.partition(":")
        if database in _XREFS:
            tables.add(CrossReference(term.id, database, identifier, "", source))
