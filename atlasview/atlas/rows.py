"""Records as rows of tables. A column takes the field of its name; what it points to, the schema says."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, groupby
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import Column, Table

from atlasview.atlas.lists import joined, joined_channels, joined_evidence
from atlasview.atlas.schema import cell_type, gene, protein, publication, subject, term, variant
from atlasview.atlas.writer import Row
from atlasview.records.article import Article
from atlasview.records.cell_type import CellType, Context
from atlasview.records.difference import Difference
from atlasview.records.disease import Disease, DiseaseAssociation, DiseasePhenotype
from atlasview.records.expression import Expression
from atlasview.records.gene import Gene, GeneName
from atlasview.records.interaction import Homology, Interaction
from atlasview.records.marker import Marker
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


def owned_rows(
    noun: type, fields: Sequence[str], groups: Iterable[tuple[int, list[tuple[Any, ...]]]], keys: Keys
) -> Iterator[Row]:
    """Rows of what is kept by owner: its key, in order, with the values of its records in the order of `fields`.

    Values are those of the records, but for evidence, which is the text of its cell. Other records within records are
    not read: nouns that have them need `rows_of`.
    """
    table = TABLES[noun]
    owner = next(column.name for column in table.columns if column.name in fields and column.foreign_keys)
    others = [column for column in table.columns if column.name not in ("number", owner)]
    values = [_place(table, column, fields, keys) for column in others]
    if "number" in table.columns:
        for key, records in groups:
            for number, record in enumerate(records, 1):
                yield (key, number, *[value(record) for value in values])
        return
    first = [column.name for column in table.columns].index(owner)
    for key, records in groups:
        rows = ([value(record) for value in values] for record in records)
        yield from sorted((*row[:first], key, *row[first:]) for row in rows)


def _place(table: Table, column: "Column[Any]", fields: Sequence[str], keys: Keys) -> Callable[[tuple[Any, ...]], Any]:
    """How the value of a column is read from the values of a record."""
    if (table.name, column.name) == ("feature", "isoform"):
        protein, sequence = fields.index("protein"), fields.index("sequence")
        return lambda record: (
            None if record[protein].endswith(f":{record[sequence]}") else keys.isoform[record[sequence]]
        )
    if column.primary_key and column.name == "key":
        return lambda _record: next(keys.transcript)
    if column.name == "sample":
        said = itemgetter(*map(fields.index, _SAMPLE))
        return lambda record: _sample(keys, *said(record))
    at = fields.index(column.name)
    for foreign in column.foreign_keys:
        register = foreign.column.table.name
        if register in ("evidence", "dataset"):
            register_of: dict[str, int] = getattr(keys, register)
            return lambda record: met(register_of, record[at])
        known = getattr(keys, register if register in ("source", "isoform", "context") else "subject")
        return lambda record: known[record[at]] if record[at] else None
    if (table.name, column.name) == ("interaction", "channels"):
        return lambda record: joined_channels(record[at])
    if column.type.python_type is str:
        return lambda record: joined(record[at]) if isinstance(record[at], tuple) else record[at]
    return itemgetter(at)


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
