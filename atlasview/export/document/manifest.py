"""The documents of an atlas: what it says of itself, and what a check of it found."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from atlasview.export.document.shared import given
from atlasview.records.source import Finding, Manifest, Source

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
    """The manifest of an atlas; every noun has a count."""
    return {
        "name": manifest.label.name,
        "version": manifest.label.version,
        "built": given(manifest.built),
        "schema": manifest.schema,
        "assembly": given(manifest.assembly),
        "sha256": given(manifest.label.sha256),
        "sources": [_source(source) for source in manifest.sources],
        "counts": dict.fromkeys(NOUNS, 0) | manifest.counts,
    }


def check_document(findings: Iterable[Finding]) -> dict[str, Any]:
    """What the thorough check noticed."""
    return {"findings": [asdict(finding) for finding in findings]}


def _source(source: Source) -> dict[str, Any]:
    values = {name: value if value != "" else None for name, value in asdict(source).items()}
    return {"key": values.pop("key"), **values}
