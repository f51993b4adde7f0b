"""Records of variants of proteins, as every source of them makes them."""

from collections.abc import Iterable
from functools import lru_cache

from atlasview.records.quick import quick
from atlasview.records.variant import Variant
from atlasview.sources.hgvs import STOP, ProteinChange, protein_change, substitution

NO_CHANGE = "it names no change of a protein"
NO_HGVS = "the change of the protein is not in HGVS"
SIGNIFICANCE = (
    ("conflicting", "conflicting"),
    ("pathogenic/likely pathogenic", "pathogenic"),
    ("likely pathogenic", "likely-pathogenic"),
    ("pathogenic", "pathogenic"),
    ("uncertain", "uncertain"),
    ("risk", "risk-allele"),
    ("benign/likely benign", "benign"),
    ("likely benign", "likely-benign"),
    ("benign", "benign"),
)
"""Words that ClinVar's terms hold, the most telling first, and what the atlas calls them."""
_AGAINST_EACH_OTHER = ("pathogenic", "uncertain significance", "benign")
"""Where a record lists several conclusions and more than one of these is among them, its submitters do not agree."""
_new_variant = quick(Variant)


@lru_cache(maxsize=4096)
def significance_of(said: str) -> str:
    """The significance in the atlas' words of what ClinVar says; empty for other statements (`drug response`)."""
    words = said.casefold().replace("_", " ")
    if sum(one in words for one in _AGAINST_EACH_OTHER) > 1:
        return "conflicting"
    return next((value for text, value in SIGNIFICANCE if text in words), "")


@lru_cache(maxsize=4096)
def origin_of(said: str) -> str:
    """`germline` or `somatic`, empty where both or neither are said."""
    words = said.casefold()
    somatic = "somatic" in words
    germline = any(word in words for word in ("germline", "inherited", "de novo", "maternal", "paternal"))
    return "" if somatic == germline else "somatic" if somatic else "germline"


def variant(
    gene: str,
    change: ProteinChange,
    source: str,
    isoform: str = "",
    consequence: str = "",
    origin: str = "",
    significance: str = "",
    disease: str = "",
    dbsnp: str = "",
    note: str = "",
    count: int | None = None,
    publications: Iterable[str] = (),
) -> Variant:
    """The record of a change; the builder finds its isoform and checks its residues."""
    hgvs_p, ref, alt, position, of_change = _words(change)
    consequence = consequence or of_change
    papers = tuple(publications)
    # the constructor takes the fields in their order; naming sixteen of them takes a third longer
    made: Variant = _new_variant(
        gene, isoform, hgvs_p, ref, alt, position, consequence, origin, significance, disease, dbsnp, note, count, "",
        papers, source,
    )  # fmt: skip
    return made


def words_of(name: str) -> tuple[str, str, str, int | None, str]:
    """What a record says of the change of this name: hgvs_p, ref, alt, position and consequence.

    Raises ValueError where the name is none.
    """
    return substitution(name) or _words(protein_change(name))


def _words(change: ProteinChange) -> tuple[str, str, str, int | None, str]:
    """Name, what is replaced, what stands instead, position and consequence of a change."""
    kind, start, first = change.kind, change.start, change.first
    single = start == change.end and first not in (STOP, "X") and kind != "insertion"
    new = "" if kind in ("frameshift", "extension") else change.new
    return str(change), first if single else "", new, start or None, change.consequence


def reference_id(identifier: str) -> str:
    """CURIE of a protein or transcript by the look of its name, empty for what is none."""
    if identifier.startswith("ENS"):
        return f"ENSEMBL:{identifier}"
    if identifier[:3] in ("NP_", "NM_", "XP_", "XM_"):
        return f"RefSeq:{identifier}"
    return ""
