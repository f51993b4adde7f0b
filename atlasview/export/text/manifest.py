"""What an atlas says of itself, and what a check of it found, as text."""

from collections.abc import Sequence

from atlasview.export.citing import citing_text
from atlasview.export.document.manifest import NOUNS
from atlasview.export.text.layout import Column, Lines, facts, heading, paragraph, table
from atlasview.records.passing_on import passing_on
from atlasview.records.size import size_words
from atlasview.records.source import Finding, Manifest

_LOST = ("rejected", "filtered", "superseded")


def info_text(manifest: Manifest, width: int = 80) -> str:
    """Name, version, counts and sources."""
    label = manifest.label
    counts = dict.fromkeys(NOUNS, 0) | manifest.counts
    lines = [
        str(label),
        *facts(
            [
                ("Built", manifest.built),
                ("Schema", str(manifest.schema)),
                ("Assembly", manifest.assembly),
                ("SHA-256", label.sha256),
                ("Size", size_words(manifest.size) if manifest.size else ""),
            ],
            width,
        ),
        "",
        *heading("Holds"),
        *facts([(noun.replace("_", " "), f"{count:,}") for noun, count in counts.items()], width),
        "",
        *heading("Sources"),
        *_sources(manifest, width),
        *_notes(manifest, width),
        "",
        *heading("May it be passed on?"),
        *_passing_on(manifest, width),
        "",
        *heading("How to cite it"),
        *(part for line in citing_text(manifest).splitlines() for part in paragraph(line, width, "  ", "")),
    ]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def check_text(findings: Sequence[Finding], width: int = 80) -> str:
    """A line for each finding, or a sentence that there is none."""
    if not findings:
        return "No findings: the atlas is whole.\n"
    columns = (Column("Severity"), Column("Where", wraps=True), Column("What", wraps=True))
    rows = [[each.severity, each.where, each.what] for each in findings]
    return "".join(f"{line}\n" for line in table(columns, rows, width))


def _notes(manifest: Manifest, width: int) -> Lines:
    """Why records are not in the atlas, source by source."""
    names = manifest.source_names()
    columns = (Column("Source", wraps=True), Column("Records", right=True), Column("Why", wraps=True))
    rows = [
        [names[note.source], f"{note.records:,}" if note.records else "", f"{note.kind}: {note.text}"]
        for note in manifest.notes
    ]
    return ["", *heading("What is not in it, and why"), *table(columns, rows, width)] if rows else []


def _passing_on(manifest: Manifest, width: int) -> Lines:
    passing = passing_on(manifest.sources)
    columns = (Column("Database", wraps=True), Column("Licence", wraps=True), Column("Asks", wraps=True))
    return [*paragraph(passing.sentence, width), *table(columns, passing.terms, width)]


def _sources(manifest: Manifest, width: int) -> list[str]:
    """Records found and kept, the ways in which some were not, where there are any, and files that tell them apart."""
    alike = manifest.ambiguous()
    lost = [noun for noun in _LOST if any(getattr(each, noun) for each in manifest.sources)]
    columns = (
        Column("Source", wraps=True),
        Column("Release", wraps=True),
        Column("Licence", wraps=True),
        *(Column(title, right=True) for title in ("Read", "Kept", *(noun.title() for noun in lost))),
    )
    rows = [
        [
            each.database,
            each.release or each.date,
            each.licence,
            *(f"{getattr(each, noun):,}" for noun in ("read", "kept", *lost)),
        ]
        for each in manifest.sources
    ]
    files = [each.file if each.key in alike else "" for each in manifest.sources]
    return table(columns, rows, width, files)
