"""Whether sequences are what they claim, and whether everything that lies on them lies within them."""

from collections.abc import Iterator

from atlasview.building.material import Material
from atlasview.records.protein import Feature, Isoform, Protein
from atlasview.records.sequence import crc64
from atlasview.records.variant import Variant

_RESIDUES = frozenset("ABCDEFGHIKLMNOPQRSTUVWXYZ")
"""The one-letter codes of UniProt: the twenty, U and O, and B, Z, X for what is not told apart."""

Where = tuple[type, int, str]


def sequence_faults(material: Material) -> Iterator[Where]:
    """Type, index and reason of each record that contradicts a sequence."""
    wrong = list(_proteins(material))
    yield from wrong
    if wrong:  # the following would only repeat it
        return
    yield from _isoforms(material)
    lengths = _sequences(material)
    yield from _features(material, lengths)
    yield from _variants(material, lengths)


def _proteins(material: Material) -> Iterator[Where]:
    for at, protein in enumerate(material.of(Protein)):
        if not protein.sequence or not _RESIDUES.issuperset(protein.sequence):
            yield Protein, at, f"the sequence of {protein.accession} is empty or holds other signs than residues"
        elif (found := crc64(protein.sequence)) != protein.crc64:
            yield Protein, at, f"the sequence of {protein.accession} has CRC64 {found}, not {protein.crc64}"


def _isoforms(material: Material) -> Iterator[Where]:
    whole = {protein.id: protein.sequence for protein in material.of(Protein)}
    canonical: dict[str, str] = {}
    for at, isoform in enumerate(material.of(Isoform)):
        if isoform.sequence is not None and not (isoform.sequence and _RESIDUES.issuperset(isoform.sequence)):
            yield Isoform, at, f"the sequence of {isoform.id} is empty or holds other signs than residues"
        if not isoform.canonical:
            continue
        if isoform.protein in canonical:
            yield Isoform, at, f"{isoform.id} and {canonical[isoform.protein]} both claim to be canonical"
        elif isoform.sequence not in (None, whole[isoform.protein]):
            yield Isoform, at, f"the canonical {isoform.id} has another sequence than its protein"
        canonical[isoform.protein] = isoform.id


def _sequences(material: Material) -> dict[str, str | None]:
    """By accession and by isoform id; None where the source does not give the sequence."""
    own = {protein.id: protein.sequence for protein in material.of(Protein)}
    isoforms = {
        isoform.id: own[isoform.protein] if isoform.canonical else isoform.sequence for isoform in material.of(Isoform)
    }
    return {protein.accession: protein.sequence for protein in material.of(Protein)} | isoforms


def _features(material: Material, sequences: dict[str, str | None]) -> Iterator[Where]:
    for at, feature in enumerate(material.of(Feature)):
        name = f"{feature.type} {feature.ordinal} of {feature.sequence}"
        if feature.sequence not in sequences:
            yield Feature, at, f"{name} lies on no protein or isoform of this atlas"
            continue
        ends = [end for end in (feature.start, feature.end) if end is not None]
        sequence = sequences[feature.sequence]
        if ends and min(ends) < 1:
            yield Feature, at, f"{name} begins before residue 1"
        elif ends and sequence is not None and max(ends) > len(sequence):
            yield Feature, at, f"{name} reaches residue {max(ends)} of a sequence of {len(sequence)}"
        elif ends != sorted(ends):
            yield Feature, at, f"{name} ends before it begins"


def _variants(material: Material, sequences: dict[str, str | None]) -> Iterator[Where]:
    for at, variant in enumerate(material.of(Variant)):
        sequence = sequences.get(variant.isoform)
        if sequence is None or variant.position is None:
            continue
        name = variant.hgvs_p or f"variant at {variant.position}"
        if not 1 <= variant.position <= len(sequence):
            yield Variant, at, f"{name} lies outside the {len(sequence)} residues of {variant.isoform}"
        elif not sequence.startswith(variant.ref, variant.position - 1):
            there = sequence[variant.position - 1 : variant.position - 1 + len(variant.ref)]
            yield Variant, at, f"{name} replaces {variant.ref}, and {variant.isoform} has {there} there"
