"""An entry as UniProt's XML gives it, today or in 2010."""

from collections.abc import Iterator
from typing import Any

from atlasview.sources.gene_product import evidence_code
from atlasview.sources.uniprot.assembled import (
    cited,
    described_binding,
    described_change,
    feature,
    feature_key,
    is_change,
    scope,
)
from atlasview.sources.uniprot.cross_references import by_database, reference
from atlasview.sources.uniprot.entry import Entry, EntryFault, NamedGene, Paper
from atlasview.sources.uniprot.evidence import old_evidence, together
from atlasview.sources.uniprot.names import COMPONENT, DOMAIN, kind_of, named_gene
from atlasview.sources.uniprot.xml_comments import read_comments
from atlasview.sources.uniprot.xml_parts import Part, evidence_by_key, text_of

_EXISTENCE = {
    "evidence at protein level": 1,
    "evidence at transcript level": 2,
    "inferred from homology": 3,
    "predicted": 4,
    "uncertain": 5,
}
_EC = "EC"
_RECOMMENDED = ("recommended", "short")
_ROLES = {"recommendedName": "RecName", "alternativeName": "AltName", "submittedName": "SubName"}
_NAMES = {"fullName": "Full", "shortName": "Short", "ecNumber": "EC"}
_OTHER_NAMES = {"allergenName": "Allergen", "biotechName": "Biotech", "cdAntigenName": "CD_antigen", "innName": "INN"}
_GROUPS = {"domain": DOMAIN, "component": COMPONENT}
_GENE_NAMES = {
    "primary": "Name",
    "synonym": "Synonyms",
    "ordered locus": "OrderedLocusNames",
    "ORF": "ORFNames",
}
_OLD_WORDS = {"by similarity": "By similarity", "potential": "Potential", "probable": "Probable"}
_END_SIGNS = {"less than": "<", "greater than": ">", "uncertain": "?", "unknown": "?"}


def taxon_of(said: Any) -> int:
    """NCBI taxon of an entry. Raises EntryFault where it has none."""
    for one in Part(said).all("organism", "dbReference"):
        if one["type"] in {"NCBI Taxonomy", "NCBI taxonomy"} and one["id"].isdecimal() and len(one["id"]) < 10:
            return int(one["id"])
    raise EntryFault("an entry without its organism", Part(said).text("accession"))


def xml_entry(element: Any, line: int, source: str) -> Entry:
    """The entry. Raises EntryFault where something that every entry has is missing."""
    said = Part(element)
    sequence = said.first("sequence")
    accessions = tuple(text_of(one) for one in said.all("accession"))
    if sequence is None or not accessions or not accessions[0]:
        raise EntryFault("an entry without accession or sequence", "".join(accessions[:1]))
    evidence = evidence_by_key(said)
    entry = Entry(line, source, accessions, said.text("name"), said["dataset"] == "Swiss-Prot")
    entry.version, entry.date = _whole(said["version"]), said["modified"]
    entry.sequence_version = _whole(sequence["version"])
    existence = said.first("proteinExistence")
    entry.existence = _EXISTENCE.get(existence["type"].lower(), 0) if existence else 0
    organism = [one for one in said.all("organism", "name") if one["type"] == "scientific"]
    entry.organism, entry.taxon = text_of(organism[0]) if organism else "", taxon_of(element)
    for protein in said.all("protein"):
        entry.names += _names(protein, "")
    entry.genes = [gene for one in said.all("gene") for gene in _gene(one)]
    entry.papers = [_paper(number, one, entry) for number, one in enumerate(said.all("reference"), 1)]
    entry.sequence = "".join(text_of(sequence).split())
    entry.length = _whole(sequence["length"])
    entry.mass, entry.crc64 = _whole(sequence["mass"]) or None, sequence["checksum"]
    read_comments(said, evidence, entry)
    entry.references = by_database(_reference(one) for one in said.all("dbReference") if one["type"] != _EC)
    _add_enzymes(entry, [one["id"] for one in said.all("dbReference") if one["type"] == _EC])
    entry.keywords = [text_of(one) for one in said.all("keyword")]
    for one in said.all("feature"):
        _feature(one, evidence, entry)
    return entry


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 13 else 0


