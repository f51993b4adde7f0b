"""How an atlas is cited: itself with its seal, and each database that it was built from with the paper it asks for."""

from dataclasses import dataclass

from atlasview.records.source import Manifest, Source
from atlasview.sources.databases import DATABASES

_BY_NAME = {database.name: database for database in DATABASES.values()}


@dataclass(frozen=True, slots=True)
class CitedDatabase:
    """A database of an atlas: its releases, and the DOI of the paper by which it asks to be cited, empty for none."""

    name: str
    releases: tuple[str, ...]
    licence: str
    doi: str
    url: str

    def __str__(self) -> str:
        release = f", {', '.join(self.releases)}" if self.releases else ""
        where = f"https://doi.org/{self.doi}" if self.doi else self.url
        return ". ".join(part for part in (f"{self.name}{release}", f"Licence: {self.licence}", where) if part)


def atlas_citation(manifest: Manifest) -> str:
    """The atlas in one line, so that whoever has the file can tell that it is the same one."""
    label = manifest.label
    built = f", built {manifest.built}" if manifest.built else ""
    return f"{label.name}, version {label.version}{built}. AtlasView atlas, SHA-256 {label.sha256}"


def cited_databases(manifest: Manifest) -> tuple[CitedDatabase, ...]:
    """Every database of the atlas once, in the order of its sources."""
    by_name: dict[str, list[Source]] = {}
    for source in manifest.sources:
        by_name.setdefault(source.database, []).append(source)
    return tuple(_cited(name, sources) for name, sources in by_name.items())


def citing_text(manifest: Manifest) -> str:
    """What to put into a paper that uses the atlas: one line each."""
    return "".join(f"{line}\n" for line in (atlas_citation(manifest), *map(str, cited_databases(manifest))))


def _cited(name: str, sources: list[Source]) -> CitedDatabase:
    known = _BY_NAME.get(name)
    releases = dict.fromkeys(one.release or one.date for one in sources if one.release or one.date)
    licences = ", ".join(dict.fromkeys(one.licence for one in sources))
    url = next((one.url for one in sources if one.url), known.url if known else "")
    return CitedDatabase(name, tuple(releases), licences, known.cite if known else "", url)
