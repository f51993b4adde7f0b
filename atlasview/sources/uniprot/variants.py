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
_ORIGIN = re.compile(rf"(?:{'|'.join(_ORIGINS)})(?= and |$)")
_NOTHING_TOLD: tuple[str, list[str], tuple[str, ...], str, str] = ("", [], (), "", "")
_WORDS = re.compile(r", | and |in ")
_SIGNIFICANCE = (
    ("pathogenic", "pathogenic"),
    ("likely pathogenic", "likely-pathogenic"),
    ("uncertain significance", "uncertain"),
    ("risk factor", "risk-allele"),
    ("likely benign", "likely-benign"),
    ("benign", "benign"),
)
_RISK = "risk factor for "


def variant_rows(entry: Entry, isoforms: list[Isoform]) -> list[Packed]:
    """Variants of an entry, packed, one that is met as germline and as somatic twice.

    A feature that names no change of the residues of its sequence is none.
    """
    canonical = next((one.id for one in isoforms if one.canonical), "") or f"{entry.accession}-1"
    sequences = {one.id: one.sequence for one in isoforms}
    diseases = acronyms(entry)
    found: list[Packed] = []
    for feature in entry.features:
        if feature[3] == "VARIANT":
            own = feature[1] == entry.accession
            isoform = canonical if own else feature[1]
            sequence = entry.sequence if own else sequences.get(isoform)
            if sequence:
                found += _variant(feature, entry, isoform, sequence, diseases)
    return found


def hgvs(sequence: str, start: int, ref: str, alt: str) -> tuple[str, str, int, str, str]:
    """The change of `ref` from residue `start` (1-based) on to `alt`, empty for lost, as HGVS tells it.

    Name, consequence, the first residue that the name says, what is replaced and what stands instead. Of residues that
    repeat, those nearest to the end are the ones lost or doubled, as HGVS asks. The name is empty where residues are
    put in before the first or behind the last.
    """
    if len(ref) == len(alt) == 1:
        return f"p.{_AMINO_ACIDS[ref]}{start}{_AMINO_ACIDS[alt]}", "missense", start, ref, alt
    first, old, new = _last_place(sequence, start, ref, alt)
    if not old:
        return _insertion(sequence, first, new)
    last = first + len(old) - 1
    span = _residue(sequence, first) + (f"_{_residue(sequence, last)}" if last > first else "")
    added = "".join(_AMINO_ACIDS[letter] for letter in new)
    if len(old) == len(new) == 1:
        return f"p.{span}{added}", "missense", first, old, new
    if new:
        return f"p.{span}delins{added}", "inframe deletion-insertion", first, old, new
    lost = "truncation" if last == len(sequence) and len(old) > 1 else "inframe deletion"
    return f"p.{span}del", lost, first, old, new


def _last_place(sequence: str, start: int, ref: str, alt: str) -> tuple[int, str, str]:
    """The change without residues that both have at their ends, as near to the end of the sequence as it may stand."""
    shared = _shared_length(ref, alt)
    first, old, new = start + shared, ref[shared:], alt[shared:]
    if tail := _shared_length(old[::-1], new[::-1]):
        old, new = old[:-tail], new[:-tail]
    if old and new:
        return first, old, new
    moved, behind = old or new, first - 1 + len(old)
    while behind < len(sequence) and sequence[behind] == moved[0]:
        moved = moved[1:] + moved[0]
        first, behind = first + 1, behind + 1
    return (first, moved, "") if old else (first, "", moved)


def _variant(feature: Packed, entry: Entry, isoform: str, sequence: str, diseases: dict[str, str]) -> list[Packed]:
    _protein, _sequence, _ordinal, _kind, start, end, _sign, _other, description, _identifier, evidence, source = (
        feature
    )
    change = _change(description)
    if not (change and start and end) or end > len(sequence):
        return []
    stated, alt, rest = change
    ref = sequence[start - 1 : end]
    if (stated and stated != ref) or ref == alt:
        return []
    name, consequence, first, old, new = hgvs(sequence, start, ref, alt)
    dbsnp, said, origins, significance, note = told(rest) if rest else _NOTHING_TOLD
    papers = papers_of(evidence) if evidence else ()
    place = (entry.id, isoform, name, old if len(old) <= LONGEST_REF else "", new, first, consequence)
    return [
        (*place, origin, significance, disease, dbsnp, note, None, "", papers, source)
        for origin, disease in met(origins, said, diseases)
    ]


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
def told(rest: str) -> tuple[str, list[str], tuple[str, ...], str, str]:
    """What is said of a variant: number in dbSNP, other facts, origins, significance, a note in few words."""
    dbsnp = _DBSNP.search(rest) if "dbSNP:rs" in rest else None
    said = rest.split("; ")
    if dbsnp or "" in said:
        said = [part for part in said if part and not ("dbSNP:" in part and _ONLY_DBSNP.fullmatch(part))]
    origins = dict.fromkeys(_ORIGINS[found[0]] for part in said if (found := _ORIGIN.match(part)))
    significance = next((value for text, value in _SIGNIFICANCE if text in said), "")
    if not significance and any(part.startswith(_RISK) for part in said):
        significance = "risk-allele"
    note = "; ".join([part for part in said if part.count(" ") < _SHORT])
    return dbsnp[1] if dbsnp else "", said, tuple(origins), significance, note


def met(origins: tuple[str, ...], said: list[str], diseases: dict[str, str]) -> list[tuple[str, str]]:
    """As what a variant was met, and in which disease: `in LFS; germline mutation and in HCC; somatic mutation`."""
    if len(origins) < 2:
        return [("".join(origins), disease_said(said, diseases))]
    split = next(at for at, part in enumerate(said) if _ORIGIN.match(part))
    others = [said[split].partition(" and ")[2], *said[split + 1 :]]
    return [(origins[0], disease_said(said[:split], diseases)), (origins[1], disease_said(others, diseases))]


def disease_said(said: list[str], diseases: dict[str, str]) -> str:
    """First disease that the words after `in` name by its acronym."""
    for part in said:
        if part.startswith("in "):
            for word in _WORDS.split(part):
                if word.strip() in diseases:
                    return diseases[word.strip()]
    return ""


def _insertion(sequence: str, first: int, new: str) -> tuple[str, str, int, str, str]:
    """Residues put in before residue `first`, doubled where they repeat what stands before them."""
    before, start = first - 1, first - len(new)
    if before >= len(new) and sequence[start - 1 : before] == new:
        span = _residue(sequence, start) + (f"_{_residue(sequence, before)}" if before > start else "")
        return f"p.{span}dup", "inframe insertion", start, "", new
    added = "".join(_AMINO_ACIDS[letter] for letter in new)
    if not 0 < before < len(sequence):
        return "", "inframe insertion", max(before, 1), "", new
    name = f"p.{_residue(sequence, before)}_{_residue(sequence, first)}ins{added}"
    return name, "inframe insertion", before, "", new


def _residue(sequence: str, position: int) -> str:
    return f"{_AMINO_ACIDS[sequence[position - 1]]}{position}"


def _shared_length(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return length
