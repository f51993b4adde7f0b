"""GenBank and GenPept records: transcripts with their coding parts, on the chromosome or on the record itself."""

import io
import re
import warnings
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from atlasview.records.reference import CrossReference
from atlasview.sources.format import Format, Turn
from atlasview.sources.genbank_place import RecordPlace
from atlasview.sources.genbank_transcripts import gene_of, transcripts_of
from atlasview.sources.genome_place import OTHER_ORGANISM
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.species import species_name
from atlasview.sources.taken import Outcome, Taken

if TYPE_CHECKING:
    from Bio.SeqRecord import SeqRecord

_LOCUS = "LOCUS       "
_DAMAGED = (ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError)
"""What Biopython's parser raises on a damaged record, or lets its parts raise."""
_NO_GENE = "no gene is named"
_CODED_BY = re.compile(r"([A-Z]{2}_?\d{5,9}\.\d{1,3}):")


def _records(file: SourceFile) -> Iterator[tuple[int, str]]:
    """First line and text of each record, without its sequence, which nothing here needs."""
    begun, lines, in_sequence = 0, list[str](), False
    for number, line in file.lines():
        if line.startswith(_LOCUS):
            if begun:
                yield begun, ""
            begun, lines, in_sequence = number, [], False
        if line.startswith("ORIGIN"):
            in_sequence = True
        elif line.startswith("//") and begun:
            yield begun, "\n".join([*lines, "ORIGIN", "//", ""])
            begun = 0
        elif not in_sequence:
            lines.append(line)
    if begun:
        yield begun, ""


def _read(file: SourceFile) -> Iterator[Outcome]:
    for line, text in _records(file):
        if not text:
            yield file.rejected(line, "the record breaks off before its end")
            continue
        try:
            record = _parsed(text)
        except _DAMAGED as error:
            yield file.rejected(line, "the record cannot be read", f"{type(error).__name__}: {error}")
            continue
        yield _outcome(file, line, record)


def _parsed(text: str) -> "SeqRecord":
    from Bio import SeqIO

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read: Callable[[io.StringIO, str], SeqRecord] = SeqIO.read
        return read(io.StringIO(text), "genbank")


def _outcome(file: SourceFile, line: int, record: "SeqRecord") -> Outcome:
    if not _is_wanted(file, record):
        return Filtered(line, OTHER_ORGANISM)
    if record.annotations.get("molecule_type") == "protein":
        return _protein(file, line, record)
    place = RecordPlace(record)
    records, left_out = transcripts_of(record, place, file.source)
    if left_out:
        reasons = ", ".join(f"{reason} ({times})" for reason, times in sorted(left_out.items()))
        file.remarks.append(f"{record.id}: left out: {reasons}")
    if not records:
        return Filtered(line, "no transcript of a gene that the record names")
    return Taken(line, list(records))


def _is_wanted(file: SourceFile, record: "SeqRecord") -> bool:
    if file.taxon is None:
        return True
    taxa = {
        reference.partition(":")[2]
        for feature in record.features
        if feature.type == "source"
        for reference in feature.qualifiers.get("db_xref", ())
        if reference.startswith("taxon:")
    }
    if taxa:
        return str(file.taxon) in taxa
    return bool(species_name(file.taxon)) and record.annotations.get("organism") == species_name(file.taxon)


def _protein(file: SourceFile, line: int, record: "SeqRecord") -> Outcome:
    """A protein record says which gene and transcript it comes from; its sequence comes with UniProt."""
    coding = [feature for feature in record.features if feature.type == "CDS"]
    gene = next(filter(None, map(gene_of, coding)), "")
    if not gene:
        return file.rejected(line, _NO_GENE, str(record.id))
    said = [str(record.annotations.get("db_source", ""))]
    said += [text for feature in coding for text in feature.qualifiers.get("coded_by", ())]
    found: list[Any] = [CrossReference(gene, _database(str(record.id)), str(record.id), "protein", file.source)]
    found += (
        CrossReference(gene, _database(transcript), transcript, "transcript", file.source)
        for transcript in dict.fromkeys(_CODED_BY.findall(" ".join(f"{one}:" for one in said)))
    )
    return Taken(line, found)


def _database(accession: str) -> str:
    return "RefSeq" if accession[2:3] == "_" else "GenBank"


def _is_genbank(head: Head) -> bool:
    return any(line.startswith(_LOCUS) for line in head.lines[:30])


FORMATS = (
    Format(
        "genbank",
        "Records of GenBank, GenPept or RefSeq (flat file)",
        "genbank",
        Turn.TIES,
        "transcripts with their coding parts, on the record where it is no chromosome; accessions of proteins",
        _is_genbank,
        _read,
    ),
)