def _names(said: Part, group: str) -> Iterator[tuple[str, str]]:
    for one in said:
        if one.tag in _ROLES:
            for name in one:
                if name.tag in _NAMES and text_of(name):
                    yield kind_of(_ROLES[one.tag], _NAMES[name.tag], group), text_of(name)
        elif one.tag in _OTHER_NAMES and text_of(one):
            yield kind_of("AltName", _OTHER_NAMES[one.tag], group), text_of(one)
        elif one.tag in _GROUPS:
            yield from _names(one, _GROUPS[one.tag])


def _add_enzymes(entry: Entry, numbers: list[str]) -> None:
    """Numbers of enzymes, which in 2010 stood among the cross-references, as names behind the recommended ones."""
    if not any(kind == _EC for kind, _text in entry.names):
        at = sum(kind in _RECOMMENDED for kind, _text in entry.names)
        entry.names[at:at] = [(_EC, number) for number in numbers]


def _gene(said: Part) -> list[NamedGene]:
    names: dict[str, list[str]] = {}
    for one in said.all("name"):
        names.setdefault(_GENE_NAMES.get(one["type"], "Synonyms"), []).append(text_of(one))
    return named_gene(names)


def _paper(number: int, said: Part, entry: Entry) -> Paper:
    citation = said.first("citation") or said
    names = ("date", "volume", "first", "last", "locator", "db", "number", "institute", "country")
    given = {name: citation[name] for name in names}
    given["journal"] = citation["name"]
    given["title"] = citation.text("title")
    for one in citation.all("dbReference"):
        if one["type"] in {"PubMed", "DOI"}:
            given["pmid" if one["type"] == "PubMed" else "doi"] = one["id"]
    people = [one["name"] for tag in ("person", "consortium") for one in citation.all("authorList", tag)]
    scopes = [text_of(one) for one in said.all("scope")]
    own = f"{entry.source}:{entry.accession}.{number}"
    return scope(scopes), cited(own, entry.source, citation["type"], given, people)


def _reference(said: Part) -> tuple[str, str]:
    values = {one["type"]: one["value"] for one in said.all("property")}
    if values.get("resolution", "").replace(".", "").isdecimal():
        values["resolution"] += " A"  # the unit that XML of 2010 leaves out
    if said["type"] == "GO":
        evidence = evidence_code(values.get("evidence", ""))
        project = values.get("project", "")
        support = f"{evidence}:{project}" if project else evidence
        return "GO", reference(said["id"], [values.get("term", ""), support])
    molecule = said.first("molecule")
    isoform = (molecule["id"] or text_of(molecule)) if molecule else ""
    return said["type"], reference(said["id"], values.values(), isoform)


def _feature(said: Part, evidence: dict[str, str], entry: Entry) -> None:
    key, place = feature_key(said["type"]), said.first("location")
    if place is None:
        raise EntryFault("a feature without a place", f"{entry.accession}: {key}")
    note = said["description"]
    others = [text_of(one) for one in said.all("variation")]
    if is_change(key):
        note = described_change(key, said.text("original"), others, note)
    elif (ligand := said.first("ligand")) is not None:
        given = {one.tag: text_of(one) for one in ligand if one.tag in {"name", "label", "note"}}
        part = said.first("ligandPart")
        note = described_binding(given, part.text("name") if part else "", note)
    if said["status"] in _OLD_WORDS:
        word = _OLD_WORDS[said["status"]]
        note = f"{note} ({word})" if note else word
    rests_on = together(evidence[one] for one in said["evidence"].split() if one in evidence) or old_evidence(note)
    entry.features.append(feature(entry, key, place["sequence"], _ends(place), note, said["id"], rests_on))


def _ends(place: Part) -> tuple[str, str]:
    if (only := place.first("position")) is not None:
        return _end(only), _end(only)
    start, end = place.first("begin"), place.first("end")
    return _end(start) if start else "?", _end(end) if end else "?"


def _end(said: Part) -> str:
    return f"{_END_SIGNS.get(said['status'], '')}{said['position']}" or "?"
