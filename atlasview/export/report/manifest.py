"""The page of the atlas itself as a report."""

from collections.abc import Iterator

from atlasview.export.citing import citing_text
from atlasview.export.report.parts import Column, Heading, Paragraph, Part
from atlasview.export.report.words import facts, table, words
from atlasview.records.passing_on import passing_on
from atlasview.records.profile import AtlasProfile
from atlasview.records.source import Manifest

_COUNTS = ("read", "kept", "rejected", "filtered", "superseded")


def atlas_parts(profile: AtlasProfile) -> Iterator[Part]:
    """What it is and holds, why records are missing, what may be passed on, how to cite it."""
    manifest = profile.manifest
    yield Heading("Overview")
    yield from facts([(name, words(value)) for name, value in _overview(profile)])
    yield Heading("Records")
    yield from _records(manifest)
    if manifest.notes:
        yield Heading("Not in the atlas")
        yield from _notes(manifest)
    passing = passing_on(manifest.sources)
    yield Heading("Passing on")
    yield Paragraph(words(passing.sentence))
    columns = (Column("Database", width=40), Column("Licence", width=20), Column("Asks"))
    yield from table(columns, [tuple(map(words, term)) for term in passing.terms])
    yield Heading("How to cite")
    yield from (Paragraph(words(line)) for line in citing_text(manifest).splitlines())


def _overview(profile: AtlasProfile) -> list[tuple[str, str]]:
    manifest = profile.manifest
    return [
        ("Version", manifest.label.version),
        ("Built", manifest.built),
        ("Assembly", manifest.assembly),
        ("Size", f"{manifest.size:,} bytes" if manifest.size else ""),
        *((noun.replace("_", " ").capitalize(), f"{count:,}") for noun, count in manifest.counts.items() if count),
    ]


def _records(manifest: Manifest) -> list[Part]:
    columns = (Column("Source", width=36), *(Column(name.title(), number=True, width=12) for name in _COUNTS))
    rows = [(words(each.label), *(words(f"{getattr(each, name):,}") for name in _COUNTS)) for each in manifest.sources]
    return [*table(columns, rows)]


def _number(records: int) -> str:
    return f"{records:,}" if records else ""


def _notes(manifest: Manifest) -> list[Part]:
    labels = {source.key: source.label for source in manifest.sources}
    columns = (Column("Source", width=30), Column("Records", number=True, width=12), Column("Why"))
    rows = [
        (
            words(labels[note.source]),
            words(f"{note.records:,}" if note.records else ""),
            words(f"{note.kind}: {note.text}"),
        )
        for note in manifest.notes
    ]
    return [*table(columns, rows)]
