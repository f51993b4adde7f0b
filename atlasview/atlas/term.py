"""Terms of ontologies and pathways: of a gene, and as pages of their own."""

from collections.abc import Iterator
from typing import Any

from atlasview.atlas.ontology_page import ontology_page, subject_of
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.atlas.tied_genes import tied_genes
from atlasview.records.place import Kind
from atlasview.records.profile import LinkedTerm, TermProfile
from atlasview.records.term import GeneTerm, Term
from atlasview.records.tie import Tie

_GROUPS = (
    ("Reactome:", ""),
    ("GO:", "biological_process"),
    ("GO:", "molecular_function"),
    ("GO:", "cellular_component"),
    ("KEGG:", ""),
)
"""Order of a gene's terms: prefix of the id, and category where it matters; the rest follows by prefix."""

_OF_GENE = Statement(
    "SELECT s.id, s.name, t.category, t.definition, t.obsolete, t.replaced_by, t.source,"
    " l.qualifier, l.evidence, l.reference, l.assigned_by, l.source FROM gene_term l"
    " JOIN term t ON t.key = l.term JOIN subject s ON s.key = l.term WHERE l.gene = :gene"
    " ORDER BY s.name, s.id, l.number"
)
_TERM = Statement("SELECT category, definition, source FROM term WHERE key = :key")
_GENES = Statement(
    "SELECT s.id, s.symbol, s.name, l.qualifier, l.evidence, l.reference, l.source FROM gene_term l"
    " JOIN subject s ON s.key = l.gene WHERE l.term = :term ORDER BY s.symbol, s.id, l.number"
)


def gene_terms(reader: AtlasReader, gene: int, gene_id: str) -> tuple[LinkedTerm, ...]:
    """Terms of the gene with its annotations: Reactome, GO process, function, component, KEGG, others; by name."""
    terms: dict[str, Term] = {}
    links: dict[str, list[GeneTerm]] = {}
    for found, *term, qualifier, evidence, reference, assigned_by, source in reader.rows(_OF_GENE, gene=gene):
        if found not in terms:
            terms[found] = _term(reader, found, term)
            links[found] = []
        links[found].append(
            GeneTerm(gene_id, found, qualifier, evidence, reference, assigned_by, reader.source[source])
        )
    ordered = sorted(terms.values(), key=_group)
    return tuple(LinkedTerm(term, tuple(links[term.id])) for term in ordered)


def term_profile(reader: AtlasReader, term_id: str) -> TermProfile:
    """The term with the genes annotated with it. Raises NotFound."""
    subject = key, _curie, _name = subject_of(reader, Kind.TERM, term_id)
    category, definition, source = reader.rows(_TERM, key=key)[0]
    genes = tied_genes(_tied(reader, key))
    return ontology_page(reader, Kind.TERM, subject, category, definition, source, genes)


def _tied(reader: AtlasReader, term: int) -> Iterator[tuple[str, str, str, Tie]]:
    for gene, symbol, name, qualifier, evidence, reference, source in reader.rows(_GENES, term=term):
        references = (reference,) if reference else ()
        yield gene, symbol, name, Tie(qualifier, evidence, "", references, reader.source[source])


def _term(reader: AtlasReader, found: str, fields: list[Any]) -> Term:
    name, category, definition, obsolete, replaced_by, source = fields
    return Term(found, name, category, definition, bool(obsolete), replaced_by, reader.source[source])


def _group(term: Term) -> tuple[int, str]:
    for rank, (prefix, category) in enumerate(_GROUPS):
        if term.id.startswith(prefix) and category in ("", term.category):
            return rank, ""
    return len(_GROUPS), term.id.partition(":")[0]
