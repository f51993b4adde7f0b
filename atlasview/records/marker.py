"""Genes that are said to mark a cell type."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marker:
    """`gene` marks `cell_type`, as a list or a marker score says it; no cell significance score.

    tissue     where: as the source calls it, or its UBERON term; empty for none
    condition  in which disease, as the source calls it, or its MONDO term; PATO:0000461 where it
               says healthy, empty where it names none
    score      the source's own marker score, in no unit that others share; None where it is a mere list
    evidence   what it rests on, in the source's word: `Experiment`, `canonical marker`; empty for none
    publications  CURIEs of the papers that say so
    """

    gene: str
    cell_type: str
    tissue: str
    condition: str
    score: float | None
    evidence: str
    publications: tuple[str, ...]
    source: str


def named_cell(name: str) -> str:
    """How a cell type is spoken of by its name where a source gives no identifier; one and many are the same."""
    plain = " ".join(name.casefold().replace("-", " ").split())
    return f"name:{plain[:-1] if len(plain) > 2 and plain.endswith('s') and not plain.endswith('ss') else plain}"
