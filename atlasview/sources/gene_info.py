"""NCBI's gene_info: genes of any organism with their names, types and identifiers in other databases."""

import re
from collections.abc import Iterator
from functools import lru_cache

from atlasview.records.gene import AND, Gene, GeneName, Location
from atlasview.records.packing import Packed
from atlasview.records.reference import CrossReference
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line, lacking, names_of_ncbi
from atlasview.sources.hgnc import listed
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.rows import Rows
from atlasview.sources.taken import Outcome, Taken

_NO_GENES = {
    "biological-region": "a biological region without HGNC identifier",
    "unknown": "of unknown type without HGNC identifier",
}
_TOLD_BY = ("tax_id", "GeneID", "Symbol", "dbXrefs", "type_of_gene")
_COLUMNS = (
    *_TOLD_BY,
    *("LocusTag", "Synonyms", "chromosome", "map_location", "description", "Symbol_from_nomenclature_authority"),
    *("Full_name_from_nomenclature_authority", "Nomenclature_status", "Other_designations", "Modification_date"),
    "Feature_type",
)
_LOCUS_TYPES = {
    "protein-coding": "gene with protein product",
    "pseudo": "pseudogene",
    "tRNA": "RNA, transfer",
    "rRNA": "RNA, ribosomal",
    "snRNA": "RNA, small nuclear",
    "snoRNA": "RNA, small nucleolar",
    "miscRNA": "RNA, misc",
}
"""NCBI's types in HGNC's words, where both mean the same."""
_DATABASES = {
    "MIM": "OMIM",
    "Ensembl": "ENSEMBL",
    "Vega": "VEGA",
    "AllianceGenome": "AGR",
    "IMGT/GENE-DB": "IMGT",
}
"""Prefixes of the column dbXrefs that are others in an atlas."""
_PLACEHOLDER = "NEWENTRY"
_DIGITS = re.compile(r"\d+")


class _GeneInfoRows:
    """Makes outcomes of rows whose cells stand at the places of `header`."""

    def __init__(self, file: SourceFile, header: Header) -> None:
        self._file = file
        self._source = file.source
        self._taxon = "" if file.taxon is None else str(file.taxon)
        self.taxon, self.id, self.symbol = (header.need(name) for name in ("tax_id", "GeneID", "Symbol"))
        self.type, self.description = header.need("type_of_gene"), header.need("description")
        self.synonyms, self.others = header.find("Synonyms"), header.find("Other_designations")
        self.references = header.need("dbXrefs")
        self.chromosome, self.band = header.find("chromosome"), header.find("map_location")
        self.official_symbol = header.find("Symbol_from_nomenclature_authority")
        self.official_name = header.find("Full_name_from_nomenclature_authority")
        self.modified = header.find("Modification_date")

    def outcome(self, line: int, cells: list[str]) -> Outcome:
        """What a row says; places that are no genes are left out unless HGNC has them."""
        if self._taxon and cells[self.taxon] != self._taxon:
            return Filtered(line, "another organism")
        number = cells[self.id]
        if not _DIGITS.fullmatch(number) or not _DIGITS.fullmatch(cells[self.taxon]):
            return self._file.rejected(line, "no NCBI Gene identifier", f"{cells[self.taxon]} {number}")
        symbol = _given(cells[self.symbol])
        if not symbol:
            return self._file.rejected(line, "no symbol", f"NCBIGene:{number}")
        if symbol == _PLACEHOLDER:
            return Filtered(line, "a record that holds a place for genes which are not in NCBI Gene")
        references = _references(cells[self.references])
        hgnc = next((f"HGNC:{value}" for database, value in references if database == "HGNC" and value.isdecimal()), "")
        if not hgnc and cells[self.type] in _NO_GENES:
            return Filtered(line, _NO_GENES[cells[self.type]])
        modified = cells[self.modified]
        if modified > self._file.date.replace("-", "") and len(modified) == 8 and modified.isdecimal():
            self._file.date = f"{modified[:4]}-{modified[4:6]}-{modified[6:]}"
        records = self._records(hgnc or f"NCBIGene:{number}", symbol, references, cells)
        return Taken(line, records, f"NCBIGene:{number}", (modified,))

    def _records(self, gene: str, symbol: str, references: list[tuple[str, str]], cells: list[str]) -> Rows:
        source, rows = self._source, Rows()
        official = _given(cells[self.official_symbol]) or symbol
        description = _given(cells[self.description])
        name = _given(cells[self.official_name]) or description
        place = _location(cells[self.chromosome], cells[self.band])
        kind = _locus_type(cells[self.type], references)
        rows.say(Gene, gene, [Gene(gene, official, name, kind, place, int(cells[self.taxon]), source)])
        aliases = [*([symbol] if symbol != official else ()), *listed(cells[self.synonyms])]
        names = [*([description] if description != name else ()), *listed(cells[self.others])]
        said: list[Packed] = [(gene, "alias", text, source) for text in dict.fromkeys(aliases) if text != official]
        said += [(gene, "name", text, source) for text in dict.fromkeys(names) if text != name]
        rows.add(GeneName, gene, said)
        own = [("NCBIGene", cells[self.id])] if not gene.startswith("NCBIGene:") else []
        others = [reference for reference in references if reference[0] != "HGNC"]
        rows.add(CrossReference, gene, [(gene, database, value, "", source) for database, value in (*own, *others)])
        return rows


def _references(cell: str) -> list[tuple[str, str]]:
    """Database and identifier of each item: `MIM:146661|HGNC:HGNC:6024|MGI:MGI:96562`."""
    found = []
    for item in listed(cell):
        database, _sign, value = item.partition(":")
        database = _DATABASES.get(database, database)
        if value:
            found.append((database, value.removeprefix(f"{database}:")))
    return found


def _locus_type(kind: str, references: list[tuple[str, str]]) -> str:
    if kind == "ncRNA" and any(database == "miRBase" for database, _value in references):
        return "RNA, micro"
    return _LOCUS_TYPES.get(kind, kind)


@lru_cache(maxsize=8192)
def _location(chromosome: str, band: str) -> Location:
    """Location by NCBI's two columns; of several maps (`19q13|19q13-qter`) the first is taken."""
    return Location(_given(band.partition("|")[0]), AND.join(listed(chromosome)))


def _given(cell: str) -> str:
    return "" if cell == "-" else cell


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, names_of_ncbi(line))
    rows = _GeneInfoRows(file, header)
    least = 1 + max(rows.type, rows.references, rows.description)
    for row in header.rows(lines, least):
        yield row if isinstance(row, Rejected) else rows.outcome(*row)


def _is_gene_info(head: Head) -> bool:
    return set(_TOLD_BY) <= set(names_of_ncbi(head.first))


def _lacks(head: Head) -> str:
    return lacking(names_of_ncbi(head.first), _TOLD_BY, _COLUMNS)


FORMATS = (
    Format(
        key="gene-info",
        title="NCBI gene_info",
        database="ncbi-gene",
        turn=Turn.GENES,
        adds="genes that HGNC does not have, other names, identifiers in other databases",
        recognises=_is_gene_info,
        read=_read,
        lacks=_lacks,
    ),
)
