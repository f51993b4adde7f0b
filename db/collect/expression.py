"""Expression of the starter's genes by tissue and blood cell: HPA's consensus, as tables of genes by samples."""

from collections.abc import Mapping

from atlasview.records.expression import Expression
from atlasview.sources.expression_values import amount, gene_of, sample_name, sample_term
from db.collect.tables import Tables
from db.collect.upstream import Upstream

_TABLES = {"hpa-tissues": ("tissue", "HPA consensus tissues"), "hpa-blood": ("cell type", "HPA blood cells")}
_UNIT = "NX"
"""Of release 20. The blood cells are in it as well, as their values show: NK cells and PBMC are the same."""


def add_expression(tables: Tables, upstream: Upstream, genes: Mapping[str, str]) -> None:
    """Adds the values of genes; `genes` maps Ensembl genes to the starter's. Of some genes the tables have nothing."""
    for source, (kind, dataset) in _TABLES.items():
        rows = upstream.rows(source)
        _gene, *names = map(sample_name, next(rows))
        found = set()
        for identifier, *cells in rows:
            known = genes.get(gene_of(identifier).removeprefix("ENSEMBL:"))
            if known is None:
                continue
            found.add(known)
            for name, cell in zip(names, cells, strict=True):
                said = (known, name, "", sample_term(name), amount(cell), "", "", _UNIT, kind, dataset, source)
                tables.add(Expression(*said))
        tables.skip(f"genes without a row in {source}", len(set(genes.values()) - found))
