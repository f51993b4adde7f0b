"""Puts packed transcripts of a gene together: parts of one, and the same one that several sources give."""

from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import Any

from atlasview.building.ledger import Ledger
from atlasview.records.packing import Packed, packing
from atlasview.records.transcript import Transcript

_AT = {name: at for at, name in enumerate(packing(Transcript).fields)}
_ID, _ASSEMBLY, _EXONS, _COUNT = (_AT[name] for name in ("id", "assembly", "exons", "exon_count"))
_CODING = (_AT["cds_start"], _AT["cds_end"])
_PHASE, _STRAND = _AT["phase"], _AT["strand"]
_SAME = tuple(_AT[name] for name in ("source", "chromosome", "strand"))

Span = tuple[int, int]
CodingPart = tuple[int, int, int | None]
"""First and last base on the assembly, and the phase of the first one that is read; None where it is not stated."""


@dataclass(slots=True)
class WholeTranscripts:
    """Keeps what was met of one walk over all transcripts: an identifier stands for one transcript of an assembly."""

    ledger: Ledger | None
    _met: set[str] = field(default_factory=set)
    _own: dict[str, list[Packed]] = field(default_factory=dict)
    _batches: dict[str, list[int]] = field(default_factory=dict)

    def add(self, values: Packed, batch: int) -> None:
        """A transcript of the present gene, or a part of one."""
        key = f"{values[_ID]} {values[_ASSEMBLY]}"
        held = self._own.get(key)
        if held is None and key not in self._met:
            self._own[key] = [values]
            self._batches[key] = [batch]
            self._met.add(key)
        elif held is not None and values[_COUNT] is None and all(held[0][at] == values[at] for at in _SAME):
            held.append(values)
            self._batches[key].append(batch)
        elif self.ledger:
            self.ledger.repeated(batch)

    def of_gene(self) -> list[Packed]:
        """The transcripts of the present gene, whole; the next one begins."""
        found = []
        for key, parts in self._own.items():
            values = parts[0] if len(parts) == 1 else _joined(parts)
            if fault := _fault(values):
                self._lose(self._batches[key], fault, values[_ID])
            else:
                found.append(_counted(values))
        self._own.clear()
        self._batches.clear()
        return found

    def _lose(self, batches: list[int], fault: str, transcript: str) -> None:
        if self.ledger:
            for batch in batches:
                self.ledger.unmatched(batch, fault, transcript)


def _fault(values: Packed) -> str:
    """Why a whole transcript cannot be: exons that overlap, a coding part whose ends lie in no exon."""
    exons = sorted(values[_EXONS])
    if any(one[1] >= other[0] for one, other in pairwise(exons)):
        return "its exons overlap"
    ends = [values[at] for at in _CODING if values[at] is not None]
    if exons and not all(any(start <= base <= end for start, end in exons) for base in ends):
        return "its coding part lies outside of its exons"
    return ""


def _joined(parts: list[Packed]) -> Packed:
    values: list[Any] = list(parts[0])
    exons = {exon for part in parts for exon in part[_EXONS]}
    values[_EXONS] = tuple(sorted(exons, reverse=values[_STRAND] == "-"))
    values[_COUNT] = None
    low, high = _CODING
    coding = [(part[low], part[high], part[_PHASE]) for part in parts if part[low] is not None]
    if coding:
        values[low] = min(start for start, _end, _phase in coding)
        values[high] = max(end for _start, end, _phase in coding)
        values[_PHASE] = _phase_of(values, coding)
    for name in ("biotype", "protein", "ccds", "mane_select", "mane_plus_clinical", "canonical"):
        at = _AT[name]
        values[at] = next((part[at] for part in parts if part[at]), values[at])
    return tuple(values)


def _phase_of(values: list[Any], parts: list[CodingPart]) -> int | None:
    """Phase of a coding part by those of its parts; None where they say none, or leave bases out, or are not one frame.

    parts   first and last base and phase of each, in any order
    """
    low, high = (values[at] for at in _CODING)
    exons = [(max(start, low), min(end, high)) for start, end in values[_EXONS] if end >= low and start <= high]
    if sum(map(_bases, exons)) != sum(_bases(_shared(one, two)) for one in exons for two in _united(parts)):
        return None
    backwards = values[_STRAND] == "-"
    found = set()
    for start, end, phase in parts:
        if phase is None:
            continue
        upstream = (end + 1, high) if backwards else (low, start - 1)
        before = sum(_bases(_shared(one, upstream)) for one in exons)
        found.add((phase + before) % 3)
    return found.pop() if len(found) == 1 else None


def _bases(span: Span) -> int:
    return max(0, span[1] - span[0] + 1)


def _shared(one: Span, other: Span) -> Span:
    return max(one[0], other[0]), min(one[1], other[1])


def _united(parts: list[CodingPart]) -> list[Span]:
    """Spans of the parts, each base in one of them."""
    spans: list[Span] = []
    for start, end, _phase in sorted(parts, key=itemgetter(0, 1)):
        spans.append((max(start, spans[-1][1] + 1 if spans else start), max(end, spans[-1][1] if spans else end)))
    return spans


def _counted(values: Packed) -> Packed:
    """Exons counted and their bases added up, where that could not be done before."""
    exons = values[_EXONS]
    if values[_COUNT] is not None or not exons:
        return values
    length = sum(end - start + 1 for start, end in exons)
    at = _AT["length"]
    counted = (*values[:_COUNT], len(exons), *values[_COUNT + 1 :])
    return (*counted[:at], length, *counted[at + 1 :])
