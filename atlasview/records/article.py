"""Articles: text about a gene, with its origin."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an article; `text` is Markdown whose links are CURIEs or addresses."""

    heading: str
    text: str
    translated: bool


@dataclass(frozen=True, slots=True)
class Article:
    """An article about `gene`.

    id        `article:IL21:atlasview:en`
    origin    `curated`, `imported` or `machine-written`
    language  ISO 639-1 code
    revised   date of the last revision, ISO 8601
    """

    id: str
    gene: str
    title: str
    origin: str
    language: str
    authors: tuple[str, ...]
    affiliation: str
    published: str
    revised: str
    sections: tuple[Section, ...]
    source: str
