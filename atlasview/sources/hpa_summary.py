"""The Human Protein Atlas' summary, `proteinatlas.tsv`, of any year since 2017, and its search results as a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atlasview.records.expression import ELEVATED, HIGHEST, Expression
from atlasview.sources.expression_values import (
    NO_AMOUNT,
    NO_GENE,
    amount,
    gene_of,
    reliability_of,
    sample_name,
    sample_term,
)
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.hpa_protein import NO_RELIABILITY, PLACE
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Rejected
from atlasview.sources.taken import Outcome, Taken

_OLD = {
    "RNA TS TPM": ("tissue", "TPM", ELEVATED),
    "TPM max in non-specific": ("tissue", "TPM", HIGHEST),
    "RNA CS TPM": ("cell line", "TPM", ELEVATED),
}
"""Columns of 2017 and 2018 -> kind, unit and level."""
_LISTED = re.compile(r"RNA (.+?) specific (nTPM|NX|nCPM|pTPM|TPM)")
_WHOLE = re.compile(r"(.+?) RNA - (.+) \[(nTPM|NX|nCPM|pTPM|TPM)\]")
_KINDS = {
    "tissue": ("tissue", "tissues"),
    "brain": ("tissue", "brain regions"),
    "brain regional": ("tissue", "brain regions"),
    "single cell type": ("cell type", "single cell types"),
    "single nuclei brain": ("cell type", "cells of the brain"),
    "single cell": ("cell type", "single cell types"),
    "blood": ("cell type", "blood cells"),
    "blood cell": ("cell type", "blood cells"),
    "immune cell": ("cell type", "blood cells"),
    "blood lineage": ("cell type", "blood lineages"),
    "cell line": ("cell line", "cell lines"),
}
"""What the columns of RNA are about -> kind and words for the data set; others (cancer, mouse, pig) are not read."""
_PLACES = (("Subcellular main location", "main"), ("Subcellular additional location", "additional"))


@dataclass(frozen=True, slots=True)
class _Values:
    """A column of amounts: of one sample, or (empty `sample`) a list of those that are `level`."""

    at: int
    sample: str
    level: str
    unit: str
    kind: str
    dataset: str


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.split("\t"))
    rows = _Rows(file, header)
    for row in header.rows(lines, 1 + rows.gene):
        yield row if isinstance(row, Rejected) else rows.outcome(*row)


class _Rows:
    """Makes outcomes of rows whose cells stand at the places of `header`."""

    def __init__(self, file: SourceFile, header: Header) -> None:
        self._file = file
        self.gene = header.need("Ensembl")
        self.values = [found for at, name in enumerate(header.names) if (found := _values(at, name))]
        self.places = [(header.find(name), level) for name, level in _PLACES if header.find(name) >= 0]
        if not self.places and header.find("Subcellular location") >= 0:
            self.places = [(header.find("Subcellular location"), "")]
        self.reliability = header.find("Reliability (IF)")
        if not self.values and not self.places:
            header.need("RNA tissue specific nTPM")

    def outcome(self, line: int, cells: list[str]) -> Outcome:
        """What a row says of its gene: elevated or all values, places in the cell."""
        gene = gene_of(cells[self.gene])
        if not gene:
            return self._file.rejected(line, NO_GENE, cells[self.gene])
        try:
            records = [record for column in self.values for record in self._amounts(gene, cells[column.at], column)]
        except ValueError as error:
            return self._file.rejected(line, NO_AMOUNT, str(error))
        try:
            records += self._located(gene, cells)
        except ValueError as error:
            return self._file.rejected(line, NO_RELIABILITY, str(error))
        return Taken(line, list(records))

    def _amounts(self, gene: str, cell: str, column: _Values) -> Iterator[Expression]:
        if column.sample:
            yield self._value(gene, column.sample, column.level, amount(cell), column)
            return
        for part in filter(None, (part.strip() for part in cell.split(";"))):
            name, _colon, value = part.rpartition(":")
            if not name or (measured := amount(value.strip())) is None:
                raise ValueError(part)
            yield self._value(gene, sample_name(name), column.level, measured, column)

    def _value(self, gene: str, sample: str, level: str, value: float | None, column: _Values) -> Expression:
        said = (gene, sample, "", sample_term(sample), value, level, "", column.unit, column.kind, column.dataset)
        return Expression(*said, self._file.source)

    def _located(self, gene: str, cells: list[str]) -> Iterator[Expression]:
        for at, level in self.places:
            for place in filter(None, (part.strip() for part in re.split(r"<br>|,|;", cells[at]))):
                how = reliability_of(cells[self.reliability])
                yield Expression(
                    gene, place, "", "", None, level, how, "", PLACE, "HPA summary, places", self._file.source
                )


def _values(at: int, name: str) -> _Values | None:
    """What a column of amounts holds, None for any other column."""
    if name in _OLD:
        kind, unit, level = _OLD[name]
        return _Values(at, "", level, unit, kind, f"HPA summary, elevated {kind}s")
    if (found := _LISTED.fullmatch(name)) and (known := _KINDS.get(found[1].lower())):
        return _Values(at, "", ELEVATED, found[2], known[0], f"HPA summary, elevated {known[1]}")
    if (found := _WHOLE.fullmatch(name)) and (known := _KINDS.get(found[1].lower())):
        return _Values(at, sample_name(found[2]), "", found[3], known[0], f"HPA summary, {known[1]}")
    return None


def _is_summary(head: Head) -> bool:
    there = set(head.columns())
    told = {"Reliability (IF)", "Subcellular location", "RNA tissue category", "RNA tissue specificity", "Antibody"}
    return {"Gene", "Ensembl"} <= there and (bool(told & there) or any(_values(0, name) for name in there))


FORMATS = (
    Format(
        key="hpa-summary",
        title="Human Protein Atlas summary (proteinatlas.tsv)",
        database="hpa",
        turn=Turn.TIES,
        adds="samples in which a gene is elevated, with value and unit; places in the cell with reliability",
        recognises=_is_summary,
        read=_read,
    ),
)
