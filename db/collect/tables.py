"""The tables that are gathered, and how they are written."""

import dataclasses
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from atlasview.records.cell_type import CellType, Context
from atlasview.records.difference import Difference
from atlasview.records.disease import Disease, DiseaseAssociation
from atlasview.records.expression import Expression
from atlasview.records.gene import Gene, GeneName, Location
from atlasview.records.interaction import Homology, Interaction
from atlasview.records.protein import Evidence, Feature, GeneProtein, Isoform, Protein, ProteinName
from atlasview.records.publication import Citation, Publication
from atlasview.records.reference import CrossReference
from atlasview.records.significance import Significance
from atlasview.records.source import Source
from atlasview.records.term import GeneTerm, Hierarchy, Synonym, Term
from atlasview.records.transcript import Exon, Transcript
from atlasview.records.variant import Variant
from atlasview.sources.tables import LEFT_OUT

NOUNS: dict[str, type] = {
    "genes": Gene,
    "gene_names": GeneName,
    "cross_references": CrossReference,
    "differences": Difference,
    "proteins": Protein,
    "protein_names": ProteinName,
    "isoforms": Isoform,
    "features": Feature,
    "gene_proteins": GeneProtein,
    "cell_types": CellType,
    "contexts": Context,
    "significance": Significance,
    "terms": Term,
    "synonyms": Synonym,
    "hierarchy": Hierarchy,
    "gene_terms": GeneTerm,
    "diseases": Disease,
    "disease_associations": DiseaseAssociation,
    "publications": Publication,
    "citations": Citation,
    "variants": Variant,
    "transcripts": Transcript,
    "expression": Expression,
    "interactions": Interaction,
    "homologies": Homology,
}
_SORTED_BY = 5


class Tables:
    """Rows of every table, each once, and what was left out with how often."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[Any, None]] = {noun: {} for noun in NOUNS}
        self.left_out: dict[str, int] = {}
        self.term_ids: set[str] = set()

    def add(self, *records: Any) -> None:
        """Adds records; one that is there already is not added again."""
        for record in records:
            self.rows[_noun(record)][record] = None

    def add_term(self, term: Term) -> None:
        """Adds a term unless its id is there: the source that is asked first names it."""
        if term.id not in self.term_ids:
            self.term_ids.add(term.id)
            self.add(term)

    def drop(self, record: Any) -> None:
        """Takes a record out again; None is no record."""
        if record is not None:
            del self.rows[_noun(record)][record]

    def skip(self, reason: str, count: int = 1) -> None:
        """Counts something that was left out."""
        self.left_out[reason] = self.left_out.get(reason, 0) + count

    def of(self, noun: str) -> list[Any]:
        """Rows of a table, as added."""
        return list(self.rows[noun])


def write_tables(tables: Tables, sources: Iterable[Source], folder: Path) -> None:
    """Writes each table as `<noun>.tsv` below `folder`, sorted, so that equal facts give equal bytes."""
    known = {source.key: source for source in sources}
    folder.mkdir(parents=True, exist_ok=True)
    columns = [field.name for field in dataclasses.fields(Source) if field.name not in LEFT_OUT[Source]]
    _write(folder / "sources.tsv", columns, [[_cell(getattr(s, c)) for c in columns] for s in known.values()])
    for noun, kind in NOUNS.items():
        rows = [[*_cells(record), known[record.source].licence] for record in tables.rows[noun]]
        _write(folder / f"{noun}.tsv", [*_columns(kind), "licence"], rows)


def _noun(record: Any) -> str:
    return next(noun for noun, kind in NOUNS.items() if type(record) is kind)


def _columns(kind: type) -> list[str]:
    names: list[str] = []
    for field in dataclasses.fields(kind):
        if field.type is Location:
            names += [part.name for part in dataclasses.fields(Location)]
        elif field.name not in LEFT_OUT.get(kind, ()):
            names.append(field.name)
    return names


def _cells(record: Any) -> list[str]:
    cells: list[str] = []
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Location):
            cells += [_cell(getattr(value, part.name)) for part in dataclasses.fields(Location)]
        elif field.name not in LEFT_OUT.get(type(record), ()):
            cells.append(_cell(value))
    return cells


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, tuple):
        return "|".join(_item(part) for part in value)
    text = str(value)
    if "\t" in text or "\n" in text:
        raise ValueError(f"a cell cannot hold {text!r}")
    return text


def _item(value: Any) -> str:
    if isinstance(value, Exon):
        return f"{value.start}-{value.end}"
    if isinstance(value, Evidence):
        return f"{value.code} {value.reference}".strip()
    if isinstance(value, tuple):
        name, score = value
        return f"{name}={_cell(score)}"
    text = _cell(value)
    if "|" in text:
        raise ValueError(f"an item of a list cannot hold {text!r}")
    return text


def _order(cells: list[str]) -> tuple[Any, ...]:
    """Order by the first cells as a person counts (`R2` before `R10`), then by all cells."""
    natural = [re.split(r"(\d+)", cell) for cell in cells[:_SORTED_BY] if len(cell) < 200]
    return [[(int(p), "") if p.isdigit() else (-1, p) for p in cell] for cell in natural], cells


def _write(path: Path, columns: list[str], rows: list[list[str]]) -> None:
    lines = ["\t".join(columns), *("\t".join(cells) for cells in sorted(rows, key=_order))]
    path.write_bytes(("\n".join(lines) + "\n").encode("utf-8"))
