"""GTF of Ensembl, GENCODE, RefSeq and others: genes with their places, transcripts with exons and coding parts."""

from collections.abc import Iterator

from atlasview.records.gene import Gene
from atlasview.sources.format import Format, Turn
from atlasview.sources.gene_attributes import gene_curie, gene_records, locus_type, place_of_gene, protein_curie
from atlasview.sources.gene_models import Draft, GeneModels, position
from atlasview.sources.genome_place import GenomePlaces
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken

_TRANSCRIPT = 'transcript_id "'
_LENGTH = len(_TRANSCRIPT)
_PARTS = frozenset(("exon", "CDS", "stop_codon"))
_FRAMES = {"0": 0, "1": 1, "2": 2}
_FOLLOWS = frozenset(
    ("UTR", "five_prime_utr", "three_prime_utr", "5UTR", "3UTR", "start_codon", "Selenocysteine", "inter", "intron_CNS")
)
"""Kinds of lines that say what exons and coding parts say already."""
_PAR_Y = "the copy on chromosome Y of a gene in a pseudoautosomal region"
SYMBOL_ONLY = "a gene of which only the symbol is said"
NO_POSITIONS = "no positions of a start and an end"


def value(attributes: str, name: str) -> str:
    """Value of an attribute, in quotes or bare; empty where there is none."""
    at = attributes.find(f" {name} ")
    if at < 0:
        if not attributes.startswith(f"{name} "):
            return ""
        at = -1
    said = attributes[at + len(name) + 2 :].lstrip()
    if said[:1] == '"':
        return said[1:].partition('"')[0]
    return said.partition(";")[0].strip()


def reference(attributes: str, database: str) -> str:
    """Identifier of a `db_xref "DATABASE:..."`, empty for none."""
    _before, sign, behind = attributes.partition(f'db_xref "{database}:')
    return behind.partition('"')[0].removeprefix(f"{database}:") if sign else ""


