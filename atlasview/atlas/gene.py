"""All of a gene's page, by a fixed number of statements."""

from atlasview.atlas.article import articles
from atlasview.atlas.coverage import coverage
from atlasview.atlas.cross_reference import cross_references
from atlasview.atlas.difference import differences
from atlasview.atlas.disease import gene_diseases
from atlasview.atlas.expression import expression
from atlasview.atlas.interaction import homologies, interactions
from atlasview.atlas.marker import gene_markers
from atlasview.atlas.protein import gene_proteins
from atlasview.atlas.publication import gene_citations
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.significance import gene_significance
from atlasview.atlas.statement import Statement
from atlasview.atlas.term import gene_terms
from atlasview.atlas.transcript import transcripts
from atlasview.atlas.variant import disease_names, variants
from atlasview.records.gene import Gene, GeneName, Location
from atlasview.records.place import Kind, Place
from atlasview.records.profile import GeneProfile
from atlasview.records.trouble import NotFound

_GENE = Statement(
    'SELECT s.key, s.id, s.symbol, s.name, g.locus_type, g.band, g.chromosome, g.start, g."end", g.strand, g.assembly,'
    " g.taxon, g.source FROM subject s JOIN gene g ON g.key = s.key WHERE s.id = :id"
)
_NAMES = Statement("SELECT kind, text, source FROM gene_name WHERE gene = :gene ORDER BY number")


_SYMBOLS = Statement(
    "SELECT symbol AS text FROM subject WHERE kind = 'gene' UNION"
    " SELECT text FROM gene_name WHERE kind = 'previous symbol'"
)
_ENSEMBL = Statement("SELECT DISTINCT id FROM cross_reference WHERE database = 'ENSEMBL'")


def names_of_genes(reader: AtlasReader) -> frozenset[str]:
    """What genes of the atlas are called in other files: `symbol:IL7R`, `ENSEMBL:ENSG00000168685`."""
    symbols = {f"symbol:{text}" for (text,) in reader.rows(_SYMBOLS)}
    return frozenset(symbols | {f"ENSEMBL:{identifier}" for (identifier,) in reader.rows(_ENSEMBL)})


def gene_profile(reader: AtlasReader, gene_id: str) -> GeneProfile:
    """Everything the atlas holds of the gene with this id (a CURIE). Raises NotFound where there is none."""
    key, gene = _gene(reader, gene_id)
    scores = gene_significance(reader, key, gene.id)
    diseases = gene_diseases(reader, key, gene.id)
    return GeneProfile(
        gene=gene,
        names=tuple(
            GeneName(gene.id, kind, name, reader.source[source]) for kind, name, source in reader.rows(_NAMES, gene=key)
        ),
        identifiers=cross_references(reader, key, gene.id),
        proteins=gene_proteins(reader, key),
        significance=scores,
        citations=gene_citations(reader, key),
        articles=articles(reader, key, gene.id),
        diseases=diseases,
        variants=variants(reader, key, gene.id),
        terms=gene_terms(reader, key, gene.id),
        transcripts=transcripts(reader, key, gene.id),
        expression=expression(reader, key, gene.id),
        interactions=interactions(reader, key, gene.id),
        homologies=homologies(reader, key, gene.id),
        differences=differences(reader, key, gene.id),
        sources=reader.sources_by_name(),
        atlas=reader.label,
        place=Place(Kind.GENE, gene.id, gene.symbol),
        markers=gene_markers(reader, key, gene.id),
        coverage=coverage(reader, (row.scores.dataset for row in scores)),
        disease_names=disease_names(reader, key, diseases),
    )


def _gene(reader: AtlasReader, gene_id: str) -> tuple[int, Gene]:
    row = reader.row(_GENE, id=gene_id)
    if row is None:
        raise NotFound("this atlas has no such gene", gene_id, "search for it by its symbol or another identifier")
    key, found, symbol, name, locus_type, *location, taxon, source = row
    return key, Gene(found, symbol, name, locus_type, Location(*location), taxon, reader.source[source])
