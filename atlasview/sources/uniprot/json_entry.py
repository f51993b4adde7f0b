"""An entry as UniProt's REST service gives it in JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

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
from atlasview.sources.uniprot.evidence import together
from atlasview.sources.uniprot.json_comments import evidence_within, read_comments
from atlasview.sources.uniprot.names import COMPONENT, DOMAIN, kind_of, named_gene

_SIGNS = {"EXACT": "", "OUTSIDE": "<>", "UNCERTAIN": "?", "UNKNOWN": "?", "UNSURE": "?"}
_CITED = {
    "title": "title",
    "publicationDate": "date",
    "journal": "journal",
    "volume": "volume",
    "firstPage": "first",
    "lastPage": "last",
    "locator": "locator",
    "submissionDatabase": "db",
    "patentNumber": "number",
    "institute": "institute",
    "address": "country",
    "bookName": "journal",
}


def taxon_of(said: Any) -> int:
    """NCBI taxon of an entry. Raises EntryFault where it has none."""
    taxon = said.get("organism", {}).get("taxonId") if isinstance(said, dict) else None
    if not isinstance(taxon, int):
        raise EntryFault("an entry without its organism", _name(said))
    return taxon


def json_entry(said: Any, line: int, source: str) -> Entry:
    """The entry. Raises EntryFault where something that every entry has is missing or is of another type."""
    try:
        entry = _entry(said, line, source)
        "".join((entry.sequence, entry.crc64, entry.organism, entry.entry_name, *entry.accessions))  # all are texts
        return entry
    except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
        what = f"{_name(said)}: {type(error).__name__} {error}"
        raise EntryFault("an entry that is not built as UniProt builds them", what) from error


def _name(said: Any) -> str:
    return str(said.get("primaryAccession", "")) if isinstance(said, dict) else str(said)[:40]


def _entry(said: Any, line: int, source: str) -> Entry:
    audit, sequence = said["entryAudit"], said["sequence"]
    existence = str(said.get("proteinExistence", ""))[:1]
    entry = Entry(line, source, (said["primaryAccession"], *said.get("secondaryAccessions", ())))
    entry.entry_name = said["uniProtkbId"]
    entry.reviewed = "Swiss-Prot" in said["entryType"]
    entry.version, entry.date = audit["entryVersion"], audit["lastAnnotationUpdateDate"]
    entry.sequence_version = audit["sequenceVersion"]
    entry.existence = int(existence) if existence in {"1", "2", "3", "4", "5"} else 0
    entry.organism, entry.taxon = said["organism"]["scientificName"], taxon_of(said)
    entry.names = list(_names(said["proteinDescription"], ""))
    entry.genes = [gene for one in said.get("genes", ()) for gene in _gene(one)]
    entry.papers = [_paper(one, entry) for one in said.get("references", ())]
    entry.sequence, entry.length = sequence["value"], sequence["length"]
    entry.mass, entry.crc64 = sequence["molWeight"], sequence["crc64"]
    read_comments(said.get("comments", ()), entry)
    entry.references = by_database(_reference(one) for one in said.get("uniProtKBCrossReferences", ()))
    entry.keywords = [one["name"] for one in said.get("keywords", ())]
    for one in said.get("features", ()):
        _feature(one, entry)
    return entry


def _values(said: Iterable[Any]) -> list[str]:
    return [one["value"] for one in said]


def _names(said: Any, group: str) -> Iterator[tuple[str, str]]:
    named = [("RecName", said["recommendedName"])] if "recommendedName" in said else []
    named += [("SubName", one) for one in said.get("submissionNames", ())]
    named += [("AltName", one) for one in said.get("alternativeNames", ())]
    for role, one in named:
        yield kind_of(role, "Full", group), one["fullName"]["value"]
        yield from ((kind_of(role, "Short", group), text) for text in _values(one.get("shortNames", ())))
        yield from ((kind_of(role, "EC", group), text) for text in _values(one.get("ecNumbers", ())))
    for part, key in (("Allergen", "allergenName"), ("Biotech", "biotechName")):
        if key in said:
            yield kind_of("AltName", part, group), said[key]["value"]
    for part, key in (("CD_antigen", "cdAntigenNames"), ("INN", "innNames")):
        yield from ((kind_of("AltName", part, group), text) for text in _values(said.get(key, ())))
    for inner, key in ((DOMAIN, "includes"), (COMPONENT, "contains")):
        for one in said.get(key, ()):
            yield from _names(one, inner)


def _gene(said: Any) -> list[NamedGene]:
    return named_gene(
        {
            "Name": _values([said["geneName"]]) if "geneName" in said else [],
            "Synonyms": _values(said.get("synonyms", ())),
            "OrderedLocusNames": _values(said.get("orderedLocusNames", ())),
            "ORFNames": _values(said.get("orfNames", ())),
        }
    )


def _paper(said: Any, entry: Entry) -> Paper:
    citation = said["citation"]
    given = {_CITED[key]: str(value) for key, value in citation.items() if key in _CITED}
    for one in citation.get("citationCrossReferences", ()):
        if one["database"] in {"PubMed", "DOI"}:
            given["pmid" if one["database"] == "PubMed" else "doi"] = one["id"]
    people = [*citation.get("authors", ()), *citation.get("authoringGroup", ())]
    own = f"{entry.source}:{entry.accession}.{said['referenceNumber']}"
    return scope(said["referencePositions"]), cited(own, entry.source, citation["citationType"], given, people)


def _reference(said: Any) -> tuple[str, str]:
    values = [one["value"] for one in said.get("properties", ())]
    return said["database"], reference(said["id"], values, said.get("isoformId", ""))


def _feature(said: Any, entry: Entry) -> None:
    key, place = feature_key(said["type"]), said["location"]
    ends = (_end(place["start"], 0), _end(place["end"], -1))
    note = said.get("description", "")
    if is_change(key) and "alternativeSequence" in said:
        change = said["alternativeSequence"]
        note = described_change(key, change.get("originalSequence", ""), change.get("alternativeSequences", ()), note)
    elif "ligand" in said:
        ligand = {name: str(value) for name, value in said["ligand"].items()}
        note = described_binding(ligand, said.get("ligandPart", {}).get("name", ""), note)
    sequence = place.get("sequence", "")
    identifier, evidence = said.get("featureId", ""), together(evidence_within(said))
    entry.features.append(feature(entry, key, sequence, ends, note, identifier, evidence))


def _end(said: Any, which: int) -> str:
    sign = _SIGNS.get(said.get("modifier", "EXACT"), "?")
    value = said.get("value")
    return f"{sign[which:][:1] if len(sign) > 1 else sign}{'' if value is None else value}" or "?"
