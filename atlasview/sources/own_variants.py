"""Variants that a user pastes or loads for the gene of a page: HGVS, VCF or MAF, each line with its verdict."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from atlasview.records.own_variant import PLACED, OwnLine, OwnVariant
from atlasview.records.profile import GeneProfile, ProteinDetail
from atlasview.records.trouble import InputRefused
from atlasview.records.variant import Sighting, Variant
from atlasview.records.written_change import dna_part, is_on_chromosome, protein_part
from atlasview.sources import maf, vcf
from atlasview.sources.format import Format
from atlasview.sources.head import read_head
from atlasview.sources.hgvs import ProteinChange, protein_change
from atlasview.sources.hgvs_list import parts_of
from atlasview.sources.opened import SourceFile, members
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.residue_fit import PAST, bare, misfit

MOST = 5000
"""So many variants of one gene are taken at once; more are no list that a person reads."""
_LONGEST = 200
_SPLICE = re.compile(r"p\.X(\d{1,6})_splice")
_DBSNP = re.compile(r"rs[1-9]\d*", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;]")
_TABLES: tuple[Format, ...] = (*vcf.FORMATS, *maf.FORMATS)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text or file holds for a gene.

    lines   of the gene, each once; `numbers` says on which line of the text each stands, from 1
    again   lines that say what an earlier one said
    others  lines that name another gene
    left    reasons why other lines were not taken, with the numbers of those lines
    """

    form: str
    lines: tuple[OwnLine, ...]
    numbers: tuple[int, ...]
    again: int = 0
    others: int = 0
    left: tuple[tuple[str, tuple[int, ...]], ...] = ()


class PastedText(SourceFile):
    """A text that is in no file, and gets into none."""

    def __init__(self, text: str) -> None:
        super().__init__(Path("pasted text"))
        self._bytes = text.encode("utf-8", "replace")

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self._bytes)

    def binary(self) -> IO[bytes]:
        """The text as bytes."""
        return io.BytesIO(self._bytes)


class Known:
    """What a page knows of its gene: its names, its isoforms, and how other databases call these."""

    def __init__(self, profile: GeneProfile) -> None:
        gene = profile.gene
        self.symbol = gene.symbol
        symbols = {gene.symbol, *(name.text for name in profile.names if "previous" in name.kind)}
        self._symbols = {symbol.casefold() for symbol in symbols}
        self._ids = {gene.id.casefold()}
        self._ids |= {_unversioned(f"{one.database}:{one.id}") for one in profile.identifiers}
        self._ids |= {detail.protein.id.casefold() for detail in profile.proteins}
        self.sequences: dict[str, str] = {}
        self._isoforms: dict[str, str] = {}
        for detail in profile.proteins:
            self._learn(detail)
        for one in profile.transcripts:
            for name in (one.id, one.protein):
                if name and one.isoform in self.sequences:
                    self._isoforms.setdefault(bare(name), one.isoform)

    def is_named(self, gene: str) -> bool:
        """Whether a CURIE, or `symbol:` with an approved or previous symbol, names the gene."""
        kind, _, name = gene.partition(":")
        return name.casefold() in self._symbols if kind == "symbol" else _unversioned(gene) in self._ids

    def isoform(self, reference: str) -> str:
        """Id of the isoform that a reference names, empty where the page knows of none."""
        return reference if reference in self.sequences else self._isoforms.get(bare(reference), "")

    def _learn(self, detail: ProteinDetail) -> None:
        canonical = detail.protein.accession
        for one in sorted(detail.isoforms, key=lambda one: not one.canonical):
            self.sequences[one.id] = detail.protein.sequence if one.canonical else one.sequence or ""
            canonical = one.id if one.canonical else canonical
        self.sequences.setdefault(canonical, detail.protein.sequence)
        self._isoforms[detail.protein.accession] = canonical
        for reference in detail.identifiers:
            said = reference.label.rpartition("isoform ")[2] if "isoform " in reference.label else canonical
            if said in self.sequences:
                self._isoforms.setdefault(bare(reference.id), said)


def read_own(file: SourceFile, profile: GeneProfile) -> Reading:
    """The variants of a gene that a text or file names.

    Raises InputRefused where the file as a whole is none: no text, damaged, without consequences for proteins.
    """
    known = Known(profile)
    head = read_head(file)
    table = next((one for one in _TABLES if one.recognises(head)), None)
    with file:
        reading = _from_table(file, table, known) if table is not None else _from_list(file, known)
    if not any(line.change for line in reading.lines) and not reading.others and not isinstance(file, PastedText):
        remedy = "choose a VCF or MAF, or a list with lines such as IL7R p.Thr244Ile"
        raise InputRefused(f"the file names no change of {known.symbol}", str(file.path), remedy)
    if len(reading.lines) > MOST:
        what = f"these are {len(reading.lines):,} variants of {known.symbol}; {MOST:,} are the most"
        raise InputRefused(what, file.name, "take a part of them")
    return reading


def file_of(path: Path) -> SourceFile:
    """A file, or the only file in a ZIP archive, to read; raises InputRefused where it is not there."""
    inside = members(path)
    if len(inside) != 1:
        raise InputRefused("the archive holds several files", str(path), "unpack it, and choose one of them")
    return SourceFile(path, inside[0], taxon=None)


