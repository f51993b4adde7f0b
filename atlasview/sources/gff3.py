"""GFF3 of gene models (RefSeq, Ensembl, GENCODE): the same as their GTF, with parents instead of repeated names."""

from collections.abc import Iterator
from urllib.parse import unquote

from atlasview.records.gene import Gene
from atlasview.sources.format import Format, Turn
from atlasview.sources.gene_attributes import gene_curie, gene_records, locus_type, place_of_gene, protein_curie
from atlasview.sources.gene_models import Draft, GeneModels, position
from atlasview.sources.genome_place import GenomePlaces
from atlasview.sources.gtf import ADDS, MARKS, NO_POSITIONS
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken

_PARTS = frozenset(("exon", "CDS"))
_FOLLOWS = frozenset(
    "five_prime_UTR three_prime_UTR UTR start_codon stop_codon stop_codon_redefined_as_selenocysteine intron".split()
)
_GENES = frozenset(("gene", "pseudogene", "ncRNA_gene"))
_PAR_Y = "the copy on chromosome Y of a gene in a pseudoautosomal region"
_PREFIXES = ("transcript:", "rna-", "gene:", "gene-", "CDS:", "cds-")


def attributes_of(cell: str) -> dict[str, str]:
    """Attributes by name; `%2C` and the like are read."""
    pairs = (item.partition("=") for item in cell.split(";"))
    return {name.strip(): unquote(said) if "%" in said else said for name, _sign, said in pairs if said}


def _parent(cell: str) -> str:
    at = cell.find("Parent=")
    if at < 0:
        return ""
    end = cell.find(";", at)
    return cell[at + 7 : end] if end >= 0 else cell[at + 7 :]


def _reference(said: dict[str, str], database: str) -> str:
    """Identifier of an item of Dbxref: `GeneID:3716,HGNC:HGNC:6190`."""
    items = said.get("Dbxref", said.get("db_xref", "")).split(",")
    found = next((item for item in items if item.startswith(f"{database}:")), "")
    return found.removeprefix(f"{database}:").removeprefix(f"{database}:")


class _Reader:
    """Reads the lines of one file."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._places = GenomePlaces(file)
        self._models = GeneModels(file, self._places)
        self._genes: dict[str, tuple[str, str]] = {}
        self._sequence = ""
        self._others: dict[str, int] = {}

    def outcomes(self) -> Iterator[Outcome]:
        """Outcome of each gene and transcript."""
        models = self._models
        for number, line in self._file.lines():
            cells = line.split("\t")
            if len(cells) == 9:
                start, end = position(cells[3]), position(cells[4])
                if not 0 < start <= end:
                    models.add(self._file.rejected(number, NO_POSITIONS, line))
                elif cells[2] in _PARTS:
                    self._part(number, cells, start, end)
                elif cells[2] not in _FOLLOWS:
                    yield from models.ready(cells[0], start)
                    self._whole(number, cells, start, end)
            elif line.startswith("##FASTA"):
                break
            elif line.startswith("#"):
                self._places.hear(line)
            elif line.strip():
                models.add(self._file.rejected(number, "not nine cells", line))
        yield from models.rest()
        if self._others:
            kinds = ", ".join(f"{kind} ({lines:,})" for kind, lines in sorted(self._others.items())[:12])
            self._file.remarks.append(f"lines of kinds that gene models do not need: {kinds}")

    def _part(self, line: int, cells: list[str], start: int, end: int) -> None:
        """An exon or a piece of a coding part, of each of its parents."""
        cell = cells[8]
        parents = _parent(cell)
        if not parents:
            self._models.add(self._file.rejected(line, "an exon or coding part of nothing", cell))
        for key in parents.split(",") if "," in parents else (parents,):
            if not key:
                continue
            draft = self._models.find(key, cells[0])
            if draft is None:
                draft = self._models.begin(line, key, cells)
                _describe(draft, attributes_of(cell), self._genes, exon=True)
            if cells[2] == "exon":
                draft.exons.append((start, end))
                continue
            draft.coding.append((start, end, int(cells[7]) if cells[7] in ("0", "1", "2") else -1))
            if not draft.protein:
                _coding(draft, attributes_of(cell))

    def _whole(self, line: int, cells: list[str], start: int, end: int) -> None:
        """A gene, a transcript, or something else."""
        kind, said = cells[2], attributes_of(cells[8])
        key = said.get("ID", "")
        if kind in _GENES or key.startswith(("gene:", "gene-")):
            self._models.add(self._gene(line, cells, said, start, end))
        elif key and "Parent" in said and ("transcript_id" in said or key.startswith(("transcript:", "rna"))):
            draft = self._models.find(key, cells[0]) or self._models.begin(line, key, cells)
            _describe(draft, said, self._genes)
            draft.biotype = draft.biotype or kind
            draft.high = end
        else:
            self._others[kind] = self._others.get(kind, 0) + 1

    def _gene(self, line: int, cells: list[str], said: dict[str, str], start: int, end: int) -> Outcome:
        """A gene's outcome; its name is kept for its transcripts, which follow on the same sequence."""
        if cells[0] != self._sequence:
            self._sequence = cells[0]
            self._genes.clear()
        chromosome, assembly, unwanted = self._places.place(cells[0], line)
        identifier = said.get("gene_id", "") or _bare(said.get("ID", ""))
        symbol = said.get("gene_name") or said.get("gene") or said.get("Name", "")
        gene = gene_curie(identifier, _reference(said, "GeneID"), symbol)
        self._genes[said.get("ID", "")] = (gene, symbol)
        if unwanted:
            return Filtered(line, unwanted)
        if identifier.endswith("_PAR_Y"):
            return Filtered(line, _PAR_Y)
        if not gene:
            return self._file.rejected(line, "a gene without an identifier", cells[8])
        records = gene_records(
            Gene(
                gene,
                symbol or identifier,
                said.get("description", "").partition(" [Source:")[0],
                locus_type(said.get("biotype") or said.get("gene_biotype") or said.get("gene_type", "")),
                place_of_gene(chromosome, start, end, cells[6], assembly),
                self._places.taxon(assembly),
                self._file.source,
            ),
            _reference(said, "HGNC") or said.get("hgnc_id", "").removeprefix("HGNC:"),
        )
        return (
            Taken(line, records)
            if records
            else Filtered(line, "a gene that has a symbol only: its transcripts say more")
        )


