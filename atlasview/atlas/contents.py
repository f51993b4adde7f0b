"""All records of an atlas, read back as they were written: what a new atlas takes over from an old one."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, get_type_hints

from sqlalchemy import Column, Table

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.rows import TABLES
from atlasview.atlas.score_block import Block
from atlasview.atlas.significance import Values
from atlasview.atlas.significance import record as significance
from atlasview.atlas.statement import Statement
from atlasview.atlas.strata import Stratum, strata
from atlasview.records.article import Article, Section
from atlasview.records.expression import Expression
from atlasview.records.gene import Gene, Location
from atlasview.records.lists import parted, parted_channels, parted_evidence
from atlasview.records.protein import Evidence, Feature
from atlasview.records.significance import Significance
from atlasview.records.transcript import Exon, Transcript

_REGISTERS = {
    "source": "code",
    "isoform": "id",
    "context": "id",
    "dataset": "name",
    "evidence": "text",
    "subject": "id",
}
"""Tables that keys lead to, and the column by which people call their rows."""
_SUBJECT_WORDS = ("symbol", "name")
_EXONS = Statement('SELECT transcript, start, "end" FROM exon ORDER BY transcript, number')
_SECTIONS = Statement("SELECT article, heading, text, translated FROM section ORDER BY article, key")
_SAMPLES = Statement(
    "SELECT s.key, s.name AS sample, s.part, s.id AS sample_id, s.unit, s.kind, d.name AS dataset FROM sample s"
    " JOIN dataset d ON d.key = s.dataset"
)
_TILES = Statement("SELECT gene_range, block FROM score_tile ORDER BY key")
_OF_SAMPLES = ("sample", "part", "sample_id", "unit", "kind", "dataset")
_VERSIONS = Statement("SELECT record, version FROM record_version ORDER BY record")
_ENTRIES = Statement(
    "SELECT o.id AS owner, s.code AS source, p.id AS protein FROM"
    " (SELECT l.gene AS owner, l.protein, n.source FROM gene_protein l JOIN protein n ON n.key = l.protein"
    " UNION SELECT a.disease, l.protein, n.source FROM disease_association a JOIN gene_protein l ON l.gene = a.gene"
    " JOIN protein n ON n.key = l.protein AND n.source = a.source) e"
    " JOIN source s ON s.key = e.source JOIN subject p ON p.key = e.protein JOIN subject o ON o.key = e.owner"
    " ORDER BY e.owner, e.protein"
)
_SAID = Statement(
    "SELECT s.id, d.*, c.code FROM gene_said d JOIN subject s ON s.key = d.gene JOIN source c ON c.key = d.source"
    " ORDER BY d.gene, d.number"
)
_DESCRIBING = Statement(
    "SELECT s.id, t.source FROM (SELECT key, source FROM term UNION ALL SELECT key, source FROM disease"
    " UNION ALL SELECT key, source FROM cell_type) t JOIN subject s ON s.key = t.key"
)
_MERGED = Statement(
    "SELECT s.id AS disease, c.source, c.database || ':' || c.id AS other FROM disease d"
    " JOIN cross_reference c ON c.subject = d.key JOIN subject s ON s.key = d.key"
    " WHERE c.source != d.source AND c.label = ''"
)
_NOT_SAID: tuple[str, Iterator[Any]] = ("", iter(()))
_KNOWN_BY = Statement(
    "SELECT s.id AS subject, c.id AS other FROM cross_reference c JOIN subject s ON s.key = c.subject"
    " WHERE c.database = :database ORDER BY c.subject, c.number"
)
_NAMES = {register: Statement(f"SELECT key, {name} AS name FROM {register}") for register, name in _REGISTERS.items()}

Value = Callable[[Any], Any]


def all_records(reader: AtlasReader) -> Iterator[tuple[type, Any]]:
    """Every record with its type, in the order of the tables; sources are in the manifest."""
    names = {register: {row.key: row.name for row in reader.rows(sql)} for register, sql in _NAMES.items()}
    for noun, table in TABLES.items():
        yield from ((noun, record) for record in _records(reader, noun, table, names))
    yield from ((Significance, record) for record in _scores(reader, names["subject"]))


def described_records(reader: AtlasReader) -> Iterator[tuple[type, Any]]:
    """The same as `all_records`, but a gene as each of its sources describes it, and not as the atlas shows it."""
    said = groupby(reader.each(_SAID), key=attrgetter("id"))
    gene, rows = next(said, _NOT_SAID)
    for noun, record in all_records(reader):
        if noun is Gene and record.id == gene:
            yield from ((noun, _described(record, row)) for row in rows)
            gene, rows = next(said, _NOT_SAID)
        else:
            yield noun, record


def describing(reader: AtlasReader) -> dict[str, str]:
    """Keys of the sources that describe terms, diseases and cell types, by the ids of these."""
    return {row.id: reader.source[row.source] for row in reader.rows(_DESCRIBING)}


def merged_diseases(reader: AtlasReader) -> Iterator[tuple[str, str, str]]:
    """Id of a disease, key of a source, and identifier under which that source describes the same disease."""
    return ((row.disease, reader.source[row.source], row.other) for row in reader.rows(_MERGED))


def record_versions(reader: AtlasReader) -> dict[str, str]:
    """Version of each entry and term that has one, as it was written."""
    return {row.record: row.version for row in reader.rows(_VERSIONS)}


def entries(reader: AtlasReader) -> dict[tuple[str, str], list[str]]:
    """Ids of the proteins that a source describes of a gene or of the genes that it ties to a disease, by the id of the
    gene or disease and the key of the source.
    """
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in reader.rows(_ENTRIES):
        found[row.owner, row.source].append(row.protein)
    return found


def identifiers_in(reader: AtlasReader, database: str) -> dict[str, list[str]]:
    """Identifiers that subjects have in another database, by the ids of the subjects that have some."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in reader.rows(_KNOWN_BY, database=database):
        found[row.subject].append(row.other)
    return found


