"""Puts packed transcripts of a gene together: parts of one, and the same one that several sources give."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from atlasview.building.ledger import Ledger
from atlasview.records.packing import Packed, packing
from atlasview.records.transcript import Transcript

_AT = {name: at for at, name in enumerate(packing(Transcript).fields)}
_ID, _ASSEMBLY, _EXONS, _COUNT = (_AT[name] for name in ("id", "assembly", "exons", "exon_count"))
_CODING = (_AT["cds_start"], _AT["cds_end"])
_SAME = tuple(_AT[name] for name in ("source", "chromosome", "strand"))


@dataclass(slots=True)
class WholeTranscripts:
    """Keeps what was met of one walk over all transcripts: an identifier stands for one transcript of an assembly."""

    ledger: Ledger | None
    _met: set[str] = field(default_factory=set)
    _own: dict[str, Packed] = field(default_factory=dict)
    _batches: dict[str, list[int]] = field(default_factory=dict)

    def add(self, values: Packed, batch: int) -> None:
        """A transcript of the present gene, or a part of one."""
        key = f"{values[_ID]} {values[_ASSEMBLY]}"
        held = self._own.get(key)
        if held is None and key not in self._met:
            self._own[key] = values
            self._batches[key] = [batch]
            self._met.add(key)
        elif held is not None and values[_COUNT] is None and all(held[at] == values[at] for at in _SAME):
            self._own[key] = _joined(held, values)
            self._batches[key].append(batch)
        elif self.ledger:
            self.ledger.repeated(batch)

    def of_gene(self) -> list[Packed]:
        """The transcripts of the present gene, whole; the next one begins."""
        found = []
        for key, values in self._own.items():
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


def _joined(held: Packed, part: Packed) -> Packed:
    values: list[Any] = list(held)
    backwards = held[_AT["strand"]] == "-"
    values[_EXONS] = tuple(sorted({*held[_EXONS], *part[_EXONS]}, reverse=backwards))
    values[_COUNT] = None
    low, high, phase = (_AT[name] for name in ("cds_start", "cds_end", "phase"))
    first = high if backwards else low
    if part[low] is not None:
        if held[low] is None or (part[first] > held[first]) == backwards:
            values[phase] = part[phase]
        values[low] = min(part[low], held[low] or part[low])
        values[high] = max(part[high], held[high] or 0)
    for name in ("biotype", "protein", "ccds", "mane_select", "mane_plus_clinical", "canonical"):
        values[_AT[name]] = held[_AT[name]] or part[_AT[name]]
    return tuple(values)


def _counted(values: Packed) -> Packed:
    """Exons counted and their bases added up, where that could not be done before."""
    exons = values[_EXONS]
    if values[_COUNT] is not None or not exons:
        return values
    length = sum(end - start + 1 for start, end in exons)
    at = _AT["length"]
    counted = (*values[:_COUNT], len(exons), *values[_COUNT + 1 :])
    return (*counted[:at], length, *counted[at + 1 :])
