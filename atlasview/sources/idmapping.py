"""UniProt's identifiers: idmapping.dat (one identifier per row), idmapping_selected.tab (one entry per row)."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from atlasview.records.gene import GeneName
from atlasview.records.protein import GeneProtein
from atlasview.records.quick import quick
from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm
from atlasview.sources.companions import ENTRIES
from atlasview.sources.format import Format, Turn
from atlasview.sources.gene_product import is_go_term
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Outcome, Taken
from atlasview.sources.uniprot.mnemonics import is_of
from atlasview.sources.uniprot_refused import ACCESSION

_OTHER = "another organism"
_NOTHING = "no identifier of another database"
_ROW = re.compile(rf"{ACCESSION}(?:-\d+)?\t[A-Za-z][\w .-]*\t\S")
_ACCESSION = re.compile(rf"({ACCESSION})(-\d+)?")
_SELECTED = re.compile(rf"{ACCESSION}\t\w+_\w+(?:\t[^\t]*){{10}}\t\d+(?:\t[^\t]*){{5,9}}")
_NAMES = frozenset({"Gene_Name", "Gene_Synonym", "Gene_OrderedLocusName", "Gene_ORFName"})
_NO_IDENTIFIERS = frozenset({"NCBI_TaxID", "CRC64"})
_DATABASES = {
    "GeneID": "NCBIGene",
    "MIM": "OMIM",
    "Orphanet": "ORPHA",
    "Ensembl": "ENSEMBL",
    "Ensembl_PRO": "ENSEMBL",
    "Ensembl_TRS": "ENSEMBL",
    "RefSeq_NT": "RefSeq",
    "UniProtKB-ID": "UniProt entry name",
}
_OF_GENES = ("HGNC", "GeneID", "Ensembl")
"""Types that name the gene; the first of them that an entry has tells its gene."""
_COLUMNS = tuple(
    "UniProtKB-ID|GeneID|RefSeq|GI|PDB|GO|UniRef100|UniRef90|UniRef50|UniParc|PIR|NCBI-taxon|MIM|UniGene|PubMed|EMBL|"
    "EMBL-CDS|Ensembl|Ensembl_TRS|Ensembl_PRO|Additional PubMed".split("|")
)
_LEFT = frozenset({"GO", "NCBI-taxon", "PubMed", "Additional PubMed"})
_cross_reference = quick(CrossReference)
Row = tuple[int, list[str]]


def _recognises(head: Head) -> bool:
    lines = head.lines[:50]
    rows = sum(bool(_ROW.match(line)) and line.count("\t") == 2 for line in lines)
    return bool(lines) and bool(_ROW.match(lines[0])) and rows * 2 > len(lines)


def _recognises_selected(head: Head) -> bool:
    return bool(_SELECTED.fullmatch(head.first))


def read(file: SourceFile) -> Iterator[Outcome]:
    """Each row of idmapping.dat; rows of an accession follow each other, and one of them tells its organism."""
    rows = ((number, line.split("\t")) for number, line in file.lines() if line.strip())
    for accession, held in groupby(rows, key=lambda row: row[1][0].partition("-")[0]):
        yield from _entry(file, accession, list(held))


def _entry(file: SourceFile, accession: str, rows: list[Row]) -> Iterator[Outcome]:
    known = [cells for _line, cells in rows if len(cells) == 3]
    named = {cells[1]: cells[2] for cells in known}
    wanted = is_of(file.taxon, named.get("NCBI_TaxID", ""), named.get("UniProtKB-ID", ""))
    gene = next((kind for kind in _OF_GENES if kind in named), "")
    for line, cells in rows:
        if len(cells) != 3 or not cells[1].strip() or not cells[2].strip():
            yield file.rejected(
                line, "a row that is not accession, kind of identifier and identifier", "\t".join(cells)
            )
        elif not (found := _ACCESSION.fullmatch(cells[0])):
            yield file.rejected(line, "no accession of UniProt", cells[0])
        elif not wanted:
            yield Filtered(line, _OTHER)
        elif cells[1] in _NO_IDENTIFIERS:
            yield Filtered(line, _NOTHING)
        else:
            yield Taken(line, _records(f"UniProtKB:{accession}", found, cells[1], cells[2], gene, file.source))


def _records(protein: str, found: re.Match[str], kind: str, identifier: str, gene: str, source: str) -> list[Any]:
    if kind in _NAMES:
        return [GeneName(protein, "alias", identifier, source)]
    label = f"isoform {found[0]}" if found[2] else ""
    database = _DATABASES.get(kind, kind)
    identifier = identifier.removeprefix(f"{kind}:")
    records: list[Any] = [_cross_reference(protein, database, identifier, label, source)]
    if kind == gene:
        records = [GeneProtein(f"{database}:{identifier.partition('.')[0]}", protein, source)]
    return records


def read_selected(file: SourceFile) -> Iterator[Outcome]:
    """Each row of idmapping_selected.tab."""
    for number, line in file.lines():
        cells = line.split("\t")
        if not line.strip():
            continue
        yield _selected(file, number, cells)


def _selected(file: SourceFile, line: int, cells: list[str]) -> Taken | Rejected | Filtered:
    found = _ACCESSION.fullmatch(cells[0])
    if found is None:
        return file.rejected(line, "no accession of UniProt", cells[0])
    if len(cells) < 18:
        return file.rejected(line, "fewer cells than the file has columns", f"{len(cells)} instead of 22")
    given = dict(zip(_COLUMNS, cells[1:], strict=False))
    if not is_of(file.taxon, given["NCBI-taxon"], given["UniProtKB-ID"]):
        return Filtered(line, _OTHER)
    protein, source = f"UniProtKB:{found[0]}", file.source
    records: list[Any] = []
    terms = [one for one in given["GO"].split("; ") if one and one != "-"]
    if odd := [one for one in terms if not is_go_term(one)]:
        return file.rejected(line, "no GO term in the column of GO terms", odd[0])
    records += [GeneTerm(protein, one, "", "", "", "UniProt", source) for one in terms]
    gene = next((kind for kind in _OF_GENES if given.get(kind)), "")
    for kind, cell in given.items():
        values = [one for one in map(str.strip, cell.split("; ")) if one and one != "-"]
        for one in values if kind not in _LEFT else ():
            records += _records(protein, found, kind, one, gene, source)
    return Taken(line, records)


FORMATS = (
    Format(
        key="uniprot-idmapping",
        title="UniProt identifiers (idmapping.dat)",
        database="uniprot",
        turn=Turn.MORE_OF_PROTEINS,
        adds="identifiers of proteins in other databases, genes of proteins",
        recognises=_recognises,
        read=read,
        companion=ENTRIES,
    ),
    Format(
        key="uniprot-idmapping-selected",
        title="UniProt identifiers (idmapping_selected.tab)",
        database="uniprot",
        turn=Turn.MORE_OF_PROTEINS,
        adds="identifiers of proteins in other databases, genes of proteins, GO terms",
        recognises=_recognises_selected,
        read=read_selected,
        companion=ENTRIES,
    ),
)
