"""Builds an atlas file from records: checked, written aside, sealed, and put in the place of the old one at the end."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from itertools import count, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from atlasview.atlas.format import SCHEMA_VERSION, SEAL_PLACEHOLDER
from atlasview.atlas.new_file import AtlasFile, NewFile, Row
from atlasview.atlas.rows import TABLES, Keys, owned_rows, rows_of
from atlasview.atlas.schema.publication import support
from atlasview.atlas.score_writer import EXACT_UP_TO, Group, ScoreWriter
from atlasview.atlas.search_writer import write_search
from atlasview.atlas.writer import AtlasWriter
from atlasview.atlas.written import Written
from atlasview.building.aside import written_aside
from atlasview.building.checks import SUBJECTS, faults
from atlasview.building.completion import completed, with_canonical_isoforms
from atlasview.building.descriptions import Said
from atlasview.building.ledger import Ledger
from atlasview.building.material import Material
from atlasview.building.ready import ReadyRows
from atlasview.building.report import COUNTED, BuildReport
from atlasview.building.search_names import article_texts, name_texts, search_names, title_texts
from atlasview.building.staged import StagedNoun
from atlasview.building.subjects import KINDS, ids, ranked, subjects
from atlasview.building.suggestions import suggestions
from atlasview.building.supports import supports
from atlasview.building.weights import Weights, weights_of
from atlasview.records.article import Article
from atlasview.records.cell_type import Context
from atlasview.records.gene import GeneName
from atlasview.records.interaction import Interaction
from atlasview.records.packing import Packed, packing
from atlasview.records.protein import Comment, Feature, Isoform, ProteinName
from atlasview.records.reference import CrossReference
from atlasview.records.significance import Significance
from atlasview.records.source import AtlasLabel, Source
from atlasview.records.term import GeneTerm, Synonym
from atlasview.records.transcript import Transcript
from atlasview.records.trouble import InputRefused
from atlasview.records.variant import Variant

_EXONS_AT_ONCE = 10_000
_NAMED = frozenset({Isoform, Context, GeneName, ProteinName, Synonym, CrossReference, Variant, Transcript})
"""Nouns whose names and identifiers search takes from their tables. They are written first: while a process beside
this one sorts them, this one ties the other facts together."""
_ORDER = {noun: number for number, noun in enumerate(TABLES)}
_BY_ROOM = {Interaction: -2, GeneTerm: -1, Feature: 1, Comment: 2}
"""Nouns of large tables by the room that their rows take while they wait for a process that sorts: only so many may."""


def build_atlas(material: Material, target: Path) -> BuildReport:
    """Write the atlas of `material` to `target`. What was there before stays until the new file is complete.

    The same material gives the same bytes. Raises InputRefused with the first contradictions of the material, and
    InputRefused where the folder of `target` cannot be written to or is full; the old file is untouched then.
    """
    whole = with_canonical_isoforms(material)
    _refuse_faults(whole)
    whole = completed(whole)
    weights = weights_of(whole)
    whole = replace(whole, records={**whole.records, **ranked(whole.records, weights)})
    keys = {subject: key for key, subject in enumerate(ids(whole.records), 1)}
    with written_aside(target) as aside, AtlasFile(aside) as file:
        return write_atlas(Writing(whole, weights, keys, lambda: whole.of(Source)), file, target)


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written, and what is known only when it has been.

    material  its subjects stand in the order of their rank
    keys      key of each subject: its place, from 1
    sources   the sources with their counts, asked for after the facts were written
    ledger    told of facts that fall away in the writing, for material that is tied as it is written
    notes     for each source (from 0) kind, text and number of its notes; asked for after the facts were written
    versions  version of each entry and term, for later additions
    said      gene, number, what is said and source of genes that several sources describe, in the order of the genes
    step      told what is being written, and may raise to stop
    """

    material: Material
    weights: Weights
    keys: dict[str, int]
    sources: Callable[[], Sequence[Source]]
    ledger: Ledger | None = None
    notes: Callable[[], Iterable[tuple[int, str, str, int]]] = tuple
    versions: Iterable[tuple[str, str]] = ()
    said: Iterable[tuple[str, int, Said, str]] = ()
    step: Callable[[str], None] = lambda _what: None


