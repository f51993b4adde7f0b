"""Articles: text about a gene, with its origin."""

import re
from dataclasses import dataclass

_FIGURE = re.compile(r"!\[([^\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
"""A picture in Markdown, `![caption](file)`."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an article; `text` is Markdown whose links are CURIEs or addresses.

    Of figures an atlas holds the captions only: the files that they name are not in it.
    """

    heading: str
    text: str
    translated: bool

    def captions(self) -> tuple[str, ...]:
        """Captions of the figures, in the order of the text."""
        return tuple(_FIGURE.findall(self.text))


def captions_told(markdown: str) -> str:
    """The text with each figure as its caption, which says that it is one."""
    return _FIGURE.sub(lambda found: f"*Figure: {found[1]}*" if found[1].strip() else "*Figure*", markdown)


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
