"""What is found for what is typed, why, and in which order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import search
from atlasview.atlas.statement import Statement
from atlasview.atlas.suggestions import suggestions
from atlasview.records.hit import Hit, Match, SearchResult
from atlasview.records.place import SUBJECTS, Kind, Residues


def first(reader: AtlasReader, text: str) -> Hit:
    found = search(reader, text)
    assert found.hits, text
    return found.hits[0]


def symbols(result: SearchResult) -> list[str]:
    return [hit.symbol or hit.name for hit in result.hits]


def test_an_alias_finds_its_gene_and_says_so(starter: AtlasReader):
    hit = first(starter, "cd127")
    assert (hit.kind, hit.id, hit.symbol, hit.name) == (Kind.GENE, "HGNC:6024", "IL7R", "interleukin 7 receptor")
    assert (hit.match, hit.matched, hit.reason) == (Match.ALIAS, "CD127", "alias CD127")
    assert hit.detail == "protein-coding · 5p13.2 · 459 aa"


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("IL-21", Kind.GENE, "HGNC:6005"),
        ("il21", Kind.GENE, "HGNC:6005"),
        ("i l 2 1", Kind.GENE, "HGNC:6005"),
        ("HGNC:6005", Kind.GENE, "HGNC:6005"),
        ("59067", Kind.GENE, "HGNC:6005"),
        ("ENSG00000138684", Kind.GENE, "HGNC:6005"),
        ("ENSG00000138684.9", Kind.GENE, "HGNC:6005"),
        ("OMIM:605384", Kind.GENE, "HGNC:6005"),
        ("Q9HBE4", Kind.PROTEIN, "UniProtKB:Q9HBE4"),
        ("IL21_HUMAN", Kind.PROTEIN, "UniProtKB:Q9HBE4"),
        ("A5J0L4", Kind.PROTEIN, "UniProtKB:Q9HBE4"),
        ("P16871-2", Kind.PROTEIN, "UniProtKB:P16871-2"),
        ("CL0002038", Kind.CELL_TYPE, "CL:0002038"),
        ("cl_0002038", Kind.CELL_TYPE, "CL:0002038"),
        ("CL:0002038", Kind.CELL_TYPE, "CL:0002038"),
        ("GO0005125", Kind.TERM, "GO:0005125"),
        ("go:0005125", Kind.TERM, "GO:0005125"),
        ("R-HSA-9020958", Kind.TERM, "Reactome:R-HSA-9020958"),
        ("KEGG:hsa04630", Kind.TERM, "KEGG:hsa04630"),
        ("pmid:11081504", Kind.PUBLICATION, "PMID:11081504"),
        ("PMID 11081504", Kind.PUBLICATION, "PMID:11081504"),
        ("11081504", Kind.PUBLICATION, "PMID:11081504"),
        ("https://doi.org/10.1038/35040504", Kind.PUBLICATION, "PMID:11081504"),
        ("doi:10.1038/35040504", Kind.PUBLICATION, "PMID:11081504"),
        ("10.1038/35040504", Kind.PUBLICATION, "PMID:11081504"),
        ("https://pubmed.ncbi.nlm.nih.gov/11081504/", Kind.PUBLICATION, "PMID:11081504"),
        ("http://purl.obolibrary.org/obo/CL_0002038", Kind.CELL_TYPE, "CL:0002038"),
        ("https://www.uniprot.org/uniprotkb/Q9HBE4/entry", Kind.PROTEIN, "UniProtKB:Q9HBE4"),
        ("OMIM:608971", Kind.DISEASE, "OMIM:608971"),
        ("IL-2Rα", Kind.GENE, "HGNC:6008"),
        ("IL2R-alpha", Kind.GENE, "HGNC:6008"),
        ("p53", Kind.GENE, "HGNC:11998"),
        ("PD-1", Kind.GENE, "HGNC:8760"),
        ("cell:Tfh", Kind.CELL_TYPE, "CL:0002038"),
        ("T follicular helper cell", Kind.CELL_TYPE, "CL:0002038"),
        ("cytokine activity", Kind.TERM, "GO:0005125"),
        ("Interleukin-21 signaling", Kind.TERM, "Reactome:R-HSA-9020958"),
        ("dacryoadenitis", Kind.DISEASE, "DOID:950"),
    ],
)
def test_every_way_to_name_a_thing_puts_it_first(starter: AtlasReader, text: str, kind: Kind, found: str):
    hit = first(starter, text)
    assert (hit.kind, hit.id) == (kind, found)


def test_a_symbol_comes_before_the_same_word_as_alias(small: AtlasReader):
    found = search(small, "IL-21")
    assert [(hit.symbol, hit.reason) for hit in found.hits[:3]] == [
        ("IL21", "approved symbol"),
        ("IL17C", "alias IL-21"),
        ("IL22", "alias IL-21"),
    ]


def test_a_previous_symbol_comes_before_what_only_begins_so(small: AtlasReader):
    found = search(small, "MLL")
    assert (found.hits[0].symbol, found.hits[0].match) == ("KMT2A", Match.PREVIOUS_SYMBOL)
    assert found.hits[0].reason == "previous symbol MLL"


def test_hgnc_comes_before_ncbi(small: AtlasReader):
    assert first(small, "IL7Ralpha").reason == "alias IL7Ralpha"
    assert first(small, "IL-7R-alpha").reason == "alias IL-7R-alpha"
    found = [hit.reason for hit in search(small, "il7ralpha").hits]
    assert found[0] in ("alias IL7Ralpha", "alias IL-7Ralpha")


def test_a_thing_comes_once_with_its_best_reason(starter: AtlasReader):
    for text in ("IL21", "interleukin", "receptor", "T cell", "cd4"):
        ids = [hit.id for hit in search(starter, text).hits]
        assert len(set(ids)) == len(ids)
    assert first(starter, "IL21").reason == "approved symbol"


def test_beginnings_find_symbols_and_aliases(starter: AtlasReader):
    found = search(starter, "il7")
    assert [(hit.symbol, hit.match) for hit in found.hits[:2]] == [("IL7", Match.SYMBOL), ("IL7R", Match.PREFIX)]
    assert found.hits[1].reason == "symbol begins"
    assert any(hit.reason == "alias IL-7-AS" for hit in found.hits)


@pytest.mark.parametrize("text", ["i", "il", "IL2", "t", "re"])
def test_short_beginnings_give_the_best_known_first(starter: AtlasReader, text: str):
    found = search(starter, text)
    genes = [hit for hit in found.hits if hit.reason == "symbol begins"]
    assert all(hit.symbol.lower().startswith(text.lower()) for hit in genes)
    assert genes or text == "re"


def test_every_kind_that_matches_is_among_the_hits(starter: AtlasReader):
    found = search(starter, "interleukin", limit=12)
    assert len(found.hits) == 12
    assert found.more
    assert {hit.kind for hit in found.hits} >= {Kind.GENE, Kind.PROTEIN, Kind.TERM, Kind.PUBLICATION}


def test_a_word_of_a_title_finds_the_paper(starter: AtlasReader):
    found = search(starter, "superpotent analogue")
    assert [(hit.kind, hit.id, hit.reason) for hit in found.hits] == [
        (Kind.PUBLICATION, "PMID:17565991", "word in title")
    ]
    assert found.hits[0].match is Match.TEXT
    assert "2007" in found.hits[0].detail


def test_a_compound_in_a_title_is_found_by_its_parts_and_joined(starter: AtlasReader):
    wanted = "PMID:15178704"  # IFN-alpha regulates IL-21 and IL-21R expression ...
    for text in ("IL-21R expression", "il21r expression", "ifn alpha il21", "IFN-α IL-21R NK"):
        assert wanted in {hit.id for hit in search(starter, text).hits}, text


def test_a_word_of_an_article_finds_its_gene(small: AtlasReader):
    hit = first(small, "quokka")
    assert (hit.symbol, hit.match, hit.reason) == ("IL21", Match.TEXT, "word in article")


def test_words_of_a_name_are_found_in_any_order(starter: AtlasReader):
    assert "CL:0002038" in {hit.id for hit in search(starter, "helper follicular").hits}
    assert first(starter, "receptor 7 interleuk").id in ("HGNC:6024", "UniProtKB:P16871")


@pytest.mark.parametrize(
    ("text", "found"),
    [("IL2IR", "IL21R"), ("il7rr", "IL7R"), ("BRAC1", "BRCA1"), ("interlukin", "IL21"), ("STTA3", "STAT3")],
)
def test_typing_errors_are_forgiven_where_nothing_else_is_found(starter: AtlasReader, text: str, found: str):
    result = search(starter, text)
    assert found in symbols(result)
    assert {hit.match for hit in result.hits} == {Match.SIMILAR}
    assert "spelled alike" in result.note


@pytest.mark.parametrize(
    ("text", "residues"),
    [
        ("IL7R p.S185C", Residues(185, 185)),
        ("IL7R p.Ser185Cys", Residues(185, 185)),
        ("IL7R S185C", Residues(185, 185)),
        ("cd127 p.S185", Residues(185, 185)),
        ("IL7R p.Leu242_Leu243insAsnProCys", Residues(242, 243)),
        ("IL21 45-96", Residues(45, 96)),
        ("IL21 96–45", Residues(45, 96)),
        ("IL21 45..96", Residues(45, 96)),
        ("IL21:45-96", Residues(45, 96)),
        ("Q9HBE4 45-96", Residues(45, 96)),
        ("P16871-2 1-20", Residues(1, 20)),
        ("IL21 45", Residues(45, 45)),
    ],
)
def test_residues_are_understood(starter: AtlasReader, text: str, residues: Residues):
    found = search(starter, text)
    assert found.hits[0].residues == residues
    assert found.hits[0].kind in (Kind.GENE, Kind.PROTEIN)
    assert found.note == ""


def test_residues_that_contradict_the_sequence_are_told(starter: AtlasReader):
    assert search(starter, "IL7R p.T185C").note == "Residue 185 of P16871 is S, not T."
    beyond = search(starter, "IL21 45-960")
    assert beyond.note == "Q9HBE4 has 162 residues, so there is no 960."
    assert beyond.hits[0].residues is None
    assert search(starter, "IL2RG 5").note == "This atlas has no protein sequence of IL2RG."


def test_a_change_of_dna_leads_to_its_gene_and_says_why_to_no_residue(starter: AtlasReader):
    for text in ("IL7R c.554C>G", "NM_002185.5:c.554C>G", "NM_002185.5(IL7R):c.554C>G"):
        found = search(starter, text)
        assert (found.hits[0].symbol, found.hits[0].residues) == ("IL7R", None), text
        assert found.note.startswith("c.554C>G is a change of DNA;"), text
    unknown = search(starter, "XYZ9 c.554C>G")
    assert (unknown.hits, unknown.note[:38]) == ((), "Nothing in this atlas is called “XYZ9”")


@pytest.mark.parametrize("text", ["chr5:35871190", "5-35871190-C-G", "NC_000005.10:g.35871190C>G", "X:1,314,869"])
def test_a_place_on_a_chromosome_is_told_to_be_none(starter: AtlasReader, text: str):
    found = search(starter, text)
    assert (found.hits, found.note[:28]) == ((), "Places on a chromosome are n")


def test_a_number_of_dbsnp_leads_to_the_residue(starter: AtlasReader):
    assert [(hit.symbol, hit.residues) for hit in search(starter, "rs28934578").hits] == [("TP53", Residues(175, 175))]


def test_a_name_that_ends_in_a_number_is_a_name(starter: AtlasReader):
    hit = first(starter, "interleukin 21")
    assert (hit.symbol, hit.residues) == ("IL21", None)


def test_a_kind_before_a_colon_limits_the_search(starter: AtlasReader):
    assert {hit.kind for hit in search(starter, "cell:T").hits} == {Kind.CELL_TYPE}
    assert {hit.kind for hit in search(starter, "paper: interleukin").hits} == {Kind.PUBLICATION}
    assert {hit.kind for hit in search(starter, "gene:interleukin").hits} == {Kind.GENE}
    assert first(starter, "gene:Q9HBE4").symbol == "IL21"


def test_nothing_found_says_what_to_try(starter: AtlasReader):
    result = search(starter, "zzzz")
    assert result.hits == ()
    assert "zzzz" in result.note
    assert "alias" in result.note


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\t\n", '"', "'", '""', "'; DROP TABLE gene; --", "*", "NEAR(", "AND", "OR NOT", "a AND", "-IL21",
        "^il", "{il21}:", "il21*", "%", "_", "%%%", "?", ":", ":::", "p.", "cell:", "doi:", "10.", "(", ")", "[", "\\",
        "\0", "IL\0 21", "\ud800", "\u202eIL21", "😀", "👩\u200d🔬 IL21", "白细胞介素", "интерлейкин", "إنترلوكين",
        "ﬁ", "İ", "ß",
        "x" * 5000, "IL21 " * 1000, "9" * 400, "-" * 300, "p." * 200, "a " * 3000, "IL21 999999999999", "IL21 0-0",
        "IL7R p.*9*",
    ],
)  # fmt: skip
def test_nothing_that_can_be_typed_does_harm(starter: AtlasReader, text: str):
    result = search(starter, text)
    assert result.query == text
    assert len(result.hits) <= 50
    assert all(hit.id and hit.name for hit in result.hits)


@settings(max_examples=250)
@given(text=st.text(max_size=60), limit=st.integers(1, 60))
def test_any_text_gives_at_most_the_limit(small: AtlasReader, text: str, limit: int):
    result = search(small, text, limit)
    assert len(result.hits) <= limit
    assert len({hit.id for hit in result.hits}) == len(result.hits)


@settings(max_examples=150)
@given(data=st.data())
def test_a_symbol_is_found_however_it_is_decorated(small: AtlasReader, data: st.DataObject):
    symbol = data.draw(st.sampled_from(["IL21", "IL7R", "CXCL13", "IL17C", "KMT2A"]))
    signs = st.sampled_from(["", "-", " ", "_", ".", "'", "/"])
    typed = "".join(data.draw(st.sampled_from([one, one.lower()])) + data.draw(signs) for one in symbol)
    if "/" not in typed and "." not in typed:  # may be an address
        assert symbol in [hit.symbol for hit in search(small, typed).hits]


def test_suggestions_are_places_of_several_kinds_with_the_best_known_gene_first(starter: AtlasReader):
    offered = suggestions(starter)
    assert 8 <= len(offered) <= 16
    assert offered[0].symbol == "IL7R"
    assert {hit.kind for hit in offered} == set(SUBJECTS)
    assert all(hit.name and hit.reason for hit in offered)


def test_who_asks_for_a_long_list_gets_all_of_it(starter: AtlasReader):
    """`search regulation --limit 10000` lists all that the word names, and not what was met first."""
    named = Statement("SELECT id FROM subject WHERE kind = 'term' AND ' ' || lower(name) || ' ' LIKE '% regulation %'")
    expected = {row.id for row in starter.rows(named)}
    assert len(expected) > 150
    everything = search(starter, "regulation", 10_000)
    assert expected <= {hit.id for hit in everything.hits}
    assert not everything.more
    assert search(starter, "regulation", len(everything.hits) - 1).more


def test_a_short_list_says_truly_that_it_is_all(starter: AtlasReader):
    words = starter.rows(
        Statement("SELECT spelling FROM search_name WHERE field = 52 GROUP BY spelling HAVING count(*) > 15")
    )
    assert len(words) > 100
    for row in words:
        short = search(starter, row.spelling, 20)
        assert short.more or len(short.hits) == len(search(starter, row.spelling, 5_000).hits), row.spelling
