"""Cell types and the contexts in which they are compared."""

import re
from dataclasses import dataclass

HEALTHY = "PATO:0000461"
"""Context of those without a disease, as CELLxGENE and Genular write it."""
_CONTEXT = re.compile(r"(UBERON|MONDO)[:_]?(\d{7})|(PATO)[:_]?(0000461)", re.ASCII | re.IGNORECASE)


def context_in(text: str) -> str:
    """`UBERON:0002048` of a tissue of UBERON, a disease of MONDO, or HEALTHY, as people write it; empty for others."""
    found = _CONTEXT.fullmatch(text.strip())
    return f"{found[1] or found[3]}:{found[2] or found[4]}".upper() if found else ""


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
