"""Proteins in the Human Protein Atlas: levels in stained tissue (normal_tissue) and places in the cell."""

import re
from collections.abc import Iterator

from atlasview.records.expression import LEVELS, Expression
from atlasview.records.quick import quick
from atlasview.sources.expression_values import NO_GENE, by_gene, gene_of, reliability_of, sample_name, sample_term
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Outcome, Taken

LEVELS_DATASET, PLACES_DATASET = "HPA protein levels", "HPA places in the cell"
PROTEIN_LEVEL, PLACE = "protein level", "place"
NO_LEVEL = "a protein level that is none of not detected, low, medium, high"
NO_RELIABILITY = "a reliability that is none of enhanced, supported, approved, uncertain"
_NOT_SEEN = ("n/a", "not representative")
_RENAMED = {"Enhanced": "Validated"}
_BY_RELIABILITY = ("Validated", "Supported", "Approved", "Uncertain")
_GO = re.compile(r"\s*(.*?) \((GO:\d{7})\)\s*")


def _read_levels(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.split("\t"))
    gene, tissue, part, level, backed = (
        header.need(name) for name in ("Gene", "Tissue", "Cell type", "Level", "Reliability")
    )
    rows = header.rows(lines, 1 + max(gene, tissue, part, level, backed))
    yield from by_gene(
        row
        if isinstance(row, Rejected)
        else _level(file, row[0], *(row[1][at] for at in (gene, tissue, part, level, backed)))
        for row in rows
    )


def _level(
    file: SourceFile, line: int, gene: str, tissue: str, part: str, level: str, backed: str
) -> tuple[int, Expression] | Rejected | Filtered:
    known, name, word = gene_of(gene), sample_name(tissue), level.strip().lower()
    if not known:
        return file.rejected(line, NO_GENE, gene)
    if not name:
        return file.rejected(line, "no name of a sample", gene)
    if word in _NOT_SEEN:
        return Filtered(line, "the protein was not looked at in this tissue")
    if word in ("ascending", "descending"):
        return Filtered(line, "a level that differs from place to place in the tissue")
    if word not in LEVELS:
        return file.rejected(line, NO_LEVEL, level)
    try:
        reliability = reliability_of(backed)
    except ValueError:
        return file.rejected(line, NO_RELIABILITY, backed)
    cells = "" if part.strip().upper() == "N/A" else sample_name(part)
    said = (known, name, cells, sample_term(name), None, word, reliability, "", PROTEIN_LEVEL, LEVELS_DATASET)
    return line, quick(Expression)(*said, file.source)


def _read_places(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    number, line = first_line(file, lines)
    header = Header(file, number, line.split("\t"), _RENAMED)
    gene, overall = header.need("Gene"), header.need("Reliability")
    columns = {name: header.find(name) for name in (*_BY_RELIABILITY, "Main location", "Additional location", "GO id")}
    if columns["Main location"] < 0:
        header.need("Approved")
    for row in header.rows(lines, 1 + max(gene, overall)):
        if isinstance(row, Rejected):
            yield row
            continue
        number, cells = row
        said = {name: cells[at] for name, at in columns.items()}
        yield _places(file, number, cells[gene], cells[overall], said)


def _places(file: SourceFile, line: int, gene: str, overall: str, said: dict[str, str]) -> Outcome:
    known = gene_of(gene)
    if not known:
        return file.rejected(line, NO_GENE, gene)
    terms = {found[1]: found[2] for one in _parts(said["GO id"]) if (found := _GO.fullmatch(one))}
    weight = dict.fromkeys(_parts(said["Additional location"]), "additional")
    weight |= dict.fromkeys(_parts(said["Main location"]), "main")
    backed: dict[str, str] = {}
    try:
        for name in _BY_RELIABILITY:
            for place in _parts(said[name]):
                backed.setdefault(place, reliability_of(name))
        for place in weight:
            backed.setdefault(place, reliability_of(overall))
    except ValueError:
        return file.rejected(line, NO_RELIABILITY, overall)
    if not backed:
        return file.rejected(line, "no place in the cell", gene)
    source = file.source
    records = [
        Expression(
            known, place, "", terms.get(place, ""), None, weight.get(place, ""), how, "", PLACE, PLACES_DATASET, source
        )
        for place, how in backed.items()
    ]
    return Taken(line, list(records))


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _is_levels(head: Head) -> bool:
    return {"Gene", "Tissue", "Cell type", "Level", "Reliability"} <= set(head.columns())


def _is_places(head: Head) -> bool:
    there = set(head.columns())
    return {"Gene", "Gene name", "Reliability"} <= there and not there.isdisjoint(("Main location", "Approved"))


FORMATS = (
    Format(
        key="hpa-levels",
        title="Protein levels in tissues (HPA normal_tissue, normal_ihc_data)",
        database="hpa",
        turn=Turn.TIES,
        adds="levels of proteins in stained tissues by cell type, with reliability",
        recognises=_is_levels,
        read=_read_levels,
    ),
    Format(
        key="hpa-places",
        title="Places in the cell (HPA subcellular_location)",
        database="hpa",
        turn=Turn.TIES,
        adds="where in the cell a protein was seen, with reliability and GO term",
        recognises=_is_places,
        read=_read_places,
    ),
)
