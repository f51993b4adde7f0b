"""Pathways of the genes that have scores in a cell type."""

from atlasview.atlas.ontology_page import subject_of
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.significance import scored
from atlasview.atlas.statement import Statement
from atlasview.atlas.strata import strata_of
from atlasview.records.pathway import PathwayScores, ScoredPathways
from atlasview.records.place import Kind
from atlasview.records.profile import TermProfile
from atlasview.records.trouble import NotFound

LEAST_GENES = 2
"""A pathway of one gene says nothing that the gene does not say."""

_PATHWAYS = Statement(
    "SELECT DISTINCT p.id, p.name, l.gene FROM gene_term l JOIN term t ON t.key = l.term JOIN subject p"
    " ON p.key = l.term WHERE l.gene IN (SELECT value FROM json_each(:genes)) AND t.category = 'pathway'"
)
_IDS = Statement("SELECT key, id FROM subject WHERE key IN (SELECT value FROM json_each(:keys))")


def cell_type_pathways(reader: AtlasReader, cell_type_id: str, context: str, dataset: str) -> tuple[PathwayScores, ...]:
    """Pathways with at least two genes with a CSI, the highest average first. Raises NotFound."""
    key, _curie, _name = subject_of(reader, Kind.CELL_TYPE, cell_type_id)
    names: dict[str, str] = {}
    scores: dict[str, dict[str, float]] = {}
    csi = _csi(reader, key, context, dataset)
    ids: dict[int, str] = dict(map(tuple, reader.rows(_IDS, keys=sorted(csi))))
    for found, name, gene in reader.rows(_PATHWAYS, genes=sorted(csi)):
        names[found] = name
        scores.setdefault(found, {})[ids[gene]] = csi[gene]
    pathways = (
        PathwayScores(found, names[found], sum(genes.values()) / len(genes), frozenset(genes))
        for found, genes in scores.items()
        if len(genes) >= LEAST_GENES
    )
    return tuple(sorted(pathways, key=lambda one: (-one.average, one.name, one.id)))


def _csi(reader: AtlasReader, cell_type: int, context: str, dataset: str) -> dict[int, float]:
    """CSI of genes by their keys, of those that have one."""
    wanted = [one for one in strata_of(reader, cell_type) if (one.context.id, one.dataset) == (context, dataset)]
    return {gene: values[0] for gene, _stratum, values in scored(reader, wanted) if values[0] is not None}


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
