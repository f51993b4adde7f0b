"""Variants from UniProt's VARIANT features, written in HGVS and checked against the sequence."""

import re

from atlasview.records.protein import Feature
from atlasview.records.variant import Variant
from db.collect.features import features
from db.collect.flat_text import Entry
from db.collect.tables import Tables

# fmt: off
_AMINO_ACIDS = {
    "A": "Ala", "C": "Cys", "D": "Asp", "E": "Glu", "F": "Phe", "G": "Gly", "H": "His", "I": "Ile", "K": "Lys",
    "L": "Leu", "M": "Met", "N": "Asn", "P": "Pro", "Q": "Gln", "R": "Arg", "S": "Ser", "T": "Thr", "V": "Val",
    "W": "Trp", "Y": "Tyr", "U": "Sec", "X": "Xaa",
}
# fmt: on
_ORIGINS = {"somatic mutation": "somatic", "somatic variant": "somatic", "germline mutation": "germline"}
_SHORT = 8  # words: what is longer tells a story, and stands in the feature
_CHANGE = re.compile(r"(?:(?P<ref>[A-Z]+) -> (?P<alt>[A-Z]+)|Missing)(?: \((?P<rest>.*)\))?$")
_SIGNIFICANCE = (
    ("likely pathogenic", "likely-pathogenic"),
    ("uncertain significance", "uncertain"),
    ("risk factor", "risk-allele"),
    ("likely benign", "benign"),
    ("benign", "benign"),
)


def add_variants(tables: Tables, entry: Entry, gene: str, acronyms: dict[str, str]) -> None:
    """Adds the variants of an entry; `acronyms` maps the disease acronyms it uses to diseases."""
    sequences = {row.id: row.sequence for row in tables.of("isoforms") if row.protein == f"UniProtKB:{entry.accession}"}
    canonical = next(
        row.id for row in tables.of("isoforms") if row.canonical and row.protein == f"UniProtKB:{entry.accession}"
    )
    for feature in features(entry):
        if feature.type == "VARIANT":
            isoform = canonical if feature.sequence == entry.accession else feature.sequence
            if variant := _variant(feature, gene, isoform, sequences.get(isoform), acronyms):
                tables.add(variant)
            else:
                tables.skip("VARIANT features that name no change of known residues")


def hgvs(sequence: str, start: int, ref: str, alt: str) -> tuple[str, str]:
    """HGVS name and consequence of a change: `ref` from residue `start` (1-based) on becomes `alt`, empty for lost."""
    shared = _shared_length(ref, alt)
    first, old, new = start + shared, ref[shared:], alt[shared:]
    tail = _shared_length(old[::-1], new[::-1])
    if tail:
        old, new = old[:-tail], new[:-tail]
    last = first + len(old) - 1
    span = _residue(sequence, first) + (f"_{_residue(sequence, last)}" if last > first else "")
    added = "".join(_AMINO_ACIDS[letter] for letter in new)
    if not old:
        return _insertion(sequence, first, new)
    if len(old) == len(new) == 1:
        return f"p.{span}{added}", "missense"
    if new:
        return f"p.{span}delins{added}", "inframe deletion-insertion"
    return f"p.{span}del", "truncation" if last == len(sequence) and len(old) > 1 else "inframe deletion"


def _variant(
    feature: Feature, gene: str, isoform: str, sequence: str | None, acronyms: dict[str, str]
) -> Variant | None:
    change = _CHANGE.match(feature.description)
    if not (change and sequence and feature.start and feature.end):
        return None
    ref = sequence[feature.start - 1 : feature.end]
    if change["ref"] and change["ref"] != ref:
        raise ValueError(f"{feature.id} expects {change['ref']} at {feature.start} of {isoform}, which has {ref}")
    name, consequence = hgvs(sequence, feature.start, ref, change["alt"] or "")
    parts = [part for part in (change["rest"] or "").split("; ") if part]
    dbsnp = re.findall(r"dbSNP:(rs\d+)", "; ".join(parts))
    said = [part for part in parts if not re.fullmatch(r"(?:in )?dbSNP:rs\d+", part)]
    return Variant(
        gene=gene,
        isoform=isoform,
        hgvs_p=name,
        ref=ref if len(ref) <= 30 else "",
        alt=change["alt"] or "",
        position=feature.start,
        consequence=consequence,
        origin=next((kind for text, kind in _ORIGINS.items() if text in said), ""),
        significance=next((value for text, value in _SIGNIFICANCE if text in said), ""),
        disease=_disease(said, acronyms),
        dbsnp=dbsnp[0] if dbsnp else "",
        note="; ".join(part for part in said if len(part.split()) <= _SHORT),
        count=None,
        unplaced="",
        publications=tuple(dict.fromkeys(e.reference for e in feature.evidence if e.reference.startswith("PMID:"))),
        source="uniprot",
    )


def _disease(said: list[str], acronyms: dict[str, str]) -> str:
    """First disease that the words after `in` name by its acronym."""
    for part in said:
        if part.startswith("in "):
            for word in re.split(r", | and |in ", part):
                if word.strip() in acronyms:
                    return acronyms[word.strip()]
    return ""


def _insertion(sequence: str, first: int, new: str) -> tuple[str, str]:
    before = first - 1
    if sequence[before - len(new) : before] == new:
        start = first - len(new)
        span = _residue(sequence, start) + (f"_{_residue(sequence, before)}" if before > start else "")
        return f"p.{span}dup", "inframe insertion"
    added = "".join(_AMINO_ACIDS[letter] for letter in new)
    return f"p.{_residue(sequence, before)}_{_residue(sequence, first)}ins{added}", "inframe insertion"


def _residue(sequence: str, position: int) -> str:
    return f"{_AMINO_ACIDS[sequence[position - 1]]}{position}"


def _shared_length(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return length
