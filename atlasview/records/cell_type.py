"""Cell types and the contexts in which they are compared."""

from dataclasses import dataclass

HEALTHY = "PATO:0000461"
"""Context of those without a disease, as CELLxGENE and Genular write it."""


@dataclass(frozen=True, slots=True)
class CellType:
    """A Cell Ontology term.

    lineage  key of the token table `[lineage]`: `t-cell`, `b-cell`, `natural-killer-innate-lymphoid`,
             `myeloid`, `erythroid-megakaryocyte`, `stem-progenitor`, `other`; computed from the ontology
    """

    id: str
    name: str
    definition: str
    lineage: str
    source: str


@dataclass(frozen=True, slots=True)
class Context:
    """What cell types are compared in: `overall`, a tissue (UBERON), a disease (MONDO), or HEALTHY."""

    id: str
    label: str
    source: str
