"""Thorough verification of an atlas file: everything that opening it is too quick to look at."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from atlasview.atlas.lists import parted
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.seal import seal_holds
from atlasview.atlas.statement import Statement
from atlasview.records.sequence import crc64
from atlasview.records.source import Finding
from atlasview.records.trouble import AtlasDamaged

_TABLES = {
    "gene": "gene",
    "protein": "protein",
    "cell_type": "cell_type",
    "term": "term",
    "disease": "disease",
    "publication": "publication",
    "article": "article",
}
"""Table that says more of the subjects of a kind."""
_COUNTED = {
    "genes": "gene",
    "proteins": "protein",
    "transcripts": "transcript",
    "features": "feature",
    "variants": "variant",
    "cell_types": "cell_type",
    "terms": "term",
    "diseases": "disease",
    "publications": "publication",
    "significance": "significance",
    "expression": "expression",
    "interactions": "interaction",
    "articles": "article",
}
_MOST_OF_A_KIND = 20
"""Findings of one kind that are listed one by one; the rest is counted."""

_PROTEINS = Statement("SELECT s.id, p.sequence, p.crc64 FROM protein p JOIN subject s ON s.key = p.key ORDER BY p.key")
_ISOFORMS = Statement(
    "SELECT i.id, i.canonical, i.sequence, p.accession, p.sequence AS whole FROM isoform i"
    " JOIN protein p ON p.key = i.protein ORDER BY i.key"
)
_CANONICAL = Statement(
    "SELECT p.accession, count(i.key) AS chosen FROM protein p"
    " LEFT JOIN isoform i ON i.protein = p.key AND i.canonical GROUP BY p.key HAVING chosen <> 1"
)
_FEATURES_OUTSIDE = Statement(
    'SELECT p.accession, f.type, f.ordinal, f.start, f."end",'
    " length(CASE WHEN f.isoform IS NULL THEN p.sequence ELSE i.sequence END) AS residues"
    " FROM feature f JOIN protein p ON p.key = f.protein LEFT JOIN isoform i ON i.key = f.isoform"
    ' WHERE f.start < 1 OR f."end" < f.start OR max(coalesce(f.start, 1), coalesce(f."end", 1)) > residues'
)
_VARIANTS = Statement(
    "SELECT i.id, v.hgvs_p, v.ref, v.position, i.sequence FROM variant v JOIN isoform i ON i.key = v.isoform"
    " WHERE v.position IS NOT NULL AND i.sequence IS NOT NULL"
    " AND substr(i.sequence, v.position, length(v.ref)) <> v.ref"
)
_UNCITED = Statement(
    "SELECT s.id FROM subject s WHERE s.kind = 'publication'"
    " AND s.key NOT IN (SELECT publication FROM citation UNION ALL SELECT publication FROM support)"
)
_PAPERS_NAMED = (
    "SELECT DISTINCT publications FROM disease_association WHERE publications <> ''"
    " UNION SELECT DISTINCT publications FROM variant WHERE publications <> ''"
    " UNION SELECT DISTINCT publication FROM homology WHERE publication <> ''"
)
_PAPERS = Statement("SELECT id FROM subject WHERE kind = 'publication'")
_STATED_COUNTS = Statement("SELECT noun, records FROM noun_count")

Check = Callable[[AtlasReader], Iterator[Finding]]


def check_atlas(path: Path) -> tuple[Finding, ...]:
    """All that is wrong with the atlas at `path`; errors come before warnings, and none means that it is sound.

    Damage that keeps the file from being opened is a finding. Raises AtlasMissing, AtlasForeign, AtlasTooNew or
    AtlasTooOld where there is no atlas to check.
    """
    try:
        with AtlasReader(path) as reader:
            broken = tuple(_integrity(reader))
            if broken:  # what the other checks would read is not what was written
                return broken
            found = [finding for check in _CHECKS for finding in _limited(list(check(reader)))]
    except AtlasDamaged as damage:
        return (Finding("error", str(path), damage.what),)
    return tuple(sorted(found, key=lambda finding: finding.severity != "error"))


def _limited(found: list[Finding]) -> list[Finding]:
    """The first findings of a check, and how many more there are."""
    if len(found) <= _MOST_OF_A_KIND:
        return found
    more = Finding(found[0].severity, found[0].where, f"and {len(found) - _MOST_OF_A_KIND:,} more findings like these")
    return [*found[:_MOST_OF_A_KIND], more]


def _error(where: str, what: str) -> Finding:
    return Finding("error", where, what)


def _integrity(reader: AtlasReader) -> Iterator[Finding]:
    for (line,) in reader.rows(Statement("PRAGMA integrity_check(20)")):
        if line != "ok":
            yield _error("file", f"the database is damaged: {line}")


def _seal(reader: AtlasReader) -> Iterator[Finding]:
    if not seal_holds(reader.path, reader.label.sha256):
        yield _error("file", "the file was changed after it was built: it does not agree with its seal")


def _references(reader: AtlasReader) -> Iterator[Finding]:
    lost = Counter((row[0], row[2]) for row in reader.rows(Statement("PRAGMA foreign_key_check")))
    for (table, target), rows in sorted(lost.items()):
        yield _error(table, f"{rows:,} rows point to rows of {target} that are not there")


def _subjects(reader: AtlasReader) -> Iterator[Finding]:
    for kind, table in _TABLES.items():
        lonely = Statement(f"SELECT id FROM subject WHERE kind = '{kind}' AND key NOT IN (SELECT key FROM {table})")
        for (found,) in reader.rows(lonely):
            yield _error(found, f"the atlas names this {kind.replace('_', ' ')} and says nothing of it")


def _sequences(reader: AtlasReader) -> Iterator[Finding]:
    for found, sequence, stated in reader.rows(_PROTEINS):
        if not sequence.isascii() or crc64(sequence) != stated:
            yield _error(found, f"the sequence of {len(sequence):,} residues does not agree with its CRC64 {stated}")
    for found, canonical, sequence, accession, whole in reader.rows(_ISOFORMS):
        if canonical and sequence != whole:
            yield _error(found, f"the canonical isoform has another sequence than {accession}")
    for accession, chosen in reader.rows(_CANONICAL):
        yield _error(accession, f"{chosen} isoforms are canonical instead of one")


def _features(reader: AtlasReader) -> Iterator[Finding]:
    for accession, sort, ordinal, start, end, residues in reader.rows(_FEATURES_OUTSIDE):
        yield _error(accession, f"{sort} {ordinal} at {start}-{end} lies outside the {residues:,} residues")


def _variants(reader: AtlasReader) -> Iterator[Finding]:
    for isoform, name, reference, position, sequence in reader.rows(_VARIANTS):
        there = sequence[position - 1 : position] or "nothing"
        yield _error(isoform, f"{name or 'a variant'} replaces {reference} at {position}, where {there} stands")


def _papers(reader: AtlasReader) -> Iterator[Finding]:
    known = {row.id for row in reader.rows(_PAPERS)}
    named = {paper for (listed,) in reader.rows(Statement(_PAPERS_NAMED)) for paper in parted(listed)}
    for paper in sorted(named - known):
        yield _error(paper, "a fact rests on this paper, which the atlas does not hold")
    for (paper,) in reader.rows(_UNCITED):
        yield Finding("warning", paper, "nothing in the atlas rests on this paper")


def _counts(reader: AtlasReader) -> Iterator[Finding]:
    stated = dict(map(tuple, reader.rows(_STATED_COUNTS)))
    for noun, table in _COUNTED.items():
        there = reader.rows(Statement(f"SELECT count(*) FROM {table}"))[0][0]
        if stated.get(noun) != there:
            yield _error("manifest", f"it counts {stated.get(noun, 0):,} {noun.replace('_', ' ')}, there are {there:,}")


def _sources(reader: AtlasReader) -> Iterator[Finding]:
    for source in reader.sources.values():
        accounted = source.kept + source.rejected + source.filtered + source.superseded
        if source.read != accounted:
            yield _error(
                source.key, f"{source.read:,} records were read of this source, {accounted:,} are accounted for"
            )
        if source.licence == "not stated":
            yield Finding("warning", source.key, "this source states no licence")


_CHECKS: tuple[Check, ...] = (
    _seal,
    _references,
    _subjects,
    _sequences,
    _features,
    _variants,
    _papers,
    _counts,
    _sources,
)
