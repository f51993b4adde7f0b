"""Diseases and their ties to genes from UniProt and the Human Phenotype Ontology; names come by identifier only."""

import re
from collections.abc import Iterator

from atlasview.records.disease import Disease, DiseaseAssociation
from atlasview.records.reference import CrossReference
from atlasview.records.term import Hierarchy, Synonym
from db.collect.flat_text import Entry
from db.collect.obo import OboTerm, ancestors, read_obo
from db.collect.tables import Tables
from db.collect.upstream import Upstream

_DISEASE = re.compile(r"(?P<name>.+?) \((?P<acronym>[^()]+)\) \[MIM:(?P<mim>\d+)\]: ?(?P<rest>.*)$", re.DOTALL)
_KINDS = (
    ("The disease is caused by", "causal"),
    ("The disease may be caused by", "possibly causal"),
    ("Disease susceptibility is associated", "susceptibility"),
    ("Disease susceptibility may be associated", "possible susceptibility"),
)
_XREFS = {"OMIM": "OMIM", "MSH": "MeSH", "NCI": "NCIt", "ICD10CM": "ICD10CM", "EFO": "EFO"}


class DiseaseNames:
    """Names of diseases by CURIE, from the sources in their order; the first that knows an id names it."""

    def __init__(self, upstream: Upstream, entries: list[Entry]) -> None:
        self.ontology: dict[str, OboTerm] = read_obo(upstream.text("disease-ontology"))
        self._diseases: dict[str, Disease] = {}
        self._synonyms: dict[str, list[Synonym]] = {}
        self._xrefs: dict[str, list[CrossReference]] = {}
        for entry in entries:
            for disease, acronym in _described(entry):
                self._learn(disease, [acronym])
            for disease in _orphanet(entry):
                self._learn(disease, [])
        self._learn_humdisease(upstream.text("humdisease"))
        self._by_name = self._ontology_names()

    def add(self, tables: Tables, identifier: str) -> bool:
        """Adds a disease with its other names; False when no source at hand names it."""
        disease = self._diseases.get(identifier) or self._sole_ontology_term(identifier)
        if disease:
            tables.add(disease, *self._synonyms.get(identifier, ()), *self._xrefs.get(identifier, ()))
        return disease is not None

    def add_by_name(self, tables: Tables, name: str) -> str:
        """Adds the Disease Ontology's term of exactly that name or exact synonym with all above it; returns its id."""
        identifier = self._by_name[name]
        for held in {identifier, *ancestors(self.ontology, [identifier])}:
            _add_ontology_term(tables, self.ontology[held])
        return identifier

    def acronyms(self, entry: Entry) -> dict[str, str]:
        """Diseases of an entry by the acronyms that its variants use."""
        return {acronym: disease.id for disease, acronym in _described(entry)}

    def _learn(self, disease: Disease, synonyms: list[str]) -> None:
        known = self._diseases.setdefault(disease.id, disease)
        names = [*synonyms, *([disease.name] if disease.name != known.name else [])]
        held = self._synonyms.setdefault(disease.id, [])
        texts = {row.text.casefold() for row in held} | {known.name.casefold()}
        held += [Synonym(disease.id, text, "exact", disease.source) for text in names if text.casefold() not in texts]

    def _learn_humdisease(self, text: str) -> None:
        for block in text.split("\n//"):
            lines = [(line[:2], line[5:].rstrip(".")) for line in block.splitlines()]
            mims = [value for code, value in lines if code == "DR" and value.startswith("MIM;")]
            if len(mims) != 1 or not mims[0].endswith("phenotype"):
                continue
            identifier = f"OMIM:{mims[0].split('; ')[1]}"
            name = " ".join(value for code, value in lines if code == "ID")
            synonyms = [value for code, value in lines if code in {"AR", "SY"}]
            self._learn(Disease(identifier, name, "", "humdisease"), synonyms)
            references = [value.split("; ") for code, value in lines if code == "DR"]
            xrefs = [parts for parts in references if parts[0] in {"MeSH", "MedGen"}]
            self._xrefs[identifier] = [CrossReference(identifier, db, value, "", "humdisease") for db, value in xrefs]

    def _ontology_names(self) -> dict[str, str]:
        names = {text: term.id for term in self.ontology.values() for text, scope in term.synonyms if scope == "exact"}
        return names | {term.name: term.id for term in self.ontology.values()}

    def _sole_ontology_term(self, identifier: str) -> Disease | None:
        """The Disease Ontology's name for an OMIM id, if one term refers to it and that term to no other."""
        terms = [term for term in self.ontology.values() if identifier in term.xrefs]
        if len(terms) != 1 or sum(xref.startswith("OMIM:") for xref in terms[0].xrefs) != 1:
            return None
        return Disease(identifier, terms[0].name, "", "disease-ontology")


