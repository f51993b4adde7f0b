"""Where facts come from, and what an atlas says of itself."""

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One file or document that facts were taken from.

    key              short name that rows point to, unique in an atlas (`uniprot`)
    release, date    as the provider states them; date is ISO 8601, shortened where only the month is known
    licence          SPDX identifier where there is one, else the provider's words, else "not stated"
    redistributable  False where the provider forbids to pass it on, None where nothing is stated
    conditions       what passing on asks for ("share-alike", "unmodified", "attribution"), empty for nothing
    file, sha256     the public file that the facts were read from
    read             records found = kept + rejected + filtered (another taxon, say) + superseded
    """

    key: str
    database: str
    release: str = ""
    date: str = ""
    licence: str = "not stated"
    licence_url: str = ""
    redistributable: bool | None = None
    conditions: str = ""
    url: str = ""
    file: str = ""
    size: int | None = None
    sha256: str = ""
    read: int = 0
    kept: int = 0
    rejected: int = 0
    filtered: int = 0
    superseded: int = 0

    @property
    def label(self) -> str:
        """Database and release as a page writes them: `HGNC 2024-10`."""
        return " ".join(part for part in (self.database, self.release or self.date) if part)


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Why records of a source are not in the atlas, or what was odd about it.

    source   key of the source
    kind     "rejected", "filtered", "superseded" (records), "unmatched" (facts that lead nowhere) or "remark"
    text     the reason
    records  how many records, or facts, it is about; 0 for a remark
    """

    source: str
    kind: str
    text: str
    records: int


@dataclass(frozen=True, slots=True)
class AtlasLabel:
    """Which atlas a page, figure or table comes from.

    sha256 is the seal: SHA-256 of the file with the seal's own 64 characters read as "0".
    """

    name: str
    version: str
    sha256: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an atlas says of itself; counts are by noun, in the command line's words; `size` is that of its file."""

    label: AtlasLabel
    built: str
    schema: int
    assembly: str
    sources: tuple[Source, ...]
    counts: dict[str, int]
    notes: tuple[SourceNote, ...] = ()
    size: int | None = None

    def ambiguous(self) -> frozenset[str]:
        """Keys of sources that share database and release with others: only their files tell them apart."""
        times = Counter(source.label for source in self.sources)
        return frozenset(source.key for source in self.sources if times[source.label] > 1)

    def source_names(self) -> dict[str, str]:
        """Name of each source by its key: database and release, with the file where several have the same."""
        alike = self.ambiguous()
        return {
            source.key: ", ".join(filter(None, (source.label, source.file if source.key in alike else "")))
            for source in self.sources
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the thorough check of an atlas noticed; severity is "error" or "warning"."""

    severity: str
    where: str
    what: str