def write_atlas(writing: Writing, file: NewFile, target: Path) -> BuildReport:
    """Write the atlas to `file`, which takes the place of `target` afterwards. Raises OSError for the disk."""
    writer = AtlasWriter(file)
    counts = _write(writer, writing)
    writing.step("seal")
    seal, size = writer.finish()
    return BuildReport(
        path=target,
        label=AtlasLabel(writing.material.name, writing.material.version, seal),
        size=size,
        counts=counts,
        sources=tuple(writing.sources()),
    )


def _refuse_faults(material: Material) -> None:
    found = faults(material)
    if found:
        more = f" (and {len(found) - 1} more like it)" if len(found) > 1 else ""
        raise InputRefused(f"{found[0].reason}{more}", found[0].where, "correct it and build again")


def _write(writer: AtlasWriter, writing: Writing) -> dict[str, int]:
    """Everything; gives how many records of each noun there are."""
    material = writing.material
    keys = Keys(writing.keys, {source.key: key for key, source in enumerate(material.of(Source), 1)})
    rows = enumerate(subjects(material.records, writing.weights), 1)
    writer.insert("subject", ((key, *subject) for key, subject in rows))
    writer.insert("kind_range", _kind_ranges(material))
    named = [noun for noun in sorted(TABLES, key=_isoforms_first) if noun in _NAMED]
    for noun in named:
        _write_noun(noun, writing, keys, writer)
    written = Written(writer)
    writing.step("words")
    articles = sorted(material.of(Article), key=lambda article: keys.subject[article.id])
    _write_texts(writer, material, articles, keys, written)
    writing.step("search")
    write_search(writer, search_names(material, keys.subject, written))
    for noun in sorted(set(TABLES) - _NAMED, key=_narrow_first):
        _write_noun(noun, writing, keys, writer)
    said = ((keys.subject[gene], number, *said, keys.source[source]) for gene, number, said, source in writing.said)
    writer.insert("gene_said", said)
    for table, register in (("dataset", keys.dataset), ("evidence", keys.evidence)):
        writer.insert(table, ((key, name) for name, key in register.items()))
    writer.insert("sample", ((key, *said) for said, key in keys.sample.items()))
    writer.insert_sorted(support, supports(material, keys.subject, written))
    writer.insert("section", _sections(articles, keys.subject))
    writer.insert("suggestion", enumerate(suggestions(material, keys.subject, writing.weights), 1))
    counts = {noun: len(material.of(record)) for noun, record in COUNTED.items()}
    _write_manifest(writer, writing, counts)
    return counts


def _write_noun(noun: type, writing: Writing, keys: Keys, writer: AtlasWriter) -> None:
    table = TABLES[noun]
    writing.step(table.name)
    writer.insert(table, _rows(noun, writing, keys, writer))
    writer.index(table)
    if noun is Context:
        _write_scores(writer, writing, keys)


def _rows(noun: type, writing: Writing, keys: Keys, writer: AtlasWriter) -> Iterator[Row]:
    records: Any = writing.material.of(noun)
    if isinstance(records, ReadyRows):
        return records.ready_rows(writing.ledger)
    if not isinstance(records, StagedNoun):
        if noun is Transcript:
            writer.insert("exon", _exons(records))
        return rows_of(noun, records, keys)
    groups = records.written(writing.ledger)
    return owned_rows(noun, _with_exons(groups, writer) if noun is Transcript else groups, keys)


