"""GFF3, read back by gffutils."""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings

from atlasview.export.feature_terms import feature_term
from atlasview.export.gff3 import gff3_text
from atlasview.export.selection import choose_sequences
from atlasview.records.place import Residues
from tests.export.papers import odd_texts
from tests.export.profiles import gene
from tests.export.proteins import detail
from tests.export.test_selection import lies

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import gffutils


@contextmanager
def database(text: str) -> Iterator[gffutils.FeatureDB]:
    """The file as an independent reader understands it."""
    made = gffutils.create_db(
        text, ":memory:", from_string=True, merge_strategy="error", keep_order=True, sort_attribute_values=False
    )
    try:
        yield made
    finally:
        made.conn.close()


def read(chosen) -> list:
    with database(gff3_text(chosen)) as made:
        return list(made.all_features(order_by=None))


def of(*features, **changes):
    return choose_sequences(gene(detail(*features, **changes)))[0]


@pytest.fixture(scope="module")
def chosen(genes):
    """Every sequence of every gene."""
    return [each for profile in genes.values() if profile.proteins for each in choose_sequences(profile, "all")[0]]


@pytest.fixture(scope="module")
def text(chosen):
    return gff3_text(chosen)


@pytest.fixture(scope="module")
def by_id(text):
    with database(text) as made:
        return {feature.id: feature for feature in made.all_features()}


def test_every_feature_is_read_back_where_it_lies_and_with_what_it_says(chosen, by_id):
    placed = [each for one in chosen for each in one.features if each.start is not None and each.end is not None]
    assert len(by_id) == len(placed) + len(chosen)
    for feature in placed:
        got = by_id[f"{feature.sequence}:{feature.ordinal}"]
        assert (got.seqid, got.start, got.end) == (feature.sequence, feature.start, feature.end)
        assert got.featuretype == feature_term(feature.type).name
        assert (got.score, got.strand, got.frame) == (".", ".", ".")
        assert got.attributes["feature_key"] == [feature.type]
        assert got.attributes["Ontology_term"] == [feature_term(feature.type).term]
        assert not feature.description or got.attributes["Note"][0] == feature.description
        assert got.attributes.get("feature_id", [""]) == [feature.id]
        evidence = [" ".join(part for part in (each.code, each.reference) if part) for each in feature.evidence]
        assert got.attributes.get("evidence", []) == evidence


def test_every_sequence_has_its_region_and_a_line_of_its_own(chosen, text, by_id):
    for each in chosen:
        assert f"\n##sequence-region {each.id} 1 {len(each.whole)}\n" in text
        whole = by_id[each.id]
        assert (whole.featuretype, whole.start, whole.end) == ("polypeptide", 1, len(each.whole))
        assert whole.attributes["gene"] == [each.protein.gene_symbol]
        assert whole.attributes["Dbxref"] == [f"UniProtKB:{each.protein.accession}", "taxon:9606"]


def test_the_file_begins_as_the_format_asks_and_says_where_it_is_from(text):
    lines = text.splitlines()
    assert lines[0] == "##gff-version 3"
    assert re.fullmatch(
        r"# UniProtKB/Swiss-Prot .* \(CC-BY-4.0\), read in Starter atlas .*, sha256 [0-9a-f]{64}", lines[1]
    )
    assert text.count("##gff-version") == 1
    assert text.endswith("\n")


def test_a_position_that_is_not_known_is_a_comment(genes):
    text = gff3_text(choose_sequences(genes["CASP9"])[0])
    assert "\n# left out, its position is not known: PROPEP 1..? PRO_0000004640\n" in text
    assert "\n# left out, its position is not known: CHAIN ?..315 Caspase-9 subunit p35 PRO_0000004641\n" in text


def test_positions_before_behind_and_uncertain_are_marked():
    whole, chain, domain = read(
        of(lies("CHAIN", 1, 70, start_sign="<", end_sign=">"), lies("DOMAIN", 30, 40, start_sign="?", ordinal=2))
    )
    assert whole.featuretype == "polypeptide"
    assert chain.attributes["start_range"] == [".", "1"]
    assert chain.attributes["end_range"] == ["70", "."]
    assert domain.attributes["Note"] == ["the start is uncertain"]
    assert "start_range" not in domain.attributes


def test_a_range_keeps_the_positions_of_the_whole_sequence(genes):
    chosen = choose_sequences(genes["IL21"], residues=Residues(45, 96))[0]
    features = read(chosen)
    assert {(each.start, each.end) for each in features if each.featuretype == "natural_variant_site"} == {(56, 56)}
    assert "# Q9HBE4: features that touch residues 45-96\n" in gff3_text(chosen)
    assert all(each.end >= 45 and each.start <= 96 for each in features)


def test_a_bond_says_that_it_is_one(genes):
    notes = [each.attributes["Note"] for each in read(choose_sequences(genes["IL21"])[0]) if "DISULFID" in str(each)]
    assert notes == [["a bond between residues 71 and 122"], ["a bond between residues 78 and 125"]]


def test_one_sequence_that_is_asked_for_twice_stands_there_once(genes):
    twice = [*choose_sequences(genes["IL21"])[0], *choose_sequences(genes["IL21"])[0]]
    assert gff3_text(twice) == gff3_text(twice[:1])


def test_attributes_are_escaped():
    text = gff3_text(of(lies("REGION", 2, 3, description="a;b=c,d&e%f\tg")))
    assert "Note=a%3Bb%3Dc%2Cd%26e%25f%09g;" in text


@settings(max_examples=60)
@given(odd_texts, odd_texts)
def test_odd_texts_are_read_back(description, name):
    whole, region = read(of(lies("REGION", 2, 3, description=description), name=name))
    assert whole.attributes.get("Note", [""]) == [name]
    assert region.attributes.get("Note", [""]) == [description]
