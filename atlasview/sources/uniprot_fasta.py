"""FASTA of UniProt: sequences with what their headers say; other headers name no accession and are rejected."""

import re
from collections.abc import Iterator

from atlasview.records.protein import Isoform
from atlasview.records.sequence import crc64
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.species import species_name
from atlasview.sources.taken import Outcome, Taken
from atlasview.sources.uniprot.entry import Entry, EntryFault, NamedGene
from atlasview.sources.uniprot.records import check, taken
from atlasview.sources.uniprot_refused import ACCESSION

_HEADER = re.compile(rf">(sp|tr)\|({ACCESSION})(-\d+)?\|(\w+)(?: (.*))?")
_OLD_HEADER = re.compile(rf">({ACCESSION})\|(\w+_\w+)(?: (.*))?")
_FIELD = re.compile(r" (OS|OX|GN|PE|SV)=")
_ISOFORM = re.compile(r"Isoform (.+) of (.+)")
_UNKNOWN = "the header names no accession of UniProt"
_START = re.compile(r">\S.*\n[A-Za-z*\-\s]+")
_LONGEST = 200_000
"""Residues; the longest protein that is known has 45,000."""


def _recognises(head: Head) -> bool:
    return bool(_START.match(head.text.lstrip("\n")[:2000]))


def read(file: SourceFile) -> Iterator[Outcome]:
    """Each sequence of the file. Raises InputRefused where it does not begin with a header."""
    header, start, parts, length = "", 0, list[str](), 0
    for number, line in file.lines():
        if line.startswith(">"):
            if header:
                yield _outcome(file, start, header, parts, length)
            header, start, parts, length = line, number, [], 0
        elif header:
            length += len(line)
            if length <= _LONGEST:
                parts.append(line)
        elif line.strip():
            raise file.refused("the file does not begin with a header (>)", number, "fetch the file again")
    if header:
        yield _outcome(file, start, header, parts, length)


def _outcome(file: SourceFile, line: int, header: str, parts: list[str], length: int) -> Outcome:
    found = _HEADER.match(header) or _OLD_HEADER.match(header)
    if found is None:
        return file.rejected(line, _UNKNOWN, header[1:81])
    if length > _LONGEST:
        return file.rejected(line, f"a sequence of more than {_LONGEST:,} letters", header[1:81])
    if found.re is _HEADER:
        database, accession, isoform, name, text = found.groups()
    else:
        database, isoform, (accession, name, text) = "", None, found.groups()
    title, said = _said(text or "")
    if reason := _foreign(file.taxon, said):
        return Filtered(line, reason)
    entry = Entry(line, file.source, (accession,), name, database != "tr")
    entry.sequence = "".join("".join(parts).split()).removesuffix("*").upper()
    entry.organism, entry.taxon = said.get("OS", ""), _whole(said.get("OX", "")) or (file.taxon or 0)
    entry.sequence_version, entry.existence = _whole(said.get("SV", "")), min(_whole(said.get("PE", "")), 5)
    entry.names = [("recommended" if database != "tr" else "submitted", title)] if title else []
    entry.genes = [NamedGene(said["GN"], ())] if said.get("GN") else []
    try:
        return _isoform(entry, accession + isoform, title) if isoform else taken(entry)
    except EntryFault as fault:
        return file.rejected(line, fault.reason, fault.detail)


def _isoform(entry: Entry, identifier: str, title: str) -> Taken:
    """A sequence of an isoform: which one it is, and that it is not the canonical one."""
    check(entry)
    found = _ISOFORM.match(title)
    name = found[1] if found else identifier.rpartition("-")[2]
    note = f"CRC64 {crc64(entry.sequence)}"
    record = Isoform(identifier, entry.id, name, (), False, (), entry.sequence, note, entry.source)
    return Taken(entry.line, [record], f"UniProtKB:{identifier}", (0, ""))


def _said(text: str) -> tuple[str, dict[str, str]]:
    """Name of the protein, and the fields behind it."""
    title, *rest = _FIELD.split(f" {text}")
    return title.strip(), dict(zip(rest[::2], map(str.strip, rest[1::2]), strict=True))


def _foreign(taxon: int | None, said: dict[str, str]) -> str:
    """Why a sequence is not wanted; headers before 2018 name the organism without its number."""
    if taxon is None:
        return ""
    other = "another organism"
    if "OX" in said:
        return "" if said["OX"] == str(taxon) else other
    species = species_name(taxon)
    if not species or "OS" not in said:
        return "the header does not say of which organism"
    return "" if said["OS"].partition(" (")[0] == species else other


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else 0


FORMATS = (
    Format(
        key="uniprot-fasta",
        title="UniProt FASTA",
        database="uniprot",
        turn=Turn.PROTEINS,
        adds="sequences and names of proteins, nothing that lies on them",
        recognises=_recognises,
        read=read,
    ),
)