def add_uniprot_diseases(tables: Tables, names: DiseaseNames, entry: Entry, gene: str) -> None:
    """Adds the diseases of an entry: kind and papers; descriptions stay where they are."""
    cited: dict[tuple[str, str], list[str]] = {}
    for text in entry.comments_on("DISEASE"):
        found = _DISEASE.match(text)
        if not found:
            tables.skip("UniProt disease comments that are text only")
            continue
        definition, _, note = found["rest"].partition("Note=")
        kind = next((kind for start, kind in _KINDS if note.startswith(start)), "implicated")
        papers = cited.setdefault((f"OMIM:{found['mim']}", kind), [])
        papers += (f"PMID:{pmid}" for pmid in re.findall(r"\|PubMed:(\d+)", definition))
    for (disease, kind), papers in cited.items():
        names.add(tables, disease)
        tables.add(DiseaseAssociation(gene, disease, kind, "", tuple(dict.fromkeys(papers)), "uniprot"))
    for orphanet in _orphanet(entry):
        names.add(tables, orphanet.id)
        tables.add(DiseaseAssociation(gene, orphanet.id, "implicated", "", (), "uniprot"))


def add_hpo_diseases(tables: Tables, names: DiseaseNames, upstream: Upstream, genes: dict[str, str]) -> None:
    """Adds HPO's associations of the genes (by NCBI Gene id) where the disease's name is known."""
    for row in upstream.records("hpo"):
        if gene := genes.get(row["ncbi_gene_id"]):
            if names.add(tables, row["disease_id"]):
                kind = row["association_type"].lower()
                tables.add(DiseaseAssociation(gene, row["disease_id"], kind, "", (), "hpo"))
            else:
                tables.skip("HPO associations with a disease that no file at hand names")


def _described(entry: Entry) -> Iterator[tuple[Disease, str]]:
    for text in entry.comments_on("DISEASE"):
        if found := _DISEASE.match(text):
            yield Disease(f"OMIM:{found['mim']}", found["name"], "", "uniprot"), found["acronym"]


def _orphanet(entry: Entry) -> Iterator[Disease]:
    for database, *fields in entry.database_lines:
        if database == "Orphanet":
            yield Disease(f"ORPHA:{fields[0]}", fields[1].removesuffix("."), "", "uniprot")


def _add_ontology_term(tables: Tables, term: OboTerm) -> None:
    source = "disease-ontology"
    tables.add(Disease(term.id, term.name, "", source))
    texts = {term.name.casefold()}
    for text, scope in term.synonyms:
        if text.casefold() not in texts:
            texts.add(text.casefold())
            tables.add(Synonym(term.id, text, scope, source))
    tables.add(*(Hierarchy(term.id, parent, "is_a", source) for parent, relation in term.parents if relation == "is_a"))
    for xref in term.xrefs:
        database, _, identifier = xref.partition(":")
        if database in _XREFS:
            tables.add(CrossReference(term.id, _XREFS[database], identifier, "", source))
