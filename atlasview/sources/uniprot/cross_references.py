"""Cross-references of an entry: DR lines, and the identifiers, terms and annotations that follow from them."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from atlasview.records.quick import quick
from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm, Term
from atlasview.sources.uniprot.entry import Entry, EntryFault, Line

_PREFIXES = {
    "GeneID": "NCBIGene",
    "MIM": "OMIM",
    "Ensembl": "ENSEMBL",
    "Orphanet": "ORPHA",
    "MANE-Select": "MANE Select",
    "Genew": "HGNC",
}
_CATEGORIES = {"InterPro": "", "Pfam": "family"}
_GO = re.compile(r"GO:[0-9]{7}")
_ASPECTS = {"C:": "cellular_component", "F:": "molecular_function", "P:": "biological_process"}
_cross_reference, _gene_term, _new_term = quick(CrossReference), quick(GeneTerm), quick(Term)


def lines_of(text: str) -> list[Line]:
    """The cross-references on DR lines, which follow each other in `text`."""
    return [line.split("; ") for line in text.split("\nDR   ")[1:]]


def line_of(database: str, identifier: str, values: Iterable[str], isoform: str = "") -> Line:
    """The cross-reference as flat text would have it."""
    *before, last = values or ("-",)
    return [database, identifier, *before, f"{last}. [{isoform}]" if isoform else f"{last}."]


def said_at_end(field: str) -> tuple[str, str]:
    """The last field of a line without its full stop, and the isoform behind it."""
    if field[-1:] == "]":
        said, sign, isoform = field[:-1].rpartition(". [")
        if sign:
            return said, isoform
    return field.removesuffix("."), ""


def is_gene_of_ensembl(value: str) -> bool:
    """Whether this is Ensembl's identifier of a gene (`ENSG...`, `ENSMUSG...`), not of a transcript or protein."""
    return value.startswith("ENS") and value.partition(".")[0].rstrip("0123456789").endswith("G")


@lru_cache(maxsize=20_000)
def term(identifier: str, name: str, category: str, source: str) -> Term:
    """A term as an entry knows it: by identifier and name."""
    made: Term = _new_term(identifier, name, category, "", False, "", source)
    return made


def cross_reference_records(entry: Entry) -> list[Any]:
    """Identifiers of the protein in other databases; terms and annotations where a line names a term."""
    subject, source = entry.id, entry.source
    records: list[Any] = []
    add, special, prefixed = records.append, _SPECIAL.get, _PREFIXES.get
    places: dict[tuple[str, str], int] = {}
    for line in entry.references:
        if len(line) < 2:
            continue
        database, identifier = line[0], line[1]
        if take := special(database):
            take(line, subject, source, add)
            continue
        label = "" if line[-1] == "-." and len(line) == 3 else _label(line)
        if ":" in identifier:
            identifier = identifier.removeprefix(f"{database}:")
        elif identifier == "-":
            identifier, _, label = label.partition("; ")
        database = prefixed(database, database)
        at = places.setdefault((database, identifier), len(records))
        if at == len(records):
            add(_cross_reference(subject, database, identifier, label, source))
        elif label:
            label = f"{records[at].label}; {label}".removeprefix("; ")
            records[at] = _cross_reference(subject, database, identifier, label, source)
    return records


def _label(line: Line) -> str:
    last = line[-1]
    if len(line) == 3 and last[-1:] == ".":
        return last[:-1] if last != "-." else ""
    if last[-1:] == "]":
        last, isoform = said_at_end(last)
    else:
        last, isoform = last.removesuffix("."), ""
    if len(line) == 3 and not isoform:
        return last.removeprefix("-") if len(last) == 1 else last
    values = [value for value in (*line[2:-1], last) if value != "-"]
    if isoform:
        values.append(f"isoform {isoform}")
    return "; ".join(values)


def _several(line: Line, subject: str, source: str, add: Callable[[Any], None]) -> None:
    last, isoform = said_at_end(line[-1])
    label = f"isoform {isoform}" if isoform else ""
    database = _PREFIXES.get(line[0], line[0])
    for value in (*line[1:-1], last):
        if value != "-" and not is_gene_of_ensembl(value):
            add(_cross_reference(subject, database, value, label, source))


def _go(line: Line, subject: str, source: str, add: Callable[[Any], None]) -> None:
    """An annotation. Raises EntryFault where the line names no term of the Gene Ontology with its aspect and name."""
    if len(line) < 4 or not is_go(line[1]) or line[2][1:2] != ":":
        raise EntryFault("a GO line that names no term", "; ".join(line))
    _, identifier, said, support = line[:4]
    evidence, assigned_by = _support(support)
    add(term(identifier, said[2:], _ASPECTS.get(said[:2], ""), source))
    add(_gene_term(subject, identifier, "", evidence, "", assigned_by, source))


@lru_cache(maxsize=20_000)
def is_go(identifier: str) -> bool:
    """Whether this is an identifier of the Gene Ontology."""
    return bool(_GO.fullmatch(identifier))


@lru_cache(maxsize=1000)
def _support(text: str) -> tuple[str, str]:
    """Evidence code and who gave it, of `IDA:UniProtKB.`."""
    evidence, _, assigned_by = said_at_end(text)[0].removesuffix(".").partition(":")
    return evidence, assigned_by


def _pathway(line: Line, subject: str, source: str, add: Callable[[Any], None]) -> None:
    pathway = f"Reactome:{line[1]}"
    add(term(pathway, said_at_end(line[-1])[0].removesuffix("."), "pathway", source))
    add(_gene_term(subject, pathway, "", "", "", "Reactome", source))


def _family(line: Line, subject: str, source: str, add: Callable[[Any], None]) -> None:
    """A domain or family: an identifier of the protein and a term that its genes share."""
    database, identifier, *values = line
    add(_cross_reference(subject, database, identifier, _label(line), source))
    if values:
        name = said_at_end(values[0])[0] if len(values) == 1 else values[0]
        if name != "-":
            add(term(f"{database}:{identifier}", name, _CATEGORIES[database], source))
            add(_gene_term(subject, f"{database}:{identifier}", "", "", "", database, source))


_SPECIAL: dict[str, Callable[[Line, str, str, Callable[[Any], None]], None]] = {
    "Ensembl": _several,
    "RefSeq": _several,
    "GO": _go,
    "Reactome": _pathway,
    "InterPro": _family,
    "Pfam": _family,
}
"""Databases whose lines hold several identifiers of one kind each, or name a term."""
