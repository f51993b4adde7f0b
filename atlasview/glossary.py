"""The terms of the field and their definitions: the one place that columns, heads, facts and the guide ask."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from atlasview.bundled import resource


@dataclass(frozen=True, slots=True)
class Term:
    """One term of `resources/glossary/glossary.toml`.

    key      fixed name, also its anchor in the glossary of the guide
    name     as a text writes it; `long` is written out, empty where the name is no abbreviation
    means    definition in our own words; `formula` where it is computed
    sources  DOI, PMID or address that the formula or the classification comes from
    labels   other words that stand for it on the screen
    see      page of the guide that tells more, with a heading after `#`
    avoid    words that AtlasView does not use for it
    """

    key: str
    group: str
    name: str
    means: str
    long: str = ""
    formula: str = ""
    sources: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    see: str = ""
    avoid: str = ""

    @property
    def title(self) -> str:
        """Name with what it stands for: `CSI, Cell Significance Index`."""
        return f"{self.name}, {self.long}" if self.long else self.name

    @property
    def spoken(self) -> str:
        """The definition in plain text, for screen readers: what it stands for, meaning, formula."""
        return ". ".join(part.rstrip(".") for part in (self.long, self.means, self.formula) if part)


@cache
def terms() -> tuple[Term, ...]:
    """All terms, in the order of their groups."""
    import tomllib

    written = tomllib.loads(resource("glossary/glossary.toml").read_text(encoding="utf-8"))
    return tuple(_term(key, fields) for key, fields in written.items())


def term(key: str) -> Term:
    """The term of a key; raises KeyError where there is none."""
    return _by_key()[key]


def term_of(label: str) -> Term | None:
    """The term that a word on the screen stands for, whatever its case; None for a word that is no term."""
    return _by_label().get(label.casefold())


def terms_in(labels: Iterable[str]) -> tuple[Term, ...]:
    """The terms among some words, each once, in order."""
    return tuple(dict.fromkeys(found for label in labels if (found := term_of(label)) is not None))


def _term(key: str, fields: dict[str, str | list[str]]) -> Term:
    lists = {name: tuple(value) for name, value in fields.items() if isinstance(value, list)}
    texts = {name: value for name, value in fields.items() if isinstance(value, str)}
    return Term(key=key, **texts, **lists)  # type: ignore[arg-type]


@cache
def _by_key() -> dict[str, Term]:
    return {one.key: one for one in terms()}


@cache
def _by_label() -> dict[str, Term]:
    return {label.casefold(): one for one in terms() for label in (*one.labels, one.name)}
