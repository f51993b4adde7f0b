"""HGNC's complete set, as a table of any year since 2018 or as JSON: symbols, names and identifiers of human genes."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from atlasview.records.gene import AND, Gene, GeneName, Location
from atlasview.records.packing import Packed
from atlasview.records.reference import CrossReference
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line, lacking
from atlasview.sources.json_list import json_items
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.rows import Rows
from atlasview.sources.taken import Outcome, Taken

HUMAN = 9606
NAMES = {"prev_symbol": "previous symbol", "alias_symbol": "alias", "alias_name": "name", "prev_name": "name"}
IDENTIFIERS = {
    "entrez_id": "NCBIGene",
    "ensembl_gene_id": "ENSEMBL",
    "vega_id": "VEGA",
    "ucsc_id": "UCSC",
    "ena": "ENA",
    "refseq_accession": "RefSeq",
    "ccds_id": "CCDS",
    "uniprot_ids": "UniProtKB",
    "mgd_id": "MGI",
    "rgd_id": "RGD",
    "omim_id": "OMIM",
    "orphanet": "Orphanet",
    "cosmic": "COSMIC",
    "iuphar": "IUPHAR",
    "cd": "CD",
    "merops": "MEROPS",
    "imgt": "IMGT",
    "enzyme_id": "EC",
    "rna_central_id": "RNAcentral",
    "lncipedia": "LNCipedia",
    "agr": "AGR",
    "gencc": "GenCC",
    "bioparadigms_slc": "BioParadigms SLC",
    "mirbase": "miRBase",
    "homeodb": "HomeoDB",
    "snornabase": "snoRNABase",
    "pseudogene.org": "Pseudogene.org",
    "horde_id": "HORDE",
    "kznf_gene_catalog": "KZNF Gene Catalog",
    "mamit-trnadb": "Mamit-tRNAdb",
    "lncrnadb": "lncRNAdb",
    "intermediate_filament_db": "Intermediate Filament Database",
    "gtrnadb": "GtRNAdb",
    "mane_select": "MANE Select",
}
"""Columns of identifiers, and the database that each belongs to."""
RENAMED = {"gene_family": "gene_group", "gene_family_id": "gene_group_id", "locus_sortable": "location_sortable"}
"""Names of columns in the sets of 2018 and 2019."""
_PREFIXED = {"mgd_id", "rgd_id", "iuphar", "agr", "gencc"}
LABELS = {"Orphanet": "gene"}
_NEEDED = ("hgnc_id", "symbol", "name")
_TOLD_BY = ("hgnc_id", "symbol", "locus_type")
_READ = (*_NEEDED, "locus_type", "status", "location", "date_modified", "gene_group", "gene_group_id", "lsdb")
LRG = re.compile(r"LRG_\d+(?=\||$)")
_CHROMOSOME = re.compile(r"(\d+|X|Y)")


class _GeneRows:
    """Makes outcomes of rows whose cells stand at the places of `header`."""

    def __init__(self, file: SourceFile, header: Header) -> None:
        self._file = file
        self._source = file.source
        self.id, self.symbol, self.name = (header.need(name) for name in _NEEDED)
        self.locus_type, self.status, self.location, self.modified, self.group, self.group_id, self.lsdb = (
            header.find(name) for name in _READ[len(_NEEDED) :]
        )
        self.names = [(header.find(column), kind) for column, kind in NAMES.items() if header.find(column) >= 0]
        self.columns = [
            (header.find(column), database, LABELS.get(database, ""), column in _PREFIXED)
            for column, database in IDENTIFIERS.items()
            if header.find(column) >= 0
        ]

    def outcome(self, line: int, cells: list[str]) -> Outcome:
        """What a row says; a withdrawn entry is no gene."""
        gene = cells[self.id]
        if not (gene.startswith("HGNC:") and gene[5:].isdecimal() and len(gene) <= 16):
            return self._file.rejected(line, "no HGNC identifier", gene)
        if cells[self.status] not in ("Approved", ""):
            return Filtered(line, "withdrawn")
        symbol = cells[self.symbol]
        if not symbol:
            return self._file.rejected(line, "no symbol", gene)
        modified = cells[self.modified]
        self._file.date = max(self._file.date, modified)
        return Taken(line, self._records(gene, symbol, cells), gene, (modified,))

    def _records(self, gene: str, symbol: str, cells: list[str]) -> Rows:
        source, rows = self._source, Rows()
        place = location_of_band(cells[self.location])
        named = Gene(gene, symbol, cells[self.name], cells[self.locus_type], place, HUMAN, source)
        rows.say(Gene, gene, [named])
        names = ((text, kind) for at, kind in self.names if cells[at] for text in listed(cells[at]))
        rows.add(GeneName, gene, [(gene, kind, text, source) for text, kind in names])
        references = [(gene, *said, source) for said in self._identified(gene, cells)]
        if "LRG_" in cells[self.lsdb]:
            references += [(gene, "LRG", value, "", source) for value in dict.fromkeys(LRG.findall(cells[self.lsdb]))]
        if cell := cells[self.group_id]:
            references += self._groups(gene, listed(cell), listed(cells[self.group]))
        rows.add(CrossReference, gene, references)
        return rows

    def _identified(self, gene: str, cells: list[str]) -> Iterator[tuple[str, str, str]]:
        """Database, identifier and label of each identifier elsewhere."""
        for at, database, label, prefixed in self.columns:
            if cell := cells[at]:
                for value in listed(cell):
                    yield database, value.rpartition(":")[2] if prefixed and value != gene else value, label

    def _groups(self, gene: str, ids: list[str], labels: list[str]) -> list[Packed]:
        """Gene groups; where numbers and names are not as many, which belongs to which is not known."""
        if len(ids) != len(labels):
            labels = [""] * len(ids)
        return [(gene, "HGNC gene group", value, label, self._source) for value, label in zip(ids, labels, strict=True)]


@lru_cache(maxsize=4096)
def location_of_band(band: str) -> Location:
    """Location of a cytogenetic band in HGNC's words: `5p13.2`, `Xq28 and Yq12`, `mitochondria`."""
    if band.startswith("mitochondria"):
        return Location(band, "MT")
    found = filter(None, map(_CHROMOSOME.match, band.split(AND)))
    return Location(band, AND.join(dict.fromkeys(one.group(1) for one in found)))


