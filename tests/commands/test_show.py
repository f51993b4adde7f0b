"""`atlasview show` gives the whole page, as text and as a document with stable keys."""

import pytest

from atlasview.records.sequence import crc64

GENE_KEYS = {
    "kind", "id", "symbol", "name", "locus_type", "location", "synonyms", "identifiers", "proteins", "significance",
    "citations", "articles", "diseases", "variants", "terms", "transcripts", "expression", "interactions", "atlas",
}  # fmt: skip
PROTEIN_KEYS = {"accession", "entry_name", "name", "length", "mass", "crc64", "sequence", "isoforms", "features"}
PARTS = {
    "identifiers": {"database", "id"},
    "proteins": PROTEIN_KEYS,
    "significance": {"cell_type", "label", "context", "dataset", "csi", "rcsi", "prs", "fold_change", "delta", "p",
                     "csi_low", "csi_high", "donors", "cells"},
    "citations": {"pmid", "doi", "title", "authors", "journal", "year", "scope"},
    "articles": {"origin", "language", "sections"},
    "diseases": {"id", "name", "kind", "note", "source"},
    "variants": {"hgvs_p", "ref", "alt", "position", "isoform", "consequence", "origin", "disease", "dbsnp",
                 "source", "count"},
    "terms": {"id", "name", "source"},
    "transcripts": {"id", "assembly", "biotype", "mane", "canonical", "length", "exons", "cds", "protein"},
    "expression": {"sample", "value", "unit", "kind", "dataset", "level", "reliability", "sample_id"},
    "interactions": {"id", "symbol", "score", "channels", "source"},
}  # fmt: skip

CARD = "atlas-haematology-il7r"


def test_il21_holds_its_protein_its_papers_and_its_scores(atlasview):
    gene = atlasview("show", "IL21", "--json").document
    assert (gene["kind"], gene["id"], gene["symbol"], gene["name"]) == ("gene", "HGNC:6005", "IL21", "interleukin 21")
    protein = gene["proteins"][0]
    assert (protein["accession"], protein["length"], protein["crc64"]) == ("Q9HBE4", 162, "54EFD4EED3AB97FE")
    assert crc64(protein["sequence"]) == protein["crc64"]
    tfh = next(row for row in gene["significance"] if row["cell_type"] == "CL:0002038")
    assert (tfh["csi"], tfh["rcsi"], tfh["prs"]) == (11.3, 8.46, 100)
    assert (tfh["label"], tfh["context"], tfh["dataset"]) == ("T follicular helper cell", "overall", "Genular")
    assert tfh["delta"] is None
    assert {("HGNC", "6005"), ("NCBIGene", "59067")} <= {(each["database"], each["id"]) for each in gene["identifiers"]}


def test_il21_holds_the_nine_papers_of_its_protein(atlasview):
    of_gene = {paper["pmid"] for paper in atlasview("show", "IL21", "--json").document["citations"]}
    of_protein = {paper["pmid"] for paper in atlasview("show", "Q9HBE4", "--json").document["citations"]}
    assert len(of_protein) == 9
    assert of_protein <= of_gene
    assert "11081504" in of_protein


def test_il7r_holds_all_65_papers_of_the_card_with_year_and_title(atlasview):
    citations = atlasview("show", "IL7R", "--json").document["citations"]
    card = [paper for paper in citations if any(use["source"] == CARD for use in paper["uses"])]
    assert len(card) == 65
    assert all(paper["title"] and isinstance(paper["year"], int) for paper in card)


@pytest.mark.parametrize("symbol", ["IL21", "IL7R", "TP53", "JAK3", "INS"])
def test_every_key_is_there_whatever_is_known(atlasview, symbol):
    gene = atlasview("show", symbol, "--json").document
    assert gene.keys() >= GENE_KEYS
    for part, keys in PARTS.items():
        assert isinstance(gene[part], list)
        for element in gene[part]:
            assert element.keys() >= keys
    for protein in gene["proteins"]:
        assert {"id", "sequence"} <= protein["isoforms"][0].keys()
        for feature in protein["features"]:
            assert feature.keys() >= {"type", "start", "end", "description", "isoform"}
    assert gene["atlas"].keys() == {"name", "version", "sha256"}
    assert "" not in [value for value in gene.values() if isinstance(value, str)]


def test_a_gene_without_protein_scores_or_papers_has_empty_lists_and_says_so(atlasview):
    gene = atlasview("show", "JAK3", "--json").document
    assert gene["proteins"] == gene["significance"] == []
    text = atlasview("show", "JAK3", "--section", "protein", "cells").out
    assert text.count("Nothing known in Starter atlas") == 2