def _bare(identifier: str) -> str:
    for prefix in _PREFIXES:
        if identifier.startswith(prefix):
            return identifier[len(prefix) :]
    return identifier


def _describe(draft: Draft, said: dict[str, str], genes: dict[str, tuple[str, str]], exon: bool = False) -> None:
    """What a line says of its transcript. An exon's own identifier and parent are not those of the transcript."""
    parent = said.get("Parent", "")
    identifier = said.get("transcript_id", "")
    if not identifier and draft.key.startswith("transcript:"):
        identifier = _bare(draft.key)
    if version := "" if exon else said.get("version", ""):
        identifier = f"{identifier}.{version}" if identifier and "." not in identifier else identifier
    draft.id = "" if identifier.endswith("_PAR_Y") else identifier or draft.id
    known = "" if exon else genes.get(parent, ("", ""))[0]
    ensembl = said.get("gene_id", "") or ("" if exon else _bare(parent))
    own = gene_curie(ensembl, _reference(said, "GeneID"), said.get("gene_name") or said.get("gene", ""))
    draft.gene = known or own or draft.gene
    draft.biotype = said.get("biotype") or said.get("transcript_type") or said.get("transcript_biotype", draft.biotype)
    tags = said.get("tag", "").replace("_", " ").split(",")
    draft.mane_select |= "MANE Select" in tags
    draft.mane_plus_clinical |= "MANE Plus Clinical" in tags
    draft.canonical |= "Ensembl canonical" in tags or "RefSeq Select" in tags
    draft.ccds = draft.ccds or said.get("ccdsid", "") or said.get("ccds_id", "")


def _coding(draft: Draft, said: dict[str, str]) -> None:
    """What a line of the coding part says beside its place."""
    protein, version = said.get("protein_id", "") or _bare(said.get("ID", "")), said.get("version", "")
    draft.protein = protein_curie(f"{protein}.{version}" if version and "." not in protein else protein)
    draft.ccds = draft.ccds or _reference(said, "CCDS") or said.get("ccdsid", "")


def _rows(head: Head) -> list[list[str]]:
    rows = (line.split("\t") for line in head.lines[:400] if line.strip() and not line.startswith("#"))
    return [row for row in rows if len(row) == 9]


def _is_gff3(head: Head) -> bool:
    models = (row for row in _rows(head) if row[2] in _GENES | _PARTS | {"mRNA", "transcript"})
    return any("ID=" in row[8] or "Parent=" in row[8] for row in models)


def _is_refseq(head: Head) -> bool:
    return _is_gff3(head) and ("NCBI_Assembly:" in head.text or any(row[0].startswith("NC_") for row in _rows(head)))


def _is_gencode(head: Head) -> bool:
    return _is_gff3(head) and any("gene_type=" in row[8] and "ENS" in row[8] for row in _rows(head))


def _is_ensembl(head: Head) -> bool:
    return _is_gff3(head) and any("ID=gene:ENS" in row[8] or "=transcript:ENS" in row[8] for row in _rows(head))


def _read(file: SourceFile) -> Iterator[Outcome]:
    return _Reader(file).outcomes()


_TURN = Turn.MORE_OF_GENES

FORMATS = (
    Format("refseq-gff3", "Gene models of RefSeq (GFF3)", "refseq", _TURN, MARKS, _is_refseq, _read),
    Format("gencode-gff3", "Gene models of GENCODE (GFF3)", "gencode-models", _TURN, MARKS, _is_gencode, _read),
    Format("ensembl-gff3", "Gene models of Ensembl (GFF3)", "ensembl-models", _TURN, MARKS, _is_ensembl, _read),
    Format("gff3", "Gene models (GFF3)", "gene-models", _TURN, ADDS, _is_gff3, _read),
)
