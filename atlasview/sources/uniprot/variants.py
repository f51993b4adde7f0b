"""Variants from VARIANT features, written in HGVS and checked against the sequence."""

import re
from collections.abc import Iterator

from atlasview.records.protein import Feature, Isoform
from atlasview.records.quick import quick
from atlasview.records.variant import Variant
from atlasview.sources.uniprot.diseases import acronyms
from atlasview.sources.uniprot.entry import Entry
from atlasview.sources.uniprot.evidence import papers_of

# fmt: off
_AMINO_ACIDS = {
    "A": "Ala", "C": "Cys", "D": "Asp", "E": "Glu", "F": "Phe", "G": "Gly", "H": "His", "I": "Ile", "K": "Lys",
    "L": "Leu", "M": "Met", "N": "Asn", "P": "Pro", "Q": "Gln", "R": "Arg", "S": "Ser", "T": "Thr", "V": "Val",
    "W": "Trp", "Y": "Tyr", "U": "Sec", "O": "Pyl", "X": "Xaa", "B": "Asx", "Z": "Glx", "J": "Xle",
}
# fmt: on
_ORIGINS = {
    "somatic mutation": "somatic",
    "somatic variant": "somatic",
    "germline mutation": "germline",
    "germline variant": "germline",
}
_SHORT = 8  # words: what is longer tells a story, and stands in the feature
_LONGEST_REF = 30
_CHANGE = re.compile(r"(?:(?P<ref>[A-Z]+) ?-> ?(?P<alt>[A-Z]+)|Missing)(?: \((?P<rest>.*)\))?$")
_DBSNP = re.compile(r"dbSNP:(rs\d+)")
_ONLY_DBSNP = re.compile(r"(?:in )?dbSNP:rs\d+")
_WORDS = re.compile(r", | and |in ")
_new_variant = quick(Variant)
_SIGNIFICANCE = (
    ("likely pathogenic", "likely-pathogenic"),
    ("uncertain significance", "uncertain"),
    ("risk factor", "risk-allele"),
    ("likely benign", "benign"),
    ("benign", "benign"),
)


def variant_records(entry: Entry, isoforms: list[Isoform]) -> Iterator[Variant]:
    """Variants of an entry. A feature that names no change of the residues of its sequence stays a feature only."""
    canonical = next((one.id for one in isoforms if one.canonical), "")
    sequences = {one.id: one.sequence for one in isoforms}
    diseases = acronyms(entry)
    for feature in entry.features:
        if feature.type == "VARIANT":
            own = feature.sequence == entry.accession
            isoform = (canonical or f"{entry.accession}-1") if own else feature.sequence
            sequence = entry.sequence if own else sequences.get(isoform)
            if sequence and (found := _variant(feature, entry, isoform, sequence, diseases)):
                yield found


def hgvs(sequence: str, start: int, ref: str, alt: str) -> tuple[str, str]:
    """HGVS name and consequence of a change: `ref` from residue `start` (1-based) on becomes `alt`, empty for lost."""
    if len(ref) == len(alt) == 1:
        return f"p.{_AMINO_ACIDS[ref]}{start}{_AMINO_ACIDS[alt]}", "missense"
    shared = _shared_length(ref, alt)
    first, old, new = start + shared, ref[shared:], alt[shared:]
    tail = _shared_length(old[::-1], new[::-1])
    if tail:
        old, new = old[:-tail], new[:-tail]
    last = first + len(old) - 1
    if not old:
        return _insertion(sequence, first, new)
    span = _residue(sequence, first) + (f"_{_residue(sequence, last)}" if last > first else "")
    added = "".join(_AMINO_ACIDS[letter] for letter in new)
    if len(old) == len(new) == 1:
        return f"p.{span}{added}", "missense"
    if new:
        return f"p.{span}delins{added}", "inframe deletion-insertion"
    return f"p.{span}del", "truncation" if last == len(sequence) and len(old) > 1 else "inframe deletion"


def _variant(feature: Feature, entry: Entry, isoform: str, sequence: str, diseases: dict[str, str]) -> Variant | None:
    change = _CHANGE.match(feature.description)
    if not (change and feature.start and feature.end) or feature.end > len(sequence):
        return None
    ref, alt = sequence[feature.start - 1 : feature.end], change["alt"] or ""
    if (change["ref"] or ref) != ref or ref == alt:
        return None
    name, consequence = hgvs(sequence, feature.start, ref, alt)
    rest = change["rest"] or ""
    said = [part for part in rest.split("; ") if part and not _ONLY_DBSNP.fullmatch(part)]
    dbsnp = _DBSNP.search(rest)
    found: Variant = _new_variant(
        gene=entry.id,
        isoform=isoform,
        hgvs_p=name,
        ref=ref if len(ref) <= _LONGEST_REF else "",
        alt=alt,
        position=feature.start,
        consequence=consequence,
        origin=next((kind for text, kind in _ORIGINS.items() if text in said), ""),
        significance=next((value for text, value in _SIGNIFICANCE if text in said), ""),
        disease=_disease(said, diseases) if diseases else "",
        dbsnp=dbsnp[1] if dbsnp else "",
        note="; ".join([part for part in said if part.count(" ") < _SHORT]),
        count=None,
        unplaced="",
        publications=papers_of(feature.evidence),
        source=entry.source,
    )
    return found


def _disease(said: list[str], diseases: dict[str, str]) -> str:
    """First disease that the words after `in` name by its acronym."""
    for part in said:
        if part.startswith("in "):
            for word in _WORDS.split(part):
                if word.strip() in diseases:
                    return diseases[word.strip()]
    return ""


def _insertion(sequence: str, first: int, new: str) -> tuple[str, str]:
    before = first - 1
    if before >= len(new) and sequence[before - len(new) : before] == new:
        start = first - len(new)
        span = _residue(sequence, start) + (f"_{_residue(sequence, before)}" if before > start else "")
        return f"p.{span}dup", "inframe insertion"
    added = "".join(_AMINO_ACIDS[letter] for letter in new)
    if not 0 < before < len(sequence):
        return "", "inframe insertion"
    return f"p.{_residue(sequence, before)}_{_residue(sequence, first)}ins{added}", "inframe insertion"


def _residue(sequence: str, position: int) -> str:
    return f"{_AMINO_ACIDS[sequence[position - 1]]}{position}"


def _shared_length(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return length