def _write_scores(writer: AtlasWriter, writing: Writing, keys: Keys) -> None:
    writing.step("significance")
    records = writing.material.of(Significance)
    if isinstance(records, StagedNoun):
        ScoreWriter(writer, keys, records.staged <= EXACT_UP_TO).write(records.written(writing.ledger))
    else:
        ScoreWriter(writer, keys, len(records) <= EXACT_UP_TO).write(_packed_scores(records, keys))


def _packed_scores(records: Iterable[Significance], keys: Keys) -> Iterator[Group]:
    """Scores by gene, in the order of the genes' keys."""
    ordered = sorted(records, key=lambda record: keys.subject[record.gene])
    pack = packing(Significance).pack
    for gene, own in groupby(ordered, key=lambda record: keys.subject[record.gene]):
        yield gene, list(map(pack, own))


def _write_texts(
    writer: AtlasWriter, material: Material, articles: list[Article], keys: Keys, written: Written
) -> None:
    words = writer.insert_words("name_text", name_texts(material, keys.subject, written))
    words |= writer.insert_words("title_text", title_texts(material, keys.subject))
    words |= writer.insert_words("article_text", article_texts(articles))
    writer.insert("vocabulary", ((word,) for word in sorted(words)))


def _isoforms_first(noun: type) -> bool:
    """Rows can point only to what has its key already."""
    return TABLES[noun].name not in ("isoform", "context")


def _narrow_first(noun: type) -> tuple[int, int]:
    """The order of nouns after search: the more time their rows take for their room, the earlier."""
    return _BY_ROOM.get(noun, 0), _ORDER[noun]


def _write_manifest(writer: AtlasWriter, writing: Writing, counts: Mapping[str, int]) -> None:
    material = writing.material
    stated = {
        "name": material.name,
        "version": material.version,
        "built": material.built,
        "schema": str(SCHEMA_VERSION),
        "assembly": material.assembly,
        "inputs": material.inputs,
        "seal": SEAL_PLACEHOLDER,
    }
    writer.insert("manifest", sorted(stated.items()))
    writer.insert("noun_count", ((at, *count) for at, count in enumerate(counts.items(), 1)))
    writer.insert("source", ((key, *astuple(source)) for key, source in enumerate(writing.sources(), 1)))
    notes = groupby(writing.notes(), key=itemgetter(0))
    writer.insert(
        "source_note",
        ((source + 1, number, *note[1:]) for source, own in notes for number, note in enumerate(own, 1)),
    )
    writer.insert("record_version", sorted(writing.versions))


def _kind_ranges(material: Material) -> list[Row]:
    """Kind, first and last key of the kinds that there are."""
    ranges, last = [], 0
    for noun in SUBJECTS:
        first, last = last + 1, last + len(material.of(noun))
        if last >= first and noun is not Article:
            ranges.append((KINDS[noun], first, last))
    return sorted(ranges)


def _with_exons(groups: Iterable[tuple[int, list[Packed]]], writer: AtlasWriter) -> Iterator[tuple[int, list[Packed]]]:
    """Packed transcripts by their genes; their exons are written on the way, so that they are made once."""
    at = packing(Transcript).at("exons")
    keys = count(1)
    exons: list[Row] = []
    for gene, transcripts in groups:
        for transcript, key in zip(transcripts, keys, strict=False):
            exons += [(key, number, start, end) for number, (start, end) in enumerate(transcript[at], 1)]
        if len(exons) > _EXONS_AT_ONCE:
            writer.insert("exon", exons)
            exons = []
        yield gene, transcripts
    writer.insert("exon", exons)


def _exons(transcripts: Iterable[Transcript]) -> Iterator[Row]:
    """Rows in the order of the transcripts, whose keys are their places in it: nothing is held to be sorted."""
    return (
        (key, number, exon.start, exon.end)
        for key, transcript in enumerate(transcripts, 1)
        for number, exon in enumerate(transcript.exons, 1)
    )


def _sections(articles: Iterable[Article], keys: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
    number = 0
    for article in articles:
        for section in article.sections:
            number += 1
            yield number, keys[article.id], section.heading, section.text, section.translated
