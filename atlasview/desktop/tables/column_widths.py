"""Widths of a table's columns: what their contents need, fitted into the room there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from PySide6.QtGui import QFontMetrics

from atlasview.desktop.tables.column import Column
from atlasview.desktop.tables.records_model import RecordsModel
from atlasview.desktop.theme import Theme

_MEASURED_ROWS = 2000
_LONGEST = 3
_BAR = (90, 140)
_FLOOR = 0.7
"""Part of its least to which a column that shrinks goes before the table scrolls sideways."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Widths of one column in pixels: what it needs at least, what it would like, and its share of what is left.

    floor  what it makes do with before the table scrolls sideways, None for no less than its least
    """

    least: int
    natural: int
    stretch: int
    floor: int | None = None

    @property
    def bottom(self) -> int:
        """Fewest pixels that it ever has."""
        return self.least if self.floor is None else self.floor


def wishes(theme: Theme, model: RecordsModel) -> list[Wish]:
    """What the columns of a table ask for, by the longest of their texts and their titles."""
    records = model.records()[:_MEASURED_ROWS]
    fonts = {strong: QFontMetrics(theme.font("strong" if strong else "body")) for strong in (False, True)}
    titles = QFontMetrics(theme.font("column-head"))
    found = []
    for column in model.columns:
        longest = _longest({column.text(record) for record in records}) if column.bar is None else []
        content = max((fonts[column.strong].horizontalAdvance(text) for text in longest), default=0)
        found.append(_wish(theme, column, titles.horizontalAdvance(column.title), content))
    return found


def _longest(texts: set[str]) -> list[str]:
    """Those with the most letters, of equal ones those with a minus sign, which is wider than a hyphen."""
    if len(texts) > _LONGEST:
        least = sorted(map(len, texts))[-_LONGEST]
        texts = {text for text in texts if len(text) >= least}
    return nlargest(_LONGEST, texts, key=lambda text: (len(text), "−" in text, text))


def _wish(theme: Theme, column: Column, title: int, content: int) -> Wish:
    padding = 2 * theme.px(8)
    title += padding + theme.px(4)
    if column.bar is not None:
        least, natural = (max(title, theme.px(width)) for width in _BAR)
        return Wish(least, natural, column.stretch)
    natural = max(title, min(content + padding + 2, theme.px(column.widest)))
    least = min(natural, max(title, theme.px(column.least))) if column.least else natural
    shrinks = column.least and not column.firm
    floor = min(least, max(title, theme.px(column.least * _FLOOR))) if shrinks else least
    return Wish(least, natural, column.stretch, floor)


def fitted(wishes: Sequence[Wish], room: int) -> list[int]:
    """Widths that fill `room` pixels exactly where they can.

    Columns that do not stretch get what they like. Stretching ones share the rest, first up to what they like, then
    beyond; where none stretches, the last column takes it. Where the rest is too short for the stretching ones, the
    others shrink, first to their leasts, then all to their floors. No column goes below that, so the sum may exceed
    `room`.
    """
    if not wishes:
        return []
    widths = [wish.least if wish.stretch else wish.natural for wish in wishes]
    spare = room - sum(widths)
    if spare < 0:
        return _shrunk(widths, wishes, -spare)
    stretching = [place for place, wish in enumerate(wishes) if wish.stretch]
    if not stretching:
        widths[-1] += spare
        return widths
    spare = _shared_up_to_natural(widths, wishes, stretching, spare)
    shares = sum(wishes[place].stretch for place in stretching)
    for place in stretching:
        widths[place] += spare * wishes[place].stretch // shares
    widths[stretching[0]] += room - sum(widths)
    return widths


def _shared_up_to_natural(widths: list[int], wishes: Sequence[Wish], stretching: list[int], spare: int) -> int:
    wanting = [place for place in stretching if wishes[place].natural > widths[place]]
    while spare > 0 and wanting:
        shares = sum(wishes[place].stretch for place in wanting)
        given = 0
        for place in wanting:
            part = min(max(1, spare * wishes[place].stretch // shares), wishes[place].natural - widths[place])
            part = min(part, spare - given)
            widths[place] += part
            given += part
        spare -= given
        wanting = [place for place in wanting if wishes[place].natural > widths[place]]
    return spare


def _shrunk(widths: list[int], wishes: Sequence[Wish], excess: int) -> list[int]:
    leasts = [wish.least for wish in wishes]
    spare = sum(widths) - sum(leasts)
    if excess <= spare:
        return _narrower(widths, leasts, excess)
    return _narrower(leasts, [wish.bottom for wish in wishes], excess - spare)


def _narrower(widths: list[int], least: list[int], excess: int) -> list[int]:
    slack = [width - low for width, low in zip(widths, least, strict=True)]
    total = sum(slack)
    if excess >= total:
        return least
    taken = [own * excess // total for own in slack]
    result = [width - part for width, part in zip(widths, taken, strict=True)]
    # What rounding left over is less than a pixel for each column that can shrink, and is taken from them one by one.
    left = excess - sum(taken)
    for place in [place for place, own in enumerate(slack) if own > taken[place]][:left]:
        result[place] -= 1
    return result
