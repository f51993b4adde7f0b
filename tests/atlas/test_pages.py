"""Pages of proteins, cell types, terms, diseases and papers, and the way from a place to its page."""

import pytest

from atlasview.atlas.cell_type import cell_type_profile
from atlasview.atlas.disease import disease_profile
from atlasview.atlas.page import profile
from atlasview.atlas.protein import protein_profile
from atlasview.atlas.publication import publication_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.term import term_profile
from atlasview.records.place import Kind, Place
from atlasview.records.profile import GeneProfile, ProteinProfile, PublicationProfile, Relative, TermProfile
from atlasview.records.trouble import NotFound
from tests.atlas.test_gene import counted

TFH = "CL:0002038"


def test_a_protein_knows_its_genes_and_papers(small: AtlasReader):
    page = protein_profile(small, "UniProtKB:Q9HBE4")
    assert page.isoform == ""
    assert [(gene.id, gene.symbol) for gene in page.genes] == [("HGNC:6005", "IL21")]
    assert len(page.citations) >= 9
    assert all(use.subject == "UniProtKB:Q9HBE4" for paper in page.citations for use in paper.uses)
    assert page.place == Place(Kind.PROTEIN, "UniProtKB:Q9HBE4", "Interleukin-21")


def test_an_isoform_is_a_place_on_the_page_of_its_protein(small: AtlasReader):
    page = protein_profile(small, "UniProtKB:P16871-2")
    assert page.isoform == "P16871-2"
    assert page.detail.protein.accession == "P16871"
    assert page.place.id == "UniProtKB:P16871-2"
    canonical = protein_profile(small, "UniProtKB:P16871-1")
    assert (canonical.isoform, canonical.place.id) == ("", "UniProtKB:P16871")


@pytest.mark.parametrize("asked", ["UniProtKB:P16871-99", "UniProtKB:X", "P16871", "HGNC:6005", ""])
def test_a_protein_that_is_not_there_is_not_found(small: AtlasReader, asked: str):
    with pytest.raises(NotFound):
        protein_profile(small, asked)


def test_a_cell_type_lists_its_genes_best_first(small: AtlasReader):
    page = cell_type_profile(small, TFH)
    assert (page.name, page.category, page.source) == ("T follicular helper cell", "t-cell", "cell-ontology")
    scores = [(gene.symbol, gene.scores.prs, gene.scores.csi) for gene in page.genes if gene.scores]
    assert scores == [("IL21", 100, 11.3), ("CXCL13", 99.65, 22.43)]
    assert [context.label for context in page.contexts] == ["Overall"]
    assert [synonym.text for synonym in page.synonyms[:2]] == ["T(FH)", "Tfh"]
    assert {synonym.scope for synonym in page.synonyms[2:]} == {"related"}


def test_a_cell_type_stands_in_a_line_from_the_root(small: AtlasReader):
    page = cell_type_profile(small, TFH)
    assert page.parents == (Relative("CL:0000492", "CD4-positive helper T cell", "is_a"),)
    assert page.children == (Relative("CL:0009062", "germinal center T cell", "is_a"),)
    line = [relative.name for relative in page.ancestors]
    assert line[0] == "cell"
    assert line[-5:] == [
        "T cell",
        "alpha-beta T cell",
        "mature alpha-beta T cell",
        "CD4-positive, alpha-beta T cell",
        "CD4-positive helper T cell",
    ]
    assert cell_type_profile(small, "CL:0000000").ancestors == ()


def test_a_pathway_stands_in_the_line_of_which_it_is_part(small: AtlasReader):
    page = term_profile(small, "Reactome:R-HSA-9020958")
    assert [relative.name for relative in page.ancestors] == [
        "Immune System",
        "Cytokine Signaling in Immune system",
        "Signaling by Interleukins",
        "Interleukin-2 family signaling",
    ]
    assert page.parents[0].relation == "part_of"
    assert [gene.symbol for gene in page.genes] == ["IL21"]
    assert page.category == "pathway"


def test_a_term_lists_each_gene_once(starter: AtlasReader):
    page = term_profile(starter, "GO:0005125")
    symbols = [gene.symbol for gene in page.genes]
    assert symbols == sorted(set(symbols))
    assert {"IL21", "IL4"} <= set(symbols)


def test_a_disease_lists_its_genes(small: AtlasReader):
    page = disease_profile(small, "OMIM:608971")
    assert page.name.startswith("Immunodeficiency 104")
    assert [gene.symbol for gene in page.genes] == ["IL7R"]
    assert page.source == "uniprot"


def test_a_paper_says_for_what_it_is_cited(small: AtlasReader):
    page = publication_profile(small, "PMID:11081504")
    assert page.publication.doi == "10.1038/35040504"
    assert page.publication.year == 2000
    assert page.publication.authors[0].startswith("Parrish-Novak")
    places = {use.place.id for use in page.used_by}
    assert "UniProtKB:Q9HBE4" in places
    cloned = publication_profile(small, "PMID:2317865")
    likeness = [use for use in cloned.used_by if use.scope.startswith("likeness to GH receptor")]
    assert [use.place for use in likeness] == [Place(Kind.GENE, "HGNC:6024", "IL7R")]


def test_a_paper_of_an_article_leads_to_the_article_on_its_gene_s_page(small: AtlasReader):
    rows = [use for use in publication_profile(small, "PMID:24746753").used_by if use.place.section]
    assert [use.place for use in rows] == [Place(Kind.GENE, "HGNC:6005", "IL21", section="Article")]


@pytest.mark.parametrize(
    ("place", "sort"),
    [
        (Place(Kind.GENE, "HGNC:6005"), GeneProfile),
        (Place(Kind.PROTEIN, "UniProtKB:Q9HBE4"), ProteinProfile),
        (Place(Kind.CELL_TYPE, TFH), TermProfile),
        (Place(Kind.TERM, "GO:0005125"), TermProfile),
        (Place(Kind.DISEASE, "OMIM:608971"), TermProfile),
        (Place(Kind.PUBLICATION, "PMID:11081504"), PublicationProfile),
    ],
)
def test_every_kind_of_place_has_its_page(small: AtlasReader, place: Place, sort: type):
    with counted(small) as statements:
        page = profile(small, place)
    assert isinstance(page, sort)
    assert (page.place.kind, page.place.id) == (place.kind, place.id)
    assert page.place.label
    assert len(statements) <= 25


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.ATLAS])
def test_no_page_is_made_of_what_the_atlas_does_not_hold(small: AtlasReader, kind: Kind):
    wrong = "GO:0005125" if kind is not Kind.TERM else TFH
    with pytest.raises(NotFound) as caught:
        profile(small, Place(kind, wrong))
    assert caught.value.where == wrong
    assert caught.value.remedy


def test_a_disease_shows_its_signs(small: AtlasReader):
    (sign,) = disease_profile(small, "DOID:950").signs
    said = sign.phenotype
    assert (sign.name, said.term, said.frequency, said.absent) == ("cytokine activity", "GO:0005125", "7/12", False)
    assert disease_profile(small, "OMIM:608971").signs == ()
