"""From an entry to records: everything that AtlasView has a place for."""

import re
from collections.abc import Iterator
from typing import Any

from atlasview.records.interaction import Interaction
from atlasview.records.protein import Comment, Evidence, Protein, ProteinName
from atlasview.records.publication import Citation, Publication
from atlasview.records.quick import quick
from atlasview.records.sequence import crc64
from atlasview.records.term import GeneTerm
from atlasview.sources.taken import Taken
from atlasview.sources.uniprot.cross_references import cross_reference_records, term
from atlasview.sources.uniprot.diseases import disease_records
from atlasview.sources.uniprot.entry import Entry, EntryFault
from atlasview.sources.uniprot.evidence import papers_of
from atlasview.sources.uniprot.genes import gene_records
from atlasview.sources.uniprot.isoforms import isoform_records
from atlasview.sources.uniprot.variants import variant_records

KEYWORD = "keyword"
LOCATION = "subcellular location"
_NOT_DESCRIBED = "a feature lies on an isoform that the entry does not describe"
CHANNEL = "IntAct experiments"
_FAMILY = re.compile(r"(?:In (?P<where>.{1,200}?); b|B)elongs to the (?P<family>.+?)[. ]*$")
_publication, _citation, _gene_term = quick(Publication), quick(Citation), quick(GeneTerm)
_interaction, _comment = quick(Interaction), quick(Comment)
_RESIDUES = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def taken(entry: Entry) -> Taken:
    """All records of an entry. Raises EntryFault where the entry contradicts itself."""
    check(entry)
    isoforms = isoform_records(entry)
    check_places(entry, {one.id: one.sequence for one in isoforms})
    protein, source = entry.id, entry.source
    records: list[Any] = [_protein(entry)]
    records += [ProteinName(protein, kind, text, source) for kind, text in entry.names]
    records += gene_records(entry)
    records += isoforms
    records += entry.features
    records += variant_records(entry, isoforms)
    records += [_comment(protein, *said, source) for said in entry.comments]
    records += cross_reference_records(entry)
    for keyword in entry.keywords:
        records.append(term(f"Keyword:{keyword}", keyword, KEYWORD, source))
        records.append(_gene_term(protein, f"Keyword:{keyword}", "", "", "", "UniProt", source))
    records += _locations(entry)
    records += disease_records(entry)
    records += _papers(entry)
    records += _interactions(entry)
    return Taken(entry.line, records, protein, (entry.version, entry.date))


def check(entry: Entry) -> None:
    """Raise EntryFault where the sequence is not the one that the entry was made with."""
    sequence = entry.sequence
    if not sequence:
        raise EntryFault("an entry without a sequence", entry.accession)
    if not _RESIDUES.issuperset(sequence):
        odd = sorted(set(sequence) - _RESIDUES)
        raise EntryFault("the sequence holds signs that are no residues", f"{entry.accession}: {''.join(odd)}")
    if entry.length is not None and entry.length != len(sequence):
        said = f"{entry.accession}: {len(sequence)} residues instead of {entry.length}"
        raise EntryFault("the sequence contradicts its length", said)
    found = crc64(sequence)
    if not entry.crc64:
        entry.crc64 = found
    elif entry.crc64 != found:
        raise EntryFault("the sequence contradicts its CRC64", f"{entry.accession}: {found} instead of {entry.crc64}")


def check_places(entry: Entry, sequences: dict[str, str | None]) -> None:
    """Raise EntryFault where a feature lies beyond its sequence, ends before it begins, or has no such sequence."""
    accession, length = entry.accession, len(entry.sequence)
    for feature in entry.features:
        limit = length
        if feature.sequence != accession:
            if feature.sequence not in sequences:
                raise EntryFault(_NOT_DESCRIBED, f"{feature.sequence}: {feature.type}")
            limit = len(sequences.get(feature.sequence) or "") or 1_000_000
        start, end = feature.start, feature.end
        if (end is not None and not 1 <= end <= limit) or (start is not None and not 1 <= start <= limit):
            raise EntryFault(
                "a feature lies beyond the sequence", f"{feature.sequence}: {feature.type} {start}..{end} of {limit}"
            )
        if start is not None and end is not None and start > end:
            raise EntryFault("a feature ends before it begins", f"{feature.sequence}: {feature.type} {start}..{end}")


def _protein(entry: Entry) -> Protein:
    return Protein(
        id=entry.id,
        accession=entry.accession,
        secondary=entry.accessions[1:],
        entry_name=entry.entry_name,
        name=entry.names[0][1] if entry.names else "",
        reviewed=entry.reviewed,
        existence=entry.existence,
        organism=entry.organism,
        taxon=entry.taxon,
        gene_symbol=entry.genes[0].symbol if entry.genes else "",
        sequence=entry.sequence,
        version=entry.sequence_version,
        mass=entry.mass,
        crc64=entry.crc64,
        family=_family(entry),
        source=entry.source,
    )


def _family(entry: Entry) -> str:
    """Names of the families that the entry belongs to, without a sentence around them."""
    found = [_FAMILY.match(said.text) for said in entry.comments if said.topic == "SIMILARITY"]
    return "; ".join((match["where"] or "") + match["family"] for match in found if match)


def _locations(entry: Entry) -> Iterator[Any]:
    """Terms of the controlled vocabulary, by the names that entries give them."""
    for name, evidence in dict(reversed(entry.locations)).items():
        first = evidence[0] if evidence else Evidence("")
        paper = next(iter(papers_of(evidence)), "")
        identifier = f"SubcellularLocation:{name}"
        yield term(identifier, name, LOCATION, entry.source)
        yield _gene_term(entry.id, identifier, "located_in", first.code, paper, "UniProt", entry.source)


def _papers(entry: Entry) -> Iterator[Any]:
    source = entry.source
    for paper in entry.papers:
        number, scope, pmid, doi, title, authors, journal, year, volume, pages = paper
        other = f"DOI:{doi}" if doi else f"{source}:{entry.accession}.{number}"
        identifier = f"PMID:{pmid}" if pmid else other
        yield _publication(identifier, pmid, doi, title, authors, journal, year, volume, "", pages, None, source)
        yield _citation(entry.id, identifier, scope, source)


def _interactions(entry: Entry) -> Iterator[Interaction]:
    """Each pair once, with the most experiments that one of its isoforms has.

    The lesser accession stands first, so that the entries of both partners say the same.
    """
    most: dict[tuple[str, str], int] = {}
    for one, other, experiments in entry.partners:
        pair = (one, other) if one <= other else (other, one)
        most[pair] = max(most.get(pair, 0), experiments)
    for (one, other), experiments in most.items():
        channels = ((CHANNEL, float(experiments)),)
        yield _interaction(f"UniProtKB:{one}", f"UniProtKB:{other}", None, channels, entry.source)