def judged(line: OwnLine, known: Known) -> OwnVariant:
    """A line with what the check against the isoforms of the page finds.

    On the isoform that the line names and on no other; where it names none, on the canonical one, else on the first
    other one with the residues that it names.
    """
    change = _change(line.change)
    if change is None:
        return OwnVariant(line, "no-hgvs", _no_hgvs(line.text))
    named = known.isoform(line.reference) if line.reference else ""
    if line.reference and not known.sequences.get(named):
        return OwnVariant(line, "no-isoform", _no_isoform(line.reference, named, known))
    candidates = [named] if named else [one for one, sequence in known.sequences.items() if sequence]
    if not candidates:
        return OwnVariant(line, "no-isoform", f"the atlas has no protein of {known.symbol}")
    if not change.start:
        return OwnVariant(line, "no-residue", "it names no residue that could be checked")
    first = ""
    for isoform in candidates:
        fault = misfit(change, known.sequences[isoform])
        if not fault:
            return _placed(line, change, isoform, first)
        first = first or fault.replace("{isoform}", isoform)
    return OwnVariant(line, "past-end" if PAST.split("}")[1] in first else "mismatch", first)


def _placed(line: OwnLine, change: ProteinChange, isoform: str, elsewhere: str) -> OwnVariant:
    span = f"residue {change.start}" if change.start == change.end else f"residues {change.start} to {change.end}"
    said = f"{span} of {isoform}" + (f"; {elsewhere}" if elsewhere else "")
    single = change.kind == "substitution"
    consequence = "splice site" if _SPLICE.fullmatch(line.change) else change.consequence
    letters = (change.first, change.new) if single else ("", "")
    return OwnVariant(line, PLACED, said, isoform, change.start, *letters, consequence)


def _no_hgvs(text: str) -> str:
    """What a line says that is no change of a protein, and what to do."""
    if dna_part(text) or is_on_chromosome(text):
        return "a change of DNA: VEP or SnpEff say which protein comes of it"
    if _DBSNP.fullmatch(text):
        return "a number of dbSNP: write the change of the protein, like p.Thr244Ile"
    if "[" in text and ";" in text:
        return "several changes: write each on a line of its own"
    return "write it like p.Thr244Ile"


def _no_isoform(reference: str, named: str, known: Known) -> str:
    if named:
        return f"the atlas has no sequence of {named}"
    return f"{known.symbol} has no isoform {reference.removeprefix('RefSeq:')} here"


def _change(name: str) -> ProteinChange | None:
    if site := _SPLICE.fullmatch(name):
        return ProteinChange("unknown", int(site[1]), "X", int(site[1]), "X")
    try:
        return protein_change(name) if name else None
    except ValueError:
        return None


def _from_table(file: SourceFile, table: Format, known: Known) -> Reading:
    lines: list[tuple[int, OwnLine]] = []
    others = 0
    left: dict[str, list[int]] = {}
    for outcome in table.read(file):
        if isinstance(outcome, Rejected | Filtered):
            left.setdefault(outcome.reason, []).append(outcome.line)
            continue
        for record in outcome.records:
            if known.is_named(record.gene):
                variant = record.variant if isinstance(record, Sighting) else record
                lines.append((outcome.line, _of_record(variant, table.key)))
            else:
                others += 1
    return _finished(table.key, lines, others, left)


def _of_record(record: Variant, form: str) -> OwnLine:
    name = record.hgvs_p or f"p.X{record.position}_splice"
    reference = record.isoform
    text = f"{reference.removeprefix('RefSeq:').removeprefix('ENSEMBL:')}:{name}" if reference else name
    return OwnLine(text, reference, name, form)


def _from_list(file: SourceFile, known: Known) -> Reading:
    lines: list[tuple[int, OwnLine]] = []
    others = 0
    for number, text in _written(file):
        for each in _changes(text):
            line = _of_text(each, known)
            if line is None:
                others += 1
            else:
                lines.append((number, line))
    return _finished("hgvs", lines, others, {})


def _written(file: SourceFile) -> Iterator[tuple[int, str]]:
    return ((number, line.strip()) for number, line in file.lines() if line.strip() and line.strip()[0] != "#")


def _changes(text: str) -> list[str]:
    """The changes of a line: `R175H, R248Q` are two."""
    parts = [part.strip() for part in _BETWEEN.split(text)]
    return parts if len(parts) > 1 and all(map(_hgvs, parts)) else [text]


def _of_text(text: str, known: Known) -> OwnLine | None:
    """A line of a list; None where it names another gene. Without a gene it is of the page's."""
    if name := _hgvs(protein_part(text)):
        return OwnLine(text[:_LONGEST], "", name, "hgvs")
    parts = parts_of(text)
    if parts is None:
        return OwnLine(text[:_LONGEST], "", "", "hgvs")
    gene, reference, said = parts
    name = _hgvs(said)
    if known.is_named(reference):
        reference = ""  # the identifier of the gene, not of one of its proteins
    elif gene not in ("", reference) and not known.is_named(gene):
        return None if name or dna_part(text) else OwnLine(text[:_LONGEST], "", "", "hgvs")
    return OwnLine(text[:_LONGEST], reference, name, "hgvs")


def _hgvs(text: str) -> str:
    """A change as HGVS writes it, empty where the text is none."""
    try:
        return str(protein_change(text))
    except ValueError:
        return ""


def _finished(form: str, lines: list[tuple[int, OwnLine]], others: int, left: dict[str, list[int]]) -> Reading:
    once: dict[tuple[str, str], tuple[int, OwnLine]] = {}
    for number, line in lines:
        once.setdefault((line.reference, line.change or line.text), (number, line))
    numbers, kept = tuple(number for number, _line in once.values()), tuple(line for _number, line in once.values())
    reasons = sorted(left.items(), key=lambda one: -len(one[1]))
    return Reading(
        form, kept, numbers, len(lines) - len(kept), others, tuple((reason, tuple(at)) for reason, at in reasons)
    )


def _unversioned(curie: str) -> str:
    return curie.partition(".")[0].casefold()
