"""A column of texts as few different words and one small number per cell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

MISSING = -1
_AT_ONCE = 1 << 17
"""Cells of which numbers are made at the same time."""
_NOTHING = frozenset(("", "nan", "NaN", "NA", "na", "None", "null", "<NA>"))


@dataclass(frozen=True, slots=True)
class Labels:
    """words  the different texts; codes  for each cell the index of its word, MISSING where it has none; read only."""

    words: tuple[str, ...]
    codes: Any

    def counts(self) -> dict[str, int]:
        """Number of cells of each word that occurs, in the order of the words."""
        found = np.zeros(len(self.words), np.int64)
        for part in slices(len(self.codes)):
            codes = self.codes[part]
            found += np.bincount(codes[codes >= 0], minlength=len(self.words))
        return {word: int(count) for word, count in zip(self.words, found, strict=True) if count}

    @property
    def missing(self) -> int:
        """Cells without a word."""
        return int((self.codes < 0).sum())


def slices(cells: int) -> Iterator[slice]:
    """Parts of a column, so that what is computed of it takes no memory that grows with the cells."""
    return (slice(start, start + _AT_ONCE) for start in range(0, cells, _AT_ONCE))


def narrow(count: int) -> Any:
    """The smallest type of numbers that holds MISSING and `count` indices: a column has millions of them."""
    return np.min_scalar_type(-max(count, 1))


def everywhere(words: tuple[str, ...], code: int, cells: int) -> Labels:
    """A column that says the same of every cell, in the memory of one."""
    return Labels(words, np.broadcast_to(np.int8(code), cells))


def of_categories(words: Iterable[Any], codes: Any) -> Labels:
    """Labels from categories and their codes; categories that say nothing become MISSING, equal ones become one."""
    told: dict[str, int] = {}
    table = [_code(text_of(word), told) for word in words]
    places = np.array([*table, MISSING], dtype=np.int32)
    found = np.empty(len(codes), narrow(len(told)))
    for part in slices(len(codes)):
        asked = np.asarray(codes[part]).astype(np.int64)
        inside = (asked >= 0) & (asked < len(table))
        found[part] = places[np.where(inside, asked, len(table))]
    return Labels(tuple(told), found)


def of_texts(texts: Iterable[Any], count: int) -> Labels:
    """Labels from one text per cell."""
    told: dict[str, int] = {}
    codes = np.fromiter((_code(text_of(text), told) for text in texts), dtype=np.int32, count=count)
    return Labels(tuple(told), codes.astype(narrow(len(told))))


def without_words(labels: Labels, words: frozenset[str]) -> Labels:
    """The same labels; cells whose word, in small letters, is one of `words` have none."""
    if words.isdisjoint(map(str.casefold, labels.words)):
        return labels
    return of_categories(("" if word.casefold() in words else word for word in labels.words), labels.codes)


def text_of(value: Any) -> str:
    """Text of a value as HDF5 gives it: bytes, text, a number."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace").strip()
    if isinstance(value, float | np.floating) and float(value).is_integer():
        return str(int(value))
    return str(value).strip()


def _code(word: str, told: dict[str, int]) -> int:
    return MISSING if word in _NOTHING else told.setdefault(word, len(told))
