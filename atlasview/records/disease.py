"""Diseases and their ties to genes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Disease:
    """A disease by MONDO, else OMIM, ORPHA, DOID, else `source key + : + name`; merged by cross-references only."""

    id: str
    name: str
    definition: str
    source: str


@dataclass(frozen=True, slots=True)
class DiseaseAssociation:
    """`gene` is tied to `disease`.

    kind  `germline`, `somatic`, `susceptibility`, `expression`, `implicated`, ... in the source's sense
    note  a fact in a few words of our own or of a licence that allows it, empty for none
    publications  CURIEs that support it
    """

    gene: str
    disease: str
    kind: str
    note: str
    publications: tuple[str, ...]
    source: str
