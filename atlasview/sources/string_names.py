"""Which genes STRING's identifiers are: `protein.info` by symbol, `protein.aliases` by HGNC, Ensembl and UniProt."""

import re
from collections.abc import Iterator

from atlasview.records.reference import CrossReference
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header, first_line
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered, Rejected
from atlasview.sources.taken import Outcome, Taken

_RENAMED = {"protein_external_id": "id", "string_protein_id": "id"}
_SHAPES = (("HGNC:", re.compile(r"HGNC:\d+", re.ASCII)), ("ENSEMBL:", re.compile(r"ENSG\d{11}", re.ASCII)))
"""What the identifier of a gene begins with, and the shape of an alias that is one."""


def _header(file: SourceFile, lines: Iterator[tuple[int, str]]) -> Header:
    number, line = first_line(file, lines)
    return Header(file, number, line.removeprefix("#").strip().split("\t"), _RENAMED)


def _read_info(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    header = _header(file, lines)
    places = header.need("id"), header.need("preferred_name")
    for number, identifier, name in _rows(file, header, lines, places):
        if isinstance(number, Rejected):
            yield number
        elif not _of(identifier, file.taxon):
            yield Filtered(number, "another organism")
        elif not name or " " in name:
            yield file.rejected(number, "no name of the protein", identifier)
        else:
            yield Taken(number, [CrossReference(f"symbol:{name}", "STRING", identifier, "", file.source)])


def _read_aliases(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    header = _header(file, lines)
    places = header.need("id"), header.need("alias")
    for number, identifier, alias in _rows(file, header, lines, places):
        if isinstance(number, Rejected):
            yield number
        elif not _of(identifier, file.taxon):
            yield Filtered(number, "another organism")
        elif gene := _gene(alias):
            yield Taken(number, [CrossReference(gene, "STRING", identifier, "", file.source)])
        else:
            yield Filtered(number, "an alias that is no identifier of a gene")


def _gene(alias: str) -> str:
    for prefix, shape in _SHAPES:
        if shape.fullmatch(alias):
            return f"{prefix}{alias.removeprefix(prefix)}"
    return ""


def _rows(
    file: SourceFile, header: Header, lines: Iterator[tuple[int, str]], places: tuple[int, int]
) -> Iterator[tuple[int | Rejected, str, str]]:
    """Number of a line, STRING's identifier and the other cell; or a rejection."""
    for row in header.rows(lines, 1 + max(places)):
        if isinstance(row, Rejected):
            yield row, "", ""
            continue
        number, cells = row
        identifier, other = (cells[place].strip() for place in places)
        if re.fullmatch(r"\d+\.\S+", identifier):
            yield number, identifier, other
        else:
            yield file.rejected(number, "no identifier of STRING", identifier), "", ""


def _of(identifier: str, taxon: int | None) -> bool:
    return taxon is None or identifier.startswith(f"{taxon}.")


def _names(head: Head) -> list[str]:
    return [_RENAMED.get(name, name) for name in head.first.removeprefix("#").strip().split("\t")]


FORMATS = (
    Format(
        key="string-info",
        title="STRING protein.info",
        database="string",
        turn=Turn.MORE_OF_GENES,
        adds="which genes STRING's identifiers are",
        recognises=lambda head: {"id", "preferred_name"} <= set(_names(head)),
        read=_read_info,
    ),
    Format(
        key="string-aliases",
        title="STRING protein.aliases",
        database="string",
        turn=Turn.MORE_OF_GENES,
        adds="which genes STRING's identifiers are",
        recognises=lambda head: {"id", "alias"} <= set(_names(head)),
        read=_read_aliases,
    ),
)
