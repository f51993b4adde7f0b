"""What an atlas was made of as tables: its sources, and why records of them are missing."""

from dataclasses import astuple, fields

from atlasview.export.tables.delimited import rows_text
from atlasview.records.source import Manifest, Source, SourceNote


def sources_text(manifest: Manifest) -> str:
    """Sources as tab-separated text under a line of names; unknown cells are empty."""
    return rows_text([[field.name for field in fields(Source)], *map(astuple, manifest.sources)])


def notes_text(manifest: Manifest) -> str:
    """Notes of the sources as tab-separated text under a line of names."""
    return rows_text([[field.name for field in fields(SourceNote)], *map(astuple, manifest.notes)])