class _Reader:
    """Reads the lines of one file."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._places = GenomePlaces(file)
        self._models = GeneModels(file, self._places)
        self._others: dict[str, int] = {}

    def outcomes(self) -> Iterator[Outcome]:
        """Outcome of each gene and transcript. The loop runs for every line of a genome, so it spares calls."""
        models, draft, key, sequence = self._models, None, "", ""
        for number, line in self._file.lines():
            cells = line.split("\t")
            if len(cells) == 9 and (kind := cells[2]) in _PARTS:
                attributes = cells[8]
                at = attributes.find(_TRANSCRIPT) + _LENGTH
                name = attributes[at : attributes.find('"', at)]
                if name != key or cells[0] != sequence or draft is None:
                    yield from self._room(name, cells)
                    draft = self._draft(number, name, cells)
                    key, sequence = name, cells[0]
                try:
                    if kind == "exon":
                        draft.exons.append((int(cells[3]), int(cells[4])))
                    elif kind == "CDS":
                        draft.coding.append((int(cells[3]), int(cells[4]), _FRAMES.get(cells[7], -1)))
                        if not draft.protein:
                            _coding(draft, attributes)
                    else:
                        draft.stops.append((int(cells[3]), int(cells[4])))
                except ValueError:
                    models.add(self._file.rejected(number, NO_POSITIONS, line))
            elif len(cells) == 9:
                if kind not in _FOLLOWS:
                    draft = None  # it may be closed now
                    yield from self._other(number, cells)
            elif line.startswith("#"):
                self._places.hear(line)
            elif line.strip():
                models.add(self._file.rejected(number, "not nine cells", line))
        yield from models.rest()
        self._remark()

    def _room(self, key: str, cells: list[str]) -> Iterator[Outcome]:
        """What is far behind, before a transcript begins."""
        if self._models.find(key, cells[0]) is None:
            yield from self._models.ready(cells[0], position(cells[3]))

    def _draft(self, line: int, key: str, cells: list[str]) -> Draft:
        draft = self._models.find(key, cells[0])
        if draft is None:
            draft = self._models.begin(line, key, cells)
            _describe(draft, cells[8])
        return draft

    def _other(self, line: int, cells: list[str]) -> Iterator[Outcome]:
        """Lines of genes and transcripts, and of kinds that are counted only."""
        kind = cells[2]
        if kind in ("gene", "transcript"):
            start, end = position(cells[3]), position(cells[4])
            yield from self._models.ready(cells[0], start)
            if not 0 < start <= end:
                self._models.add(self._file.rejected(line, NO_POSITIONS, "\t".join(cells)))
            elif kind == "gene":
                self._models.add(self._gene(line, cells, start, end))
            else:
                self._transcript(line, cells, end)
        else:
            self._others[kind] = self._others.get(kind, 0) + 1

    def _transcript(self, line: int, cells: list[str], end: int) -> None:
        key = value(cells[8], "transcript_id")
        draft = self._models.find(key, cells[0]) or self._models.begin(line, key, cells)
        _describe(draft, cells[8])
        draft.high = end

    def _gene(self, line: int, cells: list[str], start: int, end: int) -> Outcome:
        attributes = cells[8]
        chromosome, assembly, unwanted = self._places.place(cells[0], line)
        if unwanted:
            return Filtered(line, unwanted)
        identifier = value(attributes, "gene_id")
        if identifier.endswith("_PAR_Y"):
            return Filtered(line, _PAR_Y)
        name = _symbol(attributes)
        gene = gene_curie(identifier, reference(attributes, "GeneID"), name or identifier)
        if not gene:
            return self._file.rejected(line, "a gene without an identifier", attributes)
        biotype = value(attributes, "gene_biotype") or value(attributes, "gene_type")
        records = gene_records(
            Gene(
                gene,
                name or identifier.partition(".")[0],
                value(attributes, "description").partition(" [Source:")[0],
                locus_type(biotype),
                place_of_gene(chromosome, start, end, cells[6], assembly),
                self._places.taxon(assembly),
                self._file.source,
            ),
            reference(attributes, "HGNC"),
        )
        return (
            Taken(line, records)
            if records
            else Filtered(line, "a gene that has a symbol only: its transcripts say more")
        )

    def _remark(self) -> None:
        if self._others:
            kinds = ", ".join(f"{kind} ({lines:,})" for kind, lines in sorted(self._others.items())[:12])
            self._file.remarks.append(f"lines of kinds that gene models do not need: {kinds}")


def _symbol(attributes: str) -> str:
    return value(attributes, "gene_name") or value(attributes, "gene")


def _describe(draft: Draft, attributes: str) -> None:
    """What a line says of its transcript; a line of the transcript itself says more than one of an exon."""
    identifier = value(attributes, "transcript_id")
    if identifier.endswith("_PAR_Y"):
        identifier = ""
    version = value(attributes, "transcript_version")
    draft.id = f"{identifier}.{version}" if version and identifier and "." not in identifier else identifier
    gene = value(attributes, "gene_id")
    draft.gene = gene_curie(gene, reference(attributes, "GeneID"), _symbol(attributes) or gene)
    draft.biotype = (
        value(attributes, "transcript_biotype") or value(attributes, "transcript_type") or value(attributes, "gbkey")
    )
    if 'tag "' in attributes:
        draft.mane_select |= 'tag "MANE_Select"' in attributes or 'tag "MANE Select"' in attributes
        draft.mane_plus_clinical |= 'tag "MANE_Plus_Clinical"' in attributes or 'tag "MANE Plus Clinical"' in attributes
        draft.canonical |= 'tag "Ensembl_canonical"' in attributes or 'tag "RefSeq Select"' in attributes
    if not draft.ccds:
        draft.ccds = value(attributes, "ccds_id") or value(attributes, "ccdsid")


def _coding(draft: Draft, attributes: str) -> None:
    """What a line of the coding part says beside its place."""
    protein, version = value(attributes, "protein_id"), value(attributes, "protein_version")
    draft.protein = protein_curie(f"{protein}.{version}" if version and protein and "." not in protein else protein)
    draft.ccds = draft.ccds or reference(attributes, "CCDS")
    if draft.biotype == "CDS":
        draft.biotype = "mRNA"
    draft.mane_select |= 'tag "MANE Select"' in attributes
    draft.mane_plus_clinical |= 'tag "MANE Plus Clinical"' in attributes
    draft.canonical |= 'tag "RefSeq Select"' in attributes


def _rows(head: Head) -> list[list[str]]:
    rows = (line.split("\t") for line in head.lines[:200] if line.strip() and not line.startswith("#"))
    return [row for row in rows if len(row) == 9][:50]


def _is_gtf(head: Head) -> bool:
    rows = _rows(head)
    return bool(rows) and sum('gene_id "' in row[8] and row[3].isdecimal() for row in rows) > len(rows) / 2


def _is_refseq(head: Head) -> bool:
    return _is_gtf(head) and ("NCBI_Assembly:" in head.text or any(row[0].startswith("NC_") for row in _rows(head)))


def _is_gencode(head: Head) -> bool:
    return _is_gtf(head) and any("gene_type " in row[8] and "ENS" in row[8] for row in _rows(head))


def _is_ensembl(head: Head) -> bool:
    return _is_gtf(head) and any('gene_id "ENS' in row[8] for row in _rows(head))


def _read(file: SourceFile) -> Iterator[Outcome]:
    return _Reader(file).outcomes()


ADDS = "places of genes, transcripts with exons, coding parts and proteins"
MARKS = f"{ADDS}, MANE Select and canonical transcripts"

_TURN = Turn.MORE_OF_GENES

FORMATS = (
    Format("refseq-gtf", "Gene models of RefSeq (GTF)", "refseq", _TURN, MARKS, _is_refseq, _read),
    Format("gencode-gtf", "Gene models of GENCODE (GTF)", "gencode-models", _TURN, MARKS, _is_gencode, _read),
    Format("ensembl-gtf", "Gene models of Ensembl (GTF)", "ensembl-models", _TURN, MARKS, _is_ensembl, _read),
    Format("gtf", "Gene models (GTF)", "gene-models", _TURN, ADDS, _is_gtf, _read),
)
