"""Forms that say more than a name: `IL7R p.S185C`, `IL21 45-96`, `cell:Tfh`."""

import re
from dataclasses import dataclass

from atlasview.records.place import Kind, Residues
from atlasview.records.written_change import gene_named, protein_part

KIND_WORDS = {
    "gene": Kind.GENE,
    "protein": Kind.PROTEIN,
    "cell": Kind.CELL_TYPE,
    "celltype": Kind.CELL_TYPE,
    "cl": Kind.CELL_TYPE,
    "term": Kind.TERM,
    "pathway": Kind.TERM,
    "go": Kind.TERM,
    "reactome": Kind.TERM,
    "disease": Kind.DISEASE,
    "paper": Kind.PUBLICATION,
    "publication": Kind.PUBLICATION,
}
_LIMITED = re.compile(r"^(" + "|".join(KIND_WORDS) + r")\s*:\s*(\S.*)$", re.IGNORECASE)
_OWN_IDENTIFIER = re.compile(r"^(?:cl\s*:\s*\d+|go\s*:\s*\d+|reactome\s*:\s*R-[A-Z]{3}-\d*)$", re.IGNORECASE)
"""Words of a kind that are the prefix of an identifier here: `GO:0006915` is no `0006915` of another ontology."""

_ONE_LETTER = {
    "Ala": "A", "Arg": "R", "Asn": "N", "Asp": "D", "Cys": "C", "Gln": "Q", "Glu": "E", "Gly": "G", "His": "H",
    "Ile": "I", "Leu": "L", "Lys": "K", "Met": "M", "Phe": "F", "Pro": "P", "Ser": "S", "Thr": "T", "Trp": "W",
    "Tyr": "Y", "Val": "V", "Sec": "U", "Pyl": "O",
}  # fmt: skip
_RESIDUE = r"([A-Z][a-z]{2}|[A-Z])"
_PLACE = r"^(?P<place>\S.*?)[\s:,]+"
_CHANGE = re.compile(_PLACE + r"(?P<p>p\.)?\(?" + _RESIDUE + r"(\d{1,6})(?:_" + _RESIDUE + r"(\d{1,6}))?\S*$")
_RANGE = re.compile(_PLACE + r"(?:p\.)?([1-9]\d{0,5})\s*(?:-|–|—|\.\.|_|\bto\b)\s*(\d{1,6})$")
_SINGLE = re.compile(_PLACE + r"(?:p\.)?([1-9]\d{0,5})$")


@dataclass(frozen=True, slots=True)
class Pointed:
    """Residues of something: `letter` is what stands at the first of them, as far as the query says it."""

    place: str
    residues: Residues
    letter: str = ""


def limited(text: str) -> tuple[str, Kind | None]:
    """The query without a word that limits it to one kind of things, unless it begins an identifier; and that kind."""
    found = _LIMITED.match(text)
    if found is None:
        return text, None
    return text if _OWN_IDENTIFIER.match(text) else found[2], KIND_WORDS[found[1].lower()]


def pointed(text: str) -> Pointed | None:
    """What a query says of residues; None where it says nothing of them."""
    text = protein_part(text)
    if change := _CHANGE.match(text):
        _p, first, start, _last, end = change.groups()[1:]
        letter = _ONE_LETTER.get(first, first if len(first) == 1 else "")
        return _pointed(gene_named(change["place"]), start, end or start, letter) if letter else None
    if span := _RANGE.match(text) or _SINGLE.match(text):
        numbers = span.groups()[1:]
        return _pointed(span["place"], numbers[0], numbers[-1])
    return None


def _pointed(place: str, start: str, end: str, letter: str = "") -> Pointed | None:
    first, last = int(start), int(end)
    return Pointed(place, Residues.between(first, last), letter) if first and last else None
