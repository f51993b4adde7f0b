"""Numbers, lists and links as a page writes them."""

from collections.abc import Iterable, Sequence
from html import escape

from atlasview.desktop.panels.exits import way_to
from atlasview.records.place import Place
from atlasview.records.significance import Significance
from atlasview.records.source import Source

UNKNOWN = "–"
_MINUS = "−"
_PRINTED = {"MRNA": "mRNA", "CDNA": "cDNA", "X-RAY": "X-ray", "PUBMED": "PubMed", "NUMBER": "number"}
_SHORT = frozenset(
    "a an and as at by from in of on or the to with "
    "large scale mass site sites role bond bonds zinc iron ions cell domain virus tissue cancer active signal "
    "alpha beta gamma gene genes type fold loop helix chain notice paper review".upper().split()
)
_LONG = 6
"""Words of this many letters are words; shorter ones that are not of _SHORT may be names of genes or diseases."""


def number(value: float | None, decimals: int = 2, unit: str = "") -> str:
    """A number with a fixed count of decimals and a real minus sign, none before a zero; empty for None."""
    if value is None:
        return ""
    return f"{value:z,.{decimals}f}".replace("-", _MINUS) + unit


def short_number(value: float | None) -> str:
    """A number with as many decimals as it needs, at most two; empty for None."""
    if value is None:
        return ""
    text = f"{value:z.2f}".rstrip("0").rstrip(".")
    return text.replace("-", _MINUS)


def rank_words(scores: Significance | None) -> str:
    """PRS: as it was published, or with two decimals where it was computed; empty for None."""
    if scores is None or scores.profiles is None:
        return short_number(scores.prs if scores is not None else None)
    return number(scores.prs)


def counted(count: int, noun: str, plural: str = "") -> str:
    """`1 paper`, `65 papers`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def and_more(texts: Sequence[str], limit: int) -> str:
    """The first `limit` of some texts separated by commas, with the number of those left out."""
    more = len(texts) - limit
    if more <= 1:
        return ", ".join(texts)
    return f"{', '.join(texts[:limit])} and {more} more"


def unique(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts without repetitions and empty ones, in order."""
    return tuple(dict.fromkeys(text for text in texts if text))


def link(target: str, text: str) -> str:
    """A link as rich text; `target` as in `Exits.follow`."""
    return f'<a href="{escape(target, quote=True)}">{escape(text)}</a>'


def link_to(place: Place, text: str = "") -> str:
    """A link to a place as rich text."""
    return link(way_to(place), text or place.label or place.id)


def sentence(text: str) -> str:
    """A text with a capital at its start, unless its first word is a name that begins small (`p53`, `mTOR`)."""
    first = text.partition(" ")[0].rstrip(",;:")
    plain = first.replace("-", "").isalpha() and first.islower()
    return text[:1].upper() + text[1:] if plain else text


def in_one_piece(curie: str) -> str:
    """An identifier as a text names it (`PMID 11081504`), without a break inside."""
    return curie.replace(":", "\u00a0", 1)


def in_small_letters(text: str) -> str:
    """A text that its source prints in capitals, in small ones; what may be a name stays."""
    if not text.isupper():
        return text
    return sentence(" ".join(_small(word) for word in text.split()))


def _small(word: str) -> str:
    bare = word.strip("[](),.:;")
    if bare in _PRINTED:
        return word.replace(bare, _PRINTED[bare])
    is_word = bare in _SHORT or (len(bare) >= _LONG and bare.replace("-", "").isalpha())
    return word.replace(bare, bare.lower()) if is_word else word


def source_labels(sources: dict[str, Source], keys: Iterable[str]) -> str:
    """Databases and releases behind some rows, each once, in order."""
    return " · ".join(unique(sources[key].label if key in sources else key for key in dict.fromkeys(keys)))
