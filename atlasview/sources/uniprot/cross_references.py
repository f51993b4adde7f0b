"""Cross-references of an entry: DR lines, and the identifiers, terms and annotations that follow from them."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from atlasview.records.packing import Packed
from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm, Term
from atlasview.sources.rows import Rows
from atlasview.sources.uniprot.entry import Entry, EntryFault, References

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


def references_of(text: str) -> References:
    """The cross-references on DR lines, which follow each other in `text`."""
    found: References = {}
    current, own = "", list[str]()
    for line in text.split("\nDR   ")[1:]:
        database, sign, said = line.partition("; ")
        if not sign:
            continue
        if database != current:
            current, own = database, found.setdefault(database, [])
        own.append(said)
    return found


def reference(identifier: str, values: Iterable[str], isoform: str = "") -> str:
    """A cross-reference as flat text would have it behind the name of the database."""
    said = f"{identifier}; {'; '.join(values) or '-'}."
    return f"{said} [{isoform}]" if isoform else said


def by_database(references: Iterable[tuple[str, str]]) -> References:
    """References by their database, in the order in which databases are first named."""
    found: References = {}
    for database, said in references:
        found.setdefault(database, []).append(said)
    return found


def parts_of(said: str) -> tuple[str, str]:
    """Identifier, and what else is said up to the full stop."""
    identifier, sign, more = said.partition("; ")
    return (identifier, more) if sign else (said.removesuffix("."), "-.")


def said_at_end(text: str) -> tuple[str, str]:
    """What a line says last, without its full stop, and the isoform behind it."""
    if text[-1:] == "]":
        said, sign, isoform = text[:-1].rpartition(". [")
        if sign:
            return said, isoform
    return text.removesuffix("."), ""


def is_gene_of_ensembl(value: str) -> bool:
    """Whether this is Ensembl's identifier of a gene (`ENSG...`, `ENSMUSG...`), not of a transcript or protein."""
    return value.startswith("ENS") and value.partition(".")[0].rstrip("0123456789").endswith("G")


@lru_cache(maxsize=20_000)
def term(identifier: str, name: str, category: str, source: str) -> Packed:
    """A term as an entry knows it, packed: by identifier and name."""
    return (identifier, name, category, "", False, "", source)


class _Found:
    """What the lines of an entry say: identifiers of the protein, terms, and that the protein's genes have them."""

    def __init__(self, protein: str, source: str) -> None:
        self.protein, self.source = protein, source
        self.references: list[Packed] = []
        self.terms: list[Packed] = []
        self.annotations: list[Packed] = []

    def refer(self, database: str, identifier: str, label: str) -> None:
        """The protein is known to a database."""
        self.references.append((self.protein, database, identifier, label, self.source))

    def annotate(self, term: Packed, evidence: str, assigned_by: str) -> None:
        """The protein's genes have a term."""
        self.terms.append(term)
        self.annotations.append((self.protein, term[0], "", evidence, "", assigned_by, self.source))


def add_references(entry: Entry, rows: Rows) -> None:
    """Identifiers of the protein in other databases; terms and annotations where a line names a term."""
    subject, source = entry.id, entry.source
    found = _Found(subject, source)
    refer, special, prefixed = found.references.append, _SPECIAL.get, _PREFIXES.get
    for database, lines in entry.references.items():
        if take := special(database):
            take(database, lines, found)
        elif len(lines) > 1 or ":" in lines[0] or lines[0][:1] == "-":
            found.references += _several_references(database, lines, subject, source)
        else:
            identifier, sign, rest = lines[0].partition("; ")
            label = "" if rest == "-." else label_of(rest) if sign else ""
            refer((subject, prefixed(database, database), identifier if sign else identifier[:-1], label, source))
    rows.add(CrossReference, subject, found.references)
    rows.add(Term, None, found.terms)
    rows.add(GeneTerm, subject, found.annotations)


