"""The check of an atlas: rows that lead nowhere, are counted wrongly, or stand in the wrong order."""

from collections import Counter
from collections.abc import Callable, Iterator

from sqlalchemy import Table

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.schema import METADATA
from atlasview.atlas.statement import Statement
from atlasview.records.source import Finding

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
    "significance": "score_tile",
    "expression": "expression",
    "interactions": "interaction",
    "articles": "article",
}
_STATED_COUNTS = Statement("SELECT noun, records FROM noun_count")
_RANGES = Statement("SELECT kind, first, last FROM kind_range")
_KINDS = Statement("SELECT kind, min(key) AS first, max(key) AS last, count(*) AS subjects FROM subject GROUP BY kind")
_ORDINALS = Statement(
    "SELECT p.accession, f.ordinal, count(*) AS times FROM feature f JOIN protein p ON p.key = f.protein"
    " GROUP BY f.protein, coalesce(f.isoform, 0), f.ordinal HAVING times > 1 OR f.ordinal < 1"
)


def _error(where: str, what: str) -> Finding:
    return Finding("error", where, what)


def _references(reader: AtlasReader) -> Iterator[Finding]:
    lost = Counter((row[0], row[2]) for row in reader.each(Statement("PRAGMA foreign_key_check")))
    for (table, target), rows in sorted(lost.items()):
        yield _error(table, f"{rows:,} rows point to rows of {target} that are not there")


def _subjects(reader: AtlasReader) -> Iterator[Finding]:
    for kind, table in _TABLES.items():
        words = kind.replace("_", " ")
        lonely = f"SELECT id FROM subject WHERE kind = '{kind}' AND key NOT IN (SELECT key FROM {table})"
        for (found,) in reader.each(Statement(lonely)):
            yield _error(found, f"the atlas names this {words} and says nothing of it")
        other = f"SELECT s.id, s.kind FROM {table} t JOIN subject s ON s.key = t.key WHERE s.kind <> '{kind}'"
        for found, called in reader.each(Statement(other)):
            yield _error(found, f"the atlas calls it a {called.replace('_', ' ')} and describes a {words}")


def _kinds(reader: AtlasReader) -> Iterator[Finding]:
    """A kind is known by its keys, which follow each other; articles are no pages and have none."""
    stated = {row.kind: (row.first, row.last) for row in reader.rows(_RANGES)}
    found = {row.kind: row for row in reader.rows(_KINDS) if row.kind != "article"}
    for kind in sorted(stated.keys() | found.keys()):
        row = found.get(kind)
        if row is None or stated.get(kind) != (row.first, row.last) or row.last - row.first + 1 != row.subjects:
            yield _error("kind_range", f"the keys of every {kind.replace('_', ' ')} are not those that it states")


def _numbers(reader: AtlasReader) -> Iterator[Finding]:
    """Rows of one owner are numbered from 1 without a gap, which is the order in which pages list them."""
    for table in METADATA.sorted_tables:
        owner = _owner(table)
        if not owner:
            continue
        counted = Statement(
            f"SELECT {owner} AS owner, count(*) AS rows, min(number) AS first, max(number) AS last"
            f" FROM {table.name} GROUP BY {owner} HAVING first <> 1 OR last <> rows"
        )
        for row in reader.each(counted):
            yield _error(table.name, f"the {row.rows:,} rows of {owner} {row.owner} are not numbered from 1 on")


def _owner(table: Table) -> str:
    """Column of the owner of numbered rows, empty where a table has none."""
    keys = [column.name for column in table.primary_key.columns]
    return keys[0] if len(keys) == 2 and keys[1] == "number" else ""


def _ordinals(reader: AtlasReader) -> Iterator[Finding]:
    for accession, ordinal, times in reader.each(_ORDINALS):
        words = f"{times} features have" if times > 1 else "a feature has"
        yield _error(accession, f"{words} the number {ordinal} in its entry")


def _counts(reader: AtlasReader) -> Iterator[Finding]:
    stated = dict(map(tuple, reader.rows(_STATED_COUNTS)))
    for noun, table in _COUNTED.items():
        counted = "coalesce(sum(scores), 0)" if table == "score_tile" else "count(*)"
        there = reader.rows(Statement(f"SELECT {counted} FROM {table}"))[0][0]
        if stated.get(noun) != there:
            yield _error("manifest", f"it counts {stated.get(noun, 0):,} {noun.replace('_', ' ')}, there are {there:,}")


CHECKS: tuple[Callable[[AtlasReader], Iterator[Finding]], ...] = (
    _references,
    _subjects,
    _kinds,
    _numbers,
    _ordinals,
    _counts,
)
