"""Variants from VARIANT features, written in HGVS and checked against the sequence."""

import re
from collections.abc import Sequence
from functools import lru_cache

from atlasview.records.packing import Packed
from atlasview.records.protein import Isoform
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
LONGEST_REF = 30
CHANGE = re.compile(r"(?:(?P<ref>[A-Z]+) ?-> ?(?P<alt>[A-Z]+)|Missing)(?: \((?P<rest>.*)\))?$")
_DBSNP = re.compile(r"dbSNP:(rs\d+)")
_ONLY_DBSNP = re.compile(r"(?:in )?dbSNP:rs\d+")
_NOTHING_TOLD: tuple[str, list[str], str, str, str] = ("", [], "", "", "")
_WORDS = re.compile(r", | and |in ")
_SIGNIFICANCE = (
    ("likely pathogenic", "likely-pathogenic"),
    ("uncertain significance", "uncertain"),
    ("risk factor", "risk-allele"),
    ("likely benign", "benign"),
    ("benign", "benign"),
)
_WORDS_TOLD = frozenset((*_ORIGINS, *(text for text, _value in _SIGNIFICANCE)))


def variant_rows(entry: Entry, isoforms: list[Isoform]) -> list[Packed]:
    """Variants of an entry, packed. A feature that names no change of the residues of its sequence is none."""
    canonical = next((one.id for one in isoforms if one.canonical), "") or f"{entry.accession}-1"
    sequences = {one.id: one.sequence for one in isoforms}
    diseases = acronyms(entry)
    found = []
    for feature in entry.features:
        if feature[3] == "VARIANT":
            own = feature[1] == entry.accession
            isoform = canonical if own else feature[1]
            sequence = entry.sequence if own else sequences.get(isoform)
            if sequence and (variant := _variant(feature, entry, isoform, sequence, diseases)):
                found.append(variant)
    return found


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


def _variant(feature: Packed, entry: Entry, isoform: str, sequence: str, diseases: dict[str, str]) -> Packed | None:
    _protein, _sequence, _ordinal, _kind, start, end, _sign, _other, description, _identifier, evidence, source = (
        feature
    )
    change = _change(description)
    if not (change and start and end) or end > len(sequence):
        return None
    stated, alt, rest = change
    ref = sequence[start - 1 : end]
    if (stated and stated != ref) or ref == alt:
        return None
    name, consequence = hgvs(sequence, start, ref, alt)
    dbsnp, said, origin, significance, note = told(rest) if rest else _NOTHING_TOLD
    disease = disease_said(said, diseases) if said and diseases else ""
    papers = papers_of(evidence) if evidence else ()
    shown = ref if len(ref) <= LONGEST_REF else ""
    place = (entry.id, isoform, name, shown, alt, start, consequence)
    return (*place, origin, significance, disease, dbsnp, note, None, "", papers, source)


def _change(description: str) -> Sequence[str] | None:
    """Residues before and after a change, and what is said of it; most change one residue, and much is said."""
    if (
        description[1:5] == " -> "
        and description[6:8] == " ("
        and description[-1] == ")"
        and description[5] in _AMINO_ACIDS
    ):
        return description[0], description[5], description[8:-1]
    found = CHANGE.match(description)
    return found.groups("") if found else None


@lru_cache(maxsize=4000)
def told(rest: str) -> tuple[str, list[str], str, str, str]:
    """What is said of a variant: its number in dbSNP, other facts, its origin and significance, a note in few words."""
    dbsnp = _DBSNP.search(rest) if "dbSNP:rs" in rest else None
    said = rest.split("; ")
    if dbsnp or "" in said:
        said = [part for part in said if part and not ("dbSNP:" in part and _ONLY_DBSNP.fullmatch(part))]
    origin = significance = ""
    if not _WORDS_TOLD.isdisjoint(said):
        origin = next((kind for text, kind in _ORIGINS.items() if text in said), "")
        significance = next((value for text, value in _SIGNIFICANCE if text in said), "")
    note = "; ".join([part for part in said if part.count(" ") < _SHORT])
    return dbsnp[1] if dbsnp else "", said, origin, significance, note


def disease_said(said: list[str], diseases: dict[str, str]) -> str:
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
