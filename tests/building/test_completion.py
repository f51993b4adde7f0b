"""What the builder adds to the facts: canonical isoforms, lineages, orders, counts."""

from dataclasses import replace
from itertools import pairwise

import pytest

from atlasview.building.completion import completed, with_canonical_isoforms
from atlasview.building.lineage import lineages
from atlasview.building.suggestions import suggestions
from atlasview.building.weights import weights_of
from atlasview.records.cell_type import CellType
from atlasview.records.protein import Isoform
from atlasview.records.source import Source
from atlasview.records.term import Hierarchy, Synonym
from atlasview.records.variant import Variant
from tests.building.material import small_material, with_records


def edges(*lines: str) -> list[Hierarchy]:
    """`is_a` edges of lines such as `child < parent < grandparent`."""
    found = []
    for line in lines:
        names = line.split(" < ")
        found += [Hierarchy(child, parent, "is_a", "made") for child, parent in pairwise(names)]
    return found


@pytest.mark.parametrize(
    ("line", "lineage"),
    [
        ("CL:1 < CL:0000084", "t-cell"),
        ("CL:1 < CL:2 < CL:0000945", "b-cell"),
        ("CL:1 < CL:0000623 < CL:0001065", "natural-killer-innate-lymphoid"),
        ("CL:1 < CL:0000576 < CL:0011026", "myeloid"),
        ("CL:1 < CL:0000765 < CL:0011026", "erythroid-megakaryocyte"),
        ("CL:1 < CL:0000764", "erythroid-megakaryocyte"),
        ("CL:1 < CL:0000034", "stem-progenitor"),
        ("CL:1 < CL:0000763", "myeloid"),
        ("CL:1 < CL:0000000", "other"),
        ("CL:0000084 < CL:0000542", "t-cell"),
    ],
)
def test_the_lineage_is_read_off_the_ancestors(line: str, lineage: str):
    start = line.partition(" < ")[0]
    assert lineages([start], edges(line)) == {start: lineage}


def test_only_is_a_makes_a_lineage():
    part = [Hierarchy("CL:1", "CL:0000084", "part_of", "made")]
    assert lineages(["CL:1"], part) == {"CL:1": "other"}


def test_cell_types_of_the_small_atlas_have_their_lineages():
    lineage = {one.id: one.lineage for one in completed(small_material()).of(CellType)}
    assert lineage["CL:0002038"] == "t-cell"
    assert lineage["CL:0000542"] == "other"


def test_every_protein_has_its_canonical_isoform():
    material = small_material()
    without = with_records(material, Isoform, [one for one in material.of(Isoform) if one.protein.endswith("P16871")])
    whole = with_canonical_isoforms(without)
    (added,) = [one for one in whole.of(Isoform) if one.protein == "UniProtKB:Q9HBE4"]
    assert (added.id, added.canonical, len(added.sequence or "")) == ("Q9HBE4-1", True, 162)
    assert [one.id for one in whole.of(Isoform)][: len(without.of(Isoform))] == [one.id for one in without.of(Isoform)]


def test_a_canonical_isoform_without_sequence_takes_that_of_its_protein():
    material = small_material()
    blank = [Isoform("P16871-1", "UniProtKB:P16871", "1", (), True, (), None, "", "uniprot")]
    (filled, _added) = with_canonical_isoforms(with_records(material, Isoform, blank)).of(Isoform)
    assert len(filled.sequence or "") == 459


def test_exact_synonyms_come_first():
    whole = completed(small_material())
    scopes = [one.scope for one in whole.of(Synonym) if one.subject == "CL:0002038"]
    assert scopes == sorted(scopes, key=["exact", "related"].index)


def test_what_was_kept_of_a_source_is_what_points_to_it():
    whole = completed(small_material())
    made = next(source for source in whole.of(Source) if source.key == "made")
    # Three values, an interaction, a marker, a transcript and an article.
    assert (made.read, made.kept, made.rejected) == (7, 7, 0)


def test_suggestions_begin_with_the_best_known_genes():
    material = small_material()
    subjects = {record.id for records in material.records.values() for record in records if hasattr(record, "id")}
    keys = {subject: place for place, subject in enumerate(sorted(subjects), 1)}
    names = {place: subject for subject, place in keys.items()}
    chosen = [names[key] for key in suggestions(material, keys, weights_of(material))]
    assert chosen[0] == "HGNC:6005"
    assert "CL:0002038" in chosen
    assert [one for one in chosen if one.startswith("HGNC:")] == ["HGNC:6005", "HGNC:10639", "HGNC:6024"]
    assert any(one.startswith("Reactome:") for one in chosen)
    assert len(set(chosen)) == len(chosen)


def test_variants_stand_by_residue_and_those_without_a_place_by_the_one_they_name() -> None:
    material = small_material()
    one = material.records[Variant][0]
    placed = [replace(one, position=number, hgvs_p="") for number in (9, 2)]
    unplaced = [replace(one, position=None, hgvs_p=name) for name in ("p.Ala30Gly", "p.Ala4Gly", "", "odd")]
    found = completed(with_records(material, Variant, [*unplaced, *placed])).records[Variant]
    assert [(variant.position, variant.hgvs_p) for variant in found] == [
        (2, ""),
        (9, ""),
        (None, ""),
        (None, "odd"),
        (None, "p.Ala4Gly"),
        (None, "p.Ala30Gly"),
    ]