def test_a_gene_of_rna_is_not_said_to_lack_a_protein(atlasview):
    text = " ".join(atlasview("show", "IL21-AS1", "--section", "protein").out.split())
    assert "This gene makes no protein: IL21-AS1 is a long non-coding RNA gene. This is not a gap in the atlas." in text
    assert "come from" not in text


def test_sources_of_a_document_can_be_looked_up_in_it(atlasview):
    gene = atlasview("show", "IL7R", "--json").document
    keys = {source["key"] for source in gene["sources"]}
    named = {row["source"] for part in ("diseases", "variants", "terms", "identifiers") for row in gene[part]}
    assert named
    assert named <= keys


def test_a_protein_and_its_isoform(atlasview):
    protein = atlasview("show", "P16871", "--json").document
    assert protein.keys() >= PROTEIN_KEYS | {"kind", "id", "genes"}
    assert (protein["kind"], protein["id"]) == ("protein", "UniProtKB:P16871")
    assert [gene["symbol"] for gene in protein["genes"]] == ["IL7R"]
    isoforms = {each["id"]: each["sequence"] for each in protein["isoforms"]}
    assert isoforms["P16871-1"] == protein["sequence"]
    isoform = atlasview("show", "P16871-2", "--json").document
    assert isoform["id"] == "UniProtKB:P16871-2"
    assert isoform["sequence"] == isoforms["P16871-2"]
    assert isoform["length"] == len(isoforms["P16871-2"])
    assert isoform["crc64"] == crc64(isoforms["P16871-2"])
    assert isoform["mass"] is None


def test_a_cell_type(atlasview):
    cell = atlasview("show", "CL:0002038", "--json").document
    assert cell.keys() >= {"kind", "id", "name", "synonyms", "definition", "parents", "children", "genes"}
    assert (cell["kind"], cell["name"]) == ("cell_type", "T follicular helper cell")
    by_symbol = {gene["symbol"]: gene for gene in cell["genes"]}
    assert (by_symbol["CXCL13"]["csi"], by_symbol["CXCL13"]["rcsi"], by_symbol["CXCL13"]["prs"]) == (
        22.43,
        16.78,
        99.65,
    )
    assert by_symbol["IL21"].keys() >= {"id", "symbol", "context", "dataset", "csi", "rcsi", "prs"}


@pytest.mark.parametrize(("place", "kind"), [("GO:0005125", "term"), ("OMIM:608971", "disease")])
def test_a_term_and_a_disease(atlasview, place, kind):
    term = atlasview("show", place, "--json").document
    assert term.keys() >= {"kind", "id", "name", "definition", "parents", "genes"}
    assert (term["kind"], term["id"]) == (kind, place)
    assert term["genes"][0].keys() >= {"id", "symbol"}
    assert term["name"] in atlasview("show", place).out


def test_a_paper(atlasview):
    paper = atlasview("show", "PMID:11081504", "--json").document
    assert paper.keys() >= {"kind", "id", "pmid", "doi", "title", "authors", "journal", "year", "used_by"}
    assert (paper["kind"], paper["pmid"], paper["year"]) == ("publication", "11081504", 2000)
    assert "Q9HBE4" in " ".join(use["id"] for use in paper["used_by"])
    assert paper["used_by"][0].keys() >= {"id", "symbol", "scope"}
    assert "PMID:11081504" in atlasview("show", "PMID:11081504").out


def test_the_expression_of_a_gene_in_text_and_in_the_document(atlasview):
    text = atlasview("show", "IL7R", "--section", "expression").out
    assert "NX · HPA consensus tissues; tau 0.93 over 61 samples" in text
    rows = [line.split() for line in text.splitlines()]
    assert ["lymph", "node", "133.1"] in rows and ["parathyroid", "gland", "0"] in rows
    told = atlasview("show", "IL7R", "--section", "expression", "--json").document
    tissues, blood = told["specificity"]
    assert (tissues["dataset"], tissues["unit"], tissues["samples"], round(tissues["tau"], 4)) == (
        "HPA consensus tissues", "NX", 61, 0.9253,
    )  # fmt: skip
    assert (blood["kind"], blood["samples"]) == ("cell type", 19)
    il21 = atlasview("show", "IL21", "--section", "expression", "--json").document["expression"]
    assert {row["value"] for row in il21 if row["sample"] in ("retina", "liver")} == {None, 0.0}


def test_a_variant_says_what_is_concluded_of_it_and_by_whom(atlasview):
    lines = atlasview("show", "BRCA1", "--section", "variants").out.splitlines()
    (said,) = (line.split() for line in lines if line.startswith("p.Cys61Gly"))
    assert said == ["p.Cys61Gly", "61", "P38398-1", "missense", "–", "pathogenic", "rs28897672"]
    assert "All of them are from UniProtKB/Swiss-Prot." in lines
    several = atlasview("show", "IL7R", "--section", "variants").out.splitlines()
    assert [line.split()[-1] for line in several if line.startswith("Change ")] == ["Source"]


