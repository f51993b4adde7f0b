"""Which sequences a file holds, with their own features and papers."""

from dataclasses import replace

import pytest

from atlasview.export.selection import choose_sequences
from atlasview.records.place import Residues
from atlasview.records.protein import Feature
from atlasview.records.trouble import NothingToExport, Trouble
from tests.export.profiles import gene
from tests.export.proteins import SEQUENCE, SHORT, detail, isoform


def lies(kind: str, start: int | None, end: int | None, sequence: str = "P00001", **changes) -> Feature:
    """A feature of a sequence."""
    made = Feature("UniProtKB:P00001", sequence, 1, kind, start, end, "", "", "", "", (), "uniprot")
    return replace(made, **changes)


FEATURES = (
    lies("DOMAIN", 10, 20),
    lies("DISULFID", 5, 30),
    lies("CHAIN", None, 12),
    lies("HELIX", 3, 9, "P00001-2"),
)
ISOFORMS = (isoform(1, "1", SEQUENCE), isoform(2, "2", SHORT), isoform(3, "3", None))


def chosen(*asked, **named):
    return choose_sequences(gene(detail(*FEATURES, isoforms=ISOFORMS)), *asked, **named)


def kinds(each) -> list[str]:
    return [feature.type for feature in each.features]


def test_each_isoform_has_the_features_that_count_on_it():
    sequences, left_out = chosen("all")
    assert [(each.id, len(each.sequence)) for each in sequences] == [("P00001", 70), ("P00001-2", 30)]
    assert [kinds(each) for each in sequences] == [["DOMAIN", "DISULFID", "CHAIN"], ["HELIX"]]
    assert left_out == ("isoform P00001-3 is left out: its sequence is not known",)


@pytest.mark.parametrize(
    ("residues", "touching"),
    [
        (Residues(12, 15), ["DOMAIN", "CHAIN"]),
        (Residues(20, 40), ["DOMAIN", "DISULFID"]),
        (Residues(21, 29), []),
        (Residues(1, 5), ["DISULFID"]),
    ],
)
def test_a_range_has_the_features_that_touch_it_and_the_bonds_that_end_in_it(residues, touching):
    ((sequence,), _left_out) = chosen(residues=residues)
    assert kinds(sequence) == touching
    assert sequence.sequence == SEQUENCE[residues.start - 1 : residues.end]


def test_a_range_past_the_end_is_refused():
    with pytest.raises(Trouble, match="P00001-2 has 30 residues"):
        chosen("2", Residues(20, 31))


def test_a_gene_without_protein_has_nothing_to_choose():
    with pytest.raises(NothingToExport):
        choose_sequences(gene())


def test_the_papers_are_those_of_the_protein_and_not_of_the_gene(genes):
    ((sequence,), _) = choose_sequences(genes["IL21"])
    assert len(sequence.papers) == 9
    assert len(genes["IL21"].citations) > 9
    assert sequence.source is not None and sequence.source.key == "uniprot"
