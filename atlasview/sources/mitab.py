"""Interactions in PSI-MI TAB 2.5 to 2.8, of IntAct or any other database that writes it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from atlasview.records.interaction import Interaction
from atlasview.records.publication import Citation
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import TOO_SHORT
from atlasview.sources.opened import SourceFile
from atlasview.sources.papers import bare_paper, gene_by_product, plain, pmid_in
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken

NEGATIVE = "found not to interact"
NO_PAIR = "no two proteins or genes"
OTHER = "another organism"
_WIDTHS = (15, 36, 42, 46)
"""Columns of the versions 2.5, 2.6, 2.7 and 2.8."""
_NEGATIVE = 35
_TAXON = re.compile(r"taxid:(-?\d+)", re.ASCII)
_SCORE = re.compile(r"(?:intact-)?mi-?score:\"?(\d(?:\.\d+)?)\"?(?=\||\(|$)", re.ASCII | re.IGNORECASE)
_ACCESSION = re.compile(r"([OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})(?:-.+)?", re.ASCII)
_METHOD = re.compile(r"MI:\d{4}\"?\(([^()|]*(?:\([^()|]*\)[^()|]*)*)\)", re.ASCII)
_GENE = re.compile(r"ENSG\d{11}", re.ASCII)


@lru_cache(65536)
def gene_of(cell: str) -> str:
    """The first identifier in a cell of identifiers that tells a gene, empty where none does."""
    for item in cell.split("|"):
        database, _colon, identifier = item.partition(":")
        if found := gene_by(database.casefold(), identifier.strip('"')):
            return found
    return ""


def gene_by(database: str, identifier: str) -> str:
    """The CURIE of a gene or protein of a database as PSI-MI calls it, empty where it tells no gene."""
    if database.startswith("uniprot") and (found := _ACCESSION.fullmatch(identifier)):
        return f"UniProtKB:{found[1]}"
    if database.startswith("entrez") and identifier.isdecimal():
        return f"NCBIGene:{identifier}"
    if database.startswith("ensembl") and _GENE.fullmatch(identifier.partition(".")[0]):
        return f"ENSEMBL:{identifier.partition('.')[0]}"
    if database == "hgnc" and identifier.removeprefix("HGNC:").isdecimal():
        return f"HGNC:{identifier.removeprefix('HGNC:')}"
    return ""


def _read(file: SourceFile) -> Iterator[Outcome]:
    wanted = "" if file.taxon is None else str(file.taxon)
    for number, line in file.lines():
        if line.startswith("#") or not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) < _WIDTHS[0]:
            yield file.rejected(number, TOO_SHORT, f"{len(cells)} instead of {_WIDTHS[0]}")
        elif wanted and not all(_is_of(cell, wanted) for cell in cells[9:11] if cell != "-"):
            yield Filtered(number, OTHER)
        elif len(cells) > _NEGATIVE and cells[_NEGATIVE].casefold() == "true":
            yield Filtered(number, NEGATIVE)
        else:
            yield _pair(file, number, cells)


def _pair(file: SourceFile, line: int, cells: list[str]) -> Outcome:
    one, other = (gene_of(cells[at]) or gene_of(cells[at + 2]) for at in (0, 1))
    if cells[1] == "-" and one:
        other = one
    if not one or not other:
        return file.rejected(line, NO_PAIR, f"{cells[0]} {cells[1]}")
    found = _SCORE.search(cells[14])
    score = float(found[1]) if found else None
    if score is not None and score > 1:
        return file.rejected(line, "the score is none from 0 to 1", cells[14])
    return Taken(line, found_by(one, other, score, method_in(cells[6]), _papers(cells[8]), file.source))


def found_by(one: str, other: str, score: float | None, method: str, papers: tuple[str, ...], source: str) -> list[Any]:
    """An interaction with its papers, by PMID, which are cited for both partners."""
    first, last = min(one, other), max(one, other)
    curies = tuple(f"PMID:{pmid}" for pmid in papers)
    records: list[Any] = [Interaction(first, last, score, (), source, method, curies)]
    for pmid in papers:
        records.append(bare_paper(pmid, source))
        records += [
            Citation(gene_by_product(gene), f"PMID:{pmid}", "interaction", source)
            for gene in dict.fromkeys((first, last))
        ]
    return records


@lru_cache(4096)
def method_in(cell: str) -> str:
    """Names of the methods in a cell, in one line (`psi-mi:"MI:0018"(two hybrid)`)."""
    return "; ".join(dict.fromkeys(plain(name.strip('"')) for name in _METHOD.findall(cell)))


def _papers(cell: str) -> tuple[str, ...]:
    items = (item.partition(":") for item in cell.split("|"))
    found = (pmid_in(identifier.strip('"')) for database, _colon, identifier in items if database == "pubmed")
    return tuple(dict.fromkeys(filter(None, found)))


def _is_of(cell: str, wanted: str) -> bool:
    found = _TAXON.match(cell)
    return found is not None and found[1] == wanted


def _recognises(head: Head) -> bool:
    rows = [line.split("\t") for line in head.lines[:20] if line.strip() and not line.startswith("#")]
    named = head.first.startswith(("#ID(s) interactor A", "#ID Interactor A"))
    shaped = all(len(row) in _WIDTHS and _TAXON.match(row[9]) and ":" in row[0] for row in rows)
    return named or (bool(rows) and shaped)


FORMATS = (
    Format(
        key="mitab",
        title="Interactions in PSI-MI TAB (IntAct)",
        database="intact",
        turn=Turn.TIES,
        adds="interactions with their score, method and papers",
        recognises=_recognises,
        read=_read,
    ),
)
