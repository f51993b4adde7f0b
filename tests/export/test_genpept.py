"""GenPept, read back by Biopython."""

import re
from io import StringIO

import pytest
from Bio import SeqIO
from Bio.SeqFeature import AfterPosition, BeforePosition, ExactPosition
from hypothesis import given, settings
from hypothesis import strategies as st

from atlasview.export.citations.reference import cleaned, reference
from atlasview.export.feature_terms import TERMS, feature_term, joins_two
from atlasview.export.genpept import genpept_text
from atlasview.export.gff3 import gff3_text
from atlasview.export.selection import choose_sequences
from atlasview.records.place import Residues
from atlasview.records.protein import Evidence
from atlasview.records.source import Source
from tests.export.papers import odd_texts
from tests.export.profiles import gene
from tests.export.proteins import SEQUENCE, detail, isoform
from tests.export.test_selection import lies

NAMES = {"Region": "region_name", "Site": "site_type", "Bond": "bond_type"}


def read(chosen):
    return list(SeqIO.parse(StringIO(genpept_text(chosen)), "genbank"))


def letters(text: str) -> str:
    """Long words are broken at the end of a line."""
    return re.sub(r"\s+", "", text)


def of(*features, isoforms=(), **changes):
    return choose_sequences(gene(detail(*features, isoforms=isoforms, **changes)))[0]


@pytest.fixture(scope="module")
def pairs(genes):
    """A sequence of every gene, all isoforms of every fifth, with the records that are read back."""
    profiles = [profile for profile in genes.values() if profile.proteins]
    chosen = [
        each
        for number, profile in enumerate(profiles)
        for each in choose_sequences(profile, "" if number % 5 else "all")[0]
    ]
    assert len(chosen) > len(profiles) > 80
    return list(zip(chosen, read(chosen), strict=True))


def test_sequence_name_and_annotations_are_read_back(pairs):
    for chosen, record in pairs:
        assert str(record.seq) == chosen.whole
        assert record.annotations["molecule_type"] == "protein"
        assert record.annotations["topology"] == "linear"
        assert record.annotations["data_file_division"] == "PRI"
        assert record.annotations["date"] == "28-JAN-2026"
        assert record.annotations["organism"] == "Homo sapiens"
        assert record.annotations["accessions"] == [chosen.id]
        version = "" if chosen.is_variant else f".{chosen.protein.version}"
        assert record.id == f"{chosen.id}{version}"
        assert record.name == (chosen.id if chosen.is_variant else chosen.protein.entry_name)
        assert chosen.protein.name in record.description


def test_the_source_feature_holds_the_taxon_and_the_protein_its_identifiers(pairs):
    for chosen, record in pairs:
        source, protein = record.features[:2]
        assert (source.type, source.qualifiers["db_xref"]) == ("source", ["taxon:9606"])
        assert protein.qualifiers["product"] == [chosen.protein.name]
        assert protein.qualifiers["gene"] == [chosen.protein.gene_symbol]
        assert f"UniProtKB:{chosen.protein.accession}" in protein.qualifiers["db_xref"]
        assert any(each.startswith("HGNC:HGNC:") for each in protein.qualifiers["db_xref"])


def test_every_feature_is_read_back_where_it_lies_and_with_what_it_says(pairs):
    for chosen, record in pairs:
        assert len(record.features) == len(chosen.features) + 2
        for feature, got in zip(chosen.features, record.features[2:], strict=True):
            term = feature_term(feature.type)
            assert got.type == term.genpept
            assert got.qualifiers[NAMES[got.type]] == [term.label]
            notes = {letters(note) for note in got.qualifiers["note"]}
            assert letters(f"key: {feature.type}") in notes
            assert not feature.description or letters(feature.description) in notes
            assert not feature.id or letters(f"id: {feature.id}") in notes
            assert all(letters(f"evidence: {each.code} {each.reference}") in notes for each in feature.evidence)
            if feature.start is None or feature.end is None:
                continue
            if joins_two(feature.type) and feature.start != feature.end:
                assert got.location.operator == "bond"
                assert [int(part.end) for part in got.location.parts] == [feature.start, feature.end]
            else:
                assert (int(got.location.start) + 1, int(got.location.end)) == (feature.start, feature.end)


def test_every_reference_is_read_back(pairs):
    for chosen, record in pairs:
        references = record.annotations.get("references", [])
        assert len(references) == len(chosen.papers)
        for paper, got in zip(map(reference, chosen.papers), references, strict=True):
            assert got.pubmed_id == paper.pmid
            assert letters(got.title) == letters(paper.title)
            assert letters(paper.journal) in letters(got.journal)
            assert paper.doi in letters(got.comment)


def test_a_position_that_is_not_known_is_open_and_said(genes):
    (record,) = read(choose_sequences(genes["CASP9"])[0])
    propeptide, chain = record.features[2:4]
    assert (propeptide.location.start, propeptide.location.end) == (0, AfterPosition(1))
    assert "the end is not known" in propeptide.qualifiers["note"]
    assert isinstance(chain.location.start, BeforePosition)
    assert int(chain.location.end) == 315
    assert "the start is not known" in chain.qualifiers["note"]


