"""Ensembl's tables of identifiers: gene, transcript and protein with what they are in NCBI Gene, RefSeq or UniProt."""

from collections.abc import Iterator
from typing import Any

from atlasview.records.reference import CrossReference
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Outcome, Taken

DATABASES = {
    "EntrezGene": "NCBIGene",
    "RefSeq_mRNA": "RefSeq",
    "RefSeq_mRNA_predicted": "RefSeq",
    "RefSeq_ncRNA": "RefSeq",
    "RefSeq_ncRNA_predicted": "RefSeq",
    "RefSeq_peptide": "RefSeq",
    "RefSeq_peptide_predicted": "RefSeq",
    "Uniprot/SWISSPROT": "UniProtKB",
    "Uniprot/SPTREMBL": "UniProtKB",
    "Uniprot_isoform": "UniProtKB",
    "EntrezGene_trans_name": "",
}
"""Ensembl's names of databases, and the prefixes of their identifiers; empty for names that Ensembl makes itself."""
_ISOFORM = "Uniprot_isoform"
_COLUMNS = ("gene_stable_id", "transcript_stable_id", "protein_stable_id", "xref", "db_name")


def is_human(stable_id: str) -> bool:
    """Whether an Ensembl identifier is a human one: those of other species have letters of the species in between."""
    return stable_id.startswith("ENS") and stable_id[3:4] in "GTPRE" and stable_id[4:5].isdecimal()


class _CrossReferences:
    """Makes outcomes of rows; what a gene's earlier rows have said is not said again."""

    def __init__(self, file: SourceFile, header: Header) -> None:
        self._file = file
        self._places = [header.need(name) for name in _COLUMNS]
        self.least = 1 + max(self._places)
        self._gene = ""
        self._said: set[tuple[str, str]] = set()

    def outcome(self, line: int, cells: list[str]) -> Outcome:
        """What a row says."""
        gene, transcript, protein, other, database = (cells[place] for place in self._places)
        gene = gene.partition(".")[0]
        if not gene.startswith("ENS"):
            return self._file.rejected(line, "no Ensembl identifier of a gene", gene)
        if self._file.taxon is not None and is_human(gene) != (self._file.taxon == 9606):
            return Filtered(line, "another organism")
        if database not in DATABASES:
            return self._file.rejected(line, "a database that is not known", database)
        if gene != self._gene:
            self._gene = gene
            self._said.clear()
        found = ((transcript, "ENSEMBL", "transcript"), (protein, "ENSEMBL", "protein"))
        accession, _hyphen, number = other.partition("-") if database == _ISOFORM else (other, "", "")
        records = list(self._new(gene, (*found, (accession, DATABASES[database], ""))))
        if number and protein not in ("", "-"):
            isoform = f"isoform {other}"
            records.append(CrossReference(f"UniProtKB:{accession}", "ENSEMBL", protein, isoform, self._file.source))
        return Taken(line, records) if records else Filtered(line, "says nothing that rows above it do not say")

    def _new(self, gene: str, found: tuple[tuple[str, str, str], ...]) -> Iterator[Any]:
        for identifier, database, label in found:
            if identifier not in ("", "-") and database and (database, identifier) not in self._said:
                self._said.add((database, identifier))
                yield CrossReference(f"ENSEMBL:{gene}", database, identifier, label, self._file.source)


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.split("\t"))
    rows = _CrossReferences(file, header)
    for row in header.rows(lines, rows.least):
        yield row if isinstance(row, Rejected) else rows.outcome(*row)


def _is_ensembl(head: Head) -> bool:
    return set(_COLUMNS) <= set(head.columns())


FORMATS = (
    Format(
        key="ensembl-xrefs",
        title="Ensembl identifiers (entrez, refseq, uniprot TSV)",
        database="ensembl",
        turn=Turn.MORE_OF_GENES,
        adds="Ensembl's transcripts and proteins of genes, and what they are in NCBI Gene, RefSeq or UniProt",
        recognises=_is_ensembl,
        read=_read,
    ),
)
