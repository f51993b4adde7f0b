"""Papers, where they wait: merged, counted and ranked by SQLite on the disk, because there may be millions.

A paper is called by its PMID as a number where it has one, else by its CURIE.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from atlasview.atlas.filling import slots
from atlasview.atlas.staging import Staging

Row = tuple[Any, ...]
PaperId = int | str
_LONGEST = 15
_SAID = "pmid, doi, title, authors, journal, year, volume, issue, pages, cited_by, source"
_TABLES = (
    f"CREATE TABLE paper (id PRIMARY KEY, {_SAID}, folded, keyed)",
    "CREATE TABLE paper_alias (id PRIMARY KEY, means) WITHOUT ROWID",
    "CREATE TABLE paper_key (id PRIMARY KEY, key INTEGER) WITHOUT ROWID",
    "CREATE TABLE uncounted (name INTEGER PRIMARY KEY)",
    "CREATE TABLE cited (id PRIMARY KEY, times INTEGER, source INTEGER) WITHOUT ROWID",
    "CREATE TABLE supporting (id PRIMARY KEY) WITHOUT ROWID",
    f"CREATE TABLE ranked_paper (rank INTEGER PRIMARY KEY, id, {_SAID}, bare)",
)
_CURIE = "CASE WHEN typeof({id}) = 'integer' THEN 'PMID:' || {id} ELSE {id} END"
_COLUMNS = ", ".join(f"p.{name}" for name in ("id", *_SAID.split(", ")))
_TWINS = (
    "SELECT bare.id, (SELECT whole.id FROM paper AS whole WHERE whole.doi = bare.doi AND whole.pmid <> ''"
    f" ORDER BY {_CURIE.format(id='whole.id')} DESC LIMIT 1) AS means FROM paper AS bare"
    f" WHERE bare.pmid = '' AND bare.doi <> '' AND means IS NOT NULL ORDER BY {_CURIE.format(id='bare.id')}"
)
_CITED = (
    "INSERT INTO cited SELECT ifnull(a.means, c.publication) AS paper, count(*), min(c.source) FROM Citation AS c"
    " LEFT JOIN paper_alias AS a ON a.id = c.publication"
    " WHERE c.owner NOT IN (SELECT name FROM uncounted) GROUP BY paper"
)
_BARE = (
    "INSERT OR IGNORE INTO paper SELECT id, substr(curie, 6), '', '', '', '', NULL, '', '', '', NULL, source,"
    " 'pmid ' || substr(curie, 6), 0 FROM (SELECT id, source, {curie} AS curie FROM cited) WHERE curie GLOB 'PMID:*'"
)
_KEPT = (
    "FROM paper AS p LEFT JOIN cited AS c ON c.id = p.id WHERE c.times > 0 OR p.keyed"
    " OR EXISTS (SELECT 1 FROM supporting AS s WHERE s.id = p.id)"
)
_IS_BARE = (
    "typeof(p.id) = 'integer' AND p.pmid <> '' AND p.doi = '' AND p.title = '' AND p.authors = '' AND p.journal = ''"
    " AND p.volume = '' AND p.issue = '' AND p.pages = '' AND NOT ifnull(p.year, 0) AND NOT ifnull(p.cited_by, 0)"
)
"""Whether nothing is known of a paper but its PMID."""
_KEYS = (
    "SELECT k.key FROM json_each(?) AS asked LEFT JOIN paper_alias AS a ON a.id = asked.value"
    " LEFT JOIN paper_key AS k ON k.id = ifnull(a.means, asked.value) ORDER BY asked.key"
)
_RANKED = (
    f"INSERT INTO ranked_paper SELECT NULL, {_COLUMNS}, {_IS_BARE} {_KEPT} ORDER BY ifnull(c.times, 0) DESC,"
    f" ifnull(p.cited_by, 0) DESC, ifnull(p.year, 0) DESC, p.folded, {_CURIE.format(id='p.id')}"
)


def paper_id(curie: str) -> PaperId:
    """What a paper is called here: the number of a PMID that is one, else its CURIE."""
    digits = curie[5:]
    if curie.startswith("PMID:") and digits.isdecimal() and digits.isascii() and len(digits) <= _LONGEST:
        return curie if digits[0] == "0" else int(digits)
    return curie


def paper_curie(paper: PaperId) -> str:
    """The CURIE of what a paper is called here."""
    return f"PMID:{paper}" if isinstance(paper, int) else paper


class PaperTable:
    """The papers of a staging, step by step: described, known under two names, cited, ranked."""

    def __init__(self, staging: Staging) -> None:
        self._staging = staging
        for statement in _TABLES:
            staging.run(statement)

    def describe(self, rows: Iterable[Row]) -> None:
        """Papers, each once: id, the columns of `ranked_paper`, title to sort by, whether it stays whatever cites it.

        Authors are one text; the source is its number.
        """
        self._staging.insert("INSERT INTO paper", slots(14), rows)
        self._staging.run("CREATE INDEX paper_doi ON paper (doi) WHERE doi <> ''")

    def twins(self) -> list[tuple[PaperId, PaperId]]:
        """Papers known by their DOI alone, with the one of that DOI that has a PMID; in the order of their CURIEs."""
        return list(self._staging.read(_TWINS))

    def alias(self, twins: Iterable[tuple[PaperId, PaperId]]) -> None:
        """Let papers go that are another one, under whose id they are known from now on."""
        self._staging.insert("INSERT INTO paper_alias", slots(2), twins)
        self._staging.run("DELETE FROM paper WHERE id IN (SELECT id FROM paper_alias)")

    def row(self, paper: PaperId) -> Row | None:
        """Columns of a paper that was described."""
        return next(self._staging.read(f"SELECT {_COLUMNS} FROM paper AS p WHERE id = ?", (paper,)), None)

    def update(self, row: Row) -> None:
        """Put these columns, and the title to sort by, in the place of those of the paper of that id."""
        self._staging.many(
            "UPDATE paper SET pmid = ?2, doi = ?3, title = ?4, authors = ?5, journal = ?6, year = ?7, volume = ?8,"
            " issue = ?9, pages = ?10, cited_by = ?11, source = ?12, folded = ?13 WHERE id = ?1",
            [row],
        )

    def count(self, uncounted: Iterable[tuple[int]], supporting: Iterable[tuple[PaperId]]) -> None:
        """Count citations but those of the names in `uncounted`; papers that are only cited become known by their PMID.

        supporting  papers that facts rest on, some of them several times
        """
        self._staging.insert("INSERT INTO uncounted", slots(1), uncounted)
        self._staging.run(_CITED)
        self._staging.many(
            "INSERT OR IGNORE INTO supporting VALUES (ifnull((SELECT means FROM paper_alias WHERE id = ?1), ?1))",
            supporting,
        )
        self._staging.run(_BARE.format(curie=_CURIE.format(id="id")))

    def rank(self, first: int) -> int:
        """Give the papers that stay their keys from `first` on, the best known first; gives how many there are."""
        self._staging.run(_RANKED)
        self._staging.run(f"INSERT INTO paper_key SELECT id, rank + {int(first) - 1} FROM ranked_paper ORDER BY id")
        self._staging.run("DROP TABLE paper")
        ((number,),) = self._staging.read("SELECT count(*) FROM ranked_paper")
        return int(number)

    def key(self, paper: PaperId) -> int | None:
        """Key of a paper that stays, by any of its names."""
        found = self._staging.read(
            "SELECT key FROM paper_key WHERE id = ifnull((SELECT means FROM paper_alias WHERE id = ?1), ?1)", (paper,)
        )
        return next((key for (key,) in found), None)

    def keys(self, papers: list[PaperId]) -> list[int | None]:
        """Keys of papers in their order, None for those that do not stay."""
        return [key for (key,) in self._staging.read(_KEYS, (json.dumps(papers),))]

    def ranked(self) -> Iterator[Row]:
        """Rank from 1, id and columns of the papers that stay, in the order of their rank."""
        return self._staging.read(f"SELECT p.rank, {_COLUMNS} FROM ranked_paper AS p ORDER BY p.rank")

    def bare(self) -> Iterator[tuple[int, int]]:
        """Rank and PMID of those of which nothing else is known, in the order of their rank."""
        return self._staging.read("SELECT rank, id FROM ranked_paper WHERE bare ORDER BY rank")

    def described(self) -> Iterator[Row]:
        """Rank, id and columns of all others, in the order of their rank."""
        return self._staging.read(f"SELECT p.rank, {_COLUMNS} FROM ranked_paper AS p WHERE NOT p.bare ORDER BY p.rank")

    def of_rank(self, rank: int) -> Row:
        """Id and columns of one of them."""
        found = self._staging.read(f"SELECT {_COLUMNS} FROM ranked_paper AS p WHERE rank = ?", (rank,))
        row: Row = next(found)
        return row
