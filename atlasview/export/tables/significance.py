"""The table of cell significance, of a gene's page and of a cell type's."""

from collections.abc import Iterable

from atlasview.export.tables.subject import gene_rows
from atlasview.export.tables.table import Column, Row, TableKind
from atlasview.records.cell_type import CellType, Context
from atlasview.records.place import Kind
from atlasview.records.profile import GeneProfile, Profile, ScoredCell, TermProfile

_BEST_OF_TYPE = "largest CSI over genes of the cell type and context"


def _rows(profile: Profile) -> list[Row[ScoredCell]] | None:
    if isinstance(profile, GeneProfile):
        return gene_rows(profile, profile.significance)
    if not isinstance(profile, TermProfile) or profile.place.kind is not Kind.CELL_TYPE:
        return None
    cell_type = CellType(profile.id, profile.name, profile.definition, "", profile.source)
    contexts = {context.id: context for context in profile.contexts}
    return [
        Row(gene.id, gene.symbol, ScoredCell(gene.scores, cell_type, _context(contexts, gene.scores.context)))
        for gene in profile.genes
        if gene.scores is not None
    ]


def _context(contexts: dict[str, Context], key: str) -> Context:
    return contexts.get(key) or Context(key, "", "")


def _contexts(records: Iterable[ScoredCell]) -> tuple[str, ...]:
    told = (
        f"{row.context.label or row.context.id} ({row.context.id}), data set {row.scores.dataset}" for row in records
    )
    return tuple(dict.fromkeys(told))


SIGNIFICANCE: TableKind[ScoredCell] = TableKind(
    "significance",
    "Cell significance",
    (
        Column("cell_type", lambda row: row.scores.cell_type, "Cell Ontology identifier"),
        Column("label", lambda row: row.cell_type.name, "name of the cell type"),
        Column(
            "context", lambda row: row.scores.context, "what the cell types are compared in: overall, UBERON, MONDO"
        ),
        Column("context_label", lambda row: row.context.label, "name of the context"),
        Column("dataset", lambda row: row.scores.dataset, "whose scores; those of two data sets are not comparable"),
        Column(
            "csi", lambda row: row.scores.csi, "Cell Significance Index: Cliff's delta x -log10(p), signed, no unit"
        ),
        Column("csi_low", lambda row: row.scores.csi_low, "lower end of the 95 % bootstrap interval of CSI"),
        Column("csi_high", lambda row: row.scores.csi_high, "upper end of the 95 % bootstrap interval of CSI"),
        Column("rcsi", lambda row: row.scores.rcsi, f"100 x CSI / {_BEST_OF_TYPE}, percent"),
        Column("prs", lambda row: row.scores.prs, "percentile rank score within the cell type and context, 0 to 100"),
        Column("threshold", lambda row: row.scores.threshold, "mean + 1 SD of CSI over genes, of the type and context"),
        Column("fold_change", lambda row: row.scores.fold_change, "CSI / threshold, no unit"),
        Column("delta", lambda row: row.scores.delta, "Cliff's delta, -1 to 1"),
        Column("p", lambda row: row.scores.p, "two-sided p of the Mann-Whitney test, descriptive"),
        Column("q", lambda row: row.scores.q, "p after Benjamini-Hochberg over genes"),
        Column("profiles", lambda row: row.scores.profiles, "observations of the cell type"),
        Column("other_profiles", lambda row: row.scores.other_profiles, "observations of the other cell types"),
        Column("donors", lambda row: row.scores.donors, "number of donors"),
        Column("cells", lambda row: row.scores.cells, "number of cells"),
        Column("percent_expressing", lambda row: row.scores.percent_expressing, "of the cells, percent"),
        Column("replication", lambda row: row.scores.replication, "how far donors replicate it, empty where unknown"),
        Column("source", lambda row: row.scores.source, "key of the source"),
    ),
    _rows,
    _contexts,
)