def listed(cell: str) -> list[str]:
    """Items of a cell that are separated by `|`, without empty ones and `-`."""
    if "|" not in cell:
        cell = cell.strip()
        return [cell] if cell not in ("", "-") else []
    return [item for part in cell.split("|") if (item := part.strip()) not in ("", "-")]


def _read_table(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.split("\t"), RENAMED)
    rows = _GeneRows(file, header)
    least = 1 + max(rows.id, rows.symbol, rows.name)
    yield from header.of_human(lines, least, lambda at, cells: rows.outcome(at, _cleaned(cells)))


def _cleaned(cells: list[str]) -> list[str]:
    """Cells without the quotes that spreadsheets set around some, and HTML entities undone."""
    row = "\t".join(cells)
    if '"' in row:
        cells = [_unquoted(cell) if cell[:1] == '"' else cell for cell in cells]
    if "&" in row:
        cells = [html.unescape(cell) for cell in cells]
    return cells


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[-1] == '"' else cell


def _read_json(file: SourceFile) -> Iterator[Outcome]:
    names = [*_READ, *NAMES, *IDENTIFIERS]
    rows = _GeneRows(file, Header(file, 1, names))
    renamed = {new: old for old, new in RENAMED.items()}
    human = file.taxon in (None, HUMAN)
    for line, entry in json_items(file, "docs"):
        if not isinstance(entry, dict):
            yield file.rejected(line, "an entry that is no object", repr(entry))
        elif not human:
            yield Filtered(line, "another organism")
        else:
            cells = [_cell(entry.get(name, entry.get(renamed.get(name, ""), ""))) for name in names]
            cells.append("")
            yield rows.outcome(line, [html.unescape(cell) if "&" in cell else cell for cell in cells])


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "|".join(map(str, value))
    return "" if value is None else str(value)


def _is_table(head: Head) -> bool:
    return set(_TOLD_BY) <= set(head.columns())


def _lacks(head: Head) -> str:
    columns = head.columns()
    if {"HGNC ID", "Approved symbol"} <= set(columns):
        return "a custom download: take the complete set"
    return lacking(columns, _TOLD_BY, (*_TOLD_BY, *_READ, *NAMES, *IDENTIFIERS, *RENAMED))


def _is_json(head: Head) -> bool:
    start = head.text[: 16 << 10]
    return start.lstrip().startswith("{") and '"docs"' in start and '"hgnc_id"' in head.text


FORMATS = (
    Format(
        key="hgnc",
        title="HGNC complete set",
        database="hgnc",
        turn=Turn.GENES,
        adds="genes: approved and previous symbols, aliases, names, bands, identifiers in other databases",
        recognises=_is_table,
        read=_read_table,
        lacks=_lacks,
    ),
    Format(
        key="hgnc-json",
        title="HGNC complete set (JSON)",
        database="hgnc",
        turn=Turn.GENES,
        adds="genes: approved and previous symbols, aliases, names, bands, identifiers in other databases",
        recognises=_is_json,
        read=_read_json,
    ),
)
