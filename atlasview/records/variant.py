"""Variants of proteins."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """A change of a protein, checked against the residue of its isoform.

    A reader gives as `isoform` what its source names, a CURIE of a protein or transcript (`RefSeq:NP_002176.2`,
    `ENSEMBL:ENST00000269305`), an isoform of UniProt or nothing; the builder finds the isoform.

    hgvs_p     `p.Leu56Pro`; empty where the source gives no more than a position or an exon
    isoform    `Q9HBE4-1`; position counts on it; None where only a region is known
    consequence  `missense`, `nonsense`, `frameshift`, `inframe insertion`, ... or empty
    origin     `germline`, `somatic` or empty
    significance  `pathogenic`, `likely-pathogenic`, `risk-allele`, `conflicting`, `uncertain`, `likely-benign`,
               `benign`, `polymorphism` or empty
    count      of observations (tumours, say), None where not given
    unplaced   why the variant has no place on a protein of its gene, empty where it has one; it has neither isoform nor
               position then
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
    unplaced: str
    publications: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """`variant` as one sample has it, counted once; the builder counts the samples that differ into one variant.

    sample  what the source calls it: the barcode of a tumour
    """

    variant: Variant
    sample: str

    @property
    def gene(self) -> str:
        """The gene of the variant."""
        return self.variant.gene


RECORDS, SEEN = "records", "seen"
HEIGHTS = {RECORDS: "Records", SEEN: "Times seen"}
"""What the height of a pin counts on a diagram: records of the sources, or how often they have met the variants."""

FILTERS = ("origin", "consequence", "significance", "disease", "source")
"""Fields of a variant by which a diagram or a table can be narrowed; the disease by its identifier."""
