"""Terms of ontologies and pathways: GO, Reactome, KEGG, and the ontologies that name cell types and diseases."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A term by its CURIE.

    category    GO aspect (`molecular_function`, ...), `pathway`, `family`, ...; empty where there is none
    definition  empty where the source's text may not be passed on or there is none
    """

    id: str
    name: str
    category: str
    definition: str
    obsolete: bool
    replaced_by: str
    source: str


@dataclass(frozen=True, slots=True)
class Synonym:
    """Another name of a term, cell type or disease; scope is `exact`, `broad`, `narrow` or `related`."""

    subject: str
    text: str
    scope: str
    source: str


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """`child` stands under `parent` (both CURIEs); relation is `is_a` or `part_of`."""

    child: str
    parent: str
    relation: str
    source: str


@dataclass(frozen=True, slots=True)
class GeneTerm:
    """`gene` is annotated with `term`.

    qualifier  `involved_in`, `NOT|enables`, ...; empty where the source has none
    evidence   GO evidence code or Reactome's, empty where the source has none
    reference  `PMID:...`, `GO_REF:...`, `Reactome:...`; empty for none
    """

    gene: str
    term: str
    qualifier: str
    evidence: str
    reference: str
    assigned_by: str
    source: str
