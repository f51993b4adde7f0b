"""Interactions and homologies of a gene."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.interaction import Homology, Interaction
from atlasview.records.lists import parted, parted_channels
from atlasview.records.profile import GeneLink

# A pair is stored once, and both of its genes show it.
_INTERACTIONS = Statement(
    "SELECT s.id, s.symbol, s.name, i.score, i.channels, i.source, i.method, i.publications FROM ("
    " SELECT partner AS other, score, channels, source, method, publications FROM interaction WHERE gene = :gene"
    " UNION ALL SELECT gene, score, channels, source, method, publications FROM interaction"
    "  WHERE partner = :gene AND gene <> :gene"
    ") i JOIN subject s ON s.key = i.other ORDER BY i.score IS NULL, i.score DESC, s.symbol, i.source,"
    " i.method, i.publications"
)
_HOMOLOGIES = Statement(
    "SELECT relative, species, molecule, identity, publication, source FROM homology WHERE gene = :gene ORDER BY number"
)


def interactions(reader: AtlasReader, gene: int, gene_id: str) -> tuple[tuple[Interaction, GeneLink], ...]:
    """Partners of the gene, highest score first; `gene` of each record is the one asked for."""
    return tuple(
        (
            Interaction(
                gene_id, partner, score, parted_channels(channels), reader.source[source], method, parted(papers)
            ),
            GeneLink(partner, symbol, name),
        )
        for partner, symbol, name, score, channels, source, method, papers in reader.rows(_INTERACTIONS, gene=gene)
    )


def homologies(reader: AtlasReader, gene: int, gene_id: str) -> tuple[Homology, ...]:
    """What the gene resembles, in the order of the source."""
    return tuple(
        Homology(*[gene_id, *values, reader.source[source]]) for *values, source in reader.rows(_HOMOLOGIES, gene=gene)
    )
