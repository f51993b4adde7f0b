"""From an entry to records: everything that AtlasView has a place for."""

import re
from functools import lru_cache

from atlasview.records.interaction import Interaction
from atlasview.records.packing import Packed
from atlasview.records.protein import Comment, Feature, Isoform, Protein, ProteinName
from atlasview.records.publication import Citation, Publication
from atlasview.records.sequence import crc64
from atlasview.records.term import GeneTerm, Term
from atlasview.records.variant import Variant
from atlasview.sources.rows import Rows
from atlasview.sources.taken import Taken
from atlasview.sources.uniprot.cross_references import referred, term
from atlasview.sources.uniprot.diseases import add_diseases
from atlasview.sources.uniprot.entry import Entry, EntryFault
from atlasview.sources.uniprot.evidence import first_code, papers_of
from atlasview.sources.uniprot.genes import add_genes
from atlasview.sources.uniprot.isoforms import isoform_records
from atlasview.sources.uniprot.variants import variant_rows

KEYWORD = "keyword"
LOCATION = "subcellular location"
_NOT_DESCRIBED = "a feature lies on an isoform that the entry does not describe"
CHANNEL = "IntAct experiments"
_FAMILY = re.compile(r"(?:In (?P<where>.{1,200}?); b|B)elongs to the (?P<family>.+?)[. ]*$")
_NO_LIMIT = 1_000_000
"""Residues that an isoform may have whose sequence is not known."""
_RESIDUES = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def taken(entry: Entry) -> Taken:
    """What is taken of an entry: all its records. Raises EntryFault where the entry contradicts itself."""
    return Taken(entry.line, rows_of(entry), entry.id, (entry.version, entry.date))


def rows_of(entry: Entry) -> Rows:
    """All records of an entry. Raises EntryFault where the entry contradicts itself."""
    check(entry)
    isoforms = isoform_records(entry)
    check_places(entry, {one.id: one.sequence for one in isoforms})
    protein, source = entry.id, entry.source
    rows = Rows()
    rows.say(Protein, protein, [_protein(entry)])
    rows.add(ProteinName, protein, [(protein, kind, text, source) for kind, text in entry.names])
    said = referred(entry)
    add_genes(entry, said.lines, rows)
    rows.say(Isoform, protein, isoforms)
    rows.add(Feature, protein, entry.features)
    rows.add(Variant, protein, variant_rows(entry, isoforms))
    rows.add(Comment, protein, [(protein, *one, source) for one in entry.comments])
    said.add(rows)
    add_keywords(entry, rows)
    _add_locations(entry, rows)
    add_diseases(entry, said.lines, rows)
    _add_papers(entry, rows)
    rows.add(Interaction, None, _interactions(entry))
    return rows


def add_keywords(entry: Entry, rows: Rows) -> None:
    """Keywords as terms of the protein's genes."""
    source, keywords = entry.source, [(f"Keyword:{one}", one) for one in entry.keywords]
    rows.add(Term, None, [term(identifier, keyword, KEYWORD, source) for identifier, keyword in keywords])
    rows.add(
        GeneTerm, entry.id, [(entry.id, identifier, "", "", "", "UniProt", source) for identifier, _one in keywords]
    )


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
        start, end = feature[4], feature[5]
        if start and end and start <= end <= length and feature[1] == accession:
            continue
        sequence, kind = feature[1], feature[3]
        if sequence != accession and sequence not in sequences:
            raise EntryFault(_NOT_DESCRIBED, f"{sequence}: {kind}")
        limit = length if sequence == accession else len(sequences.get(sequence) or "") or _NO_LIMIT
        if (end is not None and not 1 <= end <= limit) or (start is not None and not 1 <= start <= limit):
            raise EntryFault("a feature lies beyond the sequence", f"{sequence}: {kind} {start}..{end} of {limit}")
        if start is not None and end is not None and start > end:
            raise EntryFault("a feature ends before it begins", f"{sequence}: {kind} {start}..{end}")


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


def _add_locations(entry: Entry, rows: Rows) -> None:
    """Terms of the controlled vocabulary, by the names that entries give them."""
    protein, source = entry.id, entry.source
    terms, annotations = list[Packed](), list[Packed]()
    for name, evidence in dict(reversed(entry.locations)).items():
        paper = next(iter(papers_of(evidence)), "")
        identifier = f"SubcellularLocation:{name}"
        terms.append(term(identifier, name, LOCATION, source))
        annotations.append((protein, identifier, "located_in", first_code(evidence), paper, "UniProt", source))
    rows.add(Term, None, terms)
    rows.add(GeneTerm, protein, annotations)


def _add_papers(entry: Entry, rows: Rows) -> None:
    protein, source = entry.id, entry.source
    rows.add(Publication, None, [paper for _scope, paper in entry.papers])
    rows.add(Citation, protein, [(protein, paper[0], scope, source) for scope, paper in entry.papers])


def _interactions(entry: Entry) -> list[Packed]:
    """Each pair once, with the most experiments that one of its isoforms has.

    The lesser accession stands first, so that the entries of both partners say the same.
    """
    most: dict[tuple[str, str], int] = {}
    for one, other, experiments in entry.partners:
        pair = (one, other) if one <= other else (other, one)
        if most.get(pair, -1) < experiments:
            most[pair] = experiments
    source = entry.source
    return [
        (f"UniProtKB:{one}", f"UniProtKB:{other}", None, _channels(experiments), source, "", ())
        for (one, other), experiments in most.items()
    ]


@lru_cache(maxsize=1000)
def _channels(experiments: int) -> tuple[tuple[str, float], ...]:
    return ((CHANNEL, float(experiments)),)