def test_the_text_of_a_gene_reads_well(atlasview, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    text = atlasview("show", "IL21").out
    assert text.startswith("IL21: interleukin 21\nHGNC:6005 · ")
    assert "\x1b" not in text
    for heading in (
        "Overview",
        "Article",
        "Cells",
        "Protein",
        "Diseases",
        "Associated with",
        "Citations",
        "Identifiers",
    ):
        assert f"\n{heading}\n{'─' * len(heading)}\n" in text
    assert "T follicular helper cell" in text
    assert "  1 MRSSPGNMER IVICLMVIFL GTLVHKSSSQ GQDRHMIRMR QLIDIVDQLK NYVNDLVPEF 60\n" in text
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    article = atlasview("show", "IL21", "--section", "article").out
    assert max(map(len, article.splitlines())) <= 80
    assert "](" not in article


def test_lines_follow_the_width_of_the_terminal(atlasview, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    wide = atlasview("show", "IL7R", "--section", "citations").out
    monkeypatch.setenv("COLUMNS", "60")
    narrow = atlasview("show", "IL7R", "--section", "citations").out
    assert max(map(len, wide.splitlines())) <= 120
    assert len(narrow.splitlines()) > len(wide.splitlines())
    assert narrow.split() == wide.split()


def test_sections_are_chosen_by_name_in_the_order_of_the_page(atlasview):
    text = atlasview("show", "IL21", "--section", "citations", "--section", "Cells").out
    assert [text.count(f"\n{heading}\n") for heading in ("Cells", "Citations", "Protein")] == [1, 1, 0]
    assert text.index("\nCells\n") < text.index("\nCitations\n")
    assert atlasview("show", "IL21", "--section", "citations,cells").out == text
    assert atlasview("show", "--section", "citations", "cells", "--", "IL21").out == text


def test_sections_cut_the_document_too(atlasview):
    cut = atlasview("show", "IL21", "--section", "cells", "--json").document
    whole = atlasview("show", "IL21", "--json").document
    assert cut["significance"] == whole["significance"]
    assert cut.keys() == {"kind", "id", "symbol", "name", "significance", "sources", "atlas"}


def test_a_section_that_no_page_has_is_wrong_usage_and_one_of_other_pages_is_not_there(atlasview):
    answer = atlasview("show", "IL21", "--section", "nonsense")
    assert answer.status == 2
    assert "'nonsense' is not one of overview, " in answer.err
    answer = atlasview("show", "PMID:11081504", "--section", "cells")
    assert answer.status == 1
    assert answer.err == "atlasview: no section 'cells', page of a publication, choose from overview, used-by\n"


@pytest.mark.parametrize("place", ["zzzz", "HGNC:999999999", "PMID:1", "P16871-99", ""])
def test_what_is_not_there_is_one_line_and_status_1(atlasview, place):
    answer = atlasview("show", place)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("atlasview: ")
    assert answer.err.count("\n") == 1


def test_a_misspelt_place_names_what_is_near(atlasview):
    assert "IL7R" in atlasview("show", "IL7RR").err


def test_an_ambiguous_place_lists_its_candidates(atlasview):
    answer = atlasview("show", "p55")
    assert (answer.status, answer.out) == (1, "")
    assert "HGNC:6008" in answer.err
    assert "HGNC:11916" in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(("place", "section"), [("IL7R", "Cells"), ("CL:0000236", "Genes")])
def test_scores_say_what_they_rest_on_and_their_only_set_once(atlasview, place, section):
    text = " ".join(atlasview("show", place).out.partition(f"\n{section}\n")[2].partition("\nMarkers\n")[0].split())
    assert text.count("10x PBMC 68k, 700 cells") == 2
    assert "Overall, 10x PBMC 68k, 700 cells" in text
    assert "Few genes: 19 of the 119 genes of this atlas have scores from 10x PBMC 68k, 700 cells." in text
    assert "All scores are pseudoreplicated: one donor, whose cells were taken as observations" in text


def test_a_protein_says_what_other_sources_say_of_it(atlasview):
    document = atlasview("show", "P16871", "--json").document
    said = {each["what"]: each["value"] for each in document["differences"]}
    assert said["disulfide bonds"] == "4 paired cysteines; UniProt has 3 bonds"
    assert {each["source"] for each in document["differences"]} == {CARD}
    text = " ".join(atlasview("show", "P16871", "--section", "overview").out.split())
    assert "Sources differ Disulfide bonds: 4 paired cysteines; UniProt has 3 bonds." in text
    assert atlasview("show", "P01308", "--json").document["differences"] == []
