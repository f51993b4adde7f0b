"""Identifiers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlasview.atlas.search.identifiers import PREFIXES, AskedIdentifier, asked_identifiers, is_telling


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("CL0002038", AskedIdentifier("0002038", "CL")),
        ("cl_0002038", AskedIdentifier("0002038", "CL")),
        ("GO:0005125", AskedIdentifier("0005125", "GO")),
        ("PMID 11081504", AskedIdentifier("11081504", "PMID")),
        ("mim:605384", AskedIdentifier("605384", "OMIM")),
        ("59067", AskedIdentifier("59067", "NCBIGene")),
        ("doi:10.1038/35040504", AskedIdentifier("10103835040504", "DOI")),
        ("https://doi.org/10.1038/35040504", AskedIdentifier("10103835040504", "DOI")),
        ("dx.doi.org/10.1038/35040504", AskedIdentifier("10103835040504", "DOI")),
        ("https://www.ncbi.nlm.nih.gov/gene/59067", AskedIdentifier("59067", "NCBIGene")),
        ("https://www.ncbi.nlm.nih.gov/pubmed/11081504", AskedIdentifier("11081504", "PMID")),
        ("https://www.uniprot.org/uniprot/Q9HBE4", AskedIdentifier("q9hbe4")),
        ("https://reactome.org/content/detail/R-HSA-9020958", AskedIdentifier("rhsa9020958")),
        ("https://www.ensembl.org/Homo_sapiens/Gene/Summary?g=ENSG00000138684", AskedIdentifier("ensg00000138684")),
        ("ENSG00000138684.9", AskedIdentifier("ensg00000138684")),
        ("CLEC4A", AskedIdentifier("clec4a")),
        ("GOLGA2", AskedIdentifier("golga2")),
    ],
)
def test_the_most_telling_reading_comes_first(text: str, first: AskedIdentifier):
    assert asked_identifiers(text)[0] == first


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_prefix_is_read_in_any_case(prefix: str):
    for typed in (prefix, prefix.lower(), prefix.upper()):
        assert asked_identifiers(f"{typed}:A12345")[0] == AskedIdentifier("a12345", prefix)


@pytest.mark.parametrize("text", ["", "-", "漢", "::", "cl:", "doi:"])
def test_what_cannot_be_an_identifier_is_harmless(text: str):
    for reading in asked_identifiers(text):
        assert reading.spelling


@given(st.text(max_size=80))
def test_any_text_has_a_few_readings(text: str):
    assert len(asked_identifiers(text)) <= 3


@pytest.mark.parametrize(
    ("database", "identifier", "telling"),
    [
        ("PDB", "2OQP", True),
        ("RefSeq", "NM_021803", True),
        ("OMIM", "605384", True),
        ("GeneWiki", "Insulin", False),
        ("CD", "CD127", False),
        ("BioMuta", "IL21", False),
    ],
)
def test_names_that_databases_use_for_identifiers_are_not_looked_up(database: str, identifier: str, telling: bool):
    assert is_telling(database, identifier) is telling
