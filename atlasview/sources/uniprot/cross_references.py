"""Cross-references of an entry: DR lines, and the identifiers, terms and annotations that follow from them."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, partial

from atlasview.records.packing import Packed
from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm, Term
from atlasview.sources.rows import Rows
from atlasview.sources.uniprot.entry import Entry, EntryFault

Lines = Mapping[str, list[str]]
"""Lines of cross-references by their database."""
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


def reference(identifier: str, values: Iterable[str], isoform: str = "") -> str:
    """A cross-reference as flat text would have it behind the name of the database."""
    said = f"{identifier}; {'; '.join(values) or '-'}."
    return f"{said} [{isoform}]" if isoform else said


def by_database(references: Iterable[tuple[str, str]]) -> list[str]:
    """References as lines of flat text, those of one database together, in the order in which databases are named."""
    found: dict[str, list[str]] = {}
    for database, said in references:
        found.setdefault(database, []).append(f"{database}; {said}")
    return [line for lines in found.values() for line in lines]


def parts_of(line: str) -> tuple[str, str]:
    """Identifier, and what else is said up to the full stop."""
    try:
        _database, identifier, rest = line.split("; ", 2)
    except ValueError:
        return line.partition("; ")[2].removesuffix("."), "-."
    return identifier, rest


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


def term(identifier: str, name: str, category: str, source: str) -> Packed:
    """A term as an entry knows it, packed: by identifier and name."""
    return (identifier, name, category, "", False, "", source)


class Referred:
    """What the lines of an entry say: identifiers of the protein, terms, and that the protein's genes have them.

    lines  by their database, what the lines say of which more is wanted than that the protein is known there
    """

    __slots__ = ("annotations", "lines", "protein", "references", "source", "terms")

    def __init__(self, protein: str, source: str) -> None:
        self.protein, self.source = protein, source
        self.references: list[Packed] = []
        self.terms: list[Packed] = []
        self.annotations: list[Packed] = []
        self.lines: dict[str, list[str]] = {}

    def refer(self, database: str, identifier: str, label: str) -> None:
        """The protein is known to a database."""
        self.references.append((self.protein, database, identifier, label, self.source))

    def annotate(self, term: Packed, evidence: str, assigned_by: str) -> None:
        """The protein's genes have a term."""
        self.terms.append(term)
        self.annotations.append((self.protein, term[0], "", evidence, "", assigned_by, self.source))

    def add(self, rows: Rows) -> None:
        """Say all this as rows."""
        rows.add(CrossReference, self.protein, self.references)
        rows.add(Term, None, self.terms)
        rows.add(GeneTerm, self.protein, self.annotations)


def referred(entry: Entry) -> Referred:
    """What follows from the cross-references of an entry. Raises EntryFault where a line of GO names no term."""
    found = Referred(entry.id, entry.source)
    if not _take(entry.references, found):
        found = Referred(entry.id, entry.source)
        parts = (line.partition("; ") for line in entry.references)
        _take(by_database((database, said) for database, sign, said in parts if sign), found)
    return found


def _take(lines: list[str], found: Referred) -> bool:
    """Take the lines in; whether those of each database stand together."""
    subject, source, references = found.protein, found.source, found.references
    refer, prefixed = references.append, _PREFIXES.get
    current, name, own, special, several, order = "", "", list[str](), False, False, list[str]()
    for line in lines:
        try:
            database, identifier, rest = line.split("; ", 2)
        except ValueError:
            database, sign, identifier = line.partition("; ")
            if not sign:
                continue
            identifier, rest = identifier.removesuffix("."), "-."
        if database == current:
            several = True
        else:
            if own or several:
                _end(current, own, found)
                own, several = [], False
            order.append(database)
            current, name, special = database, prefixed(database, database), database in _SPECIAL
        if special:
            own.append(line)
            continue
        if rest == "-.":
            label = ""
        else:
            label = label_of(rest) if "-;" in rest or "-." in rest or rest[-1:] != "." else rest[:-1]
        if ":" in identifier:
            identifier = identifier.removeprefix(f"{database}:")
        elif identifier == "-":
            identifier, _, label = label.partition("; ")
        refer((subject, name, identifier, label, source))
    _end(current, own, found)
    return len(set(order)) == len(order)


def _end(database: str, lines: list[str], found: Referred) -> None:
    """The lines of a database are at their end: take in those that say more, else let each identifier stand once."""
    if lines:
        _SPECIAL[database](database, lines, found)
    else:
        _say_once(found.references)


def _say_once(references: list[Packed]) -> None:
    """Let each identifier of the database that was referred to last stand once, with all that is said of it."""
    start = len(references)
    while start and references[start - 1][1] == references[-1][1]:
        start -= 1
    run = references[start:]
    if len({one[2] for one in run}) == len(run):
        return
    found: dict[str, Packed] = {}
    for one in run:
        held = found.setdefault(one[2], one)
        if held is not one and one[3]:
            found[one[2]] = (*one[:3], f"{held[3]}; {one[3]}".removeprefix("; "), one[4])
    references[start:] = found.values()