def test_positions_before_behind_and_uncertain():
    features = (
        lies("CHAIN", 1, 70, start_sign="<", end_sign=">"),
        lies("DOMAIN", 30, 40, start_sign="?"),
        lies("REGION", None, None, description="somewhere"),
    )
    (record,) = read(of(*features))
    first, second = record.features[2:]
    assert (type(first.location.start), type(first.location.end)) == (BeforePosition, AfterPosition)
    assert type(second.location.start) is ExactPosition
    assert "the start is uncertain" in second.qualifiers["note"]
    assert "Left out, its position is not known: REGION somewhere" in record.annotations["comment"]


def test_numbers_of_references_that_count_in_uniprots_entry_are_said_to_do_so(genes):
    said = "Numbers of references in notes of features (Ref. 1) are those of UniProt's entry, not of this record."
    (numbered,) = read(choose_sequences(genes["IL7R"])[0])
    assert letters(said) in letters(numbered.annotations["comment"])
    (evidence,) = read(of(lies("SITE", 3, 3, evidence=(Evidence("ECO:0000269", "Ref.12"),))))
    assert letters(said) in letters(evidence.annotations["comment"])
    (plain,) = read(of(lies("SITE", 3, 3, description="Reference point")))
    assert letters(said) not in letters(plain.annotations["comment"])


def test_features_that_are_not_moved_to_an_isoform_are_counted(genes):
    said = "features are given on P16871 and not moved to this isoform."
    canonical, *others = choose_sequences(genes["IL7R"], "all")[0]
    count = sum(each.sequence == "P16871" for each in canonical.detail.features)
    assert count > 50 and len(others) == 3
    for chosen in others:
        assert letters(f"{count} {said}") in letters(read([chosen])[0].annotations["comment"])
        assert f"# {chosen.id}: {count} {said[:-1]}\n" in gff3_text([chosen])
    assert letters(said) not in letters(genpept_text([canonical]))
    assert "not moved" not in gff3_text([canonical])


def test_a_range_counts_from_its_first_residue_and_cuts_what_crosses_its_ends(genes):
    ((chosen,), _) = choose_sequences(genes["IL21"], residues=Residues(45, 96))
    text = genpept_text([chosen])
    assert "\nACCESSION   Q9HBE4 REGION: 45..96\n" in text
    (record,) = SeqIO.parse(StringIO(text), "genbank")
    assert str(record.seq) == genes["IL21"].proteins[0].protein.sequence[44:96]
    by_key = {feature.qualifiers["note"][0]: feature for feature in record.features[2:]}
    chain, bond, variant = (by_key[f"key: {key}"] for key in ("CHAIN", "DISULFID", "VARIANT"))
    assert (type(chain.location.start), type(chain.location.end)) == (BeforePosition, AfterPosition)
    assert (int(variant.location.start) + 1, int(variant.location.end)) == (12, 12)
    assert int(bond.location.end) in (71 - 44, 78 - 44)
    assert any("a bond between residues" in note for note in bond.qualifiers["note"])


@pytest.mark.parametrize(
    ("stated", "written"),
    [("2026-01-28", "28-JAN-2026"), ("2026-01", "01-JAN-2026"), ("2025", "01-JAN-2025"), ("", "")],
)
def test_the_date_is_that_of_the_source_and_never_invented(stated, written):
    profile = gene(detail(), sources={"uniprot": Source("uniprot", "UniProt", date=stated)})
    text = genpept_text(choose_sequences(profile)[0])
    first = text.partition("\n")[0]
    assert first.removesuffix(written).rstrip().endswith("PRI")
    assert "1980" not in text
    (record,) = SeqIO.parse(StringIO(text), "genbank")
    assert str(record.seq) == SEQUENCE
    assert ("the format asks for a day" in text) == (stated in ("2026-01", "2025"))


def test_an_isoform_stands_under_its_own_name():
    profile = gene(detail(isoforms=(isoform(1, "1", SEQUENCE), isoform(2, "Short", SEQUENCE[:30]))))
    (record,) = read(choose_sequences(profile, "2")[0])
    assert (record.id, record.name, len(record)) == ("P00001-2", "P00001-2", 30)
    assert record.description == "Isoform Short of Test protein [Homo sapiens]"


def test_a_protein_of_which_little_is_known():
    (record,) = read(of(accession="", entry_name="", name="", organism="", gene_symbol="MY GENE", taxon=0, version=0))
    assert (record.id, str(record.seq)) == ("MY_GENE", SEQUENCE)


def test_every_key_of_uniprot_has_a_term_and_an_unknown_one_is_a_region():
    assert len(TERMS) == 39
    (record,) = read(of(lies("BRANDNEW", 2, 3)))
    assert record.features[2].qualifiers["region_name"] == ["BRANDNEW"]


@settings(max_examples=60)
@given(odd_texts, odd_texts, odd_texts)
def test_odd_texts_are_read_back(name, description, organism):
    (record,) = read(of(lies("DOMAIN", 2, 9, description=description), name=name, organism=organism))
    assert str(record.seq) == SEQUENCE
    (domain,) = record.features[2:]
    assert (int(domain.location.start) + 1, int(domain.location.end)) == (2, 9)
    told = [note for note in domain.qualifiers["note"] if not note.startswith("key: ")]
    assert letters("".join(told)) == letters(cleaned(description)).replace('"', "'")


@settings(max_examples=20)
@given(st.text('Aα"/=;', min_size=60, max_size=200))
def test_long_words_are_broken_and_not_lost(word):
    (record,) = read(of(lies("DOMAIN", 2, 9, description=word), name=word))
    assert letters(record.features[2].qualifiers["note"][1]) == word.replace('"', "'")
