"""A part of an identifier finds what begins with it, and an identifier is never one of another database."""

from collections.abc import Iterator

import pytest

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import resolve, search
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.wish import Wish
from atlasview.records.place import Kind
from atlasview.records.trouble import NotFound
from tests.building.public_files import write_hgnc

ONTOLOGY = """format-version: 1.2
ontology: {ontology}

[Term]
id: {prefix}:0006915
name: {name}

[Term]
id: {prefix}:0006916
name: {name}, next
"""


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AtlasReader]:
    """An atlas of two ontologies whose terms have the same numbers."""
    folder = tmp_path_factory.mktemp("alike")
    given = [write_hgnc(folder)]
    for prefix, name in (("GO", "apoptotic process"), ("UBERON", "stratified squamous epithelium")):
        given.append(folder / f"{prefix}.obo")
        given[-1].write_text(ONTOLOGY.format(ontology=prefix.lower(), prefix=prefix, name=name), encoding="utf-8")
    build_from_files(find_inputs(map(str, given)), Wish(folder / "alike.atlas", jobs=1))
    with AtlasReader(folder / "alike.atlas") as reader:
        yield reader


@pytest.mark.parametrize("typed", ["GO:0006915", "go:0006915", "GO: 0006915", "GO_0006915", "GO0006915"])
def test_an_identifier_is_of_its_own_database(alike: AtlasReader, typed: str):
    assert [hit.id for hit in search(alike, typed).hits] == ["GO:0006915"]
    assert resolve(alike, typed).id == "GO:0006915"


def test_a_part_of_it_lists_what_begins_so_in_order(alike: AtlasReader):
    for typed in ("GO:00069", "go:0006", "GO:000691"):
        assert [hit.id for hit in search(alike, typed).hits] == ["GO:0006915", "GO:0006916"], typed
    assert {hit.reason for hit in search(alike, "UBERON:00069").hits} == {
        "identifier UBERON:0006915",
        "identifier UBERON:0006916",
    }


@pytest.mark.parametrize(
    ("typed", "kind", "found"),
    [
        ("HGNC:600", Kind.GENE, "HGNC:6005"),
        ("Q9HB", Kind.PROTEIN, "UniProtKB:Q9HBE4"),
        ("protein:Q9HBE", Kind.PROTEIN, "UniProtKB:Q9HBE4"),
        ("R-HSA-90209", Kind.TERM, "Reactome:R-HSA-9020958"),
        ("cl:000203", Kind.CELL_TYPE, "CL:0002038"),
        ("pmid:110815", Kind.PUBLICATION, "PMID:11081504"),
        ("ENSG00000138", Kind.GENE, "HGNC:6005"),
    ],
)
def test_parts_of_identifiers_of_every_kind(starter: AtlasReader, typed: str, kind: Kind, found: str):
    hits = search(starter, typed).hits
    assert (kind, found) in {(hit.kind, hit.id) for hit in hits[:12]}
    assert hits[0].reason.startswith("identifier ")


def test_a_part_names_nothing_for_certain_and_is_offered(alike: AtlasReader):
    with pytest.raises(NotFound) as refused:
        resolve(alike, "GO:000691")
    assert "apoptotic process" in refused.value.remedy


def test_names_come_before_identifiers_that_begin_alike(starter: AtlasReader):
    for typed in ("p53", "il21", "stat3"):
        assert not search(starter, typed).hits[0].reason.startswith("identifier")


def test_numbers_alone_do_not_list_identifiers(starter: AtlasReader):
    assert not any(hit.reason.startswith("identifier PMID") for hit in search(starter, "11").hits)


def test_a_number_that_begins_with_zero_is_no_residue(starter: AtlasReader):
    assert not any(hit.residues for hit in search(starter, "IL21 0045").hits)
    assert search(starter, "IL21 45").hits[0].residues is not None
