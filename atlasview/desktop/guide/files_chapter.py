"""The chapter of the files that a build takes, made of what the readers declare."""

from itertools import groupby

from atlasview.sources.databases import DATABASES
from atlasview.sources.format import Format
from atlasview.sources.formats import formats

_NOTHING = "nothing"


def files_markdown() -> str:
    """The chapter as Markdown."""
    taken = [one for one in formats() if not one.adds.startswith(_NOTHING)]
    refused = [one for one in formats() if one.adds.startswith(_NOTHING)]
    parts = [_HEAD, *(_database(key, own) for key, own in _by_database(taken)), _REFUSED]
    parts += [f"| {one.title} | {_why(one)} |" for one in sorted(refused, key=lambda one: one.title.casefold())]
    return "\n".join(parts) + "\n"


_HEAD = (
    "# Files that are read\n\n"
    "Each file is told by what it says, never by its name, and may be packed with gzip, bzip2, xz or zip. Where it"
    " cannot say what it is, the key of the format names it: `atlasview build gencode-gtf:GRCh38=genes.gtf.gz`. The"
    " tables are made of what the readers declare. How a build goes: [Building an atlas](building.md).\n\n"
    "A record that cannot be taken is rejected with its line and the reason; the report counts every one."
)

_REFUSED = """
## Told, and refused with the reason
These are recognised so that nobody wonders why they were passed over.

| file | why |
|---|---|"""


def _by_database(found: list[Format]) -> list[tuple[str, list[Format]]]:
    def name(one: Format) -> str:
        return DATABASES[one.database].name.casefold()

    return [
        (own[0].database, own) for _name, group in groupby(sorted(found, key=name), key=name) if (own := list(group))
    ]


def _database(key: str, own: list[Format]) -> str:
    database = DATABASES[key]
    about = [f"\n## {database.name}"]
    licence = f"Licence: {database.licence}." if database.licence else ""
    where = f"Where: {database.published}." if database.published else ""
    if said := " ".join(part for part in (licence, where) if part):
        about.append(said)
    rows = [f"| {one.title} | `{one.key}` | {one.adds} |" for one in own]
    return "\n".join((*about, "", "| file | key | adds |", "|---|---|---|", *rows))


def _why(one: Format) -> str:
    return one.adds.partition(":")[2].strip() or one.adds
