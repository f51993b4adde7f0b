"""Records as rows of tables. A column takes the field of its name; what it points to, the schema says."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, count, groupby
from operator import attrgetter, itemgetter
from typing import Any, get_origin, get_type_hints

from sqlalchemy import Column, Table

from atlasview.atlas.new_file import Row
from atlasview.atlas.schema import cell_type, gene, protein, publication, subject, term, variant
from atlasview.records.article import Article
from atlasview.records.band import Band
from atlasview.records.cell_type import CellType, Context
from atlasview.records.difference import Difference
from atlasview.records.disease import Disease, DiseaseAssociation, DiseasePhenotype
from atlasview.records.expression import Expression
from atlasview.records.gene import Gene, GeneName
from atlasview.records.interaction import Homology, Interaction
from atlasview.records.lists import joined, joined_channels, joined_evidence
from atlasview.records.marker import Marker
from atlasview.records.packing import Packed, packing
from atlasview.records.protein import Comment, Feature, GeneProtein, Isoform, Protein, ProteinName
from atlasview.records.publication import Citation, Publication
from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm, Hierarchy, Synonym, Term
from atlasview.records.transcript import Transcript
from atlasview.records.variant import Variant

TABLES: dict[type, Table] = {
    Gene: gene.gene,
    GeneName: gene.gene_name,
    CrossReference: subject.cross_reference,
    Difference: subject.difference,
    Protein: protein.protein,
    ProteinName: protein.protein_name,
    Isoform: protein.isoform,
    Feature: protein.feature,
    Comment: protein.comment,
    GeneProtein: protein.gene_protein,
    CellType: cell_type.cell_type,
    Context: cell_type.context,
    Marker: cell_type.marker,
    Term: term.term,
    Synonym: subject.synonym,
    Hierarchy: subject.hierarchy,
    GeneTerm: term.gene_term,
    Disease: term.disease,
    DiseaseAssociation: term.disease_association,
    DiseasePhenotype: term.disease_phenotype,
    Publication: publication.publication,
    Citation: publication.citation,
    Article: publication.article,
    Variant: variant.variant,
    Transcript: gene.transcript,
    Expression: gene.expression,
    Interaction: gene.interaction,
    Homology: gene.homology,
    Band: gene.band,
}
"""Where the records of each type go; scores go into blocks (`score_writer`)."""

Value = Callable[[Any, "Keys"], Any]


@dataclass(slots=True)
class Keys:
    """Integers by which rows point to each other, by table and then by what people call the thing.

    `subject` holds genes, proteins, ... articles by their ids. Data sets, samples and evidence get
    theirs when first met; transcripts, to which nothing else points, theirs in turn.
    """

    subject: Mapping[str, int]
    source: Mapping[str, int]
    isoform: dict[str, int] = field(default_factory=dict)
    context: dict[str, int] = field(default_factory=dict)
    transcript: Iterator[int] = field(default_factory=lambda: count(1))
    dataset: dict[str, int] = field(default_factory=dict)
    evidence: dict[str, int] = field(default_factory=dict)
    sample: dict[tuple[str, str, str, str, str, int], int] = field(default_factory=dict)


def rows_of(noun: type, records: Iterable[Any], keys: Keys) -> Iterator[Row]:
    """Rows of the table of `noun`, ready to insert; those of one owner are numbered in the order of `records`."""
    table = TABLES[noun]
    values = [_value(table, column) for column in table.columns if column.name != "number"]
    rows = (tuple([value(record, keys) for value in values]) for record in records)
    if "number" in table.columns:
        return _numbered(rows)
    if table.primary_key.columns.keys() == ["key"]:
        return rows  # subjects stand in the order of their keys, others get them in turn
    return iter(sorted(rows, key=itemgetter(slice(len(table.primary_key.columns)))))


def owned_rows(noun: type, groups: Iterable[tuple[int, list[Packed]]], keys: Keys) -> Iterator[Row]:
    """Rows of what is kept by owner: its key, in order, with its packed records.

    Records within records are not read, but for evidence, which is the text of its cell: nouns that have others need
    `rows_of`.
    """
    table = TABLES[noun]
    rows = _rows_of_owner(noun, keys)
    if "number" in table.columns:
        return chain.from_iterable(rows(key, records) for key, records in groups)
    return chain.from_iterable(sorted(rows(key, records)) for key, records in groups)


def _rows_of_owner(noun: type, keys: Keys) -> Callable[[int, list[Packed]], list[Row]]:
    """A function that gives the rows of an owner's key and packed records.

    It is put together of the expressions of all columns, so that a row is made without a call: of a large atlas there
    are ten million.
    """
    table = TABLES[noun]
    place = _Place(noun, keys)
    owner = next(column.name for column in table.columns if column.name in place.fields and column.foreign_keys)
    cells = {"number": "number", owner: "key"}
    row = ", ".join(cells.get(column.name) or place.cell(column) for column in table.columns)
    made: dict[str, Any] = place.names
    exec(f"def rows(key, records):\n    return [({row}) for number, r in enumerate(records, 1)]\n", made)
    found: Callable[[int, list[Packed]], list[Row]] = made["rows"]
    return found


class _Samples(dict[tuple[str, ...], int]):
    """Keys of samples by what expression values say of them."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self._keys = keys

    def __missing__(self, said: tuple[str, ...]) -> int:
        key = self[said] = _sample(self._keys, *said)
        return key


