"""Facts that only tie two things together, where they wait: rows of numbers that SQLite joins and sorts on the disk."""

from collections.abc import Iterable, Iterator
from typing import Any

from atlasview.atlas.filling import slots
from atlasview.atlas.staging import Staging

Row = tuple[Any, ...]
_COLUMNS = {
    "Citation": ("batch", "owner", "publication", "scope", "source"),
    "Interaction": ("batch", "owner", "partner", "score", "channels", "method", "publications", "source"),
}
LINKS = tuple(_COLUMNS)
"""Nouns that wait as rows."""
_BLOCKS = {
    "Citation": "(? + {batch}, ? + {name}, ?, ?, {source})",
    "Interaction": "(? + {batch}, ? + {name}, ? + {name}, ?, ?, '', '', {source})",
}
_CITATIONS = (
    "SELECT o.key, p.key, n.scope, n.source + 1, n.batch, n.publication FROM Citation AS n"
    " CROSS JOIN owner_key AS o ON o.name = n.owner"
    " LEFT JOIN paper_alias AS a ON a.id = n.publication"
    " LEFT JOIN paper_key AS p ON p.id = ifnull(a.means, n.publication) {which} ORDER BY o.key, n.rowid"
)
_INTERACTIONS = (
    "SELECT o.key, p.key, n.score, n.channels, n.source + 1, n.method, n.publications, n.batch, n.partner"
    " FROM Interaction AS n CROSS JOIN owner_key AS o ON o.name = n.owner"
    " LEFT JOIN partner_key AS p ON p.name = n.partner ORDER BY o.key, n.rowid"
)


class StagedLinks:
    """The rows of a staging that tie two things together.

    What they tie is named by numbers of the table `name`; several numbers may stand for the same CURIE. Papers are
    called by their PMID as a number, else by their CURIE.
    """

    def __init__(self, staging: Staging) -> None:
        self._staging = staging
        staging.run("CREATE TABLE name (name INTEGER PRIMARY KEY, owner TEXT)")
        for noun, columns in _COLUMNS.items():
            staging.run(f'CREATE TABLE "{noun}" ({", ".join(columns)})')

    def name(self, numbers: Iterable[tuple[int, str]]) -> None:
        """These numbers stand for these CURIEs."""
        self._staging.insert("INSERT INTO name", slots(2), numbers)

    def add(self, noun: str, rows: Iterable[Row]) -> None:
        """Rows with all their columns."""
        self._staging.insert(f'INSERT INTO "{noun}"', slots(len(_COLUMNS[noun])), rows)

    def add_block(self, noun: str, rows: Iterable[Row], batch: int, name: int, source: int) -> None:
        """Rows as `sources.links.Links` has them; `batch` and `name` are what their numbers count from."""
        row = _BLOCKS[noun].format(batch=int(batch), name=int(name), source=int(source))
        self._staging.insert(f'INSERT INTO "{noun}"', row, rows)

    def withdraw(self, noun: str, batches: Iterable[int]) -> None:
        """Take rows of batches back."""
        self._staging.withdraw_rows(noun, batches)

    def has(self, noun: str) -> bool:
        """Whether there are rows of a noun."""
        return next(self._staging.read(f'SELECT 1 FROM "{noun}" LIMIT 1'), None) is not None

    def names(self) -> Iterator[tuple[int, str]]:
        """Every number with its CURIE."""
        return self._staging.read("SELECT name, owner FROM name")

    def name_of(self, name: int) -> str:
        """The CURIE of a number."""
        ((curie,),) = self._staging.read("SELECT owner FROM name WHERE name = ?", (name,))
        return str(curie)

    def tally(self, noun: str) -> Iterator[tuple[str, int]]:
        """Owners, some of them several times, and numbers of their rows."""
        return self._staging.read(
            "SELECT name.owner, times FROM (SELECT owner AS name, count(*) AS times"
            f' FROM "{noun}" GROUP BY owner) JOIN name USING (name)'
        )

    def own(self, places: str) -> None:
        """Find the keys of owners in a table of places, before rows are read."""
        self._staging.run("DROP TABLE IF EXISTS owner_key")
        self._staging.run("CREATE TABLE owner_key (name INTEGER, key INTEGER, PRIMARY KEY (name, key)) WITHOUT ROWID")
        self._staging.run(
            "INSERT INTO owner_key SELECT name.name, place.key FROM name"
            f' CROSS JOIN "{places}" AS place ON place.owner = name.owner'
        )

    def lost(self, noun: str, places: str) -> Iterator[tuple[int, str]]:
        """Batch and owner of the rows whose owner has no key, in the order in which they were read."""
        self._staging.run("DROP TABLE IF EXISTS lost")
        self._staging.run("CREATE TABLE lost (name INTEGER PRIMARY KEY, owner TEXT)")
        self._staging.run(
            "INSERT INTO lost SELECT name, owner FROM name"
            f' WHERE NOT EXISTS (SELECT 1 FROM "{places}" AS place WHERE place.owner = name.owner)'
        )
        if not any(self._staging.read("SELECT 1 FROM lost LIMIT 1")):
            return iter(())
        return self._staging.read(
            f'SELECT n.batch, lost.owner FROM "{noun}" AS n CROSS JOIN lost ON lost.name = n.owner ORDER BY n.rowid'
        )

    def citations(self) -> Iterator[Row]:
        """Key of the owner, key of the paper or None, scope, key of the source, batch, what the paper was called.

        By owner.
        """
        return self._staging.read(_CITATIONS.format(which=""))

    def citations_of(self, key: int) -> Iterator[Row]:
        """The same of one owner."""
        return self._staging.read(_CITATIONS.format(which=f"WHERE o.key = {int(key)}"))

    def partners(self, keys: Iterable[tuple[int, int]]) -> None:
        """Keys of the genes that names mean as partners."""
        self._staging.run("DROP TABLE IF EXISTS partner_key")
        self._staging.run("CREATE TABLE partner_key (name INTEGER PRIMARY KEY, key INTEGER)")
        self._staging.insert("INSERT INTO partner_key", slots(2), keys)

    def interactions(self) -> Iterator[Row]:
        """Key of the gene, that of the partner or None, score, channels, key of the source, method, publications,
        batch, number of the partner's name; by gene.
        """
        return self._staging.read(_INTERACTIONS)
