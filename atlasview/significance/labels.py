"""A column of texts as few different words and one small number per cell."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

MISSING = -1
_NOTHING = frozenset(("", "nan", "NaN", "NA", "na", "None", "null", "<NA>"))


@dataclass(frozen=True, slots=True)
class Labels:
    """words  the different texts; codes  for each cell the index of its word, MISSING where it has none."""

    words: tuple[str, ...]
    codes: Any

    def counts(self) -> dict[str, int]:
        """Number of cells of each word that occurs, in the order of the words."""
        found = np.bincount(self.codes[self.codes >= 0], minlength=len(self.words))
        return {word: int(count) for word, count in zip(self.words, found, strict=True) if count}

    @property
    def missing(self) -> int:
        """Cells without a word."""
        return int((self.codes < 0).sum())


def of_categories(words: Iterable[Any], codes: Any) -> Labels:
    """Labels from categories and their codes; categories that say nothing become MISSING, equal ones become one."""
    told: dict[str, int] = {}
    table = [_code(text_of(word), told) for word in words]
    places = np.array([*table, MISSING], dtype=np.int32)
    asked = np.asarray(codes).astype(np.int64)
    inside = (asked >= 0) & (asked < len(table))
    return Labels(tuple(told), places[np.where(inside, asked, len(table))])


def of_texts(texts: Iterable[Any], count: int) -> Labels:
    """Labels from one text per cell."""
    told: dict[str, int] = {}
    codes = np.fromiter((_code(text_of(text), told) for text in texts), dtype=np.int32, count=count)
    return Labels(tuple(told), codes)


def text_of(value: Any) -> str:
    """Text of a value as HDF5 gives it: bytes, text, a number."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace").strip()
    if isinstance(value, float | np.floating) and float(value).is_integer():
        return str(int(value))
    return str(value).strip()


def _code(word: str, told: dict[str, int]) -> int:
    return MISSING if word in _NOTHING else told.setdefault(word, len(told))
