"""Whether an atlas may be passed on, and on which conditions: it follows from the licences of its sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from atlasview.records.source import Source


class Leave(IntEnum):
    """What the sources allow, from the freest to the strictest; an atlas is as free as its strictest source."""

    FREE = 0
    CONDITIONS = 1
    ASK = 2
    NO = 3


@dataclass(frozen=True, slots=True)
class PassingOn:
    """What may be done with an atlas as a whole.

    leave     the strictest of its sources
    sentence  the answer, in one sentence or two
    terms     for each database that asks for something: its name, its licence, what it asks for
    """

    leave: Leave
    sentence: str
    terms: tuple[tuple[str, str, str], ...]


_NAMED = 3
"""So many databases are named in a sentence; more are counted."""
_ASKED = {
    "attribution": "name {} as a source",
    "share-alike": "pass {} on under the same licence only",
    "unmodified": "leave the facts of {} as they are",
    "non-commercial": "use {} without commercial gain only",
}
"""Conditions of sources, in the order in which they are told, as what a person is to do with them."""


def leave_of(source: Source) -> Leave:
    """What one source allows."""
    if source.redistributable is None:
        return Leave.ASK
    if not source.redistributable:
        return Leave.NO
    return Leave.CONDITIONS if conditions(source) else Leave.FREE


def conditions(source: Source) -> tuple[str, ...]:
    """The conditions of a source, one by one, in the order in which they are told."""
    stated = {part.strip() for part in source.conditions.replace(";", ",").split(",") if part.strip()}
    return (*(one for one in _ASKED if one in stated), *sorted(stated - set(_ASKED)))


def asked(source: Source) -> str:
    """What a source asks of whoever passes it on, in words."""
    match leave_of(source):
        case Leave.NO:
            return "must not be passed on"
        case Leave.ASK:
            what = "states no licence" if source.licence == "not stated" else "has a licence of its own"
            return f"{what}: ask before you pass it on"
        case Leave.FREE:
            return "may be passed on freely"
    return ", ".join(_ASKED.get(one, one).format("it") for one in conditions(source))


def passing_on(sources: Iterable[Source]) -> PassingOn:
    """What may be done with an atlas of these sources."""
    known = tuple(sources)
    leave = max(map(leave_of, known), default=Leave.FREE)
    terms = tuple(dict.fromkeys((one.database, one.licence, asked(one)) for one in known if leave_of(one)))
    return PassingOn(leave, _sentence(leave, known), terms)


def _sentence(leave: Leave, sources: Sequence[Source]) -> str:
    names = [*dict.fromkeys(one.database for one in sources if leave_of(one) is leave)]
    deciding = _listed(names) if len(names) <= _NAMED else f"{len(names)} of its databases"
    several = len(names) > 1
    match leave:
        case Leave.FREE:
            return "This atlas may be passed on freely: none of its sources asks for anything."
        case Leave.NO:
            return f"This atlas must not be passed on: {deciding} {'forbid' if several else 'forbids'} it."
        case Leave.ASK:
            silent = all(one.licence == "not stated" for one in sources if leave_of(one) is leave)
            what = "no licence" if silent else "no licence, or one of their own" if several else "a licence of its own"
            return f"Ask before you pass this atlas on: {deciding} {'state' if several else 'states'} {what}."
    return f"This atlas may be passed on, on conditions: {'; '.join(_wishes(sources))}."


def _wishes(sources: Sequence[Source]) -> list[str]:
    """`name UniProtKB and GO as sources`, condition by condition."""
    by_wish: dict[str, dict[str, None]] = {}
    for source in sources:
        for one in conditions(source):
            by_wish.setdefault(one, {})[source.database] = None
    ordered = [*(one for one in _ASKED if one in by_wish), *(one for one in by_wish if one not in _ASKED)]
    return [_ASKED.get(one, f"{one} ({{}})").format(_listed(by_wish[one])) for one in ordered]


def _listed(names: Iterable[str]) -> str:
    *most, last = [*names] or [""]
    return f"{', '.join(most)} and {last}" if most else last