class _Place:
    """How the cell of each column is read from a packed record `r`; `names` are those that the expressions use."""

    def __init__(self, noun: type, keys: Keys) -> None:
        self.table, self.fields, self.keys = TABLES[noun], packing(noun).fields, keys
        self._lists = {name for name, hint in get_type_hints(noun).items() if get_origin(hint) is tuple}
        self.names: dict[str, Any] = {"joined": joined, "joined_channels": joined_channels, "samples": _Samples(keys)}
        self.names |= {"keys": keys, "transcript": keys.transcript}

    def cell(self, column: "Column[Any]") -> str:
        """The expression for a column."""
        where = (self.table.name, column.name)
        if where == ("feature", "isoform"):
            protein, sequence = self._at("protein"), self._at("sequence")
            return f"None if {protein}.endswith(':' + {sequence}) else keys.isoform[{sequence}]"
        if column.primary_key and column.name == "key":
            return "next(transcript)"
        if column.name == "sample":
            return f"samples[{', '.join(map(self._at, _SAMPLE))}]"
        value = self._at(column.name)
        for foreign in column.foreign_keys:
            return self._key(foreign.column.table.name, value)
        if where == ("interaction", "channels"):
            return f"joined_channels({value})"
        return f"joined({value})" if column.name in self._lists else value

    def _key(self, register: str, value: str) -> str:
        """The key of what a value names; evidence and data sets get theirs when first met."""
        known = register if register in ("source", "isoform", "context", "evidence", "dataset") else "subject"
        self.names[known] = getattr(self.keys, known)
        if register in ("evidence", "dataset"):
            return f"{known}.setdefault({value}, len({known}) + 1)"
        return f"{known}[{value}] if {value} else None"

    def _at(self, field: str) -> str:
        return f"r[{self.fields.index(field)}]"


def _numbered(rows: Iterable[Row]) -> Iterator[Row]:
    for owner, own in groupby(sorted(rows, key=itemgetter(0)), key=itemgetter(0)):
        for number, row in enumerate(own, 1):
            yield (owner, number, *row[1:])


def _value(table: Table, column: "Column[Any]") -> Value:
    name = column.name
    if special := _SPECIAL.get((table.name, name)):
        return special
    if name == "key":
        return lambda record, keys: keys.subject[record.id]
    for foreign in column.foreign_keys:
        register = foreign.column.table.name
        if register in ("source", "isoform", "context"):
            return lambda record, keys: getattr(keys, register)[getattr(record, name)]
        if register == "dataset":
            return lambda record, keys: met(keys.dataset, getattr(record, name))
        return lambda record, keys: keys.subject[getattr(record, name)]
    return lambda record, _keys: _cell(getattr(record, name))


def _cell(value: Any) -> Any:
    return joined(value) if isinstance(value, tuple) else value


def met(known: dict[Any, int], value: Any) -> int:
    """Key of a value, the next free one where it is met for the first time."""
    return known.setdefault(value, len(known) + 1)


def _sample(keys: Keys, name: str, part: str, term: str, unit: str, kind: str, dataset: str) -> int:
    return met(keys.sample, (name, part, term, unit, kind, met(keys.dataset, dataset)))


def _own_sequence_or_isoform(feature: Feature, keys: Keys) -> int | None:
    own = feature.protein.partition(":")[2]
    return None if feature.sequence == own else keys.isoform[feature.sequence]


def _in_location(name: str) -> Value:
    return lambda record, _keys: getattr(record.location, name)


_SAMPLE = ("sample", "part", "sample_id", "unit", "kind", "dataset")
"""Fields of an expression value that a row of the table of samples says for all genes."""
_SPECIAL: dict[tuple[str, str], Value] = {
    ("context", "key"): lambda record, keys: met(keys.context, record.id),
    ("isoform", "key"): lambda record, keys: met(keys.isoform, record.id),
    ("transcript", "key"): lambda _record, keys: next(keys.transcript),
    ("feature", "isoform"): _own_sequence_or_isoform,
    ("feature", "evidence"): lambda record, keys: met(keys.evidence, joined_evidence(record.evidence)),
    ("comment", "evidence"): lambda record, keys: met(keys.evidence, joined_evidence(record.evidence)),
    ("variant", "isoform"): lambda record, keys: keys.isoform[record.isoform] if record.isoform else None,
    ("expression", "sample"): lambda record, keys: _sample(keys, *attrgetter(*_SAMPLE)(record)),
    ("interaction", "channels"): lambda record, _keys: joined_channels(record.channels),
    **{("gene", name): _in_location(name) for name in ("band", "chromosome", "start", "end", "strand", "assembly")},
}
