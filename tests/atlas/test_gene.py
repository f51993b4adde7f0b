"""All of a gene's page, read from real atlases."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from atlasview.atlas.gene import gene_profile, names_of_genes
from atlasview.atlas.reader import AtlasReader
from atlasview.records.expression import Expression
from atlasview.records.gene import Location
from atlasview.records.interaction import Interaction
from atlasview.records.place import Kind, Place
from atlasview.records.profile import GeneProfile
from atlasview.records.sequence import crc64
from atlasview.records.trouble import NotFound

IL21, IL7R, TP53 = "HGNC:6005", "HGNC:6024", "HGNC:11998"
PAPERS_OF_IL21 = {
    "11081504", "17673207", "15815621", "15489334", "15178704", "15147560", "17565991", "22235133", "24746753",
}  # fmt: skip


@contextmanager
def counted(reader: AtlasReader) -> Iterator[list[str]]:
    """The statements that SQLite runs for a reader meanwhile, without those inside a full-text index."""
    statements: list[str] = []

    def note(statement: str) -> None:
        if not statement.startswith("--"):
            statements.append(statement)

    reader._connection.set_trace_callback(note)
    try:
        yield statements
    finally:
        reader._connection.set_trace_callback(None)


@pytest.fixture(scope="module")
def il21(starter: AtlasReader) -> GeneProfile:
    return gene_profile(starter, IL21)


@pytest.fixture(scope="module")
def il7r(starter: AtlasReader) -> GeneProfile:
    return gene_profile(starter, IL7R)


def test_il21_says_who_it_is(il21: GeneProfile, starter: AtlasReader):
    assert (il21.gene.symbol, il21.gene.name) == ("IL21", "interleukin 21")
    assert il21.gene.locus_type == "gene with protein product"
    assert il21.gene.location == Location(band="4q27", chromosome="4")
    assert {name.text for name in il21.names if name.kind == "alias"} >= {"Za11", "IL-21"}
    known = {(reference.database, reference.id) for reference in il21.identifiers}
    assert known >= {("NCBIGene", "59067"), ("ENSEMBL", "ENSG00000138684"), ("OMIM", "605384")}
    assert il21.place == Place(Kind.GENE, IL21, "IL21")
    assert il21.atlas == starter.label


def test_il21_has_its_protein_whole(il21: GeneProfile):
    (detail,) = il21.proteins
    protein = detail.protein
    assert (protein.id, protein.entry_name, protein.length) == ("UniProtKB:Q9HBE4", "IL21_HUMAN", 162)
    assert protein.crc64 == crc64(protein.sequence) == "54EFD4EED3AB97FE"
    assert protein.reviewed
    assert "A5J0L4" in protein.secondary
    assert [isoform.id for isoform in detail.isoforms] == ["Q9HBE4-1", "Q9HBE4-2"]
    assert detail.isoforms[0].canonical
    assert detail.isoforms[0].sequence == protein.sequence
    assert len(detail.isoforms[1].sequence or "") == 153
    signal = next(feature for feature in detail.features if feature.type == "SIGNAL")
    assert (signal.sequence, signal.start, signal.end) == ("Q9HBE4", 1, 24)
    assert [feature.ordinal for feature in detail.features] == list(range(1, len(detail.features) + 1))
    assert any(one.reference == "PMID:22235133" for feature in detail.features for one in feature.evidence)


def test_il21_has_its_scores_papers_article_and_diseases(il21: GeneProfile):
    (scored,) = il21.significance
    assert (scored.cell_type.id, scored.cell_type.name) == ("CL:0002038", "T follicular helper cell")
    assert (scored.scores.csi, scored.scores.rcsi, scored.scores.prs) == (11.3, 8.46, 100)
    assert scored.scores.delta is None
    assert (scored.context.id, scored.scores.dataset, scored.cell_type.lineage) == ("overall", "Genular", "t-cell")
    of_protein = {
        paper.publication.pmid
        for paper in il21.citations
        if any(use.subject == "UniProtKB:Q9HBE4" for use in paper.uses)
    }
    assert of_protein >= PAPERS_OF_IL21
    assert il21.articles
    assert all(section.text for article in il21.articles for section in article.sections)
    names = [linked.disease.name.lower() for linked in il21.diseases]
    assert names == sorted(names)
    assert any("dacryoadenitis" in name for name in names)


def test_papers_come_once_newest_first_then_by_title(il7r: GeneProfile):
    years = [paper.publication.year or 0 for paper in il7r.citations]
    assert years == sorted(years, reverse=True)
    assert len({paper.publication.id for paper in il7r.citations}) == len(il7r.citations)
    for one, other in zip(il7r.citations, il7r.citations[1:], strict=False):
        if one.publication.year == other.publication.year:
            assert one.publication.title.lower() <= other.publication.title.lower()
    of_card = [paper for paper in il7r.citations if any(use.subject == IL7R for use in paper.uses)]
    assert len(of_card) >= 65
    assert all(paper.publication.year and paper.publication.title for paper in of_card)


def test_terms_are_grouped(il21: GeneProfile):
    groups = [(linked.term.id.partition(":")[0], linked.term.category) for linked in il21.terms]
    seen = list(dict.fromkeys(group if group[0] == "GO" else (group[0], "") for group in groups))
    assert seen[:4] == [
        ("Reactome", ""),
        ("GO", "biological_process"),
        ("GO", "molecular_function"),
        ("GO", "cellular_component"),
    ]
    assert all(link.term == linked.term.id for linked in il21.terms for link in linked.links)


def test_everything_points_to_a_source_of_the_atlas(il7r: GeneProfile):
    used = {
        il7r.gene.source,
        *(name.source for name in il7r.names),
        *(feature.source for detail in il7r.proteins for feature in detail.features),
        *(paper.publication.source for paper in il7r.citations),
        *(variant.source for variant in il7r.variants),
        *(homology.source for homology in il7r.homologies),
    }
    assert used <= il7r.sources.keys()
    assert il7r.sources["hgnc"].licence == "CC0-1.0"


def test_tp53_is_complete(starter: AtlasReader):
    profile = gene_profile(starter, TP53)
    features = profile.proteins[0].features
    assert len(features) == 1518
    assert len({(feature.type, feature.start, feature.end) for feature in features}) == 491
    assert len(profile.variants) > 1000
    positions = [variant.position for variant in profile.variants if variant.position is not None]
    assert positions == sorted(positions)


def test_values_that_are_not_measured_are_none_and_zero_is_zero(small: AtlasReader):
    assert gene_profile(small, IL7R).expression == (
        Expression(IL7R, "lymph node", "", "", 70.25, "", "", "nTPM", "tissue", "Made", "made"),
        Expression(IL7R, "liver", "", "", 0.0, "", "", "nTPM", "tissue", "Made", "made"),
        Expression(IL7R, "retina", "", "", None, "", "", "nTPM", "tissue", "Made", "made"),
    )


def test_an_interaction_is_seen_from_both_of_its_genes(small: AtlasReader):
    channels = (("experiments", 0.25), ("textmining", 0.5))
    ((one, partner),) = gene_profile(small, IL21).interactions
    assert one == Interaction(IL21, IL7R, 0.5, channels, "made")
    assert (partner.id, partner.symbol) == (IL7R, "IL7R")
    ((other, back),) = gene_profile(small, IL7R).interactions
    assert other == Interaction(IL7R, IL21, 0.5, channels, "made")
    assert back.symbol == "IL21"


def test_a_transcript_has_its_exons_in_order(small: AtlasReader):
    (transcript,) = gene_profile(small, IL21).transcripts
    assert [(exon.start, exon.end) for exon in transcript.exons] == [(900, 1000), (500, 600), (100, 220)]
    assert (transcript.mane_select, transcript.canonical, transcript.cds_start, transcript.cds_end) == (
        True,
        True,
        120,
        950,
    )


def test_a_variant_names_its_isoform_or_none(small: AtlasReader):
    isoforms = {variant.isoform for variant in gene_profile(small, IL7R).variants}
    assert "P16871-1" in isoforms
    assert "" in isoforms


def test_a_gene_of_which_little_is_known_is_a_page_of_empty_lists(small: AtlasReader):
    profile = gene_profile(small, "HGNC:40299")
    assert profile.gene.symbol == "IL21-AS1"
    assert profile.gene.locus_type == "RNA, long non-coding"
    for name in ("proteins", "significance", "citations", "articles", "diseases", "variants", "terms", "transcripts"):
        assert getattr(profile, name) == ()


def test_a_gene_that_is_not_there_is_not_found(small: AtlasReader):
    with pytest.raises(NotFound, match="HGNC:1"):
        gene_profile(small, "HGNC:1")
    with pytest.raises(NotFound):
        gene_profile(small, "CL:0002038")


def test_the_number_of_statements_does_not_depend_on_the_gene(starter: AtlasReader):
    numbers = set()
    for gene in (IL21, IL7R, TP53, "HGNC:40299"):
        with counted(starter) as statements:
            gene_profile(starter, gene)
        numbers.add(len(statements))
    assert len(numbers) == 1
    assert numbers.pop() <= 24


def test_genes_are_called_by_symbol_previous_symbol_and_ensembl_identifier(starter):
    found = names_of_genes(starter)
    assert {"symbol:IL7R", "symbol:IL21", "ENSEMBL:ENSG00000168685"} <= found
    assert "symbol:CD127" not in found  # an alias is for search, never for joining
