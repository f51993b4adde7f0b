"""Cross-references of an entry: DR lines, and the identifiers, terms and annotations that follow from them."""

from collections.abc import Callable, Iterator
from typing import Any

from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm, Term
from atlasview.sources.uniprot.entry import Entry, Line

_PREFIXES = {
    "GeneID": "NCBIGene",
    "MIM": "OMIM",
    "Ensembl": "ENSEMBL",
    "Orphanet": "ORPHA",
    "MANE-Select": "MANE Select",
    "Genew": "HGNC",
}
_SEVERAL = frozenset({"Ensembl", "RefSeq"})
"""Databases whose lines hold several identifiers of one kind each."""
_ASPECTS = {"C": "cellular_component", "F": "molecular_function", "P": "biological_process"}


def lines_of(lines: list[str]) -> list[Line]:
    """The cross-references on DR lines."""
    found = []
    for line in lines:
        text, isoform = line[5:], ""
        if text[-1:] == "]":
            text, _, isoform = text[:-1].rpartition(" [")
        if text[-1:] == ".":
            text = text[:-1]
        database, *values = text.split("; ")
        if len(values) > 1:
            found.append(Line(database, values[0], values[1:], isoform))
        elif values:
            found.append(Line(database, values[0], [], isoform))
    return found


def is_gene_of_ensembl(value: str) -> bool:
    """Whether this is Ensembl's identifier of a gene (`ENSG...`, `ENSMUSG...`), not of a transcript or protein."""
    letters = value.partition(".")[0].rstrip("0123456789")
    return value.startswith("ENS") and letters.endswith("G")


def cross_reference_records(entry: Entry) -> Iterator[Any]:
    """Identifiers of the protein in other databases; terms and annotations where a line names a term."""
    subject, source = entry.id, entry.source
    for line in entry.references:
        database, identifier, values, isoform = line
        if database in _TERMS:
            yield from _TERMS[database](entry, line)
            continue
        if database in _SEVERAL:
            label = f"isoform {isoform}" if isoform else ""
            for value in (identifier, *values):
                if value != "-" and not is_gene_of_ensembl(value):
                    yield CrossReference(subject, _PREFIXES.get(database, database), value, label, source)
            continue
        label = "; ".join([value for value in values if value != "-"])
        if isoform:
            label = f"{label}; isoform {isoform}" if label else f"isoform {isoform}"
        if identifier == "-":
            identifier, _, label = label.partition("; ")
        identifier = identifier.removeprefix(f"{database}:")
        yield CrossReference(subject, _PREFIXES.get(database, database), identifier, label, source)


def _go(entry: Entry, line: Line) -> Iterator[Any]:
    if len(line.values) < 2:
        return
    aspect, _, name = line.values[0].partition(":")
    evidence, _, assigned_by = line.values[1].partition(":")
    yield Term(line.id, name, _ASPECTS.get(aspect, ""), "", False, "", entry.source)
    yield GeneTerm(entry.id, line.id, "", evidence, "", assigned_by, entry.source)


def _pathway(entry: Entry, line: Line) -> Iterator[Any]:
    pathway = f"Reactome:{line.id}"
    name = line.values[0] if line.values else ""
    yield Term(pathway, name.removesuffix("."), "pathway", "", False, "", entry.source)
    yield GeneTerm(entry.id, pathway, "", "", "", "Reactome", entry.source)


def _family(entry: Entry, line: Line) -> Iterator[Any]:
    """A domain or family: an identifier of the protein and a term that its genes share."""
    label = "; ".join(value for value in line.values if value != "-")
    yield CrossReference(entry.id, line.database, line.id, label, entry.source)
    if line.values and line.values[0] != "-":
        term = f"{line.database}:{line.id}"
        yield Term(term, line.values[0], "family", "", False, "", entry.source)
        yield GeneTerm(entry.id, term, "", "", "", line.database, entry.source)


_TERMS: dict[str, Callable[[Entry, Line], Iterator[Any]]] = {
    "GO": _go,
    "Reactome": _pathway,
    "InterPro": _family,
    "Pfam": _family,
}