def label_of(rest: str) -> str:
    """What a line says behind the identifier, without `-` for nothing: `X-ray; 2.70 A; B/D=21-239`."""
    if rest[-1:] == "." and rest[:3] != "-; " and rest[-2:] != "-.":
        return rest[:-1].replace("; -; ", "; ").replace("; -; ", "; ")
    said, isoform = said_at_end(rest)
    values = [value for value in said.split("; ") if value != "-"]
    if isoform:
        values.append(f"isoform {isoform}")
    return "; ".join(values)


def _several(database: str, lines: list[str], found: Referred) -> None:
    subject, name, source, refer = (
        found.protein,
        _PREFIXES.get(database, database),
        found.source,
        found.references.append,
    )
    found.lines[database] = lines
    for line in lines:
        values, isoform = _values(line)
        label = f"isoform {isoform}" if isoform else ""
        for value in values:
            if value != "-" and not (value[:3] == "ENS" and is_gene_of_ensembl(value)):
                refer((subject, name, value, label, source))


def _values(line: str) -> tuple[list[str], str]:
    said, isoform = said_at_end(line)
    return said.split("; ")[1:], isoform


def _noted(database: str, lines: list[str], found: Referred) -> None:
    name = _PREFIXES.get(database, database)
    found.lines[database] = lines
    for identifier, rest in map(parts_of, lines):
        found.refer(name, identifier.removeprefix(f"{database}:"), "" if rest == "-." else label_of(rest))
    _say_once(found.references)


def _go(_database: str, lines: list[str], found: Referred) -> None:
    protein, source = found.protein, found.source
    terms, annotations, term_of = found.terms.append, found.annotations.append, _go_terms(source)
    for line in lines:
        said, _, support = line.rpartition("; ")
        made = term_of(said)
        if made is None:
            made, support = _odd_go_term(line, source)
        terms(made)
        annotations((protein, made[0], "", *_support(support), source))


@cache
def _go_terms(source: str) -> Callable[[str], Packed | None]:
    """Gives terms, and remembers those that a source speaks of."""
    return lru_cache(maxsize=20_000)(partial(_go_term, source))


def _go_term(source: str, said: str) -> Packed | None:
    """The term of `GO; GO:0005829; C:cytosol`; None where the line has another number of parts."""
    _, sign, more = said.partition("; ")
    identifier, sign, name = more.partition("; ")
    if not sign or "; " in name or name[1:2] != ":" or not _GO.fullmatch(identifier):
        return None
    return term(identifier, name[2:], _ASPECTS.get(name[:2], ""), source)


def _odd_go_term(line: str, source: str) -> tuple[Packed, str]:
    """Term and support of a line that says more than others."""
    database, identifier, *more = line.split("; ")
    made = _go_term(source, f"{database}; {identifier}; {more[0]}") if len(more) > 1 else None
    if made is None:
        raise EntryFault("a GO line that names no term", line)
    return made, more[1]


@lru_cache(maxsize=1000)
def _support(text: str) -> tuple[str, str, str]:
    """Evidence code, no reference, and who gave it, of `IDA:UniProtKB.`."""
    evidence, _, assigned_by = said_at_end(text.partition("; ")[0])[0].partition(":")
    return evidence, "", assigned_by


def _pathways(_database: str, lines: list[str], found: Referred) -> None:
    for line in lines:
        found.annotate(_pathway(line, found.source), "", "Reactome")


@lru_cache(maxsize=4_000)
def _pathway(line: str, source: str) -> Packed:
    identifier, rest = parts_of(line)
    name = said_at_end(rest.rpartition("; ")[2])[0].removesuffix(".")
    return term(f"Reactome:{identifier}", name if name != "-" else identifier, "pathway", source)


def _families(database: str, lines: list[str], found: Referred) -> None:
    for line in lines:
        identifier, label, made = _family(line, found.source)
        found.refer(database, identifier, label)
        if made:
            found.annotate(made, "", database)


@lru_cache(maxsize=8_000)
def _family(line: str, source: str) -> tuple[str, str, Packed | None]:
    """Identifier and label of a domain or family, and the term that the protein's genes share, if it has a name."""
    database, _, _said = line.partition("; ")
    identifier, rest = parts_of(line)
    name, sign, _more = rest.partition("; ")
    if not sign:
        name = said_at_end(name)[0]
    made = term(f"{database}:{identifier}", name, _CATEGORIES[database], source) if name != "-" else None
    return identifier, "" if rest == "-." else label_of(rest), made


_SPECIAL: dict[str, Callable[[str, list[str], Referred], None]] = {
    "Ensembl": _several,
    "RefSeq": _several,
    "HGNC": _noted,
    "Genew": _noted,
    "GeneID": _noted,
    "Orphanet": _noted,
    "GO": _go,
    "Reactome": _pathways,
    "InterPro": _families,
    "Pfam": _families,
}
"""Databases whose lines hold several identifiers of one kind each, are wanted for more, or name a term."""
