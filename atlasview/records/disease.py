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
class DiseasePhenotype:
    """`term`, a sign of the Human Phenotype Ontology, is seen in `disease`.

    frequency  how often, as the source says it: `7/12`, `45%`, or a word (`frequent`); empty where not given
    absent     whether the source says that the sign is not seen in it
    onset, sex in the source's sense, empty for none
    reference  CURIE of what it rests on
    """

    disease: str
    term: str
    frequency: str
    absent: bool
    onset: str
    sex: str
    reference: str
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
