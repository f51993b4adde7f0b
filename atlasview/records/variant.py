"""Variants of proteins."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """A change of a protein, checked against the residue of its isoform.

    hgvs_p     `p.Leu56Pro`; empty where the source gives no more than a position or an exon
    isoform    `Q9HBE4-1`; position counts on it; None where only a region is known
    consequence  `missense`, `nonsense`, `frameshift`, `inframe insertion`, ... or empty
    origin     `germline`, `somatic` or empty
    significance  `pathogenic`, `likely-pathogenic`, `risk-allele`, `uncertain`, `benign`, `polymorphism` or empty
    count      of observations (tumours, say), None where not given
    """

    gene: str
    isoform: str
    hgvs_p: str
    ref: str
    alt: str
    position: int | None
    consequence: str
    origin: str
    significance: str
    disease: str
    dbsnp: str
    note: str
    count: int | None
    publications: tuple[str, ...]
    source: str


RECORDS, SEEN = "records", "seen"
HEIGHTS = {RECORDS: "Records", SEEN: "Times seen"}
"""What the height of a pin counts on a diagram: records of the sources, or how often they have met the variants."""

FILTERS = ("origin", "consequence", "significance", "source")
"""Fields of a variant by which a diagram or a table can be narrowed."""
