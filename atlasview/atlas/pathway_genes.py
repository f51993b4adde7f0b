"""Pathways that the genes of a page belong to."""

from collections.abc import Iterable

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.pathway import PathwayGenes

_GENES = Statement(
    "SELECT p.id, p.name, g.id FROM json_each(:genes) AS wanted CROSS JOIN subject g ON g.id = wanted.value"
    " CROSS JOIN gene_term l ON l.gene = g.key CROSS JOIN term t ON t.key = l.term AND t.category = 'pathway'"
    " CROSS JOIN subject p ON p.key = t.key"
)


def pathways_of_genes(reader: AtlasReader, genes: Iterable[str]) -> tuple[PathwayGenes, ...]:
    """The pathways of some genes by name, each with those of them that it has."""
    names: dict[str, str] = {}
    members: dict[str, set[str]] = {}
    for found, name, gene in reader.rows(_GENES, genes=list(dict.fromkeys(genes))):
        names[found] = name
        members.setdefault(found, set()).add(gene)
    found = (PathwayGenes(one, names[one], frozenset(own)) for one, own in members.items())
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))