def _described(gene: Gene, said: Any) -> Gene:
    """A gene as a row of `gene_said` has it."""

    def chosen(name: str, shown: Any) -> Any:
        value = getattr(said, name)
        return shown if value is None else value or (None if value == 0 else "")

    place = Location(**{one.name: chosen(one.name, getattr(gene.location, one.name)) for one in fields(Location)})
    words = {name: chosen(name, getattr(gene, name)) for name in ("symbol", "name", "locus_type")}
    return replace(gene, **words, location=place, source=said.code)


def _records(reader: AtlasReader, noun: type, table: Table, names: dict[str, dict[int, str]]) -> Iterator[Any]:
    values = [_value(noun, table, name, hint, names) for name, hint in get_type_hints(noun).items()]
    parts = _parts(reader, noun)
    with_subject = table.name in _SUBJECTS
    own = ", s.id AS subject_id, s.symbol AS subject_symbol, s.name AS subject_name" if with_subject else ""
    join = " JOIN subject s ON s.key = t.key" if with_subject else ""
    order = ", ".join(f"t.{column.name}" for column in table.primary_key.columns)
    for row in reader.each(Statement(f'SELECT t.*{own} FROM "{table.name}" t{join} ORDER BY {order}')):
        yield noun(*(parts[name](row) if name in parts else value(row) for name, value in values))


def _scores(reader: AtlasReader, ids: dict[int, str]) -> Iterator[Significance]:
    """Scores, those of one gene one after the other."""
    for _genes, rows in groupby(reader.each(_TILES), key=attrgetter("gene_range")):
        found: list[tuple[int, Stratum, Values]] = []
        for row in rows:
            block = Block(row.block)
            known = strata(reader, block.strata)
            values = block.rows(range(len(block)), {key: stratum.bases for key, stratum in known.items()})
            found += zip(block.genes, map(known.__getitem__, block.strata), values, strict=True)
        found.sort(key=itemgetter(0))
        for gene, stratum, numbers in found:
            yield significance(ids[gene], stratum, numbers)


_SUBJECTS = ("gene", "protein", "cell_type", "term", "disease", "publication", "article")


def _parts(reader: AtlasReader, noun: type) -> dict[str, Value]:
    """Fields that are rows of another table."""
    if noun is Transcript:
        exons = {
            key: tuple(Exon(row.start, row.end) for row in rows)
            for key, rows in groupby(reader.rows(_EXONS), key=attrgetter("transcript"))
        }
        return {"exons": lambda row: exons.get(row.key, ())}
    if noun is Expression:
        samples = {row.key: row for row in reader.rows(_SAMPLES)}
        return {name: _of_sample(samples, name) for name in _OF_SAMPLES}
    if noun is Article:
        sections = {
            key: tuple(Section(row.heading, row.text, bool(row.translated)) for row in rows)
            for key, rows in groupby(reader.rows(_SECTIONS), key=attrgetter("article"))
        }
        return {"sections": lambda row: sections.get(row.key, ())}
    return {}


def _of_sample(samples: dict[int, Any], name: str) -> Value:
    get = attrgetter(name)
    return lambda row: get(samples[row.sample])


def _value(noun: type, table: Table, name: str, hint: Any, names: dict[str, dict[int, str]]) -> tuple[str, Value]:
    """How a field is read from a row of its table."""
    if hint is Location:
        own = [field.name for field in fields(Location)]
        return name, lambda row: Location(*(getattr(row, one) for one in own))
    if (noun, name) == (Feature, "sequence"):
        subjects, isoforms = names["subject"], names["isoform"]
        return name, lambda row: isoforms[row.isoform] if row.isoform else subjects[row.protein].partition(":")[2]
    if name not in table.columns:
        word = {"id": "subject_id", "symbol": "subject_symbol"}.get(name, "subject_name")
        return name, attrgetter(word)
    column: Column[Any] = table.columns[name]
    for foreign in column.foreign_keys:
        register = foreign.column.table.name
        return name, _named(name, hint, names[register if register in _REGISTERS else "subject"])
    return name, _cell(name, hint)


def _named(name: str, hint: Any, known: dict[int, str]) -> Value:
    """A field that holds a key, by what the key leads to."""
    if hint == tuple[Evidence, ...]:
        return lambda row: parted_evidence(known[getattr(row, name)])
    return lambda row: known[key] if (key := getattr(row, name)) is not None else ""


def _cell(name: str, hint: Any) -> Value:
    get = attrgetter(name)
    if hint == tuple[str, ...]:
        return lambda row: parted(get(row))
    if hint == tuple[tuple[str, float], ...]:
        return lambda row: parted_channels(get(row))
    if hint in (bool, bool | None):
        return lambda row: None if get(row) is None else bool(get(row))
    return get
