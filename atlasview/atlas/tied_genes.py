"""Genes of a term or disease, each with what its sources say of the tie."""

from collections.abc import Iterable

from atlasview.records.profile import GeneLink
from atlasview.records.tie import Tie, all_negated


def tied_genes(rows: Iterable[tuple[str, str, str, Tie]]) -> tuple[GeneLink, ...]:
    """Genes in the order of their first rows (id, symbol, name, tie), those that are only said not to be so last."""
    names: dict[str, tuple[str, str]] = {}
    ties: dict[str, list[Tie]] = {}
    for gene, symbol, name, tie in rows:
        names[gene] = (symbol, name)
        ties.setdefault(gene, []).append(tie)
    genes = [GeneLink(gene, *names[gene], None, tuple(found)) for gene, found in ties.items()]
    return tuple(sorted(genes, key=lambda gene: all_negated(gene.ties)))
