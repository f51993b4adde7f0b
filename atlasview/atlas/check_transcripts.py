"""The check of an atlas: transcripts whose exons, coding parts and counts do not agree."""

from collections.abc import Callable, Iterator

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.source import Finding

_STRANDS = Statement(
    "SELECT t.id, t.assembly, t.strand FROM transcript t WHERE t.strand NOT IN ('+', '-')"
    " AND EXISTS (SELECT 1 FROM exon e WHERE e.transcript = t.key)"
)
_RANGES = Statement(
    'SELECT t.id, e.number, e.start, e."end" FROM exon e JOIN transcript t ON t.key = e.transcript'
    ' WHERE e.start < 1 OR e."end" < e.start'
)
_ORDER = Statement(
    "SELECT t.id, e.number FROM exon e JOIN exon f ON f.transcript = e.transcript AND f.number = e.number + 1"
    " JOIN transcript t ON t.key = e.transcript"
    """ WHERE CASE t.strand WHEN '-' THEN f."end" >= e.start ELSE f.start <= e."end" END"""
)
_COUNTS = Statement(
    'SELECT t.id, t.exon_count, t.length, count(*) AS exons, sum(e."end" - e.start + 1) AS bases'
    " FROM transcript t JOIN exon e ON e.transcript = t.key GROUP BY t.key"
    " HAVING t.exon_count IS NOT exons OR t.length IS NOT bases"
)
_CODING = Statement(
    "SELECT t.id, t.cds_start, t.cds_end FROM transcript t"
    " WHERE (t.cds_start IS NULL) <> (t.cds_end IS NULL) OR t.cds_end < t.cds_start"
    " OR t.cds_start IS NOT NULL AND EXISTS (SELECT 1 FROM exon e WHERE e.transcript = t.key) AND ("
    ' NOT EXISTS (SELECT 1 FROM exon e WHERE e.transcript = t.key AND t.cds_start BETWEEN e.start AND e."end")'
    ' OR NOT EXISTS (SELECT 1 FROM exon e WHERE e.transcript = t.key AND t.cds_end BETWEEN e.start AND e."end"))'
)
_PHASES = Statement(
    "SELECT id, phase FROM transcript WHERE phase NOT IN (0, 1, 2) OR phase IS NOT NULL AND cds_start IS NULL"
)
_ISOFORMS = Statement(
    "SELECT id, isoform FROM transcript WHERE isoform <> '' AND isoform NOT IN (SELECT id FROM isoform)"
)


def _error(where: str, what: str) -> Finding:
    return Finding("error", where, what)


def _exons(reader: AtlasReader) -> Iterator[Finding]:
    for found, assembly, strand in reader.each(_STRANDS):
        yield _error(found, f"its exons lie on {assembly or 'no assembly'} without a strand ({strand!r})")
    for found, number, start, end in reader.each(_RANGES):
        yield _error(found, f"exon {number} has no range: {start:,} to {end:,}")
    for found, number in reader.each(_ORDER):
        yield _error(found, f"exons {number} and {number + 1} overlap, or are not in the order of transcription")
    for found, stated, length, exons, bases in reader.each(_COUNTS):
        yield _error(found, f"it states {stated} exons of {length} bases, there are {exons} of {bases:,}")


def _coding(reader: AtlasReader) -> Iterator[Finding]:
    for found, start, end in reader.each(_CODING):
        yield _error(found, f"its coding part, {start} to {end}, does not begin and end in its exons")
    for found, phase in reader.each(_PHASES):
        yield _error(found, f"{phase} is no phase of its coding part")
    for found, isoform in reader.each(_ISOFORMS):
        yield _error(found, f"it makes the isoform {isoform}, which the atlas does not hold")


CHECKS: tuple[Callable[[AtlasReader], Iterator[Finding]], ...] = (_exons, _coding)
