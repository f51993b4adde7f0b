"""Transcripts of a gene as a table: which they are, how long, and what they make."""

from atlasview.desktop.panels.exits import Exits
from atlasview.desktop.panels.source_column import source_column
from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.record_table import RecordTable
from atlasview.desktop.tables.table_panel import TablePanel
from atlasview.desktop.theme import Theme
from atlasview.export.addresses import address
from atlasview.records.source import Source
from atlasview.records.transcript import Transcript, drawn_first


def _number(value: int | None) -> str:
    return f"{value:,}" if value is not None else ""


def _place(transcript: Transcript) -> str:
    """`1:64,833,229-64,966,504 -`; without a chromosome where the positions are those of a record."""
    if not transcript.exons:
        return ""
    start, end = transcript.span
    sequence = f"{transcript.chromosome}:" if transcript.chromosome else ""
    return f"{sequence}{start:,}-{end:,} {transcript.strand}"


def _start(transcript: Transcript) -> tuple[str, int] | None:
    return (transcript.chromosome, transcript.span[0]) if transcript.exons else None


def _place_hint(transcript: Transcript) -> str:
    """The place whole, and what it counts on where that is no chromosome."""
    if not transcript.exons or transcript.chromosome:
        return _place(transcript)
    return f"{_place(transcript)}: positions of the record {transcript.assembly}, not of a chromosome"


def _chosen(transcript: Transcript) -> str:
    """Who chose it; what MANE Select is, is canonical too."""
    return ", ".join(mark for mark in transcript.marks if mark != "canonical" or not transcript.mane_select)


def _protein(transcript: Transcript) -> str:
    return transcript.protein.partition(":")[2]


_COLUMNS = (
    Column(
        "Transcript",
        lambda one: one.id,
        link=lambda one: address(f"ENSEMBL:{one.id}") if one.id.startswith("ENST") else "",
        strong=True,
        help="A click on one of Ensembl opens it in the browser",
    ),
    Column("Chosen by", _chosen, hint=lambda one: ", ".join(one.marks), widest=170, optional=True),
    Column("Biotype", lambda one: one.biotype.replace("_", " "), widest=170, least=64, optional=True),
    Column("Bases", lambda one: _number(one.length), key=lambda one: one.length, number=True),
    Column("Exons", lambda one: _number(one.exon_count), key=lambda one: one.exon_count, number=True),
    Column(
        "Coded protein",
        _protein,
        link=lambda one: address(one.protein) if one.protein else "",
        optional=True,
        help="A click opens it in the browser",
    ),
    Column("Isoform", lambda one: one.isoform, optional=True),
    Column("CCDS", lambda one: one.ccds, optional=True),
    Column("Assembly", lambda one: one.assembly, optional=True),
    Column("Place", _place, key=_start, hint=_place_hint, widest=230, least=100, optional=True),
)


class TranscriptsPanel(TablePanel):
    """The table of transcripts, those that were chosen first."""

    def __init__(
        self, theme: Theme, exits: Exits, transcripts: tuple[Transcript, ...], sources: dict[str, Source]
    ) -> None:
        self._drawn = next((one for one in sorted(transcripts, key=drawn_first) if one.exons), None)
        drawn = Column(
            "Drawn",
            lambda one: "✓" if one == self._drawn else "",
            help="A row draws its transcript.",
            optional=True,
            passing=True,
        )
        several = len({one.source for one in transcripts}) > 1  # one source alone stands at the head of the section
        columns = (*_COLUMNS[:1], *((drawn,) if len(transcripts) > 1 else ()), *_COLUMNS[1:])
        super().__init__(
            theme,
            exits,
            RecordTable(theme, exits, (*columns, source_column(sources)) if several else columns, transcripts),
            "transcripts-table",
            "Transcripts",
            noun="transcript",
            prompt="Filter transcripts",
            what="transcripts",
        )

    def mark_drawn(self, transcript: Transcript) -> None:
        """Say which transcript the drawing above shows."""
        self._drawn = transcript if transcript.exons else None
        self.table.viewport().update()
