"""Builds an atlas file from records: checked, written aside, sealed, and put in the place of the old one at the end."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from pathlib import Path
from typing import Any

from atlasview.atlas.format import SCHEMA_VERSION, SEAL_PLACEHOLDER
from atlasview.atlas.rows import TABLES, Keys, rows_of
from atlasview.atlas.search_writer import write_search
from atlasview.atlas.writer import AtlasWriter, Row
from atlasview.building.aside import written_aside
from atlasview.building.checks import faults
from atlasview.building.completion import completed, with_canonical_isoforms
from atlasview.building.material import Material
from atlasview.building.report import COUNTED, BuildReport
from atlasview.building.search_names import article_texts, name_texts, search_names, title_texts
from atlasview.building.subjects import Subject, ranked
from atlasview.building.suggestions import suggestions
from atlasview.building.supports import supports
from atlasview.records.article import Article
from atlasview.records.source import AtlasLabel, Source
from atlasview.records.transcript import Transcript
from atlasview.records.trouble import InputRefused


def build_atlas(material: Material, target: Path) -> BuildReport:
    """Write the atlas of `material` to `target`. What was there before stays until the new file is complete.

    The same material gives the same bytes. Raises InputRefused with the first contradictions of the material, and
    InputRefused where the folder of `target` cannot be written to or is full; the old file is untouched then.
    """
    whole = with_canonical_isoforms(material)
    _refuse_faults(whole)
    whole = completed(whole)
    subjects = ranked(whole)
    with written_aside(target) as aside, AtlasWriter(aside) as writer:
        _write(writer, whole, subjects)
        seal = writer.finish()
        size = aside.stat().st_size
    return BuildReport(
        path=target,
        label=AtlasLabel(whole.name, whole.version, seal),
        size=size,
        counts=_counts(whole),
        sources=tuple(whole.of(Source)),
    )


def _refuse_faults(material: Material) -> None:
    found = faults(material)
    if found:
        more = f" (and {len(found) - 1} more like it)" if len(found) > 1 else ""
        raise InputRefused(f"{found[0].reason}{more}", found[0].where, "correct it and build again")


def _write(writer: AtlasWriter, material: Material, subjects: tuple[Subject, ...]) -> None:
    keys = Keys(
        subject={subject.id: key for key, subject in enumerate(subjects, 1)},
        source={source.key: key for key, source in enumerate(material.of(Source), 1)},
    )
    _write_manifest(writer, material)
    writer.insert("subject", ((key, *astuple(subject)) for key, subject in enumerate(subjects, 1)))
    writer.insert("kind_range", _kind_ranges(subjects))
    for noun in sorted(TABLES, key=_isoforms_first):
        writer.insert(TABLES[noun], rows_of(noun, material.of(noun), keys))
    writer.insert("exon", _exons(material.of(Transcript), keys.transcript))
    for table, register in (("dataset", keys.dataset), ("evidence", keys.evidence)):
        writer.insert(table, ((key, name) for name, key in register.items()))
    writer.insert("support", supports(material, keys.subject))
    articles = sorted(material.of(Article), key=lambda article: keys.subject[article.id])
    writer.insert("section", _sections(articles, keys.subject))
    writer.insert("suggestion", enumerate(suggestions(material, keys.subject), 1))
    write_search(writer, search_names(material, keys.subject))
    _write_texts(writer, material, articles, keys)


def _write_texts(writer: AtlasWriter, material: Material, articles: list[Article], keys: Keys) -> None:
    words = writer.insert_words("name_text", name_texts(material, keys.subject))
    words |= writer.insert_words("title_text", title_texts(material, keys.subject))
    words |= writer.insert_words("article_text", article_texts(articles))
    writer.insert("vocabulary", ((word,) for word in sorted(words)))


def _isoforms_first(noun: type) -> bool:
    """Rows can point only to what has its key already."""
    return TABLES[noun].name not in ("isoform", "context")


def _write_manifest(writer: AtlasWriter, material: Material) -> None:
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
    writer.insert("noun_count", ((at, *count) for at, count in enumerate(_counts(material).items(), 1)))
    writer.insert("source", ((key, *astuple(source)) for key, source in enumerate(material.of(Source), 1)))


def _counts(material: Material) -> dict[str, int]:
    return {noun: len(material.of(record)) for noun, record in COUNTED.items()}


def _kind_ranges(subjects: tuple[Subject, ...]) -> Iterator[Row]:
    keys: dict[str, list[int]] = {}
    for key, subject in enumerate(subjects, 1):
        keys.setdefault(subject.kind, []).append(key)
    return ((kind, own[0], own[-1]) for kind, own in sorted(keys.items()) if kind != "article")


def _exons(transcripts: Iterable[Transcript], keys: Mapping[tuple[str, str], int]) -> list[Row]:
    return sorted(
        (keys[transcript.id, transcript.assembly], number, exon.start, exon.end)
        for transcript in transcripts
        for number, exon in enumerate(transcript.exons, 1)
    )


def _sections(articles: Iterable[Article], keys: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
    number = 0
    for article in articles:
        for section in article.sections:
            number += 1
            yield number, keys[article.id], section.heading, section.text, section.translated