def _several_references(database: str, lines: list[str], subject: str, source: str) -> Iterable[Packed]:
    """References to a database, each identifier once, with all that is said of it."""
    name = _PREFIXES.get(database, database)
    found: dict[str, Packed] = {}
    for line in lines:
        identifier, sign, rest = line.partition("; ")
        label = "" if rest == "-." or not sign else label_of(rest)
        if not sign:
            identifier = identifier.removesuffix(".")
        if ":" in identifier:
            identifier = identifier.removeprefix(f"{database}:")
        elif identifier == "-":
            identifier, _, label = label.partition("; ")
        if identifier in found and label:
            label = f"{found[identifier][3]}; {label}".removeprefix("; ")
        elif identifier in found:
            continue
        found[identifier] = (subject, name, identifier, label, source)
    return found.values()


def label_of(rest: str) -> str:
    """What a line says behind the identifier, without `-` for nothing: `X-ray; 2.70 A; B/D=21-239`."""
    if rest[-1:] == "." and rest[:3] != "-; " and rest[-2:] != "-.":
        return rest[:-1].replace("; -; ", "; ").replace("; -; ", "; ")
    said, isoform = said_at_end(rest)
    values = [value for value in said.split("; ") if value != "-"]
    if isoform:
        values.append(f"isoform {isoform}")
    return "; ".join(values)


def _several(database: str, lines: list[str], found: _Found) -> None:
    name = _PREFIXES.get(database, database)
    for line in lines:
        said, isoform = said_at_end(line)
        label = f"isoform {isoform}" if isoform else ""
        for value in said.split("; "):
            if value != "-" and not is_gene_of_ensembl(value):
                found.refer(name, value, label)


def _go(_database: str, lines: list[str], found: _Found) -> None:
    """Annotations. Raises EntryFault where a line names no term of the Gene Ontology with its aspect and name."""
    protein, source = found.protein, found.source
    terms, annotations = found.terms.append, found.annotations.append
    for line in lines:
        said, _, support = line.rpartition("; ")
        made = _go_term(said, source)
        if made is None:
            made, support = _odd_go_term(line, source)
        terms(made)
        annotations((protein, made[0], "", *_support(support), source))


@lru_cache(maxsize=20_000)
def _go_term(said: str, source: str) -> Packed | None:
    """The term of `GO:0005829; C:cytosol`; None where the line has another number of parts."""
    identifier, sign, name = said.partition("; ")
    if not sign or "; " in name or name[1:2] != ":" or not _GO.fullmatch(identifier):
        return None
    return term(identifier, name[2:], _ASPECTS.get(name[:2], ""), source)


def _odd_go_term(line: str, source: str) -> tuple[Packed, str]:
    """Term and support of a line that says more than others."""
    identifier, *more = line.split("; ")
    made = _go_term(f"{identifier}; {more[0]}", source) if len(more) > 1 else None
    if made is None:
        raise EntryFault("a GO line that names no term", f"GO; {line}")
    return made, more[1]


@lru_cache(maxsize=1000)
def _support(text: str) -> tuple[str, str, str]:
    """Evidence code, no reference, and who gave it, of `IDA:UniProtKB.`."""
    evidence, _, assigned_by = said_at_end(text.partition("; ")[0])[0].partition(":")
    return evidence, "", assigned_by


def _pathways(_database: str, lines: list[str], found: _Found) -> None:
    for identifier, rest in map(parts_of, lines):
        name = said_at_end(rest.rpartition("; ")[2])[0].removesuffix(".")
        pathway = f"Reactome:{identifier}"
        found.annotate(term(pathway, name if name != "-" else identifier, "pathway", found.source), "", "Reactome")


def _families(database: str, lines: list[str], found: _Found) -> None:
    """Domains and families: identifiers of the protein, and terms that its genes share."""
    for identifier, rest in map(parts_of, lines):
        found.refer(database, identifier, "" if rest == "-." else label_of(rest))
        name, sign, _more = rest.partition("; ")
        if not sign:
            name = said_at_end(name)[0]
        if name != "-":
            made = term(f"{database}:{identifier}", name, _CATEGORIES[database], found.source)
            found.annotate(made, "", database)


_SPECIAL: dict[str, Callable[[str, list[str], _Found], None]] = {
    "Ensembl": _several,
    "RefSeq": _several,
    "GO": _go,
    "Reactome": _pathways,
    "InterPro": _families,
    "Pfam": _families,
}
"""Databases whose lines hold several identifiers of one kind each, or name a term."""
