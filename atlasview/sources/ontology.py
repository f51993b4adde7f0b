"""The ontologies that pages show, and a term as both of their formats give it."""

import re
from dataclasses import dataclass, field

from atlasview.records.cell_type import CellType
from atlasview.records.disease import Disease
from atlasview.records.term import Term


@dataclass(frozen=True, slots=True)
class Ontology:
    """An ontology whose terms become records.

    key       of `sources.databases.DATABASES`
    names     what files call it in `ontology:`, in `default-namespace:` and in addresses, lower case
    prefix    of its identifiers; empty for any ontology that is not in the table
    noun      record that a term becomes
    adds      what its facts add to an atlas
    category  of its terms where they are `Term`; empty where each term says it itself
    """

    key: str
    names: tuple[str, ...]
    prefix: str
    noun: type
    adds: str
    category: str = ""


ONTOLOGIES: tuple[Ontology, ...] = (
    Ontology("cl", ("cl", "cell"), "CL", CellType, "cell types with their synonyms and parents"),
    Ontology(
        "go", ("go", "gene_ontology"), "GO", Term, "terms of the Gene Ontology with their definitions and parents"
    ),
    Ontology("uberon", ("uberon",), "UBERON", Term, "names of tissues and organs", "anatomy"),
    Ontology("mondo", ("mondo",), "MONDO", Disease, "diseases, what they are called and where else they are listed"),
    Ontology(
        "do",
        ("doid", "do", "disease_ontology"),
        "DOID",
        Disease,
        "diseases, what they are called and where else they are listed",
    ),
    Ontology("hp", ("hp", "human_phenotype", "medical_genetics"), "HP", Term, "names of phenotypes", "phenotype"),
)
OTHER = Ontology("obo", (), "", Term, "terms of an ontology")
SHOWN: dict[str, Ontology] = {one.prefix: one for one in ONTOLOGIES}
ASPECTS = ("molecular_function", "biological_process", "cellular_component")
_BY_NAME = {name: one for one in ONTOLOGIES for name in one.names}
_DATE = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")
_HOME = re.compile(r"(?:.*/obo/)?([A-Za-z]\w*)")


@dataclass(slots=True)
class OntologyTerm:
    """A term as a file gives it, identifiers made CURIEs.

    line          where it begins
    synonyms      (text, scope as in `records.term.Synonym`)
    parents       (CURIE, `is_a` or `part_of`)
    alternatives  identifiers of terms that were merged into this one
    references    (identifier as the file writes it, what the file says of it or empty)
    """

    line: int
    id: str
    name: str = ""
    namespace: str = ""
    definition: str = ""
    obsolete: bool = False
    synonyms: list[tuple[str, str]] = field(default_factory=list)
    parents: list[tuple[str, str]] = field(default_factory=list)
    replaced_by: list[str] = field(default_factory=list)
    consider: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Home:
    """What a file of an ontology says of itself.

    prefix     of the identifiers that are its own, in its own capitals where the table knows them
    namespace  of terms that do not name one
    slim       whether it is a chosen part of its ontology, whose terms have lost parents
    """

    prefix: str = ""
    namespace: str = ""
    release: str = ""
    date: str = ""
    slim: bool = False

    def owns(self, prefix: str) -> bool:
        """Whether terms of this prefix are the file's own and not borrowed from another ontology."""
        return bool(self.prefix) and prefix.casefold() == self.prefix.casefold()


def ontology_named(name: str) -> str:
    """Prefix of the ontology that a file calls so: `cl/cl-basic`, `go.obo`, `http://…/obo/hp.json`, `gene_ontology`.

    An ontology that is not in the table is given back as the file writes it, nothing for what is no name.
    """
    found = _HOME.match(name.strip())
    if found is None or (":" in name and "/obo/" not in name):
        return ""
    known = _BY_NAME.get(found[1].casefold())
    return known.prefix if known else found[1]


def is_slim(name: str) -> bool:
    """Whether a file that calls itself so is a subset: `go/subsets/goslim_generic`, as OBO's addresses have it."""
    return "/subsets/" in name or "slim" in name.casefold()


def date_in(text: str) -> str:
    """The ISO date in `releases/2022-12-15` and the like, empty for none."""
    found = _DATE.search(text)
    return found[1] if found else ""
