"""Pathways that the genes of a page belong to."""

from collections.abc import Iterable

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.pathway import PathwayGenes

_GENES = Statement(
    "SELECT p.id, p.name, g.id FROM term t JOIN gene_term l ON l.term = t.key"
    " JOIN subject p ON p.key = t.key JOIN subject g ON g.key = l.gene WHERE t.category = 'pathway'"
)


def pathways_of_genes(reader: AtlasReader, genes: Iterable[str]) -> tuple[PathwayGenes, ...]:
    """The pathways of some genes by name, each with those of them that it has."""
    wanted = frozenset(genes)
    names: dict[str, str] = {}
    members: dict[str, set[str]] = {}
    for found, name, gene in reader.rows(_GENES):
        if gene in wanted:
            names[found] = name
            members.setdefault(found, set()).add(gene)
    found = (PathwayGenes(one, names[one], frozenset(own)) for one, own in members.items())
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))
