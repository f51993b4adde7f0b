"""Numbers, lists and links as pages write them, and where links lead."""

import pytest

from atlasview.desktop.panels.exits import Exits, place_at, place_of, way_to, way_to_residues, way_to_section
from atlasview.desktop.panels.wording import (
    and_more,
    counted,
    in_small_letters,
    link,
    number,
    sentence,
    short_number,
    source_labels,
)
from atlasview.export.addresses import address, database_name
from atlasview.records.locus_type import locus_type
from atlasview.records.place import Kind, Place, Residues
from atlasview.records.source import Source


def test_numbers_have_a_real_minus_and_unknown_ones_are_empty():
    assert number(-1.234) == "−1.23"
    assert number(8.46, 2, " %") == "8.46 %"
    assert number(None) == ""
    assert number(0.0) == number(-0.004) == "0.00"
    assert short_number(100.0) == "100"
    assert short_number(99.65) == "99.65"
    assert short_number(-0.001) == "0"
    assert short_number(None) == ""


def test_lists_say_how_many_they_leave_out():
    assert and_more(["a", "b", "c"], 2) == "a, b, c"
    assert and_more(["a", "b", "c", "d"], 2) == "a, b and 2 more"
    assert counted(1, "paper") == "1 paper"
    assert counted(1500, "paper") == "1,500 papers"
    assert counted(2, "child", "children") == "2 children"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("type I cytokine receptor family", "Type I cytokine receptor family"),
        ("p53 family", "p53 family"),
        ("mTOR", "mTOR"),
        ("IL-15/IL-21 family", "IL-15/IL-21 family"),
        ("", ""),
    ],
)
def test_a_name_that_begins_small_stays_small(text, said):
    assert sentence(text) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("NUCLEOTIDE SEQUENCE [MRNA] (ISOFORM 1)", "Nucleotide sequence [mRNA] (isoform 1)"),
        ("STRUCTURE BY NMR OF 25-162", "Structure by NMR of 25-162"),
        ("VARIANT CVID11 PRO-56", "Variant CVID11 PRO-56"),
        ("INTERACTION WITH TP53 AND EGFR", "Interaction with TP53 and EGFR"),
        ("Literature, no. 1", "Literature, no. 1"),
    ],
)
def test_capitals_of_a_source_become_small(printed, said):
    assert in_small_letters(printed) == said


def test_links_are_safe_in_rich_text():
    assert link('x"><b', "a<b") == '<a href="x&quot;&gt;&lt;b">a&lt;b</a>'


def test_sources_are_named_once_in_order():
    sources = {"u": Source("u", "UniProt", "2026_01"), "h": Source("h", "HGNC", "", "2024-10")}
    assert source_labels(sources, ["u", "h", "u"]) == "UniProt 2026_01 · HGNC 2024-10"


@pytest.mark.parametrize(
    ("curie", "kind"),
    [
        ("HGNC:6005", Kind.GENE),
        ("NCBIGene:59067", Kind.GENE),
        ("ENSEMBL:ENSG00000138684", Kind.GENE),
        ("UniProtKB:Q9HBE4", Kind.PROTEIN),
        ("CL:0002038", Kind.CELL_TYPE),
        ("GO:0005125", Kind.TERM),
        ("Reactome:R-HSA-9020958", Kind.TERM),
        ("OMIM:615767", Kind.DISEASE),
        ("PMID:11081504", Kind.PUBLICATION),
        ("DOI:10.1038/35040504", Kind.PUBLICATION),
    ],
)
def test_an_identifier_names_its_place(curie, kind):
    assert place_of(curie) == Place(kind, curie)


def test_what_is_no_identifier_of_a_page_leads_nowhere():
    assert place_of("GO_REF:0000043") is None
    assert place_of("") is None


@pytest.mark.parametrize("identifier", ["DOI:10.1002/(sici)1097<85::aid>3.0;2-f", "uniprot:P04637.37", "X:ä #1?"])
def test_the_way_to_a_place_comes_back_to_it(identifier):
    place = Place(Kind.PUBLICATION, identifier)
    assert place_at(way_to(place)) == place


def test_exits_tell_where_a_link_leads(qtbot):
    exits = Exits()
    with qtbot.waitSignal(exits.place_requested) as place:
        exits.follow(way_to(Place(Kind.GENE, "HGNC:6005")), new_tab=True)
    assert place.args == [Place(Kind.GENE, "HGNC:6005"), True]
    with qtbot.waitSignal(exits.section_requested) as section:
        exits.follow(way_to_section("Associated with"))
    assert section.args == ["Associated with"]
    with qtbot.waitSignal(exits.residues_requested) as residues:
        exits.follow(way_to_residues(Residues(45, 96)))
    assert residues.args == [Residues(45, 96)]
    with qtbot.waitSignal(exits.outward) as outward:
        exits.follow("https://doi.org/10.1038/35040504")
    assert outward.args == ["https://doi.org/10.1038/35040504"]


def test_a_target_of_another_scheme_is_ignored(qtbot):
    exits = Exits()
    with qtbot.assertNotEmitted(exits.outward), qtbot.assertNotEmitted(exits.place_requested):
        exits.follow("file:///etc/passwd")
        exits.follow("javascript:alert(1)")


def test_addresses_know_the_spellings_of_sources():
    assert address("MANE Select:NM_021803.4") == address("MANE-Select:NM_021803.4")
    assert address("HGNC:6005").endswith("HGNC:6005")
    assert address("PMID:11081504") == "https://pubmed.ncbi.nlm.nih.gov/11081504/"
    assert address("MedGen:C1837028") == "https://www.ncbi.nlm.nih.gov/medgen/C1837028"
    assert address("HP:0001250") == "https://hpo.jax.org/browse/term/HP:0001250"
    assert address("Nowhere:1") == ""
    assert database_name("NCBIGene") == "NCBI Gene"
    assert database_name("Pfam") == "Pfam"


def test_every_locus_type_of_hgnc_is_explained():
    assert locus_type("gene with protein product").makes_protein is True
    assert locus_type("RNA, long non-coding").makes_protein is False
    assert locus_type("unknown").makes_protein is None
    assert locus_type("never heard of").name == "never heard of"


@pytest.mark.shared
def test_no_locus_type_of_the_complete_set_is_left_out(shared):
    import gzip

    from atlasview.records.locus_type import known

    with gzip.open(shared / "data" / "genes" / "hgnc_complete_set.txt.gz", "rt", encoding="utf-8") as lines:
        head = next(lines).rstrip("\n").split("\t")
        found = {line.split("\t")[head.index("locus_type")] for line in lines}
    assert {kind for kind in found if not known(kind)} == set()
