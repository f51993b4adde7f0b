"""The one thing that a name means: found, not found, or ambiguous."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlasview.atlas.page import profile
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import resolve, search
from atlasview.atlas.statement import Statement
from atlasview.records.place import SUBJECTS, Kind, Place, Residues
from atlasview.records.trouble import Ambiguous, NotFound


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("IL21", Place(Kind.GENE, "HGNC:6005", "IL21")),
        ("cd127", Place(Kind.GENE, "HGNC:6024", "IL7R")),
        ("59067", Place(Kind.GENE, "HGNC:6005", "IL21")),
        ("interleukin 21", Place(Kind.GENE, "HGNC:6005", "IL21")),
        ("P16871-2", Place(Kind.PROTEIN, "UniProtKB:P16871-2", "Interleukin-7 receptor subunit alpha")),
        ("Q9HBE4", Place(Kind.PROTEIN, "UniProtKB:Q9HBE4", "Interleukin-21")),
        ("CL0002038", Place(Kind.CELL_TYPE, "CL:0002038", "T follicular helper cell")),
        ("cell:tfh", Place(Kind.CELL_TYPE, "CL:0002038", "T follicular helper cell")),
        ("follicular helper", Place(Kind.CELL_TYPE, "CL:0002038", "T follicular helper cell")),
        ("IL7R p.S185C", Place(Kind.GENE, "HGNC:6024", "IL7R", residues=Residues(185, 185))),
        ("rs28934578", Place(Kind.GENE, "HGNC:11998", "TP53", residues=Residues(175, 175))),
        ("IL21 45-96", Place(Kind.GENE, "HGNC:6005", "IL21", residues=Residues(45, 96))),
    ],
)
def test_a_name_without_doubt_is_a_place(starter: AtlasReader, text: str, place: Place):
    assert resolve(starter, text) == place
    assert profile(starter, place).place.id == place.id


def test_everything_is_found_by_the_identifier_that_documents_give(starter: AtlasReader):
    """Also `Keyword:Transport`, and `uniprot:P29350.3`, a paper, which is no isoform of P29350."""
    subjects = starter.rows(Statement("SELECT kind, id FROM subject WHERE kind <> 'article'"))
    assert {row.kind for row in subjects} == {kind.value for kind in SUBJECTS}
    assert [row.id for row in subjects if resolve(starter, row.id).id != row.id] == []


def test_a_protein_is_found_by_the_symbol_of_its_gene(starter: AtlasReader):
    made = starter.rows(
        Statement(
            "SELECT gene.symbol, protein.id FROM gene_protein JOIN subject AS gene ON gene.key = gene_protein.gene"
            " JOIN subject AS protein ON protein.key = gene_protein.protein"
        )
    )
    assert len(made) > 50
    assert [row.symbol for row in made if resolve(starter, f"protein: {row.symbol}").id != row.id] == []
    first = search(starter, "protein: egfr").hits[0]
    assert (first.id, first.reason) == ("UniProtKB:P00533", "protein of EGFR")


def test_the_highest_tier_with_one_thing_decides(small: AtlasReader):
    """HGNC's alias IL-21 belongs to IL17C, IL21 and IL22, yet the normalised symbol comes first."""
    assert resolve(small, "IL-21").label == "IL21"


def test_a_tier_that_holds_several_is_ambiguous(starter: AtlasReader):
    with pytest.raises(Ambiguous) as caught:
        resolve(starter, "helper t cell")
    assert len(caught.value.candidates) > 1
    assert all(identifier.startswith("CL:") for identifier, _name in caught.value.candidates)
    assert caught.value.candidates[0][0] in caught.value.remedy


def test_an_identifier_shared_by_things_is_ambiguous(starter: AtlasReader):
    with pytest.raises(Ambiguous, match="may mean"):
        resolve(starter, "IPR007110")


def test_a_gene_and_its_protein_under_one_name_are_the_gene(starter: AtlasReader):
    assert resolve(starter, "insulin").id == "HGNC:6081"


def test_a_symbol_that_is_only_begun_is_not_guessed(starter: AtlasReader):
    with pytest.raises(NotFound, match="did you mean CXCL13"):
        resolve(starter, "CXCL1")


@pytest.mark.parametrize("symbol", ["FOXP3", "foxp3"])
def test_a_symbol_is_not_the_pathway_in_whose_name_it_stands(starter: AtlasReader, symbol: str):
    with pytest.raises(NotFound, match="did you mean RUNX1 and FOXP3 control"):
        resolve(starter, symbol)
    assert resolve(starter, f"RUNX1 and {symbol} control").id == "Reactome:R-HSA-8877330"


def test_what_is_not_there_names_the_nearest_spellings(starter: AtlasReader):
    with pytest.raises(NotFound, match=r"BRCA1 \(BRCA1 DNA repair associated\)"):
        resolve(starter, "BRAC1")


@pytest.mark.parametrize("text", ["zzzz", "", '"', "%", "\0", "x" * 5000, "漢字", "superpotent analogue"])
def test_what_means_nothing_is_not_found_in_one_line(starter: AtlasReader, text: str):
    with pytest.raises(NotFound) as caught:
        resolve(starter, text)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 600


def test_a_paper_without_title_goes_by_its_identifier(starter: AtlasReader):
    place = resolve(starter, "PMID:38582550")
    assert (place.kind, place.id, place.label) == (Kind.PUBLICATION, "PMID:38582550", "PMID:38582550")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("IL7R c.554C>G", r"c\.554C>G is a change of DNA.*\(p\.…\)"),
        ("chr5:35871190", "places on a chromosome are not looked up.*name the gene"),
    ],
)
def test_what_names_dna_says_what_to_name(starter: AtlasReader, text: str, said: str):
    with pytest.raises(NotFound, match=said):
        resolve(starter, text)


def test_residues_beyond_the_sequence_are_not_found(starter: AtlasReader):
    with pytest.raises(NotFound, match="162 residues"):
        resolve(starter, "IL21 45-960")


@pytest.mark.parametrize("text", ["IL7R A185C", "IL7R p.Ala185Cys", "cd127:A185C", "P16871-2 p.(Ala185Cys)"])
def test_a_change_of_another_residue_is_not_found(starter: AtlasReader, text: str):
    with pytest.raises(NotFound, match=r"^residue 185 of P16871(-2)? is S, not A, .* or its number alone: .* 185$"):
        resolve(starter, text)


def test_residues_of_what_has_none_are_not_found(starter: AtlasReader):
    with pytest.raises(NotFound, match="has no residues"):
        resolve(starter, "CL:0002038 5-9")


@settings(max_examples=150)
@given(st.text(max_size=40))
def test_any_text_is_a_place_or_trouble(small: AtlasReader, text: str):
    try:
        place = resolve(small, text)
    except (NotFound, Ambiguous):
        return
    assert profile(small, place).place.id == place.id
