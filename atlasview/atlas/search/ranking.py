"""From candidates to hits: each thing once, by its best reason, and no kind crowded out by another."""

from collections.abc import Iterable
from typing import Any

from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search.candidates import Candidate
from atlasview.atlas.statement import Statement
from atlasview.records.hit import Hit, Match
from atlasview.records.place import Kind

SUBJECTS = Statement(
    "SELECT key, kind, id, symbol, name, detail FROM subject WHERE key IN (SELECT value FROM json_each(:keys))"
)
Thing = tuple[int, str]
"""Key of a subject, and the isoform where one was asked for."""


def best(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The best candidate for each thing, in rank order: by tier, then by what the tier says, then by subject."""
    ordered = sorted(candidates, key=rank)
    first: dict[Thing, Candidate] = {}
    for candidate in ordered:
        first.setdefault((candidate.subject, candidate.isoform), candidate)
    return list(first.values())


def rank(candidate: Candidate) -> tuple[int, int, int, bool, str]:
    """Sort key, low is better."""
    return candidate.tier, candidate.order, candidate.subject, not candidate.isoform, candidate.written


def of_kind(reader: AtlasReader, candidates: Iterable[Candidate], kind: Kind | None) -> list[Candidate]:
    """Candidates of one kind, or all where `kind` is None."""
    if kind is None:
        return list(candidates)
    first, last = reader.kinds.get(kind, (1, 0))
    return [candidate for candidate in candidates if first <= candidate.subject <= last]


def shared_out(reader: AtlasReader, ranked: list[Candidate], limit: int) -> list[Candidate]:
    """At most `limit` candidates in rank order, among them the best of every kind that was found.

    Each kind is sure of an even share; what a kind leaves over goes to the best of the others.
    """
    if len(ranked) <= limit:
        return ranked
    kinds = [reader.kind_of(candidate.subject) for candidate in ranked]
    share = limit // len(set(kinds))
    taken: dict[Kind, int] = {}
    sure: list[int] = []
    rest: list[int] = []
    for place, kind in enumerate(kinds):
        taken[kind] = taken.get(kind, 0) + 1
        (sure if taken[kind] <= share else rest).append(place)
    return [ranked[place] for place in sorted(sure + rest[: limit - len(sure)])]


def hits(reader: AtlasReader, candidates: list[Candidate]) -> tuple[Hit, ...]:
    """The candidates with what the list shows of them."""
    keys = [candidate.subject for candidate in candidates]
    subjects = {row.key: row for row in reader.rows(SUBJECTS, keys=keys)} if keys else {}
    return tuple(_hit(candidate, subjects[candidate.subject]) for candidate in candidates)


def _hit(candidate: Candidate, subject: Any) -> Hit:
    _key, kind, curie, symbol, name, detail = subject
    written = candidate.written or (symbol if candidate.match is Match.SYMBOL else name)
    isoform = candidate.isoform
    return Hit(
        kind=Kind(kind),
        id=f"UniProtKB:{isoform}" if isoform else curie,
        symbol=isoform or symbol,
        name=name or curie,
        detail=detail,
        match=candidate.match,
        matched=written,
        reason=candidate.reason,
    )
