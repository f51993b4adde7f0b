"""Variants of the user's own: what was written, and what became of it on the isoforms of the gene."""

from dataclasses import dataclass

PLACED = "placed"
VERDICTS = {
    PLACED: "Placed",
    "mismatch": "Another residue",
    "past-end": "Past the end",
    "no-isoform": "No such isoform",
    "no-residue": "No residue named",
    "no-hgvs": "Not HGVS",
}
"""What the check against the reference residue found."""

FORMS = {"hgvs": "HGVS", "vcf": "VCF", "maf": "MAF"}
"""What a variant was read from."""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A variant as the user wrote it or a file of hers names it; kept in the notebook.

    text       as it was written; of a row of a VCF or MAF only the change, nothing else of the row
    reference  CURIE of the protein or transcript, or isoform, that it names; empty for none
    change     in HGVS with three letters, `p.X125_splice` for a site beside a residue; empty where it is no HGVS
    form       key of FORMS
    id         in the notebook, 0 before it is kept; `added` is an ISO time in UTC
    """

    text: str
    reference: str
    change: str
    form: str
    id: int = 0
    added: str = ""


@dataclass(frozen=True, slots=True)
class OwnVariant:
    """A line with what the check found on the isoforms of an atlas.

    verdict   key of VERDICTS; `said` tells it in a sentence
    isoform, position  where it stands, 1-based; empty and None where it is not placed
    ref, alt  single letters of a substitution, empty for other changes
    """

    line: OwnLine
    verdict: str
    said: str
    isoform: str = ""
    position: int | None = None
    ref: str = ""
    alt: str = ""
    consequence: str = ""

    @property
    def name(self) -> str:
        """Short name for a diagram: `S185C`, else the change, else what was written."""
        if self.ref and self.alt and self.position:
            return f"{self.ref}{self.position}{self.alt}"
        return self.line.change.removeprefix("p.") or self.line.text
