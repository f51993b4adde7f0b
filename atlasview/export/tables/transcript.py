"""The table of a gene's transcripts."""

from atlasview.export.tables.subject import gene_rows
from atlasview.export.tables.table import Column, Row, TableKind
from atlasview.records.profile import GeneProfile, Profile
from atlasview.records.transcript import Transcript


def _rows(profile: Profile) -> list[Row[Transcript]] | None:
    return gene_rows(profile, profile.transcripts) if isinstance(profile, GeneProfile) else None


TRANSCRIPTS: TableKind[Transcript] = TableKind(
    "transcripts",
    "Transcripts",
    (
        Column("transcript", lambda row: row.id, "identifier of the transcript"),
        Column("assembly", lambda row: row.assembly, "genome assembly, or record, that the positions count on"),
        Column("biotype", lambda row: row.biotype, "what the transcript is"),
        Column("mane_select", lambda row: row.mane_select, "whether it is the MANE Select transcript"),
        Column("mane_plus_clinical", lambda row: row.mane_plus_clinical, "whether it is MANE Plus Clinical"),
        Column("canonical", lambda row: row.canonical, "whether the source calls it canonical"),
        Column("chromosome", lambda row: row.chromosome, "chromosome, empty where the positions are those of a record"),
        Column("strand", lambda row: row.strand, "+ or -"),
        Column("length", lambda row: row.length, "nucleotides without introns"),
        Column("exon_count", lambda row: row.exon_count, "number of exons"),
        Column(
            "exons",
            lambda row: tuple(f"{exon.start}-{exon.end}" for exon in row.exons),
            "list of genomic ranges in order of transcription, 1-based, both ends included",
        ),
        Column("cds_start", lambda row: row.cds_start, "genomic start of the coding part, 1-based"),
        Column("cds_end", lambda row: row.cds_end, "genomic end of the coding part, included"),
        Column("phase", lambda row: row.phase, "bases of the coding part before its first whole codon"),
        Column("protein", lambda row: row.protein, "protein that it codes for"),
        Column("isoform", lambda row: row.isoform, "isoform of UniProt that this protein is"),
        Column("ccds", lambda row: row.ccds, "consensus coding sequence"),
        Column("source", lambda row: row.source, "key of the source"),
    ),
    _rows,
)
