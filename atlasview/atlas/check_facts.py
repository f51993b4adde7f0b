"""The check of an atlas: facts that contradict each other."""

from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.records.lists import parted
from atlasview.records.sequence import crc64
from atlasview.records.source import Finding

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
_UNPLACED = Statement(
    "SELECT s.id, v.hgvs_p, v.unplaced FROM variant v JOIN subject s ON s.key = v.gene"
    " WHERE v.unplaced <> '' AND (v.isoform IS NOT NULL OR v.position IS NOT NULL)"
)
_UNCITED = Statement(
    "SELECT s.id FROM subject s WHERE s.kind = 'publication'"
    " AND s.key NOT IN (SELECT publication FROM citation UNION ALL SELECT publication FROM support)"
)
_PAPERS_NAMED = (
    "SELECT DISTINCT publications FROM disease_association WHERE publications <> ''"
    " UNION SELECT DISTINCT publications FROM variant WHERE publications <> ''"
    " UNION SELECT DISTINCT publications FROM interaction WHERE publications <> ''"
    " UNION SELECT DISTINCT publications FROM marker WHERE publications <> ''"
    " UNION SELECT DISTINCT publication FROM homology WHERE publication <> ''"
)
_PAPERS = Statement("SELECT id FROM subject WHERE kind = 'publication'")
_ODD_ISOFORMS = Statement("SELECT id, sequence FROM isoform WHERE sequence GLOB '*[^A-Z]*' ORDER BY key")
_DIFFERENCES = Statement(
    "SELECT i.id, i.protein, i.differences FROM isoform i WHERE i.differences <> '' ORDER BY i.protein"
)
_FEATURE_IDS = Statement("SELECT id FROM feature WHERE protein = :protein AND id <> ''")
_EDGES = Statement("SELECT child, parent FROM hierarchy WHERE relation IN ('is_a', 'part_of') ORDER BY child, number")
_NAMED = Statement("SELECT id FROM subject WHERE key = :key")


def _error(where: str, what: str) -> Finding:
    return Finding("error", where, what)


def _sequences(reader: AtlasReader) -> Iterator[Finding]:
    for found, sequence, stated in reader.each(_PROTEINS):
        if odd := _odd(sequence):
            yield _error(found, f"its sequence has signs that are no residues: {odd}")
        elif crc64(sequence) != stated:
            yield _error(found, f"the sequence of {len(sequence):,} residues does not agree with its CRC64 {stated}")
    for found, canonical, sequence, accession, whole in reader.each(_ISOFORMS):
        if canonical and sequence != whole:
            yield _error(found, f"the canonical isoform has another sequence than {accession}")


def _features(reader: AtlasReader) -> Iterator[Finding]:
    for accession, sort, ordinal, start, end, residues in reader.each(_FEATURES_OUTSIDE):
        yield _error(accession, f"{sort} {ordinal} at {start}-{end} lies outside the {residues:,} residues")


def _variants(reader: AtlasReader) -> Iterator[Finding]:
    for isoform, name, reference, position, sequence in reader.each(_VARIANTS):
        there = sequence[position - 1 : position] or "nothing"
        yield _error(isoform, f"{name or 'a variant'} replaces {reference} at {position}, where {there} stands")
    for gene, name, reason in reader.each(_UNPLACED):
        yield _error(gene, f"{name or 'a variant'} stands on a sequence, and is said to have no place: {reason}")


def _papers(reader: AtlasReader) -> Iterator[Finding]:
    known = {row.id for row in reader.each(_PAPERS)}
    named = {paper for (listed,) in reader.each(Statement(_PAPERS_NAMED)) for paper in parted(listed)}
    for paper in sorted(named - known):
        yield _error(paper, "a fact rests on this paper, which the atlas does not hold")
    for (paper,) in reader.each(_UNCITED):
        yield Finding("warning", paper, "nothing in the atlas rests on this paper")


def _sources(reader: AtlasReader) -> Iterator[Finding]:
    for source in reader.sources.values():
        accounted = source.kept + source.rejected + source.filtered + source.superseded
        if source.read != accounted:
            yield _error(
                source.key, f"{source.read:,} records were read of this source, {accounted:,} are accounted for"
            )
        if source.licence == "not stated":
            yield Finding("warning", source.key, "this source states no licence")


def _isoforms(reader: AtlasReader) -> Iterator[Finding]:
    for accession, chosen in reader.each(_CANONICAL):
        yield _error(accession, f"{chosen} isoforms are canonical instead of one")
    for found, sequence in reader.each(_ODD_ISOFORMS):
        yield _error(found, f"its sequence has signs that are no residues: {_odd(sequence)}")
    of, known = 0, frozenset[str]()
    for found, protein, differences in reader.each(_DIFFERENCES):
        if protein != of:
            of, known = protein, frozenset(row.id for row in reader.rows(_FEATURE_IDS, protein=protein))
        if lost := [one for one in parted(differences) if one not in known]:
            yield Finding("warning", found, f"it differs by {', '.join(lost)}: no feature of the protein is called so")


def _hierarchy(reader: AtlasReader) -> Iterator[Finding]:
    """A term that is its own ancestor: the first circle; another shows when that one is gone."""
    parents: dict[int, list[int]] = {}
    for child, parent in reader.each(_EDGES):
        parents.setdefault(child, []).append(parent)
    try:
        TopologicalSorter(parents).prepare()
    except CycleError as circle:
        # graphlib tells a circle from the parent down
        names = [reader.rows(_NAMED, key=key)[0].id for key in reversed(circle.args[1])]
        yield _error(names[0], f"it is its own ancestor: {' > '.join(names)}")


def _odd(sequence: str) -> str:
    return ", ".join(map(repr, sorted({sign for sign in sequence if not ("A" <= sign <= "Z")})[:5]))


CHECKS: tuple[Callable[[AtlasReader], Iterator[Finding]], ...] = (
    _sequences,
    _isoforms,
    _features,
    _variants,
    _hierarchy,
    _papers,
    _sources,
)
