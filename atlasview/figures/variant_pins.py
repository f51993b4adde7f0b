"""Which variants of a protein stand where on its diagram: one pin for each residue and side, with what is left out."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from atlasview.figures.isoforms import Shown, residue_map
from atlasview.figures.residues import grouped
from atlasview.records.place import Residues
from atlasview.records.profile import ProteinDetail
from atlasview.records.variant import RECORDS, SEEN, Variant

CLASSES = {
    "pathogenic": "Pathogenic",
    "likely-pathogenic": "Likely pathogenic",
    "risk-allele": "Risk allele",
    "somatic": "Somatic",
    "somatic-count-unknown": "Somatic, not counted",
    "conflicting": "Conflicting",
    "uncertain": "Uncertain",
    "likely-benign": "Likely benign",
    "benign": "Benign",
    "polymorphism": "No class stated",
}
"""Key of the token table `[variant]` -> what a legend calls it; a pin shows the first that any of its variants has."""
_ORDER = {key: place for place, key in enumerate(CLASSES)}


_HOTSPOT = re.compile(r"\bhotspot\b", re.IGNORECASE)

PIN = "variants:"
"""Begins the target of a pin."""


def residue_of(target: str) -> int:
    """The residue of a pin by its target."""
    return int(target.split(":")[1])


@dataclass(frozen=True, slots=True)
class Pin:
    """All variants of one residue on one side of the protein: germline and unknown origin above, somatic below.

    position  on the shown sequence, 1-based; `letter` is what stands there
    height    number of records, or of times seen; at least 1
    kind      the gravest class of its variants; `parts` are the heights of all of them
    hot       whether a source says of one of them that changes gather here in tumours
    """

    position: int
    above: bool
    variants: tuple[Variant, ...]
    height: int
    kind: str
    parts: tuple[tuple[str, int], ...]
    letter: str
    hot: bool

    @property
    def target(self) -> str:
        """What the mark stands for."""
        return f"{PIN}{self.position}:{'above' if self.above else 'below'}"


@dataclass(frozen=True, slots=True)
class Pins:
    """The pins of a diagram by residue; `left_out` says why variants are not on it, with how many."""

    pins: tuple[Pin, ...]
    shown: int
    total: int
    left_out: tuple[tuple[str, int], ...]

    def said(self) -> str:
        """`11 of 13 variants shown; not shown: 2 of no single residue`."""
        if not self.total:
            return "No variants"
        words = f"{grouped(self.shown)} of {grouped(self.total)} variant{'s' if self.total > 1 else ''} shown"
        reasons = ", ".join(f"{grouped(number)} {reason}" for reason, number in self.left_out)
        return f"{words}; not shown: {reasons}" if reasons else words


def pins_of(
    variants: Iterable[Variant],
    detail: ProteinDetail,
    view: Shown,
    height: str = RECORDS,
    residues: Residues | None = None,
    only: Mapping[str, str] | None = None,
) -> Pins:
    """The pins of the sequence that is shown.

    residues  part that is drawn; only  values of `records.variant.FILTERS` that a variant must have
    A variant of another isoform stands where its residue is on the shown one; where that has another residue, it is
    left out and counted.
    """
    placed: dict[tuple[int, bool], list[Variant]] = {}
    left: Counter[str] = Counter()
    total = 0
    at = residue_map(detail, view)
    for variant in variants:
        total += 1
        position = _place(variant, view, at, residues, only or {})
        if isinstance(position, str):
            left[position] += 1
        else:
            placed.setdefault((position, variant.origin != "somatic"), []).append(variant)
    pins = [_pin(position, above, found, height, view.sequence) for (position, above), found in placed.items()]
    pins.sort(key=lambda pin: (pin.position, not pin.above))
    return Pins(tuple(pins), sum(len(pin.variants) for pin in pins), total, tuple(left.most_common()))


def class_of(variant: Variant) -> str:
    """Key of CLASSES: what a source says of its effect, else where it was met."""
    if variant.significance in CLASSES and variant.significance != "polymorphism":
        return variant.significance
    if variant.origin == "somatic":
        return "somatic" if variant.count else "somatic-count-unknown"
    return "polymorphism"


def changes(pin: Pin) -> tuple[str, ...]:
    """The changes of a pin in one-letter notation, each once, the most frequent first: `R175H`, `R175C`."""
    counted: Counter[str] = Counter()
    for variant in pin.variants:
        counted[_change(variant, pin.position)] += variant.count or 1
    return tuple(change for change, _count in counted.most_common())


def times_seen(variants: Iterable[Variant]) -> int | None:
    """How often the sources that count have met them, None where none counts."""
    counts = [variant.count for variant in variants if variant.count is not None]
    return sum(counts) if counts else None


def _change(variant: Variant, position: int) -> str:
    if len(variant.ref) == 1:
        if len(variant.alt) == 1:
            return f"{variant.ref}{position}{variant.alt}"
        if not variant.alt and variant.consequence:
            return f"{variant.ref}{position} {variant.consequence}"
    return variant.hgvs_p.removeprefix("p.") or f"{position}"


def _pin(position: int, above: bool, variants: list[Variant], height: str, sequence: str) -> Pin:
    parts: dict[str, int] = {}
    for variant in variants:
        kind = class_of(variant)
        number = 1 if height != SEEN or variant.count is None else variant.count
        parts[kind] = parts.get(kind, 0) + number
    gravest = min(parts, key=_ORDER.__getitem__)
    if not any(parts.values()):
        parts[gravest] = 1  # seen 0 times is known all the same: it is drawn
    letter = sequence[position - 1 : position]
    hot = any(variant.note and _HOTSPOT.search(variant.note) for variant in variants)
    return Pin(position, above, tuple(variants), sum(parts.values()), gravest, tuple(parts.items()), letter, hot)


def _place(
    variant: Variant,
    view: Shown,
    at: Callable[[str, int], int | None],
    residues: Residues | None,
    only: Mapping[str, str],
) -> int | str:
    """Where a variant stands, or why it does not."""
    if any(value and getattr(variant, field) != value for field, value in only.items()):
        return "filtered out"
    if variant.unplaced:
        return "of a residue that no sequence of the gene has"
    if variant.position is None:
        return "of no single residue"
    position = at(variant.isoform, variant.position)
    if position is None:
        return "of another isoform"
    if not 1 <= position <= view.length:
        return "past the end of the sequence"
    if len(variant.ref) == 1 and variant.ref != view.sequence[position - 1]:
        return "of a residue that this sequence does not have"
    if residues is not None and not residues.start <= position <= residues.end:
        return "outside of the part that is shown"
    return position
