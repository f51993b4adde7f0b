"""The documents of an atlas: what it says of itself, and what a check of it found."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from atlasview.export.citing import atlas_citation, cited_databases
from atlasview.export.document.shared import given
from atlasview.records.passing_on import passing_on
from atlasview.records.source import Finding, Manifest, Source, SourceNote

NOUNS = (
    "genes",
    "proteins",
    "transcripts",
    "features",
    "variants",
    "cell_types",
    "terms",
    "diseases",
    "publications",
    "significance",
    "expression",
    "interactions",
    "articles",
)


def info_document(manifest: Manifest) -> dict[str, Any]:
    """The manifest of an atlas; every noun has a count.

    `passing_on.leave` is `free`, `conditions`, `ask` or `no`; `citing` has what to put into a paper.
    """
    passing = passing_on(manifest.sources)
    return {
        "name": manifest.label.name,
        "version": manifest.label.version,
        "built": given(manifest.built),
        "schema": manifest.schema,
        "assembly": given(manifest.assembly),
        "sha256": given(manifest.label.sha256),
        "size": manifest.size,
        "sources": [_source(source, manifest.notes) for source in manifest.sources],
        "counts": dict.fromkeys(NOUNS, 0) | manifest.counts,
        "passing_on": {
            "leave": passing.leave.name.lower(),
            "sentence": passing.sentence,
            "terms": [
                {"database": database, "licence": licence, "asks": asks} for database, licence, asks in passing.terms
            ],
        },
        "citing": {
            "atlas": atlas_citation(manifest),
            "databases": [
                {"database": each.name, "releases": list(each.releases), "doi": given(each.doi), "url": given(each.url)}
                for each in cited_databases(manifest)
            ],
        },
    }


def check_document(findings: Iterable[Finding]) -> dict[str, Any]:
    """What the thorough check noticed."""
    return {"findings": [asdict(finding) for finding in findings]}


def _source(source: Source, notes: Iterable[SourceNote]) -> dict[str, Any]:
    values = {name: value if value != "" else None for name, value in asdict(source).items()}
    own = [
        {"kind": note.kind, "text": note.text, "records": note.records} for note in notes if note.source == source.key
    ]
    return {"key": values.pop("key"), **values, "notes": own}
