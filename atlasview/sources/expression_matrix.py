"""A table of genes by samples: Ensembl identifiers in the first column, one column of amounts for each sample."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from atlasview.anatomy import sample
from atlasview.records.expression import Expression
from atlasview.sources.expression_values import (
    NO_AMOUNT,
    NO_GENE,
    NOT_MEASURED,
    amount,
    gene_of,
    sample_name,
    sample_term,
)
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Rejected
from atlasview.sources.rows import Rows
from atlasview.sources.taken import Outcome, Taken

MOST_SAMPLES = 1_000
"""Columns of a table that a page can still show; a table of more is one of people or cells, not of tissues."""
_NX_ONLY = frozenset(("B cells", "T cells", "granulocytes", "monocytes"))
"""Columns that only the consensus of releases 19 and 20 has, whose unit is NX."""
_NO_SAMPLES = re.compile(
    r"\b(start|end|length|position|chromosome|strand|score|count|p|pvalue|padj|fdr|log2?fc|fold|gc|id|version)\b", re.I
)
"""Words in the names of columns of numbers that are no samples: coordinates, statistics, identifiers."""
_LABELS = frozenset(("gene name", "gene symbol", "genename", "symbol", "description", "gene description"))


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.split("\t"))
    columns = _columns(header.names)
    if not columns:
        raise file.refused("there are no columns of samples", number)
    if len(columns) > MOST_SAMPLES:
        raise file.refused(
            f"the table has {len(columns):,} samples; up to {MOST_SAMPLES:,} are read",
            number,
            "take a table of medians by tissue or cell type",
        )
    names = [sample_name(header.names[at]) for at in columns]
    kind, dataset, unit = _about(file, names)
    if not unit:
        file.remarks.append("the file does not say the unit of its values")
    rows = MatrixRows(file, columns, names, unit, kind, dataset)
    for row in header.rows(lines, 1 + columns[-1]):
        yield row if isinstance(row, Rejected) else rows.outcome(*row)


class MatrixRows:
    """Makes outcomes of rows: all values of a gene."""

    def __init__(
        self, file: SourceFile, columns: list[int], names: list[str], unit: str, kind: str, dataset: str
    ) -> None:
        self._rejected = file.rejected
        self._first, self._end = columns[0], columns[-1] + 1
        self._samples = [(name, sample_term(name)) for name in names]
        self._said = (unit, kind, dataset, file.source)

    def outcome(self, line: int, cells: list[str]) -> Outcome:
        """What a row says of its gene."""
        gene = gene_of(cells[0])
        if not gene:
            return self._rejected(line, NO_GENE, cells[0])
        try:
            values = _amounts_of(cells[self._first : self._end])
        except ValueError as error:
            return self._rejected(line, NO_AMOUNT, str(error))
        unit, kind, dataset, source = self._said
        records = [
            (gene, name, "", term, value, "", "", unit, kind, dataset, source)
            for (name, term), value in zip(self._samples, values, strict=True)
        ]
        return Taken(line, Rows((Expression, gene, records)))


def _amounts_of(cells: list[str]) -> list[float | None]:
    """Amounts of a row; nearly every one is of plain numbers, which one look at all of them tells."""
    try:
        plain = list(map(float, cells))
    except ValueError:
        plain = [-1.0]
    if min(plain) >= 0 and sum(plain) < math.inf and "_" not in "".join(cells):
        return [*plain]
    return list(map(amount, cells))


def _columns(names: list[str]) -> list[int]:
    """Places of the columns of amounts: all behind the identifier, and behind names and descriptions of genes."""
    first = 1
    while first < len(names) - 1 and names[first].casefold().replace("_", " ") in _LABELS:
        first += 1
    return list(range(first, len(names)))


def _about(file: SourceFile, names: list[str]) -> tuple[str, str, str]:
    """Kind, data set and unit, as far as the names of the columns tell them."""
    found = Counter(known.kind for name in names if (known := sample(name)))
    stem = (file.member or file.path.name).split(".")[0]
    if 2 * found.total() < len(names):
        return "tissue", stem, ""
    if found["blood cell"] > found["tissue"]:
        return "cell type", "HPA blood cells", ""
    if found["cell type"] > found["tissue"]:
        return "cell type", "HPA single cell types", ""
    consensus = set(names) >= _NX_ONLY
    return "tissue", "HPA consensus tissues" if consensus else stem, "NX" if consensus else ""


def _shape(head: Head) -> list[str]:
    """Names of the samples where the file is such a table, none where it is not."""
    names = [cell.strip() for cell in head.columns()]
    columns = _columns(names)
    rows = [line.split("\t") for line in islice(head.lines, 1, 8)]
    if len(columns) < 2 or not rows or gene_of(names[0]) or len(set(names)) < len(names):
        return []
    sound = all(
        len(row) == len(names) and gene_of(row[0]) and _amounts(row[columns[0] :]) for row in rows if row != [""]
    )
    others = any(_NO_SAMPLES.search(sample_name(names[at])) for at in columns)
    return [names[at] for at in columns] if sound and not others else []


def _amounts(cells: list[str]) -> bool:
    try:
        return any(value is not None for value in map(amount, cells)) or all(cell in NOT_MEASURED for cell in cells)
    except ValueError:
        return False


def _of_hpa(names: list[str]) -> bool:
    return 2 * sum(1 for name in names if sample(name)) >= len(names)


def _is_hpa(head: Head) -> bool:
    names = _shape(head)
    return bool(names) and _of_hpa(names)


def _is_table(head: Head) -> bool:
    names = _shape(head)
    return bool(names) and not _of_hpa(names)


FORMATS = (
    Format(
        key="hpa-matrix",
        title="Genes by tissues or cell types, pivoted from HPA's tables",
        database="hpa",
        turn=Turn.TIES,
        adds="expression by tissue or blood cell; the unit where the columns tell it",
        recognises=_is_hpa,
        read=_read,
    ),
    Format(
        key="expression-matrix",
        title="Genes by samples (a table of one's own)",
        database="expression-table",
        turn=Turn.TIES,
        adds="expression by sample, in a data set named after the file",
        recognises=_is_table,
        read=_read,
    ),
)
