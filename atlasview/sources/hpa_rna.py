"""RNA tables of the Human Protein Atlas, a row for each gene and sample: tissues, blood cells, single cell types."""

from collections.abc import Iterator
from functools import partial
from typing import cast

from atlasview.records.expression import Expression
from atlasview.records.quick import quick
from atlasview.sources.expression_values import (
    NO_AMOUNT,
    NO_GENE,
    UNITS,
    amount,
    by_gene,
    gene_of,
    sample_of,
)
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Rejected
from atlasview.sources.taken import Outcome

_SAMPLES = {
    "Cell type": ("cell type", "HPA single cell types"),
    "Blood cell": ("cell type", "HPA blood cells"),
    "Immune cell": ("cell type", "HPA blood cells"),
    "Cell line": ("cell line", "HPA cell lines"),
    "Brain region": ("tissue", "HPA brain regions"),
    "Subregion": ("tissue", "HPA brain regions"),
    "Tissue": ("tissue", "HPA consensus tissues"),
    "Sample": ("tissue", "HPA tissues"),
}
"""Column that names the sample -> kind and data set; the first that a file has counts."""
_PARTS = ("Tissue", "Cluster")
"""Columns that tell samples of one cell type apart."""
_TAGS = {"Tags per million": "tags per million", "Scaled tags per million": "scaled tags per million"}
_NAMED = {"gtex": "GTEx tissues, by HPA", "fantom": "FANTOM5 tissues, by HPA"}
"""What the name of a file of tissues tells, which its columns do not: whose samples they are."""


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.split("\t"))
    rows = _Rows(file, header)
    yield from by_gene(rows.outcomes(header.rows(lines, rows.least)))


class _Rows:
    """Makes outcomes of rows whose cells stand at the places of `header`."""

    def __init__(self, file: SourceFile, header: Header) -> None:
        self._file, self._source = file, file.source
        self._expression = quick(Expression)
        self.gene = header.need("Gene")
        column = next((name for name in _SAMPLES if header.find(name) >= 0), "Tissue")
        self.sample = header.need(column)
        self.kind, self.dataset = _SAMPLES[column]
        self.parts = [header.find(name) for name in _PARTS if column == "Cell type" and header.find(name) >= 0]
        self._choose_unit(header)
        if column == "Tissue" and (others := _other_tissues(file, header)):
            self.dataset = others
        self.least = 1 + max(self.gene, self.sample, self.value, *self.parts)

    def _choose_unit(self, header: Header) -> None:
        """One value of each row is taken: in the unit that compares samples best."""
        self.stated = header.find("Unit")
        if header.find("Value") >= 0 and self.stated >= 0:
            self.value, self.unit = header.find("Value"), ""
            return
        there = [name for name in (*UNITS, *_TAGS) if header.find(name) >= 0]
        column = there[0] if there else UNITS[0]
        self.value, self.unit, self.stated = header.need(column), _TAGS.get(column, column), -1
        if others := there[1:]:
            self._file.remarks.append(f"{column} was read; {' and '.join(others)} of the same samples were not")

    def outcomes(self, rows: Iterator[tuple[int, list[str]] | Rejected]) -> Iterator[tuple[int, Expression] | Rejected]:
        """What each row says."""
        for row in rows:
            yield self.outcome(row[0], row[1]) if type(row) is tuple else cast("Rejected", row)

    def outcome(self, line: int, cells: list[str]) -> tuple[int, Expression] | Rejected:
        """What a row says: one value, of one gene in one sample."""
        gene = gene_of(cells[self.gene])
        if not gene:
            return self._file.rejected(line, NO_GENE, cells[self.gene])
        name, term = sample_of(cells[self.sample])
        if not name:
            return self._file.rejected(line, "no name of a sample", cells[self.gene])
        try:
            value = amount(cells[self.value])
        except ValueError:
            return self._file.rejected(line, NO_AMOUNT, cells[self.value])
        part = " ".join(cells[at] for at in self.parts if cells[at]) if self.parts else ""
        unit = self.unit or cells[self.stated]
        record = self._expression(gene, name, part, term, value, "", "", unit, self.kind, self.dataset, self._source)
        return line, record


def _other_tissues(file: SourceFile, header: Header) -> str:
    """Data set of tissues that are not the consensus, empty for that; only the consensus has a single column."""
    name = (file.member or file.path.name).casefold()
    if told := next((dataset for word, dataset in _NAMED.items() if word in name), ""):
        return told
    return "HPA tissues" if any(header.find(unit) >= 0 for unit in ("TPM", "pTPM")) else ""


def _is_rna(head: Head, columns: tuple[str, ...], without: tuple[str, ...] = ()) -> bool:
    there = set(head.columns())
    measured = not there.isdisjoint((*UNITS, *_TAGS)) or {"Value", "Unit"} <= there
    return "Gene" in there and measured and not there.isdisjoint(columns) and there.isdisjoint(without)


_CELLS = ("Cell type", "Blood cell", "Immune cell", "Cell line")

FORMATS = (
    Format(
        key="hpa-cells",
        title="RNA by cell type (HPA rna_single_cell_type, rna_blood_cell, rna_celline)",
        database="hpa",
        turn=Turn.TIES,
        adds="expression by single cell type, blood cell and cell line, with its unit",
        recognises=partial(_is_rna, columns=_CELLS),
        read=_read,
    ),
    Format(
        key="hpa-tissues",
        title="RNA by tissue (HPA rna_tissue_consensus and its like)",
        database="hpa",
        turn=Turn.TIES,
        adds="expression by tissue with its unit, from which the tissue specificity tau is computed",
        recognises=partial(_is_rna, columns=("Tissue", "Brain region", "Subregion", "Sample"), without=_CELLS),
        read=_read,
    ),
)
