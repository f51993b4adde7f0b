"""Material that contradicts itself makes no atlas, and the message says which line to correct."""

from pathlib import Path
from typing import Any

import pytest

from atlasview.building.build import build_atlas
from atlasview.building.checks import REFERENCES, faults
from atlasview.building.completion import with_canonical_isoforms
from atlasview.building.material import Material
from atlasview.records.cell_type import CellType
from atlasview.records.gene import Gene, GeneName
from atlasview.records.protein import Feature, GeneProtein, Isoform, Protein
from atlasview.records.publication import Citation, Publication
from atlasview.records.significance import Significance
from atlasview.records.source import Source
from atlasview.records.term import Hierarchy
from atlasview.records.transcript import Transcript
from atlasview.records.trouble import InputRefused
from atlasview.records.variant import Variant
from tests.building.material import changed, place_of, repeated, small_material, with_records


@pytest.fixture(scope="module")
def material() -> Material:
    return with_canonical_isoforms(small_material())


def only_fault(material: Material) -> tuple[str, str]:
    (fault,) = faults(material)
    return fault.where, fault.reason


def test_the_small_atlas_has_no_faults(material: Material):
    assert faults(material) == ()


SIGNAL = {"sequence": "Q9HBE4", "ordinal": 1}
SPOILED: list[tuple[type, dict[str, Any], dict[str, Any], str, str]] = [
    (Protein, {"accession": "Q9HBE4"}, {"crc64": "0" * 16}, "proteins.tsv", "has CRC64 54EFD4EED3AB97FE, not 0000"),
    (Protein, {"accession": "Q9HBE4"}, {"sequence": "MRSS PGN"}, "proteins.tsv", "other signs than residues"),
    (Protein, {"accession": "Q9HBE4"}, {"sequence": ""}, "proteins.tsv", "is empty"),
    (Isoform, {"id": "P16871-2"}, {"sequence": "mk"}, "isoforms.tsv", "other signs than residues"),
    (Isoform, {"id": "P16871-1"}, {"sequence": "MK"}, "isoforms.tsv", "another sequence than its protein"),
    (Isoform, {"id": "P16871-2"}, {"canonical": True}, "isoforms.tsv", "both claim to be canonical"),
    (Feature, SIGNAL, {"end": 163}, "features.tsv", "reaches residue 163 of a sequence of 162"),
    (Feature, SIGNAL, {"start": 0}, "features.tsv", "begins before residue 1"),
    (Feature, SIGNAL, {"start": 30}, "features.tsv", "ends before it begins"),
    (Feature, SIGNAL, {"sequence": "Q9HBE4-7"}, "features.tsv", "lies on no protein or isoform"),
    (Variant, {"hgvs_p": "p.Pro132Ser"}, {"ref": "W"}, "variants.tsv", "replaces W, and P16871-1 has P there"),
    (Variant, {"hgvs_p": "p.Pro132Ser"}, {"position": 4000}, "variants.tsv", "outside the 459 residues of P16871-1"),
    (Gene, {"symbol": "IL21"}, {"source": "nowhere"}, "genes.tsv", "there is no source 'nowhere'"),
    (Hierarchy, {"child": "CL:0000542"}, {"parent": "CL:0002038"}, "hierarchy.tsv", "goes in a circle: CL:"),
]  # fmt: skip


@pytest.mark.parametrize(("noun", "which", "spoil", "file", "reason"), SPOILED)
def test_a_contradiction_is_found_where_it_stands(
    material: Material, noun: type, which: dict[str, Any], spoil: dict[str, Any], file: str, reason: str
):
    at = place_of(material, noun, **which)
    where, found = only_fault(changed(material, noun, at, **spoil))
    assert reason in found
    assert where == (material.where(noun, at) if noun is not Hierarchy else where)
    assert where.startswith(f"{file} line ")


def test_one_identifier_for_two_things_is_refused(material: Material):
    at = place_of(material, CellType, id="CL:0009062")
    found = faults(changed(material, CellType, at, id="HGNC:6005"))
    assert found[0].where == material.where(CellType, at)
    assert found[0].reason == f"HGNC:6005 stands already in {material.where(Gene, 0)}"


def test_an_identifier_without_prefix_is_refused(material: Material):
    at = place_of(material, Publication, id="PMID:15815621")
    assert "not an identifier" in faults(changed(material, Publication, at, id="15815621"))[0].reason


@pytest.mark.parametrize("noun", [Source, Isoform, Feature, GeneProtein, Significance, Transcript])
def test_a_record_given_twice_is_refused(material: Material, noun: type):
    reasons = [fault.reason for fault in faults(repeated(material, noun))]
    assert any("stands already in" in reason for reason in reasons)


@pytest.mark.parametrize(
    ("noun", "field"), [(noun, field) for noun, fields in REFERENCES.items() for field in fields], ids=str
)
def test_a_reference_that_leads_nowhere_is_refused(material: Material, noun: type, field: str):
    lost: Any = "NONE:1"
    if isinstance(getattr(material.records[noun][0], field), tuple):
        lost = ("NONE:1",)
    spoiled = changed(material, noun, 0, **{field: lost})
    found = [fault for fault in faults(spoiled) if f"{field} 'NONE:1' is no " in fault.reason]
    assert [fault.where for fault in found] == [material.where(noun, 0)]


def test_a_protein_from_nowhere_is_named_once_for_itself_and_once_for_its_isoform(material: Material):
    proteins = small_material()
    spoiled = changed(proteins, Protein, 0, source="nowhere")
    without = with_canonical_isoforms(with_records(spoiled, Isoform, []))
    wheres = [fault.where for fault in faults(without) if "no source" in fault.reason]
    assert wheres == ["proteins.tsv line 2", f"the only sequence of {proteins.of(Protein)[0].id}"]


def test_an_alias_is_no_reference(material: Material):
    spoiled = changed(material, GeneName, 0, gene="IL21")
    assert "gene 'IL21' is no gene of this atlas" in only_fault(spoiled)[1]


def test_the_build_tells_the_first_fault_and_how_many_there_are(tmp_path: Path, material: Material):
    spoiled = changed(changed(material, Citation, 0, publication="PMID:1"), Citation, 1, publication="PMID:2")
    with pytest.raises(InputRefused) as caught:
        build_atlas(spoiled, tmp_path / "never.atlas")
    assert "and 1 more like it" in caught.value.what
    assert caught.value.where == "citations.tsv line 2"
    assert list(tmp_path.iterdir()) == []
