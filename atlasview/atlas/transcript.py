"""Transcripts of a gene with their exons."""

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.transcript import Exon, Transcript

_TRANSCRIPTS = Statement(
    "SELECT key, id, assembly, biotype, mane_select, mane_plus_clinical, canonical, chromosome, strand, exon_count,"
    " length, cds_start, cds_end, phase, protein, isoform, ccds, source FROM transcript WHERE gene = :gene"
    " ORDER BY mane_select DESC, mane_plus_clinical DESC, canonical DESC, key"
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
        key, name, assembly, biotype, select, plus, canonical, chromosome, strand, *others, source = row
        sort = (assembly, biotype, bool(select), bool(plus), bool(canonical), chromosome, strand)
        own = tuple(exons.get(key, ()))
        found.append(Transcript(*[gene_id, name, *sort, own, *others, reader.source[source]]))
    return tuple(found)
