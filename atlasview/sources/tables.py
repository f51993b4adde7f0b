"""AtlasView's own tables of facts: one tab-separated file per noun, one record per row, source and licence in each.

UTF-8, LF, a header line with the names of the columns, no quoting, no tab or line end inside a value.
An empty cell is a value that is not given; lists are joined with `|`; yes and no are 1 and 0.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from atlasview.records.article import Article
from atlasview.records.cell_type import CellType, Context
from atlasview.records.difference import Difference
from atlasview.records.disease import Disease, DiseaseAssociation, DiseasePhenotype
from atlasview.records.expression import Expression
from atlasview.records.gene import Gene, GeneName
from atlasview.records.interaction import Homology, Interaction
from atlasview.records.marker import Marker
from atlasview.records.protein import Feature, GeneProtein, Isoform, Protein, ProteinName
from atlasview.records.publication import Citation, Publication
from atlasview.records.reference import CrossReference
from atlasview.records.significance import Significance
from atlasview.records.source import Source
from atlasview.records.term import GeneTerm, Hierarchy, Synonym, Term
from atlasview.records.transcript import Transcript
from atlasview.records.trouble import InputRefused
from atlasview.records.variant import Variant
from atlasview.sources.article_text import read_article
from atlasview.sources.cells import RowReader
from atlasview.sources.rejection import Rejected

FILES: dict[type, str] = {
    Source: "sources.tsv",
    Gene: "genes.tsv",
    GeneName: "gene_names.tsv",
    CrossReference: "cross_references.tsv",
    Difference: "differences.tsv",
    Protein: "proteins.tsv",
    ProteinName: "protein_names.tsv",
    Isoform: "isoforms.tsv",
    Feature: "features.tsv",
    GeneProtein: "gene_proteins.tsv",
    CellType: "cell_types.tsv",
    Context: "contexts.tsv",
    Significance: "significance.tsv",
    Marker: "markers.tsv",
    Term: "terms.tsv",
    Synonym: "synonyms.tsv",
    Hierarchy: "hierarchy.tsv",
    GeneTerm: "gene_terms.tsv",
    Disease: "diseases.tsv",
    DiseasePhenotype: "disease_phenotypes.tsv",
    DiseaseAssociation: "disease_associations.tsv",
    Publication: "publications.tsv",
    Citation: "citations.tsv",
    Variant: "variants.tsv",
    Transcript: "transcripts.tsv",
    Expression: "expression.tsv",
    Interaction: "interactions.tsv",
    Homology: "homologies.tsv",
}
MAY_BE_ABSENT = (DiseasePhenotype, Difference, Expression, Interaction, Marker)
LEFT_OUT: dict[type, dict[str, Any]] = {
    Source: dict.fromkeys(("read", "kept", "rejected", "filtered", "superseded"), 0),
    CellType: {"lineage": ""},
    Variant: {"unplaced": ""},
    Interaction: {"method": "", "publications": ()},
}
"""Fields that the tables do not hold: the builder counts and computes them, or the starter has none."""

LICENCE = "licence"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True)
class TablesManifest:
    """What the tables say of the atlas to be built; `built` is the date of the facts, ISO 8601."""

    name: str
    version: str
    assembly: str
    built: str


@dataclass(frozen=True, slots=True)
class Tables:
    """The records of a folder of tables by their type, where each stood, and every row that is none.

    lines  for each record of a type, the file it came from and its line there
    """

    folder: Path
    manifest: TablesManifest
    records: dict[type, tuple[Any, ...]]
    lines: dict[type, tuple[tuple[str, int], ...]]
    rejected: tuple[Rejected, ...]

    def of(self, noun: type[Noun]) -> tuple[Noun, ...]:
        """Records of a type in the order of their file."""
        return self.records.get(noun, ())

    def where(self, noun: type, index: int) -> str:
        """`features.tsv line 12` for the record of this type and place in `of`."""
        file, line = self.lines[noun][index]
        return f"{file} line {line}"


def read_tables(folder: Path) -> Tables:
    """Read every table of a folder. Rows that are no records are in `rejected`, with file, line and reason.

    Raises InputRefused where there is no such folder or no manifest that says name, version and assembly.
    """
    manifest = _manifest(folder / "manifest.toml")
    rejected: list[Rejected] = []
    found: dict[type, list[tuple[str, int, Any]]] = {}
    licences: dict[str, str] = {}
    for noun in FILES:
        found[noun] = list(_table(folder, noun, licences, rejected))
        if noun is Source:
            licences = {source.key: source.licence for _file, _line, source in found[noun]}
    found[Article] = list(_articles(folder / "articles", licences, rejected))
    return Tables(
        folder=folder,
        manifest=manifest,
        records={noun: tuple(record for _file, _line, record in rows) for noun, rows in found.items()},
        lines={noun: tuple((file, line) for file, line, _record in rows) for noun, rows in found.items()},
        rejected=tuple(rejected),
    )


def _manifest(path: Path) -> TablesManifest:
    try:
        stated = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputRefused(f"the folder's manifest cannot be read ({error})", str(path)) from error
    stated.setdefault("built", str(stated.get("version", "")).replace(".", "-"))
    names = [field.name for field in fields(TablesManifest)]
    if missing := [name for name in names if not isinstance(stated.get(name), str) or not stated[name]]:
        raise InputRefused(f"the folder's manifest does not say {', '.join(missing)}", str(path))
    return TablesManifest(**{name: stated[name] for name in names})


def _table(
    folder: Path, noun: type, licences: dict[str, str], rejected: list[Rejected]
) -> Iterator[tuple[str, int, Any]]:
    file = FILES[noun]
    if noun in MAY_BE_ABSENT and not (folder / file).exists():
        return
    rows = RowReader(noun, LEFT_OUT.get(noun))
    has_licence = noun is not Source
    columns = (*rows.columns, LICENCE) if has_licence else rows.columns
    for line, cells in _lines(folder / file, columns, rejected):
        try:
            record = rows.record(cells[: len(rows.columns)])
            if has_licence:
                check_licence(record.source, cells[-1], licences)
        except ValueError as error:
            rejected.append(Rejected(file, line, str(error)))
        else:
            yield file, line, record


def _lines(path: Path, columns: tuple[str, ...], rejected: list[Rejected]) -> Iterator[tuple[int, list[str]]]:
    """Cells of each row with its line number; the header is line 1."""
    try:
        content = path.read_bytes().decode("utf-8")
    except OSError as error:
        rejected.append(Rejected(path.name, 1, f"the table cannot be read ({error.strerror})"))
        return
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        rejected.append(Rejected(path.name, line, "not UTF-8"))
        return
    header, *rows = content.split("\n")
    if header.split("\t") != list(columns):
        rejected.append(Rejected(path.name, 1, f"the columns are not {', '.join(columns)}"))
        return
    if rows and rows[-1] == "":
        rows.pop()
    else:
        rejected.append(Rejected(path.name, len(rows) + 1, "the last line has no end: the file may be cut off"))
    for line, row in enumerate(rows, 2):
        cells = row.split("\t")
        if reason := _fault(row, len(cells), len(columns)):
            rejected.append(Rejected(path.name, line, reason))
        else:
            yield line, cells


def _fault(row: str, cells: int, columns: int) -> str:
    if _CONTROL.search(row):
        return "a carriage return" if "\r" in row else "a control character"
    return "" if cells == columns else f"{cells} cells instead of {columns}"


def check_licence(source: str, licence: str, licences: dict[str, str]) -> None:
    """Raise ValueError unless `licence` is that of the source."""
    if source not in licences:
        raise ValueError(f"source {source!r} is not in {FILES[Source]}")
    if licence != licences[source]:
        raise ValueError(f"licence {licence!r} is not that of {source} ({licences[source]!r})")


def _articles(folder: Path, licences: dict[str, str], rejected: list[Rejected]) -> Iterator[tuple[str, int, Article]]:
    for path in sorted(folder.glob("*.md")):
        file = f"{folder.name}/{path.name}"
        try:
            article, licence = read_article(path)
            check_licence(article.source, licence, licences)
        except ValueError as error:
            rejected.append(Rejected(file, 1, str(error)))
        else:
            yield file, 1, article
