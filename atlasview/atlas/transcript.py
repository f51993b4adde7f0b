"""Transcripts of a gene with their exons."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.transcript import Exon, Transcript

_TRANSCRIPTS = Statement(
    "SELECT key, id, assembly, biotype, mane_select, canonical, chromosome, strand, exon_count, length, cds_start,"
    " cds_end, protein, source FROM transcript WHERE gene = :gene ORDER BY mane_select DESC, canonical DESC, key"
)
_EXONS = Statement(
    'SELECT transcript, start, "end" FROM exon WHERE transcript IN (SELECT key FROM transcript WHERE gene = :gene)'
    " ORDER BY transcript, number"
)


def transcripts(reader: AtlasReader, gene: int, gene_id: str) -> tuple[Transcript, ...]:
    """Transcripts of the gene, MANE Select first, then the canonical ones."""
    exons: dict[int, list[Exon]] = {}
    for transcript, start, end in reader.rows(_EXONS, gene=gene):
        exons.setdefault(transcript, []).append(Exon(start, end))
    found = []
    for row in reader.rows(_TRANSCRIPTS, gene=gene):
        key, name, assembly, biotype, mane_select, canonical, chromosome, strand, *counts, protein, source = row
        sort = (assembly, biotype, bool(mane_select), bool(canonical), chromosome, strand)
        own = tuple(exons.get(key, ()))
        found.append(Transcript(*[gene_id, name, *sort, own, *counts, protein, reader.source[source]]))
    return tuple(found)
