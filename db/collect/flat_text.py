"""UniProtKB flat text: entries cut into their lines, references, comments and features."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_EVIDENCE = re.compile(r"\s*\{ECO:[^}]*\}")


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered reference: positions (RP), cross-references (RX), authors, group, title and place (RL)."""

    number: int
    scope: str
    pmid: str
    doi: str
    authors: tuple[str, ...]
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class FeatureLine:
    """A feature as written: key, location and qualifiers in their order."""

    key: str
    location: str
    qualifiers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `lines` are its lines by code, continuation lines apart."""

    lines: dict[str, list[str]]
    references: tuple[Reference, ...]
    comments: tuple[tuple[str, str], ...]
    features: tuple[FeatureLine, ...]
    sequence: str

    @property
    def accessions(self) -> tuple[str, ...]:
        """Accessions, the primary one first."""
        return tuple(re.findall(r"\w+", " ".join(self.lines["AC"])))

    @property
    def accession(self) -> str:
        """The primary accession."""
        return self.accessions[0]

    @property
    def gene(self) -> str:
        """Symbol of the (first) gene."""
        found = re.match(r"Name=([^;{]+)", self.lines["GN"][0])
        return found.group(1).strip() if found else ""

    @property
    def gene_synonyms(self) -> tuple[str, ...]:
        """Other symbols of the (first) gene."""
        found = re.match(r"Name=[^;]+;\s*Synonyms=([^;]+);", without_evidence(unwrap(self.lines["GN"])))
        return tuple(part.strip() for part in found.group(1).split(",")) if found else ()

    @property
    def database_lines(self) -> list[list[str]]:
        """Fields of each DR line."""
        return [line.split("; ") for line in self.lines["DR"]]

    def comments_on(self, topic: str) -> list[str]:
        """Texts of the comments of a topic, unwrapped."""
        return [text for name, text in self.comments if name == topic]


def read_entries(text: str) -> Iterator[Entry]:
    """Entries of a flat file in its order."""
    for block in text.split("\n//\n"):
        if block.strip():
            yield _entry(block.splitlines())


def without_evidence(text: str) -> str:
    """Takes `{ECO:...}` out of a text."""
    return _EVIDENCE.sub("", text).strip()


def unwrap(lines: list[str]) -> str:
    """Joins continuation lines; a line that ends in a hyphen runs on without a space."""
    joined = ""
    for line in lines:
        part = line.strip()
        joined += part if not joined or re.search(r"\S-$", joined) else f" {part}"
    return joined


def _entry(raw: list[str]) -> Entry:
    lines: dict[str, list[str]] = {}
    sequence = []
    for line in raw:
        if line.startswith("     "):
            sequence.append(line.replace(" ", ""))
        else:
            lines.setdefault(line[:2], []).append(line[5:])
    return Entry(
        lines,
        tuple(_references([line for line in raw if line[0] == "R"])),
        tuple(_comments(lines.get("CC", []))),
        tuple(_features(lines.get("FT", []))),
        "".join(sequence),
    )


def _references(raw: list[str]) -> Iterator[Reference]:
    blocks: list[dict[str, list[str]]] = []
    for line in raw:
        if line[:2] == "RN":
            blocks.append({})
        blocks[-1].setdefault(line[:2], []).append(line[5:])
    for block in blocks:
        found = unwrap(block.get("RX", []))
        pmid, doi = re.search(r"PubMed=(\d+)", found), re.search(r"DOI=(.+?);(?:\s|$)", found)
        number = re.search(r"\d+", block["RN"][0])
        yield Reference(
            int(number.group()) if number else 0,
            unwrap(block.get("RP", [])).rstrip("."),
            pmid.group(1) if pmid else "",
            doi.group(1).lower() if doi else "",
            (*_people(block.get("RA", []), r",\s|;"), *_people(block.get("RG", []), ";")),
            unwrap(block.get("RT", [])).removesuffix(";").strip('"'),
            unwrap(block.get("RL", [])),
        )


def _people(lines: list[str], between: str) -> list[str]:
    return [name.strip() for name in re.split(between, unwrap(lines)) if name.strip()]


def _comments(lines: list[str]) -> Iterator[tuple[str, str]]:
    topic = ""
    held: list[str] = []
    for line in lines:
        if line.startswith("-----"):
            break
        if line.startswith("-!- "):
            if topic:
                yield topic, unwrap(held)
            topic, _, rest = line[4:].partition(":")
            held = [rest]
        else:
            held.append(line)
    if topic:
        yield topic, unwrap(held)


def _features(lines: list[str]) -> Iterator[FeatureLine]:
    key, location = "", ""
    held: list[str] = []
    for line in lines:
        if line[0] != " ":
            if key:
                yield FeatureLine(key, location, _qualifiers(held))
            key, location = line.split(None, 1)
            held = []
        else:
            held.append(line.strip())
    if key:
        yield FeatureLine(key, location.strip(), _qualifiers(held))


def _qualifiers(lines: list[str]) -> dict[str, str]:
    found = re.findall(r'/(\w+)="((?:[^"]|"")*)"', unwrap(lines))
    return {name: value.replace('""', '"') for name, value in found}
