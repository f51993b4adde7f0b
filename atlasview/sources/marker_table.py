"""Lists of marker genes with the columns of PanglaoDB and of CellMarker, old and new."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atlasview.records.marker import Marker, named_cell
from atlasview.records.publication import Publication
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.papers import bare_paper, plain, pmid_in
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.significance_table import gene_said
from atlasview.sources.taken import Outcome, Taken

_HUMAN = 9606
_RENAMED = {
    "species": "species",
    "speciesType": "species",
    "official gene symbol": "symbol",
    "Symbol": "symbol",
    "geneSymbol": "symbol",
    "GeneID": "number",
    "geneID": "number",
    "cell type": "cell",
    "cell_name": "cell",
    "cellName": "cell",
    "cellontology_id": "term",
    "CellOntologyID": "term",
    "organ": "tissue",
    "tissue_type": "tissue",
    "tissueType": "tissue",
    "cancer_type": "condition",
    "cancerType": "condition",
    "marker_source": "evidence",
    "markerResource": "evidence",
    "canonical marker": "canonical",
    "PMID": "paper",
}
"""Columns of the lists by what they say; those with several genes in a cell are CellMarker's of 2018."""
_NOT_GIVEN = frozenset(("", "NA", "N/A", "na", "None", "undefined", "Undefined"))
_WELL = frozenset(("Normal", "normal", "Normal cell", "Undefined"))
_CELL = re.compile(r"CL[:_]?(\d{7})", re.ASCII)
_WORD = re.compile(r"[A-Za-z]")
_PARTS = re.compile(r"[\[\]]")


@dataclass(slots=True)
class _Rows:
    """How a row of a list is read."""

    file: SourceFile
    header: Header

    def outcome(self, line: int, cells: list[str]) -> Outcome:
        """The markers of a row, one for each gene that it names."""
        said = {name: self._said(cells, name) for name in set(_RENAMED.values())}
        if self.file.taxon == _HUMAN and not re.search(r"human|\bHs\b|^$", said["species"], re.IGNORECASE):
            return Filtered(line, "another organism")
        genes = _genes(said["symbol"], said["number"])
        found = _CELL.fullmatch(said["term"])
        cell = f"CL:{found[1]}" if found else named_cell(said["cell"]) if _WORD.search(said["cell"]) else ""
        if not genes or not cell:
            what = "no cell type" if genes else "no identifier or symbol of a gene"
            return self.file.rejected(line, what, f"{said['symbol']} {said['cell']}".strip())
        papers = [bare_paper(pmid, self.file.source) for pmid in [pmid_in(said["paper"])] if pmid]
        return Taken(line, [*papers, *(self._marker(gene, cell, said, papers) for gene in genes)])

    def _marker(self, gene: str, cell: str, said: dict[str, str], papers: list[Publication]) -> Marker:
        condition = "" if said["condition"] in _WELL else said["condition"]
        evidence = said["evidence"] or ("canonical marker" if said["canonical"] == "1" else "")
        publications = tuple(paper.id for paper in papers)
        return Marker(gene, cell, said["tissue"], condition, None, evidence, publications, self.file.source)

    def _said(self, cells: list[str], name: str) -> str:
        said = plain(cells[self.header.find(name)]).strip('"')
        return "" if said in _NOT_GIVEN else said


def _genes(symbols: str, numbers: str) -> list[str]:
    """Genes of a row: by NCBI's number where each has one, else by symbol."""
    named = [_PARTS.sub("", one).strip() for one in symbols.split(",")]
    counted = [_PARTS.sub("", one).strip() for one in numbers.split(",")]
    pairs = zip(named, counted, strict=True) if len(named) == len(counted) else ((one, "") for one in named)
    found = (f"NCBIGene:{n}" if n.isdecimal() else "" if s in _NOT_GIVEN else gene_said(s) for s, n in pairs)
    return list(dict.fromkeys(filter(None, found)))


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.split("\t"), _RENAMED)
    least = 1 + max(header.need("symbol"), header.need("cell"))
    rows = _Rows(file, header)
    for row in header.rows(lines, least):
        yield row if isinstance(row, Rejected) else rows.outcome(*row)


def _is_panglaodb(head: Head) -> bool:
    return {"official gene symbol", "cell type"} <= set(head.columns())


def _is_cellmarker(head: Head) -> bool:
    names = set(head.columns())
    return bool(names & {"cell_name", "cellName"}) and bool(names & {"Symbol", "geneSymbol"})


FORMATS = tuple(
    Format(
        key=key,
        title=title,
        database="markers",
        turn=Turn.TIES,
        adds="genes that mark cell types",
        recognises=recognises,
        read=_read,
    )
    for key, title, recognises in (
        ("panglaodb", "PanglaoDB markers", _is_panglaodb),
        ("cellmarker", "CellMarker markers", _is_cellmarker),
    )
)
