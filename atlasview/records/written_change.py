"""How changes stand in reports: beside the change of DNA that they come of, with spaces, as places on chromosomes."""

import re

_LONGEST = 400
"""A longer text names no change: it is left as it is."""
_DNA = r"(?<![\w.])[cgmnor]\.[\d*(?-]\S*"
_BESIDE_DNA = re.compile(rf"(?P<what>.*?){_DNA}[\s,;]+(?P<change>\(?p\..+)")
_ONLY_DNA = re.compile(rf"(?P<what>.*?)[\s:,;]*(?P<dna>{_DNA})(?:\s.*)?")
_SPACED = re.compile(
    r"(?P<start>p\.)\s*(?P<first>\(?(?:[A-Z][a-z]{2}|[A-Z*]))\s*(?P<number>\d+)"
    r"(?:\s+(?=(?:[A-Z][a-z]{2}|[A-Z*=?]|fs|del|dup|ins)[^\s]*$))?"
)
_CHROMOSOME = re.compile(r"(?:chr)?(?:[1-9]\d?|X|Y|MT?)\s*[:-]\s*\d[\d,]{3,}\S*", re.IGNORECASE)
_WITH_GENE = re.compile(r"\S+\((?P<gene>[\w.@-]+)\)")


def protein_part(text: str) -> str:
    """The text without the change of DNA beside that of the protein, and without spaces in this one.

    `NM_000546.6(TP53):c.524G>A (p.Arg175His)`, the title of a record of ClinVar, is `NM_000546.6(TP53):p.Arg175His`.
    """
    if "p." not in text or len(text) > _LONGEST:
        return text
    if found := _BESIDE_DNA.fullmatch(text):
        change = found["change"]
        inner = change[1:-1] if change.startswith("(p.") and change.endswith(")") else change
        text = found["what"] + inner
    return _SPACED.sub(r"\g<start>\g<first>\g<number>", text)


def dna_part(text: str) -> tuple[str, str] | None:
    """What stands before a change of DNA, and this change: `BRCA1` and `c.68_69del`. None where there is none."""
    found = _ONLY_DNA.fullmatch(text) if len(text) <= _LONGEST else None
    return (found["what"], found["dna"]) if found else None


def is_on_chromosome(text: str) -> bool:
    """Whether a text is a place on a chromosome: `chr17:7675088`, `17-7675088-C-T`."""
    return len(text) <= _LONGEST and bool(_CHROMOSOME.fullmatch(text))


def gene_named(reference: str) -> str:
    """The gene in brackets behind a transcript (`NM_000546.6(TP53)`), else what was given."""
    found = _WITH_GENE.fullmatch(reference)
    return found["gene"] if found else reference
