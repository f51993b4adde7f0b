"""Pathways of the genes that have scores in a cell type."""

from atlasview.atlas.ontology_page import subject_of
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.pathway import PathwayScores, ScoredPathways
from atlasview.records.place import Kind
from atlasview.records.profile import TermProfile
from atlasview.records.trouble import NotFound

LEAST_GENES = 2
"""A pathway of one gene says nothing that the gene does not say."""

_GENES = Statement(
    "SELECT DISTINCT p.id, p.name, g.id, x.csi FROM significance x JOIN context c ON c.key = x.context"
    " JOIN dataset d ON d.key = x.dataset JOIN gene_term l ON l.gene = x.gene JOIN term t ON t.key = l.term"
    " JOIN subject p ON p.key = l.term JOIN subject g ON g.key = x.gene"
    " WHERE x.cell_type = :cell_type AND c.id = :context AND d.name = :dataset AND x.csi IS NOT NULL"
    " AND t.category = 'pathway'"
)


def cell_type_pathways(reader: AtlasReader, cell_type_id: str, context: str, dataset: str) -> tuple[PathwayScores, ...]:
    """Pathways with at least two genes with a CSI, the highest average first. Raises NotFound."""
    key, _curie, _name = subject_of(reader, Kind.CELL_TYPE, cell_type_id)
    names: dict[str, str] = {}
    scores: dict[str, dict[str, float]] = {}
    for found, name, gene, csi in reader.rows(_GENES, cell_type=key, context=context, dataset=dataset):
        names[found] = name
        scores.setdefault(found, {})[gene] = csi
    pathways = (
        PathwayScores(found, names[found], sum(genes.values()) / len(genes), frozenset(genes))
        for found, genes in scores.items()
        if len(genes) >= LEAST_GENES
    )
    return tuple(sorted(pathways, key=lambda one: (-one.average, one.name, one.id)))


def scored_pathways(reader: AtlasReader, page: TermProfile, context: str = "", dataset: str = "") -> ScoredPathways:
    """The pathways of a cell type in the context and data set that are named, else in the first that it has."""
    sets = {(one.scores.context, one.scores.dataset): None for one in page.genes if one.scores is not None}
    labels = {one.id: one.label.casefold() for one in page.contexts}
    wanted = [
        key
        for key in sorted(sets, key=lambda key: key[0] != "overall")
        if context.casefold() in ("", key[0].casefold(), labels.get(key[0], "")) and dataset in ("", key[1])
    ]
    if not wanted:
        listed = "; ".join(f"{one} of {other}" for one, other in sets)
        asked = " of ".join(filter(None, (context, dataset)))
        what = f"{page.name} has no scores for {asked}" if sets else f"{page.name} has no cell significance"
        raise NotFound(what, str(page.atlas), f"choose one of: {listed}" if listed else "")
    return ScoredPathways(page, *wanted[0], cell_type_pathways(reader, page.id, *wanted[0]))
