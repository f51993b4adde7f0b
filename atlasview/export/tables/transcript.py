"""The table of a gene's transcripts."""

from atlasview.export.selection import ChosenIsoform
from atlasview.export.tables.part import asked_for, isoform_asked
from atlasview.export.tables.subject import gene_rows
from atlasview.export.tables.table import Column, Narrowed, Part, Row, TableKind
from atlasview.records.coding import CodingMap
from atlasview.records.isoform_map import named_isoform, same_residue
from atlasview.records.place import Residues
from atlasview.records.profile import GeneProfile, Profile
from atlasview.records.transcript import Transcript


def _rows(profile: Profile) -> list[Row[Transcript]] | None:
    return gene_rows(profile, profile.transcripts) if isinstance(profile, GeneProfile) else None


def _part(profile: Profile, part: Part) -> Narrowed[Transcript]:
    """The transcripts that make an isoform; of residues, those that are known to code for some of them."""
    chosen, _chain = isoform_asked(profile, part)
    if not isinstance(profile, GeneProfile):
        return Narrowed((), (), "")
    wanted = chosen.id_of_isoform
    found = [one for one in profile.transcripts if not part.isoform or one.isoform == wanted]
    left = len(profile.transcripts) - len(found)
    notes = [f"{left} of {len(profile.transcripts)} transcripts not known to make {wanted}"] if left else []
    if part.residues is None:
        return Narrowed(tuple(gene_rows(profile, found)), (), "", tuple(notes))
    coding = {one: ranges for one in found if (ranges := _coding_for(one, chosen, part.residues))}
    if len(coding) < len(found):
        said = f"residue{'s' if len(part.residues) > 1 else ''} {part.residues} of {wanted}"
        notes.append(f"{len(found) - len(coding)} of {len(found)} transcripts not known to code for {said}")
    meaning = "list of ranges of the assembly that code for the residues asked for, in order of transcription"
    columns: tuple[Column[Transcript], ...] = (
        Column("on_isoform", lambda _row: wanted, "isoform that was asked for"),
        Column("coded_by", lambda row: coding[row], meaning),
    )
    return Narrowed(tuple(gene_rows(profile, coding)), columns, _counted_on(wanted, part.residues), tuple(notes))


def _coding_for(transcript: Transcript, chosen: ChosenIsoform, residues: Residues) -> tuple[str, ...]:
    """Where residues of an isoform are coded by a transcript of that isoform or another one; empty for unknown."""
    known, own = named_isoform(chosen.detail, transcript.isoform)
    if not known or not transcript.isoform:
        return ()
    at = same_residue(chosen.detail, chosen.isoform, own)
    found = (there for residue in range(residues.start, residues.end + 1) if (there := at(residue)))
    return tuple(f"{start}-{end}" for start, end in CodingMap(transcript).stretches(found))


def _counted_on(isoform: str, residues: Residues) -> str:
    return f"{asked_for(residues)}, counted from 1 on the whole sequence of {isoform}, as UniProt counts"


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
    part=_part,
)
